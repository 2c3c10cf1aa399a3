import { wordList } from '../../../language/lexicon/word-list';
import { DETERMINERS } from './lexicon/function-word';
import { BODY_NOUNS, PERSON_NOUNS } from './lexicon/role-noun';
import type { Token } from './token';

/** Office and firm as words beside a name tell them; null is untold. */
export interface TitlePhrase {
  readonly title: string | null;
  readonly firm: string | null;
  readonly nouns: readonly string[];
}

const NONE: TitlePhrase = { title: null, firm: null, nouns: [] };
const TITLE_WORDS = wordList('office-words');
const LINK = /^(?:at|of|for|with|from|in)$/;

/** The office before a name: tokens that end right before it. `Meta CEO`, `its chief financial officer`, `Clinton campaign spokesman`. */
export function titleBefore(tokens: readonly Token[], end: number): TitlePhrase & { readonly from: number } {
  let from = end;
  while (from > 0 && end - from < 8 && isTitleWord(tokens[from - 1] as Token)) from--;
  from = chiefBefore(tokens, from, end);
  while (from < end && /^(?:and|&|of)$/.test((tokens[from] as Token).lower)) from++;
  const nouns = tokens.slice(from, end).map(({ lower }) => lower);
  if (!nouns.some((noun) => PERSON_NOUNS.has(noun))) return { ...NONE, from: end };
  const title = printed(tokens.slice(from, end));
  const firm = firmBefore(tokens, from);
  return { title, firm, nouns: nouns.filter((noun) => PERSON_NOUNS.has(noun)), from };
}

/** Whatever a chief officer is chief of belongs to the office: `Chief Data Officer`, `chief trust and safety officer`. */
function chiefBefore(tokens: readonly Token[], from: number, end: number): number {
  if (end === from || (tokens[from] as Token).lower !== 'officer') return from;
  for (let at = from - 1; at >= 0 && from - at <= 5; at--) {
    const { lower, kind } = tokens[at] as Token;
    if (lower === 'chief') return at;
    if (kind !== 'word' && lower !== '&') break;
  }
  return from;
}

const isTitleWord = ({ text, kind, lower }: Token): boolean =>
  text === '&' || (kind === 'word' && (TITLE_WORDS.has(lower) || PERSON_NOUNS.has(lower)));

