import type { TextRange } from '../../../language/span';

/** A word, a number or a sign, with its place in the document's text. */
export interface Token extends TextRange {
  readonly text: string;
  /** Lower case, typographic apostrophes made plain; words of a metric are compared in it. */
  readonly lower: string;
  readonly kind: 'WORD' | 'NUMBER' | 'SIGN';
}

/**
 * Words keep the dots of their letters (U.S.), digits and inner apostrophes or ampersands (Q4, R&D, FMC's); numbers keep thousands' commas, the Indian way of
 * 1,00,000 too; a currency's code is cut from the number that it touches (CHF2.58). Everything else is a sign of its own, hyphens included, so that non-GAAP is three tokens. Each alternative
 * begins with another class of character: the pattern cannot backtrack far.
 */
const TOKEN =
  /((?:CHF|EUR|USD|GBP|INR|CAD|AUD|JPY|CNY|RMB|SEK|NOK|DKK|HKD|SGD|Rs)(?=\d)|(?:\p{Lu}\.){2,4}|\p{L}[\p{L}\p{N}]*(?:['’&]\p{L}[\p{L}\p{N}]*)*)|(\d{1,3}(?:,\d{2,3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)|\S/gu;

/** The tokens of a range, in order. */
export function tokensOf(text: string, { start, end }: TextRange): Token[] {
  const found: Token[] = [];
  const words = text.slice(start, end);
  // A loop of exec, since matchAll makes a new expression on every call.
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(words); match; match = TOKEN.exec(words)) {
    const at = start + match.index;
    const [spelled, word, number] = match;
    const kind = word !== undefined ? 'WORD' : number !== undefined ? 'NUMBER' : 'SIGN';
    const lower = kind === 'WORD' ? spelled.toLowerCase().replaceAll('’', "'") : spelled;
    found.push({ text: spelled, lower, kind, start: at, end: at + spelled.length });
  }
  return found;
}

/** Whether two neighbours touch: 48.39bn, $5, 10-K. */
export function isGlued(left: Token | undefined, right: Token | undefined): boolean {
  return left !== undefined && right !== undefined && left.end === right.start;
}
