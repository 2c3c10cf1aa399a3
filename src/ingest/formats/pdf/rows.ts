import type { PdfItem, PdfPage } from './read-pages';

/** Words that stand together, apart from the next ones by more than a wide space. */
export interface Cell {
  readonly x: number;
  readonly end: number;
  readonly text: string;
}

/** What stands on one line of a page, from left to right. Points. */
export interface Row {
  readonly page: number;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly cells: readonly Cell[];
  readonly text: string;
}

/** Parts of the size of type: how far a superscript may rise, what counts as a space, and as the space between columns. */
const RISE = 0.5;
const HANG = 0.75;
const SPACE = 0.14;
const COLUMN = 1.8;

/** The lines of a page from top to bottom. */
export function rowsOf(page: PdfPage, number: number): Row[] {
  const lines: { y: number; size: number; items: PdfItem[] }[] = [];
  // Large type first, so that marks that are set higher join the line that they belong to.
  for (const item of [...page.items].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = nearest(lines.slice(-4), item);
    if (!line) lines.push({ y: item.y, size: item.size, items: [item] });
    else {
      line.items.push(item);
      if (item.size > line.size) [line.size, line.y] = [item.size, item.y];
    }
  }
  return lines
    .sort((a, b) => b.y - a.y)
    .map(({ y, size, items }) =>
      rowOf(
        items.sort((a, b) => a.x - b.x),
        y,
        size,
        number,
      ),
    )
    .filter(({ text }) => text !== '');
}

/** The line at an item's height; a label that ends in a colon may hang a little off the line beside it. */
function nearest<L extends { readonly y: number; readonly size: number; readonly items: readonly PdfItem[] }>(
  lines: readonly L[],
  item: PdfItem,
): L | undefined {
  const isLabel = (words: string): boolean => /:\s*$/.test(words) && words.length < 60;
  const reach = (line: L): number =>
    isLabel(item.text) || line.items.every(({ text }) => isLabel(text)) ? HANG : RISE;
  return lines
    .filter((line) => Math.abs(line.y - item.y) <= reach(line) * Math.max(line.size, item.size))
    .sort((a, b) => Math.abs(a.y - item.y) - Math.abs(b.y - item.y))[0];
}

function rowOf(items: readonly PdfItem[], y: number, size: number, page: number): Row {
  const cells: { x: number; end: number; text: string }[] = [];
  for (const { x, width, text } of items) {
    const cell = cells.at(-1);
    const gap = cell ? x - cell.end : 0;
    if (!cell || gap > COLUMN * size) cells.push({ x, end: x + width, text });
    else {
      const isApart = gap > SPACE * size && !/\s$/.test(cell.text) && !/^\s/.test(text);
      cell.text += isApart ? ` ${text}` : text;
      cell.end = Math.max(cell.end, x + width);
    }
  }
  const clean = cells
    .map((cell) => ({ ...cell, text: cell.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
  const [first, last] = [clean[0], clean.at(-1)];
  joinCurrency(clean);
  return {
    page,
    x: first?.x ?? 0,
    end: last?.end ?? 0,
    y,
    size,
    font: items.find(({ text }) => text.trim())?.font ?? '',
    cells: clean,
    text: clean.map(({ text }) => text).join(' '),
  };
}

/** A currency sign that stands apart goes with the number on its right. */
function joinCurrency(cells: { x: number; end: number; text: string }[]): void {
  for (const cell of cells) cell.text = cell.text.replace(/([$€£¥]) (?=[\d(])/g, '$1');
  for (let i = cells.length - 2; i >= 0; i--) {
    const [cell, next] = [cells[i], cells[i + 1]];
    const sign = cell && next ? /(?:^|\s)([$€£¥])$/.exec(cell.text) : null;
    if (!cell || !next || !sign || !/^[(\d–—-]/.test(next.text)) continue;
    next.text = `${sign[1]}${next.text}`;
    cell.text = cell.text.slice(0, sign.index).trim();
    if (!cell.text) cells.splice(i, 1);
  }
}
