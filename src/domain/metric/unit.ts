/** Units as filings write them: `USD`, `EUR/shares`, `shares`, `pure`. A metric's own unit names the dollar for any currency. */
const MONEY = /^([A-Z]{3})(\/shares)?$/;

/** ISO 4217 code of money and of money per share, null for counts. */
export function currencyOf(unit: string): string | null {
  return MONEY.exec(unit)?.[1] ?? null;
}

/**
 * Which of the filed units can stand for a metric's unit, best first: the currency in which the company reports, then the
 * dollar. Foreign filers add dollars "for convenience" for a few periods; those must not replace the real accounts.
 */
export function matchUnits(metricUnit: string, filed: readonly string[], reportingCurrency: string | null): string[] {
  const wanted = MONEY.exec(metricUnit);
  if (!wanted) return filed.filter((unit) => unit === metricUnit);
  const rank = (unit: string): number => {
    const currency = currencyOf(unit);
    if (currency === reportingCurrency) return 0;
    return currency === 'USD' ? 1 : 2;
  };
  return filed
    .filter((unit) => {
      const money = MONEY.exec(unit);
      return money !== null && money[2] === wanted[2];
    })
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
