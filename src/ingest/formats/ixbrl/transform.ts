import { parseDecimal } from '../../../domain/money/decimal';
import { readNumberWords } from './number-word';

/** What a transformation makes of the words of a fact. */
export type Transformed =
  | { readonly number: string }
  /** The report says that there is no value. */
  | { readonly empty: true }
  /** The words do not have the form that the transformation demands. */
  | { readonly wrong: true }
  /** Of a registry that came after this reader. */
  | { readonly unknown: true };

const ZERO = new Set(['zerodash', 'fixedzero', 'numdash']);
const EMPTY = new Set(['nocontent', 'fixedempty']);
const POINT = new Set(['numdotdecimal', 'numcommadot', 'numspacedot', 'numdotdecimalin', 'numdotdecimalapos']);
const COMMA = new Set([
  'numcommadecimal',
  'numdotcomma',
  'numspacecomma',
  'numcomma',
  'numcommadecimalin',
  'numcommadecimalapos',
]);
const UNIT_DECIMAL = new Set(['numunitdecimal', 'numunitdecimalin']);

/**
 * The number in a fact's text by its transformation, as the registries 1 to 5 of XBRL International and the SEC's own define
 * them. `format` may carry a prefix; registries differ in dashes only (`numdotdecimal`, `num-dot-decimal`).
 */
export function transformNumber(format: string | null, text: string): Transformed {
  if (format === null) return plain(text.trim());
  const name = format
    .slice(format.indexOf(':') + 1)
    .replaceAll('-', '')
    .toLowerCase();
  if (ZERO.has(name)) return { number: '0' };
  if (EMPTY.has(name)) return { empty: true };
  if (POINT.has(name)) return plain(text.replace(/[\s\u00a0,'’]/g, ''));
  if (COMMA.has(name)) return plain(text.replace(/[\s\u00a0.'’]/g, '').replace(',', '.'));
  if (UNIT_DECIMAL.has(name)) return unitDecimal(text);
  if (name === 'numwordsen') {
    const number = readNumberWords(text.trim());
    return number === null ? { wrong: true } : { number };
  }
  return { unknown: true };
}

function plain(text: string): Transformed {
  const number = /^(\d+\.?\d*|\.\d+)$/.test(text) ? parseDecimal(text.replace(/^\./, '0.').replace(/\.$/, '')) : null;
  return number === null ? { wrong: true } : { number };
}

/** `5 dollars 25 cents`: whole units, then hundredths of them. */
function unitDecimal(text: string): Transformed {
  const parts = text.match(/\d[\d,. \u00a0'’]*/g);
  if (!parts || parts.length > 2) return { wrong: true };
  const [whole = '', hundredths = '0'] = parts.map((part) => part.replace(/\D/g, ''));
  return hundredths.length > 2 ? { wrong: true } : plain(`${whole}.${hundredths.padStart(2, '0')}`);
}

/** The number with its scale (a power of ten) and its sign; null where the scale is none or the result has too many digits. */
export function scaleNumber(number: string, scale: string | null, sign: string | null): string | null {
  const power = scale === null || scale === '' ? '0' : scale;
  if (!/^[+-]?\d{1,2}$/.test(power)) return null;
  if (sign !== null && sign !== '-') return null;
  return parseDecimal(`${sign === '-' ? '-' : ''}${number}e${Number(power)}`);
}
