import { Random } from './random';

/** Pieces that have broken readers before: depth, size, other kinds of file, characters that mean something elsewhere. */
const HOSTILE: readonly Buffer[] = [
  '['.repeat(100_000),
  '{"a":'.repeat(50_000),
  '\0',
  '\ufeff',
  '<html><body>Access denied</body></html>',
  '%PDF-1.4\n',
  'PK\x03\x04',
  '“'.repeat(2000),
  '"'.repeat(2001),
  'A'.repeat(50_000),
  ' \n'.repeat(10_000),
  'Name: '.repeat(3000),
  '1e309',
  '-1',
  'null',
  '{"__proto__":{"x":1}}',
  '\ud83d\ude00\u202e\u0301',
  '\r',
  'Q4 2024'.repeat(500),
].map((text) => Buffer.from(text));

/** Bytes changed in one of the ways in which files go wrong. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length + 1);
  const length = 1 + random.below(Math.max(1, Math.min(400, bytes.length)));
  switch (random.below(9)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return bytes.subarray(at);
    case 2: {
      const copy = Buffer.from(bytes);
      for (let i = 0; i < length && copy.length > 0; i++) copy[random.below(copy.length)] = random.below(256);
      return copy;
    }
    case 3:
      return Buffer.concat([bytes.subarray(0, at), random.pick(HOSTILE), bytes.subarray(at)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 5:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at - length, at + length), bytes.subarray(at)]);
    case 6:
      return otherValues(bytes, random);
    case 7:
      return random.chance(0.5) ? Buffer.from(`\ufeff${bytes}`, 'utf16le') : Buffer.from(bytes.toString(), 'latin1');
    default:
      return Buffer.from(Array.from({ length: random.below(3000) }, () => random.below(256)));
  }
}

const VALUES = [
  null,
  '',
  ' ',
  0,
  -1,
  1e300,
  true,
  [],
  {},
  [[]],
  '2024Q4',
  'x'.repeat(10_000),
  [null],
  { a: 1 },
  'Q9',
  '0000-00-00',
];

/** The same JSON with some values of another kind; for what is no JSON the bytes twice. */
function otherValues(bytes: Buffer, random: Random): Buffer {
  try {
    const value = JSON.parse(bytes.toString());
    return Buffer.from(JSON.stringify(change(value, random)));
  } catch {
    return Buffer.concat([bytes, bytes]);
  }
}

function change(value: unknown, random: Random): unknown {
  if (random.chance(0.04)) return random.pick(VALUES);
  if (Array.isArray(value)) return value.map((each) => change(each, random));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each, random)]));
}
