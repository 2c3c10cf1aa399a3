import { splitSentences } from '../../../language/sentence';
import type { TextRange } from '../../../language/span';
import type { TurnView } from './turn-view';

/** Words that a passage has at most where the source has no paragraphs; a longer sentence stays whole. */
const MOST_WORDS = 120;
/** Part of the long turns that have to be in paragraphs for the source to count as having any. */
const SHARE = 0.2;

/** Whether the source cuts long turns into paragraphs. */
export function hasParagraphs(views: readonly TurnView[]): boolean {
  const long = views.filter(({ count }) => count > 2 * MOST_WORDS);
  return long.length > 0 && long.filter(({ turn }) => turn.paragraphs.length > 1).length >= SHARE * long.length;
}

/** The source's paragraphs; without them whole sentences up to 120 words. Together they hold all words of the turn. */
export function passagesOf(text: string, { turn }: TurnView, keepsParagraphs: boolean): TextRange[] {
  return keepsParagraphs ? [...turn.paragraphs] : turn.paragraphs.flatMap((range) => cut(text, range));
}

function cut(text: string, range: TextRange): TextRange[] {
  if (countWords(text, range) <= MOST_WORDS) return [range];
  const passages: TextRange[] = [];
  let words = 0;
  for (const sentence of splitSentences(text, range)) {
    const count = countWords(text, sentence);
    const open = passages.at(-1);
    if (open && words + count <= MOST_WORDS) passages[passages.length - 1] = { start: open.start, end: sentence.end };
    else {
      passages.push(sentence);
      words = 0;
    }
    words += count;
  }
  return passages;
}

function countWords(text: string, { start, end }: TextRange): number {
  let count = 0;
  let isInside = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const isSpace = code <= 32 || code === 0xa0;
    if (!isSpace && !isInside) count++;
    isInside = !isSpace;
  }
  return count;
}
