import type { Period } from '../../../domain/fiscal/period';
import { metricNamed } from '../../../domain/metric-catalogue';
import { type DecimalText, parseDecimal } from '../../../domain/money/decimal';
import type { Block, NeutralDocument } from '../../neutral-document';
import type { FigureFinding } from '../finding';
import { printIfKnown } from '../occasion/resolve-period';
import { measureAt } from './measure-lexicon';
import { type Column, readHeader, type TableHeader } from './table-header';
import { tokensOf } from './token';

/** A number of a row as printed: `$ 40,589`, `(12)%`, `6.03`. */
interface Cell {
  readonly value: DecimalText;
  readonly isPercent: boolean;
  readonly currency: string | null;
  readonly start: number;
  readonly end: number;
}

const DATES = /\b(?:19|20)\d\d\b.{0,80}\b(?:19|20)\d\d\b/;

const CELL = /([$€£])?\s{0,12}(\()?-?\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(\))?\s?(%|\bpts?\b)?/g;

/**
 * The figures of tables in releases and filings: rows whose words are a metric of the catalogue, one figure for each column
 * that the header dates. A column of percent changes is said of the first.
 */
export function figuresOfTables({ text, blocks, turns }: NeutralDocument, anchor: Period | null): FigureFinding[] {
  if (turns) return [];
  const found: FigureFinding[] = [];
  let header: TableHeader | null = null;
  let headerEnd = 0;
  for (let at = 0; at < blocks.length; ) {
    if (blocks[at]?.kind !== 'TABLE_ROW') {
      at += 1;
      continue;
    }
    let end = at;
    while (blocks[end]?.kind === 'TABLE_ROW') end += 1;
    const above = blocks.slice(Math.max(headerEnd, at - 3), at).filter(({ kind }) => kind !== 'FURNITURE');
    const own = headerOf(text, above, blocks.slice(at, end), anchor);
    // A heading between rows parts a table in two; its second half is dated by the first one's header.
    if (own) header = own;
    else if (at - headerEnd > 3) header = null;
    headerEnd = end;
    // What a row says of its own amounts holds for its neighbours where nothing above the rows says otherwise.
    const told = scaleToldIn(text, blocks.slice(at, end));
    for (const row of header ? blocks.slice(at, end) : []) {
      // A second line of dates begins another part of the table, a balance sheet under an income statement.
      const words: string = text.slice(row.start, row.end);
      const next = header && DATES.test(words) && !measureOfRow(text, row) ? readHeader([words], anchor) : null;
      if (header && next && next.columns.length > 0 && next.columns.length !== header.columns.length)
        header = { ...next, scale: header.scale, currency: header.currency };
      if (header) found.push(...figuresOfRow(text, row, { ...header, scale: header.scale ?? told }));
    }
    at = end;
  }
  return found;
}

/** The header of a stretch of rows: its lines before the first measure with numbers, and the captions above it. */
function headerOf(
  text: string,
  above: readonly Block[],
  rows: readonly Block[],
  anchor: Period | null,
): TableHeader | null {
  const words = (block: Block) => text.slice(block.start, block.end);
  const first = rows.findIndex((row) => measureOfRow(text, row) !== null && cellsOf(words(row), row.start).length > 0);
  const captions = above.map(words).filter((line) => line.length <= 160 && !/[.:]\s*$/.test(line));
  const header = readHeader([...captions, ...rows.slice(0, first < 0 ? rows.length : first).map(words)], anchor);
  return header.columns.length > 0 ? header : null;
}

const ROW_SCALE = /\(\s*(?:[A-Z]{0,3}[$€£]?\s*)?(?:in\s+)?(thousand|million|billion)s?\b[^)]*\)/i;
const ROW_SCALES: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9 };

/** `Revenue (in millions)`: the power of ten that a row's label says; null: it says none. */
function scaleOfLabel(label: string): number | null {
  return ROW_SCALES[ROW_SCALE.exec(label)?.[1]?.toLowerCase() ?? ''] ?? null;
}

/** The one that rows say of their amounts; null: none does, or two differ. */
function scaleToldIn(text: string, rows: readonly Block[]): number | null {
  const told = new Set(rows.flatMap((row) => scaleOfLabel(text.slice(row.start, row.end)) ?? []));
  return told.size === 1 ? ([...told][0] as number) : null;
}

interface RowMeasure {
  readonly metric: string;
  readonly label: string;
  /** Where the words of the label end. */
  readonly end: number;
  readonly isLoss: boolean;
}

