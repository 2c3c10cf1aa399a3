import type { TextRange } from '../../neutral-document';

/** A line, or several that one paragraph was wrapped over; without surrounding white space. */
export interface Chunk extends TextRange {
  /** Empty lines stand before it. */
  readonly isApart: boolean;
  readonly text: string;
}

const WRAP_WIDTH = { least: 45, most: 160 };

/** The paragraphs of a plain text: lines, but one for all lines of a paragraph that was wrapped at a width. */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (const group of groupsOf(text)) {
    if (isWrapped(text, group))
      chunks.push(chunk(text, (group[0] as TextRange).start, (group.at(-1) as TextRange).end, true));
    else group.forEach(({ start, end }, index) => chunks.push(chunk(text, start, end, index === 0)));
  }
  return chunks;
}

const chunk = (text: string, start: number, end: number, isApart: boolean): Chunk => ({
  start,
  end,
  isApart,
  text: text.slice(start, end),
});

/** Lines with words, in groups between empty ones. */
function groupsOf(text: string): TextRange[][] {
  const groups: TextRange[][] = [];
  let group: TextRange[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? text.length : newline;
    const range = trimmed(text, start, stop);
    if (range) group.push(range);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
    start = stop + 1;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function trimmed(text: string, start: number, end: number): TextRange | null {
  let [from, to] = [start, end];
  while (from < to && /[\s\ufeff]/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return to > from ? { start: from, end: to } : null;
}

/** Every line but the last is about as long as a page is wide, and most break in the middle of a sentence. */
function isWrapped(text: string, group: readonly TextRange[]): boolean {
  if (group.length < 2) return false;
  const body = group.slice(0, -1);
  const lengths = body.map(({ start, end }) => end - start);
  const longest = Math.max(...lengths);
  if (longest > WRAP_WIDTH.most || longest < WRAP_WIDTH.least) return false;
  if (!lengths.every((length) => length >= longest * 0.6)) return false;
  const midway = body.filter(({ end }, index) => {
    const next = text.slice((group[index + 1] as TextRange).start, (group[index + 1] as TextRange).start + 1);
    return !/[.!?:”"]/.test(text[end - 1] as string) || /\p{Ll}/u.test(next);
  }).length;
  return midway >= body.length * 0.6;
}
