/** How evaluation compares companies; knows nothing of the product's own rules. */

const LEGAL =
  /\b(?:the|incorporated|inc|corporation|corp|company|co|limited|ltd|plc|llc|lp|holdings?|group|n\.?v|s\.?a|ag|se)\b\.?/g;

const lettersOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(LEGAL, ' ')
    .replace(/[^a-z0-9]/g, '');

const LEAST = 4;
/** Letters by which a name of eight and more may be misspelled: keys are, too. */
const MISSPELLED = 2;

/** One company by its printed name: without its legal form the same letters, or one the beginning of the other ("Monro", "Monro, Inc."). */
export function isSameCompany(found: string | null | undefined, key: string): boolean {
  const [a, b] = [lettersOf(found ?? ''), lettersOf(key)];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= LEAST && long.startsWith(short)) return true;
  return short.length >= 8 && distance(a, b) <= MISSPELLED;
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] as number) + Number(a[i - 1] !== b[j - 1]);
      row.push(Math.min(replaced, (above[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    above = row;
  }
  return above[b.length] as number;
}
