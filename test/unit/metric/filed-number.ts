import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../../src/domain/fiscal/day';
import type { FiledFact } from '../../../src/domain/metric/filed-fact';
import type { MetricSpan } from '../../../src/domain/metric/metric-span';

/** Real filings lie beside the repository on some machines only; tests that need them say so when they are skipped. */
const DATA = join(__dirname, '../../../../shared/data');

/** `describe` where the real file exists, else a skipped one that names what is missing. */
export function describeWith(file: string, name: string, body: (path: string) => void): void {
  const path = join(DATA, file);
  if (existsSync(path)) describe(name, () => body(path));
  else describe.skip(`${name} (needs ../shared/data/${file})`, () => test('real filings', () => undefined));
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

interface RawFact {
  readonly start?: string;
  readonly end: string;
  readonly val: number;
  readonly accn: string;
  readonly form: string;
  readonly filed: string;
  readonly frame?: string;
}
type RawConcept = { readonly units: Readonly<Record<string, readonly RawFact[]>> };
interface RawCompany {
  readonly facts: Readonly<Record<string, Readonly<Record<string, RawConcept>>>>;
}

/** Rows of an SEC companyfacts file. Its numbers are below 2^53, so that their shortest printing is exact. */
export function readCompanyFacts(path: string): (FiledFact & { frame: string | null })[] {
  return Object.entries(readJson<RawCompany>(path).facts).flatMap(([taxonomy, concepts]) =>
    Object.entries(concepts).flatMap(([concept, { units }]) =>
      Object.entries(units).flatMap(([unit, rows]) =>
        rows.map((row) => ({
          taxonomy,
          concept,
          unit,
          value: String(row.val),
          periodStart: row.start ?? null,
          periodEnd: row.end,
          form: row.form,
          accession: row.accn,
          filedAt: row.filed,
          frame: row.frame ?? null,
        })),
      ),
    ),
  );
}

/** A quarter of a year that follows the calendar. */
export function calendarSpan(year: number, quarter: number | null): MetricSpan {
  const startDate = `${year}-${String((quarter ?? 1) * 3 - 2).padStart(2, '0')}-01`;
  const nextStart =
    quarter === null || quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`;
  return { fiscalYear: year, fiscalQuarter: quarter, startDate, endDate: addDays(nextStart, -1) };
}

/** A hand-made row: `filed('Revenues', '2024-01-01/2024-12-31', '100', '10-K 2025-01-30')`. */
export function filed(concept: string, period: string, value: string, filing: string, unit = 'USD'): FiledFact {
  const [first = '', last] = period.split('/');
  const [form = '', filedAt = ''] = filing.split(' ');
  return {
    taxonomy: 'us-gaap',
    concept,
    unit,
    value,
    periodStart: last === undefined ? null : first,
    periodEnd: last ?? first,
    form,
    accession: `0000000001-${filedAt.slice(2, 4)}-${filedAt.slice(5).replace('-', '')}`,
    filedAt,
  };
}
