import { type DecimalText, parseDecimal } from '../../../domain/money/decimal';
import { currencySign, currencyWord } from './currency';
import { beginsNumber, readSpokenNumber } from './number-word';
import { isGlued, type Token } from './token';

export type UnitClass = 'MONEY' | 'PERCENT' | 'BASIS_POINTS' | 'MULTIPLE' | 'PLAIN';

/** One number with its scale and unit, as printed or spoken. */
export interface Amount {
  /** Index of its first token and of the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Digits without scale. */
  readonly digits: string;
  /** Power of ten of the scale word; null where none stands. */
  readonly scale: number | null;
  readonly negative: boolean;
  readonly unit: UnitClass;
  readonly currency: string | null;
  readonly isSpoken: boolean;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ...['k', 'thousand', 'thousands'].map((word) => [word, 3] as const),
  ...['lakh', 'lakhs', 'lac'].map((word) => [word, 5] as const),
  ...['m', 'mm', 'mn', 'mln', 'mil', 'million', 'millions'].map((word) => [word, 6] as const),
  ...['cr', 'crore', 'crores'].map((word) => [word, 7] as const),
  ...['b', 'bn', 'bln', 'billion', 'billions'].map((word) => [word, 9] as const),
  ...['t', 'tn', 'trn', 'trillion', 'trillions'].map((word) => [word, 12] as const),
]);

/** Scales of a letter or two are read only where they touch the number or follow money: `5 m` may be metres. */
const TERSE = /^(?:k|m|mm|mn|b|bn|t|tn|cr)$/;

const MINUS = /^[-−–]$/;

export function amountValue({
  digits,
  scale,
  negative,
}: Pick<Amount, 'digits' | 'scale' | 'negative'>): DecimalText | null {
  const value = parseDecimal(
    `${negative ? '-' : ''}${digits.startsWith('.') ? '0' : ''}${digits.replaceAll(',', '')}e${scale ?? 0}`,
  );
  return value;
}

/** The amount that begins at a token, or null. */
export function readAmount(tokens: readonly Token[], from: number): Amount | null {
  let at = from;
  let negative = false;
  const opened = tokens[at]?.text === '(';
  if (opened) at += 1;
  const sign = tokens[at];
  if (sign && (sign.lower === 'minus' || sign.lower === 'negative')) {
    negative = true;
    at += 1;
    if (tokens[at]?.lower === 'a') at += 1;
  } else if (sign && MINUS.test(sign.text) && isGlued(sign, tokens[at + 1]) && !isGlued(tokens[at - 1], sign)) {
    negative = true;
    at += 1;
  }
  const prefix = currencySign(tokens, at);
  if (prefix) at = prefix.next;
  // $-5 and $(1.2) are met in tables.
  if (prefix && tokens[at]?.text === '(') return bracketed(tokens, from, at + 1, prefix.currency);
  if (prefix && MINUS.test(tokens[at]?.text ?? '')) {
    negative = true;
    at += 1;
  }
  const number = readNumber(tokens, at, prefix !== null);
  if (!number) return null;
  const tail = readTail(tokens, number.next, prefix?.currency ?? null, number.isSpoken);
  if (!tail) return null;
  if (number.needsUnit && tail.scale === null && tail.unit === 'PLAIN') return null;
  // "as a percent of revenue": an article counts only with a scale or money.
  if (number.isArticle && tail.scale === null && tail.unit !== 'MONEY') return null;
  const closed = opened && tokens[tail.next]?.text === ')';
  // Words in brackets, "(up 5%)", are no accountant's minus; a bracket right around the number is.
  if (opened && !closed) return null;
  let to = closed ? tail.next + 1 : tail.next;
  let unit = tail.unit;
  if (closed && unit === 'PLAIN' && isPercent(tokens[to])) {
    unit = 'PERCENT';
    to += 1;
  }
  return {
    from,
    to,
    digits: tail.digits ?? number.digits,
    scale: tail.scale,
    negative: negative || closed,
    unit,
    currency: tail.currency,
    isSpoken: number.isSpoken,
  };
}

function bracketed(tokens: readonly Token[], from: number, at: number, currency: string): Amount | null {
  const number = tokens[at];
  if (number?.kind !== 'NUMBER') return null;
  const tail = readTail(tokens, at + 1, currency, false);
  if (!tail || tokens[tail.next]?.text !== ')') return null;
  const scale = tail.scale ?? scaleOf(tokens, tail.next + 1, true);
  const to = tail.scale === null && scale !== null ? tail.next + 2 : tail.next + 1;
  return { from, to, digits: number.text, scale, negative: true, unit: 'MONEY', currency, isSpoken: false };
}

interface ReadNumber {
  readonly digits: string;
  readonly next: number;
  readonly isSpoken: boolean;
  readonly needsUnit: boolean;
  readonly isArticle: boolean;
}

function readNumber(tokens: readonly Token[], at: number, hasCurrency: boolean): ReadNumber | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'NUMBER')
    return { digits: token.text, next: at + 1, isSpoken: false, needsUnit: false, isArticle: false };
  if (hasCurrency || token.kind !== 'WORD' || !beginsNumber(token.lower)) return null;
  const spoken = readSpokenNumber(tokens, at);
  return (
    spoken && {
      digits: spoken.digits,
      next: spoken.next,
      isSpoken: true,
      needsUnit: true,
      isArticle: /^an?$/.test(token.lower) && spoken.isSingleWord,
    }
  );
}

interface Tail {
  readonly next: number;
  readonly scale: number | null;
  readonly unit: UnitClass;
  readonly currency: string | null;
  /** Where dollars and cents make one number. */
  readonly digits?: string;
}

