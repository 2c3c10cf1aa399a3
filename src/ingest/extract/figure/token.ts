import type { TextRange } from '../../../language/span';
import { currencyOfCode } from './currency-code';

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
  /((?:\p{Lu}{3}|(?:Rs|Ps|Rp|RM)\.?)(?=\d)|(?:\p{Lu}\.){2,4}|\p{L}[\p{L}\p{N}]*(?:['’&]\p{L}[\p{L}\p{N}]*)*)|(\d{1,3}(?:,\d{2,3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)|\S/gu;

/** A word as it stands, whatever it touches. */
const WORD = /\p{L}[\p{L}\p{N}]*(?:['’&]\p{L}[\p{L}\p{N}]*)*/uy;

/** The tokens of a range, in order. */
export function tokensOf(text: string, { start, end }: TextRange): Token[] {
  const found: Token[] = [];
  const words = text.slice(start, end);
  // A loop of exec, since matchAll makes a new expression on every call.
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(words); match; match = TOKEN.exec(words)) {
    const at = start + match.index;
    const [, word, number] = match;
    let [spelled] = match;
    // What is cut from its number has to be a code: ABC123 is one word.
    if (
      word?.length === 3 &&
      /^\p{Lu}{3}$/u.test(word) &&
      /\d/.test(words[TOKEN.lastIndex] ?? '') &&
      currencyOfCode(word) === null
    ) {
      WORD.lastIndex = match.index;
      spelled = WORD.exec(words)?.[0] ?? spelled;
      TOKEN.lastIndex = match.index + spelled.length;
    }
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
