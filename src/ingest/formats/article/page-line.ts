import type { BlockKind } from '../../neutral-document';
import { attribute, type PageNode, textWithin } from './page';

/** One line of a page's neutral text. */
export interface PageLine {
  readonly kind: BlockKind;
  readonly text: string;
  /** Share of its characters that lead elsewhere. */
  readonly linked: number;
}

const SKIPPED =
  /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SVG|NAV|FOOTER|ASIDE|FORM|BUTTON|SELECT|IFRAME|OBJECT|VIDEO|AUDIO|CANVAS|HEAD|MENU|DIALOG)$/i;
const BLOCK =
  /^(?:P|DIV|SECTION|ARTICLE|MAIN|HEADER|LI|UL|OL|DL|DT|DD|H[1-6]|BLOCKQUOTE|FIGURE|FIGCAPTION|TABLE|THEAD|TBODY|TFOOT|TR|TD|TH|PRE|HR|ADDRESS|CENTER|BODY|HTML|DETAILS|SUMMARY)$/i;
const PAGE_FURNITURE =
  /\b(?:cookie|consent|newsletter|subscribe|related|recommend|share|social|promo|advert|sponsor|breadcrumb|comments?|outbrain|taboola|paywall|popup|modal|most-read|trending|read-?more|also-read|hidden|sr-only|visually-hidden)\b/i;

/** A line break, in a character that no page holds; two of them end a paragraph as an element would. */
const BREAK = '\ue000';
const TWO_BREAKS = /\ue000[\s\u00a0]*\ue000/;
const WHITE = /[\s\u00a0\ue000]+/g;

interface Open {
  text: string;
  linked: number;
  kind: BlockKind;
}

/**
 * The lines of a tree in the order of reading: a paragraph each, a table's row with a tab between its cells. Walks without
 * recursion. What a page hides, navigates or advertises with is left out.
 */
export function linesOf(root: PageNode): PageLine[] {
  const lines: PageLine[] = [];
  const open: Open = { text: '', linked: 0, kind: 'PARAGRAPH' };
  const flush = (): void => {
    for (const part of open.text.split(TWO_BREAKS)) {
      const text = part.replace(WHITE, ' ').trim();
      if (text) lines.push({ kind: open.kind, text, linked: Math.min(1, open.linked / open.text.length) });
    }
    open.text = '';
    open.linked = 0;
  };
  type Step =
    | { readonly node: PageNode; readonly isLink: boolean }
    | { readonly leave: BlockKind }
    | { readonly row: PageNode };
  const steps: Step[] = [{ node: root, isLink: false }];
  while (steps.length > 0) {
    const step = steps.pop() as Step;
    if ('leave' in step) {
      flush();
      open.kind = step.leave;
      continue;
    }
    if ('row' in step) {
      flush();
      const row = rowOf(step.row);
      if (row) lines.push(row);
      continue;
    }
    const { node, isLink } = step;
    if (node.nodeType === 3) {
      const text = node.textContent ?? '';
      open.text += text;
      if (isLink) open.linked += text.trim().length;
      continue;
    }
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) continue;
    if (isSkipped(node)) continue;
    if (/^BR$/i.test(node.nodeName)) {
      open.text += BREAK;
      continue;
    }
    if (/^TR$/i.test(node.nodeName) && isRow(node)) {
      steps.push({ row: node });
      continue;
    }
    const block = BLOCK.test(node.nodeName);
    if (block) {
      flush();
      steps.push({ leave: open.kind });
      open.kind = kindOf(node.nodeName, open.kind);
    }
    const children = [...node.childNodes];
    const link = isLink || /^A$/i.test(node.nodeName);
    for (let index = children.length - 1; index >= 0; index--)
      steps.push({ node: children[index] as PageNode, isLink: link });
  }
  flush();
  return lines;
}

function kindOf(name: string, outer: BlockKind): BlockKind {
  if (/^H[1-6]$/i.test(name)) return 'HEADING';
  if (/^(?:FIGCAPTION|FIGURE)$/i.test(name)) return 'CAPTION';
  if (/^(?:LI|DD|DT)$/i.test(name)) return 'LIST_ITEM';
  return /^(?:TD|TH|TABLE|TBODY)$/i.test(name) ? 'PARAGRAPH' : outer;
}

function isSkipped(node: PageNode): boolean {
  if (SKIPPED.test(node.nodeName)) return true;
  if (attribute(node, 'hidden') !== null || attribute(node, 'aria-hidden') === 'true') return true;
  const style = attribute(node, 'style');
  if (style && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true;
  const marks = `${attribute(node, 'class') ?? ''} ${attribute(node, 'id') ?? ''} ${attribute(node, 'role') ?? ''}`;
  if (marks.trim() === '' || /^(?:BODY|HTML|MAIN|ARTICLE|P)$/i.test(node.nodeName)) return false;
  return PAGE_FURNITURE.test(marks.replaceAll('_', '-')) && textWithin(node, LARGEST_FURNITURE) !== null;
}

/** Characters with which what is marked as furniture is hardly an article that somebody marked so. */
const LARGEST_FURNITURE = 4000;
/** Characters of a cell, white space between its tags included, beyond which it holds a page's layout. */
const LARGEST_CELL = 20_000;

/** Figures in cells make a row; a layout table's cells are paragraphs. */
function isRow(node: PageNode): boolean {
  const cells = cellsOf(node);
  return cells.filter((cell) => cell !== '').length > 1 && cells.every((cell) => cell.length < 240);
}

/** Stands for a text that is too long for a cell of a row. */
const TOO_LONG = '…'.repeat(240);

function cellsOf(node: PageNode): string[] {
  return [...node.childNodes]
    .filter(({ nodeName }) => /^T[DH]$/i.test(nodeName))
    .map((cell) => (textWithin(cell, LARGEST_CELL) ?? TOO_LONG).replace(/[\s\u00a0]+/g, ' ').trim());
}

/** Currency signs, brackets and percent signs stand in cells of their own in filings; here they go back to their number. */
function rowOf(node: PageNode): PageLine | null {
  const cells: string[] = [];
  let prefix = '';
  for (const cell of cellsOf(node)) {
    if (cell === '') continue;
    if (/^[$€£¥₹(]+$/.test(cell)) prefix += cell;
    else if (/^[)%]+$/.test(cell) && cells.length > 0) cells[cells.length - 1] += cell;
    else {
      cells.push(prefix + cell);
      prefix = '';
    }
  }
  return cells.length > 0 ? { kind: 'TABLE_ROW', text: cells.join('\t'), linked: 0 } : null;
}
