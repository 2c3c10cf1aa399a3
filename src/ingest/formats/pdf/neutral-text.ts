import { isFullName } from '../../../language/name/name-shape';
import { splitLabel } from '../../../language/name/split-label';
import { isOffice } from '../../../language/name/title';
import type { Block } from '../../neutral-document';
import { LEADING_STAMP, TRAILING_STAMP } from '../transcript/label-mark';
import { joinLines, wordsOf } from './join-lines';
import { withoutFurniture } from './page-furniture';
import type { PdfPage } from './read-pages';
import { type Row, rowsOf } from './rows';

/** A PDF's words in reading order: a paragraph a line, an empty line between; a row of a table is a line, its cells apart by tabs. */
export interface NeutralText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Parts of the usual distance between lines, and of the type's size, that begin a paragraph. */
const GAP = 1.35;
const INDENT = 1.2;

/** Puts the rows of all pages together, without page furniture; what a page's end cuts is whole again. */
export function neutralTextOf(pages: readonly PdfPage[]): NeutralText {
  const rows = raiseLabels(
    withoutFurniture(
      pages,
      pages.map((page, i) => rowsOf(page, i)),
    ).flat(),
  );
  const isKnown = wordsOf(rows.map(({ text }) => text));
  const right = rightEdge(rows);
  const leading = usualLeading(rows);
  let text = '';
  const blocks: Block[] = [];
  let group: Row[] = [];
  const flush = (): void => {
    const first = group[0];
    if (!first) return;
    const isTable = isTableRow(first);
    const words = isTable
      ? first.cells.map((cell) => cell.text).join('\t')
      : joinLines(
          group.map((row) => row.text),
          isKnown,
        );
    const before = blocks.at(-1);
    if (text) text += isTable && before?.kind === 'TABLE_ROW' ? '\n' : '\n\n';
    blocks.push({ start: text.length, end: text.length + words.length, kind: isTable ? 'TABLE_ROW' : 'PARAGRAPH' });
    text += words;
    group = [];
  };
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    if (before && beginsParagraph(before, row, rows[i + 1], { right, leading })) flush();
    group.push(row);
  });
  flush();
  return { text: `${text}\n`, blocks };
}

/**
 * A label that hangs beside a later line of its words goes to the line where they begin: the first one below a gap, when the
 * line above the label is in the middle of a sentence.
 */