/** The metric that a row's label is, whole: `Revenue`, `Diluted earnings per share (EPS)`, not `Revenue of subsidiaries`. */
function measureOfRow(text: string, row: Block): RowMeasure | null {
  const words = text.slice(row.start, row.end);
  // The unit in a label may have a sign: "Revenue ($ millions)".
  const unit = ROW_SCALE.exec(words);
  const label =
    (unit && /^[^\d—]*$/.test(words.slice(0, unit.index))
      ? words.slice(0, unit.index + unit[0].length)
      : /^[^\d$€£—]*/.exec(words)?.[0]
    )?.replace(/[\s.:|(]+$/, '') ?? '';
  if (label.length === 0 || label.length > 80) return null;
  const end = row.start + label.length;
  const plain = label
    .replace(/\s*\([^)]*\)?\s*$/, '')
    .replace(/[|\t]+/g, ' ')
    .trim();
  const tokens = tokensOf(plain, { start: 0, end: plain.length });
  const skip = /^(?:total|net|diluted|basic|gaap|our|consolidated)$/;
  for (let at = 0; at < tokens.length; at += 1) {
    const known = measureAt(tokens, at);
    if (known && known.to === tokens.length && known.measure.metric) {
      const isBasic = tokens[0]?.lower === 'basic';
      const metric = known.measure.metric === 'eps_diluted' && isBasic ? 'eps_basic' : known.measure.metric;
      return { metric, label: plain, end, isLoss: known.measure.isLoss };
    }
    const adjusted = /^(?:adjusted|non)$/.test(tokens[at]?.lower ?? '');
    if (adjusted) {
      const from = tokens[at]?.lower === 'non' ? at + 3 : at + 1;
      const rest = measureAt(tokens, from);
      const metric = rest && rest.to === tokens.length ? rest.measure.adjusted : null;
      return metric ? { metric, label: plain, end, isLoss: false } : null;
    }
    if (!skip.test(tokens[at]?.lower ?? '')) return null;
  }
  return null;
}

function cellsOf(words: string, start: number): Cell[] {
  const cells: Cell[] = [];
  for (const match of words.matchAll(CELL)) {
    const [spelled, sign, opened, digits = '', closed, percent] = match;
    const isNegative = (opened && closed) || /-\s?\d/.test(spelled);
    const value = parseDecimal(`${isNegative ? '-' : ''}${digits.replaceAll(',', '')}`);
    if (value === null) continue;
    const from = start + match.index + (spelled.length - spelled.trimStart().length);
    cells.push({
      value,
      isPercent: percent === '%',
      currency: sign === '€' ? 'EUR' : sign === '£' ? 'GBP' : sign ? 'USD' : null,
      start: from,
      end: start + match.index + spelled.trimEnd().length,
    });
  }
  return cells;
}

function figuresOfRow(text: string, row: Block, header: TableHeader): FigureFinding[] {
  const measure = measureOfRow(text, row);
  if (!measure) return [];
  const { metric, label, end, isLoss } = measure;
  const cells = cellsOf(text.slice(end, row.end), end);
  const known = metricNamed(metric);
  if (!known) return [];
  const isRate = known.unit === 'percent';
  // "Operating income 62.4" under "as a percentage of revenue" is no income.
  if (header.isShare && !isRate) return [];
  const scale = scaleOfLabel(text.slice(row.start, end)) ?? header.scale;
  const levels = isRate ? cells.filter(({ isPercent }) => isPercent) : cells.filter(({ isPercent }) => !isPercent);
  if (header.columns.length === 0 || levels.length !== header.columns.length) return [];
  const change = isRate || !header.hasChange ? undefined : cells.find(({ isPercent }) => isPercent);
  const currency = cells.find((cell) => cell.currency)?.currency ?? header.currency;
  const isMoney = known.unit.startsWith('USD');
  const isPerShare = known.unit === 'USD/shares';
  // Amounts of less than a million without a scale are in thousands or millions, and nobody says which.
  const isScaleKnown = scale !== null || levels.every(({ value }) => Math.abs(Number(value)) >= 1e6);
  return header.columns.flatMap((column: Column, i) => {
    const cell = levels[i] as Cell;
    const scaled =
      isRate || isPerShare || known.kind === 'ratio' || !isMoney
        ? cell.value
        : isScaleKnown
          ? parseDecimal(`${cell.value}e${scale ?? 0}`)
          : null;
    if (scaled === null) return [];
    const value = isLoss && !scaled.startsWith('-') ? `-${scaled}` : scaled;
    const own = i === 0 ? change : undefined;
    return {
      // The first column's figure is the row up to its number; the others are their numbers alone.
      start: i === 0 ? row.start : cell.start,
      end: Math.max(cell.end, own?.end ?? 0),
      kind: 'LEVEL' as const,
      metric,
      label,
      scope: 'COMPANY' as const,
      subject: null,
      period: printIfKnown(known.kind === 'instant' && i > 0 ? null : column.period),
      comparedTo: own ? printIfKnown(header.columns[1]?.period ?? null) : null,
      value,
      low: null,
      high: null,
      unit: isRate ? 'percent' : isMoney ? known.unit.replace('USD', currency) : known.unit,
      currency: isMoney ? currency : null,
      changePercent: own?.value ?? null,
      qualifier: 'EXACTLY' as const,
      guidance: false,
      replaces: null,
      assertedBy: null,
      utterance: null,
      rules: {
        measure: 'label of a row',
        metric: 'label of a row',
        scope: 'label of a row',
        role: 'number of a row',
        growth: own ? 'column of changes' : null,
        period: 'head of a column',
        outlook: null,
      },
    };
  });
}
