import { dotAt } from './abbreviation';
import { everyMatch } from './pattern';
import type { TextRange } from './span';

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
  for (const match of everyMatch(BOUNDARY, text.slice(range.start, range.end))) {
    const at = range.start + match.index;
    const next = at + match[0].length;
    if (next >= range.end) break;
    const [, signs, closers = ''] = match;
    if (signs !== undefined && !endsSentence(text, { at, signs, closers }, next)) continue;
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

function endsSentence(text: string, { at, signs, closers }: Signs, next: number): boolean {
  const following = text.slice(next, next + 24).replace(/^["'“‘([«]+/, '');
  // A new sentence begins with a capital, a digit or a sign that opens one; "…," he said, goes on in lower case.
  if (!/^[\p{Lu}\p{Lt}\p{N}$€£¥•–—-]/u.test(following)) return false;
  return signs !== '.' || closers !== '' || dotAt(text, at) !== 'WORD';
}
