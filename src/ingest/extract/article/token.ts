import { dotAt } from '../../../language/abbreviation';
import type { TextRange } from '../../../language/span';
import type { Quotation } from './quotation';

export type TokenKind = 'word' | 'number' | 'punctuation' | 'quotation';

/** A word, a number, a sign, or a whole quotation taken as one. */
export interface Token extends TextRange {
  readonly kind: TokenKind;
  readonly text: string;
  readonly lower: string;
  /** Begins with a capital. */
  readonly isCapital: boolean;
  readonly quotation: Quotation | null;
}

/** A sentence of a paragraph as its narrator tells it: what is quoted is one token each. */
export interface Sentence extends TextRange {
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}

// Abbreviations with dots first, so that "U.S." and "J." are one token; then words with inner marks, then numbers, then signs.
const TOKEN =
  /(?:\p{L}\.){2,}|\p{Lu}\.(?=\s+\p{Lu})|[\p{L}][\p{L}\p{N}]*(?:[-'’&.](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*|\d+(?:-\p{L}+)+|[$€£₹¥]?\d+(?:[.,]\d+)*%?|[^\s]/gu;
const FIRM_ENDING = /^(?:Inc|Corp|Co|Ltd)$/;

/** The tokens of a paragraph. A possessive ending is a token of its own, so that names stay as they are: `Meta`, `’s`. */
export function tokenise(text: string, range: TextRange): Token[] {
  const tokens: Token[] = [];
  addWords(tokens, text, range.start, range.end);
  return tokens;
}

/** The same tokens with each quotation folded into one. */
export function foldQuotations(
  text: string,
  tokens: readonly Token[],
  quotations: readonly Quotation[],
): readonly Token[] {
  if (quotations.length === 0) return tokens;
  const folded: Token[] = [];
  let at = 0;
  for (const quotation of quotations) {
    const { outer, start, end } = quotation;
    while (at < tokens.length && (tokens[at] as Token).start < outer.start) folded.push(tokens[at++] as Token);
    const inner = text.slice(start, end);
    folded.push({ ...outer, kind: 'quotation', text: inner, lower: '', isCapital: false, quotation });
    while (at < tokens.length && (tokens[at] as Token).start < outer.end) at++;
  }
  for (; at < tokens.length; at++) folded.push(tokens[at] as Token);
  return folded;
}

function addWords(tokens: Token[], text: string, start: number, end: number): void {
  TOKEN.lastIndex = start;
  for (let match = TOKEN.exec(text); match && match.index < end; match = TOKEN.exec(text)) {
    const word = match[0].slice(0, end - match.index);
    const possessive = /[\p{L}.]['’]s$/u.test(word) ? 2 : 0;
    // The dot of `Inc.` belongs to the firm's name; that of `Mr.` is only passed over.
    const dot =
      FIRM_ENDING.test(word) && text[match.index + word.length] === '.' && match.index + word.length < end ? 1 : 0;
    push(tokens, text, match.index, match.index + word.length - possessive + dot);
    if (possessive) push(tokens, text, match.index + word.length - 2, match.index + word.length);
    const after = match.index + word.length;
    if (text[after] === '.' && /\p{L}$/u.test(word) && dotAt(text, after) !== 'SIGN') TOKEN.lastIndex = after + 1;
  }
}

const isUpper = (first: string): boolean => (first >= 'A' && first <= 'Z') || (first > '\x7f' && /\p{Lu}/u.test(first));

function push(tokens: Token[], text: string, start: number, end: number): void {
  const word = text.slice(start, end);
  const first = word[0] ?? '';
  const kind = /\p{L}/u.test(word) && !/^['’]/.test(word) ? 'word' : /\d/.test(word) ? 'number' : 'punctuation';
  tokens.push({
    start,
    end,
    kind,
    text: word,
    lower: word.toLowerCase(),
    isCapital: isUpper(first),
    quotation: null,
  });
}

/** Tokens of a sentence: more than people write. Subjects and clauses are looked for in all of one, so it must not be a paragraph long. */
const LONGEST_SENTENCE = 400;

/** Cuts a paragraph's tokens into sentences. A quotation that ends like a sentence ends one unless its attribution follows. */
export function sentencesOf(text: string, tokens: readonly Token[], paragraph: number): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  tokens.forEach((token, index) => {
    const isLast = index === tokens.length - 1;
    const isFull = index + 1 - from >= LONGEST_SENTENCE;
    if (!isLast && !isFull && !endsSentence(text, tokens, index, from)) return;
    const own = tokens.slice(from, index + 1);
    if (own.length > 0) sentences.push({ paragraph, tokens: own, start: (own[0] as Token).start, end: token.end });
    from = index + 1;
  });
  return sentences;
}

function endsSentence(text: string, tokens: readonly Token[], index: number, from: number): boolean {
  const token = tokens[index] as Token;
  const next = tokens[index + 1] as Token;
  if (token.quotation) {
    const ends = /[.!?…]['’]?$/.test(token.text);
    if (!ends) return /\n/.test(text.slice(token.end, next.start)) && next.isCapital && !/[,—–-]$/.test(token.text);
    if (next.kind === 'quotation') return true;
    if (next.kind !== 'word' || !next.isCapital) return false;
    // A question or a cry may be followed by who uttered it; a full stop is so only by mistake.
    return /[.…]['’]?$/.test(token.text) || index > from;
  }
  if (token.kind === 'word') return isLastWord(text, token, next);
  if (!/^[.!?…]$/.test(token.text)) return false;
  if (next.kind === 'punctuation') return !/^[,;:)\]—–-]$|^[.!?…]$/.test(next.text) && !/^['’]/.test(next.text);
  const gap = text.slice(token.end, next.start);
  return /\s/.test(gap) && (next.isCapital || next.kind !== 'word');
}

/** An abbreviation that stands last in its sentence: its dot is a part of it, or was passed over. */
function isLastWord(text: string, { end, text: word }: Token, next: Token): boolean {
  const dot = word.endsWith('.') ? end - 1 : end;
  return text[dot] === '.' && next.start > dot && dotAt(text, dot) === 'BOTH';
}