function raiseLabels(rows: readonly Row[]): Row[] {
  const raised = [...rows];
  rows.forEach((row, i) => {
    const [label, ...rest] = row.cells;
    const [words] = rest;
    if (!label?.text.endsWith(':') || !words || !startsWithLabelText(label.text)) return;
    let first = i;
    while (first > 0 && i - first < 3 && isSameColumn(raised[first - 1] as Row, raised[first] as Row, words.x)) first--;
    const before = raised[i - 1];
    if (first === i || !before || /[.!?…:”"’)\]]$/.test(before.text)) return;
    raised[i] = withCells(row, rest);
    const start = raised[first] as Row;
    raised[first] = withCells(start, [{ ...label, end: label.x }, ...start.cells]);
  });
  return raised;
}

const isSameColumn = (above: Row, below: Row, x: number): boolean =>
  above.page === below.page &&
  above.cells.length === 1 &&
  Math.abs(above.x - x) < above.size &&
  above.y - below.y < 1.8 * above.size;

const withCells = (row: Row, cells: Row['cells']): Row => ({
  ...row,
  cells,
  x: cells[0]?.x ?? row.x,
  text: cells.map(({ text }) => text).join(' '),
});

interface Measure {
  readonly right: number;
  readonly leading: number;
}

function beginsParagraph(before: Row, row: Row, after: Row | undefined, { right, leading }: Measure): boolean {
  const isFinished = /[.!?…:”"’)\]]$/.test(before.text);
  const isGap =
    row.page === before.page && before.y - row.y > GAP * Math.max(leading, 1.1 * Math.min(before.size, row.size));
  if (RULE.test(row.text) || RULE.test(before.text)) return true;
  if (isTableRow(row) || isTableRow(before) || isLabelLine(before, row)) return true;
  // A line within a sentence may look like a label, `… are | Ann Lee, Chief Executive Officer`.
  if ((isFinished || isGap || row.page !== before.page) && (isLabelLine(row, after) || startsWithLabel(row)))
    return true;
  if (/^[•●▪◦·–*]\s/.test(row.text) || Math.abs(row.size - before.size) > 0.18 * before.size) return true;
  const isShort = before.end < right - 6 * before.size;
  if (row.page !== before.page)
    return (
      isFinished &&
      (isShort || !/^\p{Ll}/u.test(row.text)) &&
      !(endsLine(before, right) && !/[.!?…:”"]$/.test(before.text))
    );
  if (isGap) return true;
  if (isFinished && row.x > before.x + INDENT * row.size && before.cells.length === 1) return true;
  if (!isFinished && /^[\p{Lu}\d]/u.test(row.text) && right - before.end > firstWordWidth(row) + 2 * row.size)
    return true;
  return isFinished && before.end < right - 0.3 * right && /^[\p{Lu}“"]/u.test(row.text);
}

/** What would have fitted on the line above and stands below was broken off by hand. */
const firstWordWidth = ({ text, x, end }: Row): number =>
  ((end - x) / text.length) * (text.indexOf(' ') + 1 || text.length);

const endsLine = (row: Row, right: number): boolean => row.end > right - 3 * row.size;

/** Columns of numbers; a hanging label with its words beside it is none. */
function isTableRow({ cells, text }: Row): boolean {
  if (cells.length < 2 || startsWithLabelText(text)) return false;
  const numbers = cells.filter((cell) =>
    /^[($—–-]?\s?[$€£¥]?\s?\(?[\d.,]+\)?\s?[%x)]{0,2}$|^[—–-]$|^[$€£¥]$/.test(cell.text),
  ).length;
  return numbers >= 1 && numbers >= (cells.length - 1) / 2 ? true : cells.length >= 3;
}

const startsWithLabel = ({ text }: Row): boolean => startsWithLabelText(text);

function startsWithLabelText(text: string): boolean {
  const label = /^([^:]{2,90}):(?:\s|$)/.exec(text)?.[1];
  const split = label ? splitLabel(label) : null;
  return split !== null && split !== undefined && (split.isAnonymous || split.role !== null || split.name !== null);
}

const RULE = /^[-–—_=.*~•·\s]{4,}$/;
const MARKED = /^(?:[QA]\s[-–—]{1,2}\s\p{Lu}|<[QA]\b)/u;

/** A line that is nothing but a label, or the office below one, with a new sentence below. */
function isLabelLine({ text, cells }: Row, after: Row | undefined): boolean {
  if (text.length > 110 || /[.!?;,]$/.test(text) || cells.length > 3 || !after) return false;
  if (!/^[\p{Lu}“"‘'[($\d<.—–-]/u.test(after.text) || /\b(?:and|or|of|the|with|to|for|our|in|at|by|from)$/i.test(text))
    return false;
  if (MARKED.test(text)) return true;
  const words = text
    .replace(LEADING_STAMP, '')
    .replace(TRAILING_STAMP, '')
    .replace(/\s[QA]$/, '');
  if (/^\p{Lu}/u.test(words) && isOffice(words) && words.split(' ').length <= 10 && !/[.:]/.test(words)) return true;
  const split = splitLabel(words);
  return split !== null && (split.isAnonymous || split.role !== null || isFullName(split.name ?? ''));
}

/** Where full lines end: the point that nine of ten rows do not pass. */
function rightEdge(rows: readonly Row[]): number {
  const ends = rows.map(({ end }) => end).sort((a, b) => a - b);
  return ends[Math.floor(ends.length * 0.9)] ?? 0;
}

function usualLeading(rows: readonly Row[]): number {
  const steps: number[] = [];
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    if (before && before.page === row.page && before.y > row.y) steps.push(Math.round((before.y - row.y) * 2) / 2);
  });
  const counts = new Map<number, number>();
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
  // The smallest of the common steps: in a text of short paragraphs the gap between them may be as frequent.
  const most = Math.max(0, ...counts.values());
  const common = [...counts].filter(([, count]) => count >= most / 3).map(([step]) => step);
  return common.length > 0 ? Math.min(...common) : 12;
}
