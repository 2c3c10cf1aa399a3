import { readDay } from '../../../domain/fiscal/day';
import { parseDecimal } from '../../../domain/money/decimal';
import { type FaultList, MOST_FAULTS } from '../../fault';
import type { FiledFactRow } from '../../neutral-document';

/** One concept in one unit, as the text of the document lists it. */
export interface ConceptNote {
  readonly concept: string;
  readonly label: string | null;
  readonly unit: string;
  readonly count: number;
  readonly from: string;
  readonly to: string;
}

const ACCESSION = /^\d{10}-\d{2}-\d{6}$/;
const NO_DIMENSIONS: readonly string[] = Object.freeze([]);

/** All rows below `facts`, in the file's order. What is wrong goes to `faults` by path; rows are complete only without any. */
export function readCompanyFacts(
  facts: Readonly<Record<string, unknown>>,
  faults: FaultList,
): { readonly rows: FiledFactRow[]; readonly notes: ConceptNote[] } {
  const rows: FiledFactRow[] = [];
  const notes: ConceptNote[] = [];
  for (const [taxonomy, concepts] of entriesOf(facts, 'facts', faults)) {
    for (const [concept, body] of entriesOf(concepts, `facts.${taxonomy}`, faults)) {
      const path = `facts.${taxonomy}.${concept}`;
      const { units, label } = (body ?? {}) as { units?: unknown; label?: unknown };
      for (const [unit, list] of entriesOf(units, `${path}.units`, faults)) {
        const first = rows.length;
        readUnit({ taxonomy, concept, unit, path: `${path}.units[${JSON.stringify(unit)}]` }, list, rows, faults);
        // One beyond those that are listed is enough to say that there are more; the rest of a spoiled file is not worth reading.
        if (faults.faults.length > MOST_FAULTS) return { rows, notes };
        if (rows.length > first) {
          const name = typeof label === 'string' && label !== '' ? label : null;
          notes.push({ concept: `${taxonomy}:${concept}`, label: name, unit, ...boundsOf(rows, first) });
        }
      }
    }
  }
  return { rows, notes };
}

interface Place {
  readonly taxonomy: string;
  readonly concept: string;
  readonly unit: string;
  readonly path: string;
}

function readUnit(place: Place, list: unknown, rows: FiledFactRow[], faults: FaultList): void {
  if (!Array.isArray(list)) {
    faults.add(place.path, 'must be a list of numbers as filed');
    return;
  }
  for (const [i, row] of list.entries()) {
    if (faults.faults.length > MOST_FAULTS) return;
    const before = faults.faults.length;
    const fact = readRow(place, row, `${place.path}[${i}]`, faults);
    if (faults.faults.length === before) rows.push(fact);
  }
}

function readRow({ taxonomy, concept, unit }: Place, value: unknown, path: string, faults: FaultList): FiledFactRow {
  const row = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  const fact: FiledFactRow = {
    taxonomy,
    concept,
    unit,
    value: readNumber(row.val) ?? fault(faults, `${path}.val`, row.val, 'a number of at most 100 digits'),
    // No start: an instant.
    periodStart:
      row.start === undefined || row.start === null
        ? null
        : (readDate(row.start) ?? fault(faults, `${path}.start`, row.start, 'a day, YYYY-MM-DD')),
    periodEnd: readDate(row.end) ?? fault(faults, `${path}.end`, row.end, 'a day, YYYY-MM-DD'),
    form: readWord(row.form) ?? fault(faults, `${path}.form`, row.form, 'the form of the filing'),
    accession:
      typeof row.accn === 'string' && ACCESSION.test(row.accn)
        ? row.accn
        : fault(faults, `${path}.accn`, row.accn, 'an accession number, 0001326801-25-000017'),
    filedAt: readDate(row.filed) ?? fault(faults, `${path}.filed`, row.filed, 'a day, YYYY-MM-DD'),
    frame: readWord(row.frame),
    filingFiscalYear: readYear(row.fy),
    filingFiscalPeriod: readWord(row.fp),
    dimensions: NO_DIMENSIONS,
  };
  if (fact.periodStart !== null && fact.periodEnd !== '' && fact.periodStart > fact.periodEnd)
    faults.add(path, `begins on ${fact.periodStart}, after its end on ${fact.periodEnd}`);
  return fact;
}

/** Remembers the fault; the empty text only fills the place in a row that is not kept. */
function fault(faults: FaultList, path: string, found: unknown, expected: string): string {
  const shown = found === undefined ? 'is missing' : `${(JSON.stringify(found) ?? '').slice(0, 40)} is not`;
  faults.add(path, found === undefined ? `${shown}: must be ${expected}` : `${shown} ${expected}`);
  return '';
}

/** Exact: numbers of this length survive a float, and longer ones arrive as text (see long-number.ts). */
function readNumber(value: unknown): string | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return Object.is(value, -0) ? '0' : String(value);
  return typeof value === 'number' || typeof value === 'string' ? parseDecimal(String(value)) : null;
}

/** The same days stand in thousands of rows. */
const knownDays = new Map<string, boolean>();
const MOST_DAYS = 20_000;

function readDate(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const known = knownDays.get(value);
  if (known !== undefined) return known ? value : null;
  const isDay = readDay(value) !== null;
  if (value.length === 10) {
    if (knownDays.size >= MOST_DAYS) knownDays.clear();
    knownDays.set(value, isDay);
  }
  return isDay ? value : null;
}

const readWord = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const readYear = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2999 ? value : null;

function boundsOf(rows: readonly FiledFactRow[], first: number): { count: number; from: string; to: string } {
  let [from, to] = ['9999', ''];
  for (let i = first; i < rows.length; i += 1) {
    const end = (rows[i] as FiledFactRow).periodEnd;
    if (end < from) from = end;
    if (end > to) to = end;
  }
  return { count: rows.length - first, from, to };
}

function entriesOf(value: unknown, path: string, faults: FaultList): [string, unknown][] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  faults.add(path, 'must be an object');
  return [];
}
