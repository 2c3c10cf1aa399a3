import { NODE_TYPES } from '../../src/domain/global-id';

const quoted = (texts: readonly string[]) => texts.map((text) => JSON.stringify(text));
const idOf = (text: string) => Buffer.from(text, 'latin1').toString('base64url');

/** Around the ends of int4, of int8 and of what JavaScript counts exactly. */
const KEYS = [
  '2147483647',
  '2147483648',
  '4294967296',
  '9007199254740991',
  '9007199254740993',
  '9223372036854775807',
  '9223372036854775808',
  '18446744073709551616',
  `1${'0'.repeat(40)}`,
];

const INTS = ['-2147483648', '2147483647', '-1', '0', '201', '1000000'];
/** No Int of GraphQL. */
const NO_INTS = ['2147483648', '-2147483649', '9007199254740993', '1e3'];
const TEXTS = quoted(['', ' ', '%', '_', '\\', "'", '"', '😀', '\u202e', 'x'.repeat(5_000), '{}', '9'.repeat(400)]);

const BEYOND: Readonly<Record<string, readonly string[]>> = {
  ID: quoted([...NODE_TYPES.flatMap((type) => KEYS.map((key) => idOf(`${type}:${key}`))), '', 'x', idOf('Company:0')]),
  Int: [...INTS, ...NO_INTS],
  Float: ['1e308', '-1e308', '1e400', '-1e400', '5e-324', '123456789012345678901234567890'],
  Date: quoted(['0000-01-01', '0001-01-01', '9999-12-31', '10000-01-01', '-0001-01-01', '2024-02-30', 'infinity']),
  DateTime: quoted(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '10000-01-01T00:00:00Z', 'infinity']),
  PeriodRef: [...quoted(['1900Q1', '2100Q4', '0000Q1', '9999Q4', '10000Q1', 'CY99999', '']), '2147483648', '-1'],
  String: TEXTS,
};

const CURSORS = quoted(
  [['x'], ['x', 1], ['x', '2024-01-01', 2147483648], [], {}, null, 'x'].map((value) => idOf(JSON.stringify(value))),
);

/** Literals beyond the type of an argument, or at its ends; null for types that have none. */
export function beyond(type: string, argument: string): readonly string[] | null {
  return argument === 'after' || argument === 'before' ? CURSORS : (BEYOND[type] ?? null);
}
