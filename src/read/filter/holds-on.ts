/** Whether a name, a symbol or an office holds on a day. Open ends hold for ever. */
export function holdsOn(span: { validFrom?: string | null; validTo?: string | null }, day: string): boolean {
  return (span.validFrom == null || span.validFrom <= day) && (span.validTo == null || day <= span.validTo);
}
