import type { TextRange } from './span';

/** Words that end with a dot without ending a sentence. */
const ABBREVIATION =
  /(?:^|[^\p{L}\p{N}])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Sr|Jr|St|Mt|Ft|vs|etc|approx|est|dept|fig|no|nos|vol|pp|al|ca|cf|[Ii]nc|[Cc]orp|[Cc]o|[Ll]td|Bros|Rs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|[A-Z]|e\.g|i\.e|a\.m|p\.m|[Uu]\.[SsKk]|U\.S\.A|D\.C|Ph\.D)$/u;

/** An abbreviation that may also stand last: it ends the sentence where the next word looks like a new one. */
const MAY_END = /(?:Inc|Corp|Co|Ltd|etc|Jr|Sr|[ap]\.m|U\.[SK]|U\.S\.A|D\.C)$/;

/** Words that begin a sentence far more often than they follow an abbreviation. */
const OPENER =
  /^(?:The|This|That|These|Those|He|She|It|They|We|I|In|On|At|But|And|So|As|If|For|When|While|There|Our|His|Her|Its|Their|You|Now|Also|However|Meanwhile|Thank|Thanks|Yes|No|Well)\b/;

const CLOSERS = `"'”’)\\]»`;
// Begins where a run of signs begins, or a long run would be tried from each of its signs anew.
const BOUNDARY = new RegExp(String.raw`(?<![.!?…])([.!?…]+)([${CLOSERS}]*)(\s+)|\n[^\S\n]*\n\s*`, 'gu');

/**
 * The sentences of a range, in order, without the white space between them. A dot of an abbreviation, an initial or a number
 * ends none; an empty line ends one always; a single line break is white space, since texts are wrapped.
 */
export function splitSentences(text: string, range: TextRange = { start: 0, end: text.length }): TextRange[] {
  const found: TextRange[] = [];
  let start = range.start;
  const push = (end: number): void => {
    const words = text.slice(start, end);
    const from = start + words.length - words.trimStart().length;
    const to = start + words.trimEnd().length;
    if (to > from) found.push({ start: from, end: to });
  };
  // Searched in the range alone: a document of short lines would else be read to its end once for each of them.
  for (const match of text.slice(range.start, range.end).matchAll(BOUNDARY)) {
    const at = range.start + match.index;
    const next = at + match[0].length;
    if (next >= range.end) break;
    const [, signs, closers = ''] = match;
    if (signs !== undefined && !endsSentence(text, { at, signs, closers }, start, next)) continue;
    push(signs === undefined ? at : at + signs.length + closers.length);
    start = next;
  }
  push(range.end);
  return found;
}

interface Signs {
  readonly at: number;
  readonly signs: string;
  readonly closers: string;
}

function endsSentence(text: string, { at, signs, closers }: Signs, start: number, next: number): boolean {
  const following = text.slice(next, next + 24).replace(/^["'“‘([«]+/, '');
  // A new sentence begins with a capital, a digit or a sign that opens one; "…," he said, goes on in lower case.
  if (!/^[\p{Lu}\p{Lt}\p{N}$€£¥•–—-]/u.test(following)) return false;
  if (signs !== '.' || closers) return true;
  const before = text.slice(Math.max(start, at - 12), at);
  if (!ABBREVIATION.test(before)) return true;
  return MAY_END.test(before) && OPENER.test(following);
}
