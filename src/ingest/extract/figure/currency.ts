import { currencyOfCode, isWordToo } from './currency-code';
import type { Token } from './token';

/** ISO 4217 codes by the signs that are printed before a number; letters may stand before a sign (US$, C$). */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₱', 'PHP'],
  ['₦', 'NGN'],
  ['₺', 'TRY'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['₪', 'ILS'],
  ['₴', 'UAH'],
  ['₽', 'RUB'],
]);

const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u.s.', 'USD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['cdn', 'CAD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['hk', 'HKD'],
  ['nt', 'TWD'],
  ['s', 'SGD'],
  ['nz', 'NZD'],
  ['r', 'BRL'],
  ['mx', 'MXN'],
  ['ar', 'ARS'],
  ['cl', 'CLP'],
  ['col', 'COP'],
]);

/** Abbreviations of a currency's name before a number. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['rs', 'INR'],
  ['ps', 'MXN'],
  ['rp', 'IDR'],
  ['rm', 'MYR'],
]);

// Pounds are left out: five million pounds may be chicken.
const WORDS: ReadonlyMap<string, string> = new Map([
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['sterling', 'GBP'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['rupees', 'INR'],
  ['rupee', 'INR'],
  ['francs', 'CHF'],
  ['kronor', 'SEK'],
]);

const HUNDREDTHS: ReadonlyMap<string, string> = new Map([
  ['cent', 'USD'],
  ['cents', 'USD'],
  ['¢', 'USD'],
  ['pence', 'GBP'],
  ['paise', 'INR'],
]);

/** Adjectives before a currency's name: `Canadian dollars`, `Swiss francs`. */
const LANDS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u.s.', 'USD'],
  ['american', 'USD'],
  ['canadian', 'CAD'],
  ['australian', 'AUD'],
  ['swiss', 'CHF'],
  ['british', 'GBP'],
  ['indian', 'INR'],
  ['japanese', 'JPY'],
  ['korean', 'KRW'],
  ['swedish', 'SEK'],
]);

const SCALE = /^(?:thousand|million|billion|trillion|m|mn|bn)$/;

/** The currency before a number, or null: $, US$, €, Rs., USD. */
export function currencySign(tokens: readonly Token[], at: number): { currency: string; next: number } | null {
  const token = tokens[at];
  if (!token) return null;
  const own = SIGNS.get(token.text);
  if (own) return { currency: own, next: at + 1 };
  if (token.kind !== 'WORD') return null;
  const next = tokens[at + 1];
  const prefixed = DOLLARS.get(token.lower);
  if (prefixed && next?.text === '$' && next.start === token.end) return { currency: prefixed, next: at + 2 };
  if (token.text === 'CN' && next?.text === '¥') return { currency: 'CNY', next: at + 2 };
  // Most words are in small letters, and neither a short sign nor a code is.
  if (!/^\p{Lu}/u.test(token.text)) return null;
  const short = SHORT.get(token.lower.replace(/\.$/, ''));
  if (short) {
    const dotted = next?.text === '.' ? at + 2 : at + 1;
    return tokens[dotted]?.kind === 'NUMBER' ? { currency: short, next: dotted } : null;
  }
  const code = currencyOfCode(token.text);
  if (code === null) return null;
  // MXN$61.5 billion
  if (next?.text === '$' && next.start === token.end) return { currency: code, next: at + 2 };
  const isMoney = !isWordToo(token.text) || next?.start === token.end || SCALE.test(tokens[at + 2]?.lower ?? '');
  if (next?.kind === 'NUMBER' && isMoney) return { currency: code, next: at + 1 };
  return null;
}

/** The currency named after a number, or null: dollars, euros, cents, USD, Canadian dollars. */
export function currencyWord(
  tokens: readonly Token[],
  at: number,
): { currency: string; next: number; isHundredth: boolean } | null {
  const token = tokens[at];
  if (!token) return null;
  const hundredth = HUNDREDTHS.get(token.lower);
  if (hundredth) return { currency: hundredth, next: at + 1, isHundredth: true };
  const sign = token.text === '€' || token.text === '₹' ? SIGNS.get(token.text) : undefined;
  if (sign) return { currency: sign, next: at + 1, isHundredth: false };
  const word = WORDS.get(token.lower);
  if (word) return { currency: word, next: at + 1, isHundredth: false };
  const land = LANDS.get(token.lower);
  if (land && WORDS.has(tokens[at + 1]?.lower ?? '')) return { currency: land, next: at + 2, isHundredth: false };
  const code = isWordToo(token.text) ? null : currencyOfCode(token.text);
  return code === null ? null : { currency: code, next: at + 1, isHundredth: false };
}