/** Capitals, or a possessive, right before a title: `Meta CEO`, `Apple's chief executive`. */
function firmBefore(tokens: readonly Token[], end: number): string | null {
  let last = end;
  if (/^['’]s$/.test(tokens[last - 1]?.text ?? '')) last--;
  let from = last;
  while (from > 0 && last - from < 5 && isFirmWord(tokens[from - 1] as Token)) from--;
  while (from < last && DETERMINERS.has((tokens[from] as Token).lower)) from++;
  return from < last ? printed(tokens.slice(from, last)) : null;
}

const isFirmWord = (token: Token): boolean =>
  (token.kind === 'word' &&
    token.isCapital &&
    !/^(?:Former|The|But|And|When|As|In|On|At|While|Mr|Mrs|Ms|Dr|Its|His|Her|Their|Our)$/.test(token.text)) ||
  token.text === '&';

/** The office after a name, between commas: `, Co-Founder & Managing Partner at IA`, `, an analyst with Gartner,`. */
export function titleAfter(tokens: readonly Token[], at: number): TitlePhrase {
  if (tokens[at]?.text !== ',' && tokens[at]?.text !== '(') return firmAfter(tokens, at);
  const first = at + 1;
  let end = first;
  while (end < tokens.length && end - first < 26 && !/^[.;:()—–“”"]$/.test((tokens[end] as Token).text)) {
    const token = tokens[end] as Token;
    if (token.text === ',' && !continuesTitle(tokens, end)) break;
    if (/^(?:who|which|whose|said|says|told|commented|added|wrote)$/.test(token.lower)) break;
    end++;
  }
  const link = findLink(tokens, first, end);
  const head = tokens.slice(first, link ?? end);
  const start = startOfTitle(head);
  const nouns = head.map(({ lower }) => lower).filter((noun) => PERSON_NOUNS.has(noun) || /^co-/.test(noun));
  if (nouns.length === 0) return NONE;
  return {
    title: printed(head.slice(start)) || null,
    firm: link === null ? firmInside(head) : firmFrom(tokens, link + 1, end),
    nouns,
  };
}

/** Behind the article, and behind the firm that an office may begin with: `the Jefferies analyst`, `Meta's finance chief`. */
function startOfTitle(head: readonly Token[]): number {
  let start = head[0] && DETERMINERS.has(head[0].lower) ? 1 : 0;
  const last = head.length - 1;
  while (start < last && (head[start] as Token).isCapital && !isTitleWord(head[start] as Token)) start++;
  // "the company's chief operating officer"
  const owner = head.slice(0, 5).findIndex(({ text }) => /^['’]s?$/.test(text));
  if (owner >= start - 1 && owner >= 0 && owner < last) start = owner + 1;
  return start;
}

/** `, president and CEO`, `, founder, chairman and CEO`: commas inside one title. */
function continuesTitle(tokens: readonly Token[], comma: number): boolean {
  const next = tokens[comma + 1];
  return next !== undefined && isTitleWord(next) && next.lower !== 'and';
}

function findLink(tokens: readonly Token[], from: number, to: number): number | null {
  for (let index = from + 1; index < to; index++) {
    const token = tokens[index] as Token;
    if (!LINK.test(token.lower)) continue;
    const [next, after] = [tokens[index + 1], tokens[index + 2]];
    const isNamed = next?.isCapital === true && after?.isCapital === true && !isTitleWord(after);
    const isInsideTitle = token.lower === 'of' && next !== undefined && isTitleWord(next) && !isNamed;
    if (!isInsideTitle) return index;
  }
  return null;
}

/** `Victor Cha of Gartner`, `Jane Doe at Citi`. */
function firmAfter(tokens: readonly Token[], at: number): TitlePhrase {
  const link = tokens[at];
  if (!link || !/^(?:of|at|with|from)$/.test(link.lower)) return NONE;
  const firm = firmFrom(tokens, at + 1, Math.min(tokens.length, at + 8));
  return firm ? { title: null, firm, nouns: [] } : NONE;
}

function firmFrom(tokens: readonly Token[], from: number, to: number): string | null {
  let start = from;
  while (
    start < to &&
    /^(?:the|a|an|investment|brokerage|research|firm|bank|consultancy|advisory|fund|asset|hedge|manager)$/.test(
      (tokens[start] as Token).text,
    )
  )
    start++;
  let end = start;
  while (end < to) {
    const token = tokens[end] as Token;
    const joins = /^(?:of|for|and|&|the|de)$/.test(token.text) && tokens[end + 1]?.isCapital === true && end > start;
    if (!(token.kind === 'word' && token.isCapital) && !joins && !(token.kind === 'number' && end > start)) break;
    end++;
  }
  return end > start ? printed(tokens.slice(start, end)) : null;
}

/** `, the Jefferies analyst`, `, Meta's finance chief`. */
function firmInside(head: readonly Token[]): string | null {
  const capitals: Token[] = [];
  for (const token of head) {
    if (token.isCapital && !isTitleWord(token) && !BODY_NOUNS.has(token.lower)) capitals.push(token);
    else if (capitals.length > 0) break;
  }
  return capitals.length > 0 ? printed(capitals) : null;
}

/** Tokens as the text has them, with one space between words. */
export function printed(tokens: readonly Token[]): string {
  let line = '';
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    line += (before && token.start > before.end ? ' ' : '') + token.text;
    // A dot belongs to the abbreviation before it, but is no token of a name.
  });
  return line;
}
