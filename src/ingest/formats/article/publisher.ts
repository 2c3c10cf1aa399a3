/** Agencies that sign a dateline, as they call themselves. */
const AGENCIES: ReadonlyArray<readonly [RegExp, string]> = [
  [/\(Reuters\)\s*[-–—]/, 'Reuters'],
  [/\((?:AP|Associated Press)\)\s*[-–—]/, 'Associated Press'],
  [/\((?:AFP)\)\s*[-–—]/, 'AFP'],
  [/\(Bloomberg\)\s*[-–—]/, 'Bloomberg'],
  [/\((?:PTI)\)\s*[-–—:]?/, 'PTI'],
  [/\/PRNewswire\//, 'PR Newswire'],
  [/\bPR NEWSWIRE\b/i, 'PR Newswire'],
  [/\(BUSINESS WIRE\)|\bBUSINESS WIRE\b/, 'Business Wire'],
  [/\(GLOBE NEWSWIRE\)|\bGLOBE NEWSWIRE\b/, 'GlobeNewswire'],
  [/\bACCESSWIRE\b/, 'ACCESSWIRE'],
];
const DESK =
  /^(?<name>.{2,50}?)\s+(?:web\s+|online\s+|business\s+|digital\s+|news\s+)?(?:desk|bureau|staff(?:\s+(?:writer|reporter))?|newsroom|news service|web team|online)$/iu;
const BY_AT = /^by[:\s]\s*.{2,80}?(?:,\s*|\s+[|–—-]\s+)(?<name>[^,|]{2,50})$/iu;
const COPYRIGHT =
  /(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?<name>[\p{Lu}][^.|,©]{1,60}?)(?:\.|,|\s+all rights|\s+ltd|$)/iu;
const SOURCE = /^source\s*:\s*(?<name>[^|]{2,60})$/iu;
const NO_PUBLISHER =
  /^(?:(?:staff|senior|special)\b.*|.*\b(?:reporters?|writer|editor|contributor|correspondent|author)|markets?|technology|business|analyst|news|all rights.*|\d+)$/iu;

/** A company's release names its issuer with the exchange: `Meta Platforms, Inc. (Nasdaq: META)`. */
const ISSUER =
  /(?:^|[–—-]\s+|\.\s+)(?<name>\p{Lu}[^()–—\n]{1,60}?)\s*\((?:NYSE|NASDAQ|Nasdaq|LSE|TSX|NSE|BSE|ASX|OTC)[^)\n]{0,40}\)/u;

export const issuerIn = (opening: string): string | null => ISSUER.exec(opening)?.groups?.name?.trim() ?? null;

/** Who published a text, by what its lines say; null where none tells. `opening` is the start of the body. */
export function publisherIn(bylines: readonly string[], furniture: readonly string[], opening: string): string | null {
  for (const [pattern, name] of AGENCIES) if (pattern.test(opening)) return name;
  for (const line of bylines) {
    const name = DESK.exec(line.replace(/^by[:\s]\s*/i, ''))?.groups?.name ?? BY_AT.exec(line)?.groups?.name;
    if (name && !NO_PUBLISHER.test(name)) return name.trim();
    if (
      /^(?:reuters|bloomberg|associated press|afp|pti|ani|ians|business wire|globenewswire|pr newswire)$/i.test(
        line.trim(),
      )
    )
      return line.trim();
  }
  for (const line of furniture) {
    const name = SOURCE.exec(line)?.groups?.name ?? COPYRIGHT.exec(line)?.groups?.name;
    if (name && !NO_PUBLISHER.test(name)) return name.trim();
  }
  return null;
}
