import type { TextRange } from '../../../language/span';

/** A line, or several that one paragraph was wrapped over; without surrounding white space. */
export interface Chunk extends TextRange {
  /** Empty lines stand before it. */
  readonly isApart: boolean;
  readonly text: string;
}

/** Widths that plain text is wrapped at; longer lines are paragraphs of their own. */
const WIDEST = 165;
const NARROWEST = 45;
const BULLET = /^(?:[•·▪●◦*‣–—-]\s|\d{1,2}[.)]\s)/;
const COLUMNS = /\S(?:[^\S\n]{3,}|\t)\S/;

/** The paragraphs of a plain text: lines, but one for all lines of a paragraph that was wrapped at a width. */
export function chunksOf(text: string): Chunk[] {
  const groups = groupsOf(text);
  const width = wrapWidth(groups);
  const chunks: Chunk[] = [];
  for (const group of groups) {
    let open: { start: number; end: number; isApart: boolean } | null = null;
    for (const [index, line] of group.entries()) {
      const before = group[index - 1];
      if (open && before && goesOn(text, before, line, width)) open.end = line.end;
      else {
        if (open) chunks.push(chunk(text, open.start, open.end, open.isApart));
        open = { ...line, isApart: index === 0 };
      }
    }
    if (open) chunks.push(chunk(text, open.start, open.end, open.isApart));
  }
  return chunks;
}

/** The width at which a text was wrapped: what most lines with a line below them nearly reach. Null: it was not. */
function wrapWidth(groups: readonly TextRange[][]): number | null {
  const lengths = groups
    .flatMap((group) => group.slice(0, -1).map(({ start, end }) => end - start))
    .sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (lengths.length < 1 || width > WIDEST || width < NARROWEST) return null;
  const full = lengths.filter((length) => length >= width * 0.8).length;
  return full >= lengths.length * 0.45 ? width : null;
}

/** Whether a line goes on with the one above: that one is full, and neither is a row of a table nor a new item. */
function goesOn(text: string, above: TextRange, line: TextRange, width: number | null): boolean {
  const [upper, lower] = [text.slice(above.start, above.end), text.slice(line.start, line.end)];
  if (width === null || upper.length < width * 0.72 || BULLET.test(lower)) return false;
  return !COLUMNS.test(upper.replace(BULLET, '')) && !COLUMNS.test(lower);
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
