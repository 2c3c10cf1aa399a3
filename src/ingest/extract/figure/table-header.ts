import type { Period } from '../../../domain/fiscal/period';

/** A column of numbers and the period it is for; null: one that no canonical period names, such as nine months. */
export interface Column {
  readonly period: Period | null;
}

export interface TableHeader {
  /** Columns of numbers in order, without those of changes. */
  readonly columns: readonly Column[];
  readonly hasChange: boolean;
  /** Power of ten of the amounts; null: nothing above the rows says it. */
  readonly scale: number | null;
  /** The rows are told as shares of something: `as a percentage of revenue`. */
  readonly isShare: boolean;
  readonly currency: string;
}

const SCALES: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9 };
const SPAN =
  /\b(three|six|nine|twelve)[\s-]months\b|\b(13|26|39|52|53)[\s-]weeks\b|\b(?:fiscal\s+)?(quarter|year)s?\s+end(?:ed|ing)\b/gi;

/** Reads the lines above a table's numbers: scale, spans and years. */
export function readHeader(lines: readonly string[], anchor: Period | null): TableHeader {
  const words = lines.join('\n');
  const scale = /\bin\s+(thousand|million|billion)s\b/i.exec(words)?.[1]?.toLowerCase();
  const spans = [...words.matchAll(SPAN)].map(([, months, weeks, other]) => spanOf(months ?? weeks ?? other ?? ''));
  // The years stand in one line; of prose above the table, only the last lines count.
  const dated = lines
    .map((line) => [...line.matchAll(/\b((?:19|20)\d\d)\b/g)].map(([year]) => Number(year)))
    .filter((years) => years.length > 1);
  const years = dated.at(-1) ?? [];
  const perSpan = spans.length > 0 && years.length % spans.length === 0 ? years.length / spans.length : years.length;
  const latest = Math.max(...years);
  const columns = years.map((year, i) => ({
    period: periodOf(spans[Math.floor(i / Math.max(1, perSpan))] ?? null, year - latest, anchor),
  }));
  return {
    columns,
    hasChange: /%|\bchange\b|\bgrowth\b/i.test(words),
    scale: scale === undefined ? null : (SCALES[scale] ?? 0),
    isShare:
      /\bas\s+an?\s+(?:percentage|percent|%)\s+of\b|\b(?:percentage|percent|%)\s+of\s+(?:net\s+|total\s+)?(?:revenues?|sales)\b/i.test(
        words,
      ),
    currency: /€|\bEUR\b|\beuros?\b/i.test(words) ? 'EUR' : /£|\bGBP\b/.test(words) ? 'GBP' : 'USD',
  };
}

type Span = 'QUARTER' | 'YEAR' | 'OTHER';

function spanOf(word: string): Span {
  if (/^(?:three|13|quarter)$/i.test(word)) return 'QUARTER';
  return /^(?:twelve|52|53|year)$/i.test(word) ? 'YEAR' : 'OTHER';
}

/** The column's period, counted in years from the latest column, which is the one reported on. */
function periodOf(span: Span | null, offset: number, anchor: Period | null): Period | null {
  if (!anchor || span === 'OTHER') return null;
  if (span === 'YEAR')
    return anchor.quarter === null || anchor.quarter === 4
      ? { ...anchor, year: anchor.year + offset, quarter: null }
      : null;
  return { ...anchor, year: anchor.year + offset };
}
