/**
 * Exact decimal numbers as strings. Money and ratios never become a float: 0.1 + 0.2 must be 0.3, and amounts above 2^53
 * must keep their last digit. Canonical form: no exponent, no plus, no leading zeros, no zeros after the last digit of a
 * fraction, no negative zero ('48385000000', '-0.5', '0').
 */
export type DecimalText = string;

/** Far above any amount of money, and low enough that no client can make the server work on a megabyte of digits. */
const MOST_DIGITS = 100;

const SPELLING = /^([+-]?)(\d{1,100})(?:\.(\d{1,100}))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Reads plain and scientific notation; null when the text is no number or has more than 100 digits. */
export function parseDecimal(text: string): DecimalText | null {
  const parts = SPELLING.exec(text);
  if (!parts) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  const shift = Number(exponent) - fraction.length;
  if (whole.length + fraction.length > MOST_DIGITS || Math.abs(shift) > MOST_DIGITS) return null;
  const digits = BigInt(`${whole}${fraction}${'0'.repeat(Math.max(0, shift))}`);
  return printScaled(sign === '-' ? -digits : digits, Math.max(0, -shift));
}

/** Canonical form of what Postgres prints for a `numeric`, which keeps the zeros of the column's scale. */
export function printDecimal(numeric: string): DecimalText {
  if (/^-?\d+$/.test(numeric) && numeric !== '-0') return numeric;
  const canonical = parseDecimal(numeric);
  if (canonical === null) throw new RangeError(`${JSON.stringify(numeric)} is not a decimal number`);
  return canonical;
}

export function subtractDecimals(a: DecimalText, b: DecimalText): DecimalText {
  const [left, right, scale] = align(a, b);
  return printScaled(left - right, scale);
}

/** Negative, zero or positive, as sort functions want it. */
export function compareDecimals(a: DecimalText, b: DecimalText): -1 | 0 | 1 {
  const [left, right] = align(a, b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * By how many percent `to` is more than `from`: 20.6278 for +20.6278 %, rounded half away from zero to 4 places. Null when
 * the base is zero or negative: growth from a loss has no meaning that readers agree on.
 */
export function percentChange(from: DecimalText, to: DecimalText): DecimalText | null {
  const [base, now] = align(from, to);
  return base <= 0n ? null : printScaled(divideRounded((now - base) * 1_000_000n, base), 4);
}

/** Both as whole numbers of the same, finer unit, with the count of its decimal places. */
function align(a: DecimalText, b: DecimalText): [bigint, bigint, number] {
  const [aWhole, aFraction] = split(a);
  const [bWhole, bFraction] = split(b);
  const scale = Math.max(aFraction.length, bFraction.length);
  return [BigInt(aWhole + aFraction.padEnd(scale, '0')), BigInt(bWhole + bFraction.padEnd(scale, '0')), scale];
}

function split(text: DecimalText): [string, string] {
  const point = text.indexOf('.');
  return point < 0 ? [text, ''] : [text.slice(0, point), text.slice(point + 1)];
}

function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const rounded = (2n * top + bottom) / (2n * bottom);
  return negative ? -rounded : rounded;
}

function printScaled(digits: bigint, scale: number): DecimalText {
  if (scale === 0) return digits.toString();
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const fraction = text.slice(-scale).replace(/0+$/, '');
  const whole = text.slice(0, -scale);
  return `${digits < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}
