import type { Block, BlockKind } from '../../neutral-document';

const BREAKING = new Set(
  'address article aside blockquote body caption dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead title ul'.split(
    ' ',
  ),
);
const UNSEEN = new Set(['head', 'script', 'style', 'title', 'noscript', 'template']);

/** Page numbers and the links to the table of contents that stand at the foot or head of each page. */
const FURNITURE = /^(?:table of contents|\(?(?:[ivxlc]{1,7}|[A-Z]?-?\d{1,4})\)?)$/i;

const BULLET = /^(?:[•·●▪◦‣*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])$/i;
/** Labels of rows are shorter. */
const LONG_CELL = 120;

const tidy = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

interface Row {
  readonly cells: string[];
  cell: string | null;
}

/** Makes the readable text of a filing from the events of an HTML parser: a block for each paragraph and each row of a table. */
export class FilingText {
  readonly #blocks: Block[] = [];
  readonly #lines: string[] = [];
  readonly #rows: Row[] = [];
  #length = 0;
  #line = '';
  #kind: BlockKind = 'PARAGRAPH';
  /** How many open elements hide what is in them, and for each open element whether it does. */
  #hidden = 0;
  readonly #open: boolean[] = [];

  openTag(tag: string, style: string | undefined, isUnseen: boolean): void {
    const hides = isUnseen || UNSEEN.has(tag) || (style !== undefined && /display\s*:\s*none/i.test(style));
    this.#open.push(hides);
    if (hides) this.#hidden += 1;
    if (tag === 'tr') {
      this.#flush();
      this.#rows.push({ cells: [], cell: null });
    } else if (tag === 'td' || tag === 'th') {
      const row = this.#rows.at(-1);
      if (row) row.cell = '';
    } else if (tag === 'br') {
      this.text(' ');
    } else if (BREAKING.has(tag)) {
      this.#break();
      if (this.#rows.length > 0) return;
      if (tag === 'li') this.#kind = 'LIST_ITEM';
      else if (/^h[1-6]$/.test(tag)) this.#kind = 'HEADING';
    }
  }

  text(data: string): void {
    if (this.#hidden > 0) return;
    const row = this.#rows.at(-1);
    if (!row) this.#line += data;
    // Text between cells belongs to none; browsers move it away from the table.
    else if (row.cell !== null) row.cell += data;
  }

  closeTag(tag: string): void {
    if (tag === 'td' || tag === 'th') {
      const row = this.#rows.at(-1);
      if (row && row.cell !== null) row.cells.push(row.cell);
      if (row) row.cell = null;
    } else if (tag === 'tr') {
      const row = this.#rows.pop();
      if (row) this.#addRow(row.cells.map(tidy).filter((cell) => cell !== ''));
    } else if (BREAKING.has(tag)) {
      this.#break();
    }
    if (this.#open.pop()) this.#hidden -= 1;
  }

  finish(): { readonly text: string; readonly blocks: readonly Block[] } {
    this.#flush();
    return { text: `${this.#lines.join('')}\n`, blocks: this.#blocks };
  }

  #break(): void {
    if (this.#rows.length > 0) this.text(' ');
    else this.#flush();
  }

  #flush(): void {
    this.#add(tidy(this.#line), this.#kind);
    this.#line = '';
    this.#kind = 'PARAGRAPH';
  }

  /** Filings set lists, and paragraphs beside a margin, as tables too. */
  #addRow(cells: readonly string[]): void {
    const [first = '', second = ''] = cells;
    if (cells.length === 2 && BULLET.test(first) && /[a-z]/i.test(second)) this.#add(`${first} ${second}`, 'LIST_ITEM');
    else if (cells.length === 1 && first.length > LONG_CELL) this.#add(first, 'PARAGRAPH');
    else this.#add(joinCells(cells), 'TABLE_ROW');
  }

  #add(line: string, kind: BlockKind): void {
    if (line === '') return;
    // Rows of a table follow each other; all else stands apart.
    const last = this.#blocks.at(-1);
    const gap = last === undefined ? '' : kind === 'TABLE_ROW' && last.kind === 'TABLE_ROW' ? '\n' : '\n\n';
    const start = this.#length + gap.length;
    this.#blocks.push({ kind: refine(kind, line), start, end: start + line.length });
    this.#lines.push(gap, line);
    this.#length = start + line.length;
  }
}

function refine(kind: BlockKind, line: string): BlockKind {
  if (kind === 'TABLE_ROW') return kind;
  if (FURNITURE.test(line) || !/[\p{L}\p{N}]/u.test(line)) return 'FURNITURE';
  return kind === 'PARAGRAPH' && /^[•·●▪◦‣]/.test(line) ? 'LIST_ITEM' : kind;
}

/** Filings set the currency sign and the closing bracket in cells of their own; they belong to the number. */
function joinCells(cells: readonly string[]): string {
  let row = '';
  for (const text of cells) {
    const sticks = row === '' || /[$€£¥(]$/.test(row) || /^[)%]/.test(text);
    row += sticks ? text : `\t${text}`;
  }
  return row;
}
