const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

const SMALL = new Map<string, bigint>([
  ...UNITS.split(' ').map((word, i): [string, bigint] => [word, BigInt(i)]),
  ...TENS.split(' ').map((word, i): [string, bigint] => [word, BigInt((i + 2) * 10)]),
  ['no', 0n],
  ['none', 0n],
  ['nil', 0n],
  ['a', 1n],
]);
const LARGE = new Map<string, bigint>([
  ['thousand', 1_000n],
  ['million', 1_000_000n],
  ['billion', 1_000_000_000n],
  ['trillion', 1_000_000_000_000n],
]);

/** The number that English words name, `one hundred and twenty-five thousand`, as digits; null where they name none. */
export function readNumberWords(text: string): string | null {
  const words = text
    .toLowerCase()
    .split(/[\s\u00a0,\-\u2010-\u2015]+/)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 30) return null;
  let [total, group] = [0n, 0n];
  for (const word of words) {
    const small = SMALL.get(word);
    const large = LARGE.get(word);
    if (small !== undefined) group += small;
    else if (word === 'hundred') group = (group === 0n ? 1n : group) * 100n;
    else if (large !== undefined) [total, group] = [total + (group === 0n ? 1n : group) * large, 0n];
    else if (word !== 'and') return null;
  }
  return words.every((word) => word === 'and') ? null : String(total + group);
}