function readTail(tokens: readonly Token[], from: number, prefix: string | null, isSpoken: boolean): Tail | null {
  let at = from;
  let scale = scaleOf(tokens, at, prefix !== null);
  if (scale !== null) at += 1;
  // "five hundred thousand million" is not said; "ten thousand crore" is.
  if (scale !== null && scaleOf(tokens, at, false) !== null && scale < 6) {
    scale += scaleOf(tokens, at, false) ?? 0;
    at += 1;
  }
  if (prefix !== null) {
    // "$5 billion dollars" and "US$5 USD" say the currency twice.
    const again = currencyWord(tokens, at);
    return { next: again && again.currency === prefix ? again.next : at, scale, unit: 'MONEY', currency: prefix };
  }
  if (isPercent(tokens[at])) return { next: at + 1, scale, unit: 'PERCENT', currency: null };
  if (tokens[at]?.lower === 'per' && tokens[at + 1]?.lower === 'cent')
    return { next: at + 2, scale, unit: 'PERCENT', currency: null };
  const hyphen = tokens[at]?.text === '-' ? 1 : 0;
  const [word, second] = [tokens[at + hyphen]?.lower, tokens[at + hyphen + 1]];
  if (hyphen === 1 && word === 'percent') return { next: at + 2, scale, unit: 'PERCENT', currency: null };
  if (word === 'percentage' && /^points?$/.test(second?.lower ?? ''))
    return { next: at + hyphen + 2, scale, unit: 'BASIS_POINTS', currency: null, ...pointsToBasis(tokens, from) };
  if (word === 'bps' || word === 'bp') return { next: at + hyphen + 1, scale, unit: 'BASIS_POINTS', currency: null };
  if (word === 'basis') {
    const point = second?.text === '-' ? tokens[at + hyphen + 2] : second;
    if (/^points?$/.test(point?.lower ?? ''))
      return { next: at + hyphen + (second?.text === '-' ? 3 : 2), scale, unit: 'BASIS_POINTS', currency: null };
  }
  if (hyphen === 0 && (word === 'times' || (word === 'x' && isGlued(tokens[at - 1], tokens[at]))))
    return { next: at + 1, scale, unit: 'MULTIPLE', currency: null };
  return readMoneyWords(tokens, from, at, scale, isSpoken);
}

function readMoneyWords(
  tokens: readonly Token[],
  from: number,
  at: number,
  scale: number | null,
  isSpoken: boolean,
): Tail {
  // "half a billion of dollars" is rare, "a million euros" is not; cents and pence are hundredths.
  const money = currencyWord(tokens, at);
  if (!money) return { next: at, scale, unit: 'PLAIN', currency: null };
  // Machines that write down speech print sixty cents as ".60 cents".
  const isFraction = tokens[from - 1]?.kind === 'NUMBER' && /^0?\.\d\d$/.test(tokens[from - 1]?.text ?? '');
  if (money.isHundredth && isFraction) return { next: money.next, scale, unit: 'MONEY', currency: money.currency };
  if (money.isHundredth) return { next: money.next, scale: (scale ?? 0) - 2, unit: 'MONEY', currency: money.currency };
  const cents = scale === null ? readCents(tokens, money.next) : null;
  if (!cents) return { next: money.next, scale, unit: 'MONEY', currency: money.currency };
  const whole = isSpoken ? readSpokenBefore(tokens, from) : (tokens[from - 1]?.text ?? '0');
  return { next: cents.next, scale: null, unit: 'MONEY', currency: money.currency, digits: `${whole}.${cents.digits}` };
}

/** `and twenty cents` after `a dollar`. */
function readCents(tokens: readonly Token[], from: number): { digits: string; next: number } | null {
  const at = tokens[from]?.lower === 'and' ? from + 1 : from;
  const number =
    tokens[at]?.kind === 'NUMBER' ? { digits: tokens[at].text, next: at + 1 } : readSpokenNumber(tokens, at);
  if (!number || !/^\d{1,2}$/.test(number.digits)) return null;
  return /^cents?$/.test(tokens[number.next]?.lower ?? '')
    ? { digits: number.digits.padStart(2, '0'), next: number.next + 1 }
    : null;
}

/** The spoken whole number that ends right before a token. */
function readSpokenBefore(tokens: readonly Token[], end: number): string {
  for (let from = Math.max(0, end - 8); from < end; from += 1) {
    const spoken = readSpokenNumber(tokens, from);
    if (spoken?.next === end) return spoken.digits;
  }
  return '0';
}

function scaleOf(tokens: readonly Token[], at: number, isMoney: boolean): number | null {
  const token = tokens[at];
  const dash = token?.text === '-' ? 1 : 0;
  const word = tokens[at + dash];
  const scale = SCALES.get(word?.lower ?? '');
  if (word === undefined || scale === undefined || dash === 1) return null;
  if (TERSE.test(word.lower) && !isMoney && !isGlued(tokens[at - 1], word)) return null;
  return scale;
}

/** Percentage points in basis points, which are what margins are compared in. */
function pointsToBasis(tokens: readonly Token[], from: number): { digits?: string } {
  const digits = tokens[from - 1]?.kind === 'NUMBER' ? tokens[from - 1]?.text : undefined;
  return digits === undefined ? {} : { digits: parseDecimal(`${digits.replaceAll(',', '')}e2`) ?? digits };
}

function isPercent(token: Token | undefined): boolean {
  return token !== undefined && /^(?:%|percent|pct)$/.test(token.lower);
}
