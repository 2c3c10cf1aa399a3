import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../src/domain/fiscal/day';
import { deriveMetric } from '../src/domain/metric/derive';
import { FactBook } from '../src/domain/metric/fact-book';
import { type FiledQuarter, filedQuarters } from '../src/domain/metric/filed-quarter';
import { conceptsOf } from '../src/domain/metric/metric-definition';
import { metricNamed } from '../src/domain/metric-catalogue';
import { FaultList } from '../src/ingest/fault';
import { NO_HINTS } from '../src/ingest/formats/format';
import { readInlineReport } from '../src/ingest/formats/ixbrl/inline-reader';
import { secCompanyfactsFormat } from '../src/ingest/formats/sec-companyfacts.format';
import { secIxbrlFormat } from '../src/ingest/formats/sec-ixbrl.format';
import type { NeutralDocument } from '../src/ingest/neutral-document';
import { Source } from '../src/ingest/source';

/**
 * How many of the expected numbers come out of SEC files exactly. A number counts when value, days, the way it was had and the
 * filings it rests on are all right; nothing is rounded, except for `fundamentals`, whose tables are in millions.
 */
export interface SecScore {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  readonly percent: number;
  readonly wrong: readonly string[];
}

const FIXTURES = join(__dirname, 'fixtures/sec');

/** All scores whose data are there: `data` is the folder with `sec` and `fundamentals`, which a clone of the product lacks. */
export async function measure(data: string): Promise<SecScore[]> {
  const at = (name: string) => join(data, name);
  const scores = [
    await scoreQuarters(
      'apple, shipped',
      join(FIXTURES, 'apple-excerpt.json'),
      join(FIXTURES, 'apple-quarters.key.json'),
    ),
  ];
  if (existsSync(at('sec/AAPL-quarters.key.json')))
    scores.push(await scoreQuarters('apple', at('sec/CIK0000320193.json'), at('sec/AAPL-quarters.key.json')));
  if (existsSync(at('sec/meta-10k.key.json')))
    scores.push(await scoreReport(at('sec/meta-10-k-2025-01-30.html'), at('sec/meta-10k.key.json')));
  for (const [name, cik] of [
    ['apple', 'CIK0000320193'],
    ['meta', 'CIK0001326801'],
  ] as const) {
    const table = at(`fundamentals/${name}.json`);
    if (existsSync(table)) scores.push(await scoreTable(name, at(`sec/${cik}.json`), table));
  }
  return scores;
}

const METRICS: Readonly<Record<string, string>> = {
  revenue: 'revenue',
  costOfRevenue: 'cost_of_revenue',
  grossProfit: 'gross_profit',
  researchAndDevelopment: 'research_and_development',
  sellingGeneralAndAdministrative: 'selling_general_and_administrative',
  marketingAndSales: 'sales_and_marketing',
  generalAndAdministrative: 'general_and_administrative',
  totalCostsAndExpenses: 'costs_and_expenses',
  totalOperatingExpenses: 'operating_expenses',
  operatingIncome: 'operating_income',
  otherIncomeNet: 'other_income',
  incomeBeforeTax: 'income_before_tax',
  incomeTaxExpense: 'income_tax',
  netIncome: 'net_income',
};

/** Filed for three quarters of four: what is per share cannot be derived, so that fourth quarters are not asked for. */
const PER_SHARE: Readonly<Record<string, string>> = { epsBasic: 'eps_basic', epsDiluted: 'eps_diluted' };

type QuarterKey = Record<string, Record<string, { value: number; how: string; start: string; accn: string }>>;

/** The key's `start` of a derived quarter is the last day of the nine months before it. */
async function scoreQuarters(name: string, file: string, keyFile: string): Promise<SecScore> {
  const { facts } = await parseFile(file);
  const book = new FactBook(facts);
  const byEnd = new Map(filedQuarters(facts).map((quarter) => [quarter.endDate, quarter]));
  const checks = Object.entries(readJson<QuarterKey>(keyFile)).flatMap(([endDate, row]) =>
    Object.entries(row).map(([column, expected]) => {
      const quarter = byEnd.get(endDate);
      const own = quarter && deriveMetric(book, metricNamed(METRICS[column] ?? '')!, quarter);
      const isReported = expected.how === 'reported';
      const [first, second] = own?.evidence ?? [];
      const found = {
        value: own?.value,
        how: own?.derivation,
        start: isReported ? first?.periodStart : second && addDays(second.periodEnd, 1),
        quarterStart: quarter?.startDate,
        accession: first?.accession,
      };
      const start = isReported ? expected.start : addDays(expected.start, 1);
      const wanted = {
        value: String(expected.value),
        how: isReported ? 'REPORTED' : 'DERIVED',
        start,
        quarterStart: start,
        accession: expected.accn,
      };
      return compare(`${endDate} ${column}`, found, wanted);
    }),
  );
  return score(`quarters of ${name}`, checks);
}

interface ReportKey {
  readonly totalNonFractionFacts: number;
  readonly contexts: number;
  readonly concepts: number;
  readonly facts: readonly { concept: string; start: string | null; end: string; unit: string; value: number }[];
  readonly segmentFacts: readonly {
    concept: string;
    dim: [string, string];
    start: string | null;
    end: string;
    value: number;
  }[];
}

async function scoreReport(file: string, keyFile: string): Promise<SecScore> {
  const { facts } = await parseFile(file);
  const key = readJson<ReportKey>(keyFile);
  const ask = (concept: string, start: string | null, end: string, dimensions: string) => [
    ...new Set(
      facts
        .filter((fact) => `${fact.taxonomy}:${fact.concept}` === concept && fact.dimensions.join() === dimensions)
        .filter((fact) => fact.periodStart === start && fact.periodEnd === end)
        .map(({ value }) => value),
    ),
  ];
  const report = readInlineReport(readFileSync(file, 'utf8'), new FaultList());
  // The key's reader takes numbers in digits only, not the few in words ("two segments").
  const inDigits = report.facts.filter(
    ({ kind, isNil, format }) => kind === 'number' && !isNil && !format?.endsWith('numwordsen'),
  );
  const checks = [
    compare('numbers', inDigits.length, key.totalNonFractionFacts),
    compare('contexts', report.contexts.size, key.contexts),
    compare('concepts', new Set(inDigits.map(({ name }) => name)).size, key.concepts),
    ...key.facts.map(({ concept, start, end, value }) =>
      compare(`${concept} ${start} ${end}`, ask(concept, start, end, ''), [String(value)]),
    ),
    ...key.segmentFacts.map(({ concept, dim, start, end, value }) =>
      compare(`${concept} ${dim[1]} ${end}`, ask(concept, start, end, dim.join('=')), [String(value)]),
    ),
  ];
  return score("meta's annual report", checks);
}

type Table = Record<string, Record<string, Record<string, number>>>;

/** Somebody else's table of the same quarters, typed from press releases: it agrees to the million it is rounded to. */
async function scoreTable(name: string, file: string, tableFile: string): Promise<SecScore> {
  const { facts } = await parseFile(file);
  const book = new FactBook(facts);
  const quarters = new Map<string, FiledQuarter>(
    filedQuarters(facts).map((quarter) => [`FY${quarter.fiscalYear}Q${quarter.fiscalQuarter}`, quarter]),
  );
  const checks: (string | null)[] = [];
  for (const [year, rows] of Object.entries(readJson<Table>(tableFile))) {
    for (const [quarterName, row] of Object.entries(rows)) {
      const quarter = quarters.get(`${year}${quarterName}`);
      // The table goes on after the last filing.
      if (!quarter) continue;
      const isFiled = (metric: string) =>
        conceptsOf(metricNamed(metric)!).some((concept) => book.units(concept).length > 0);
      const asked = quarter.fiscalQuarter === 4 ? METRICS : { ...METRICS, ...PER_SHARE };
      for (const [column, metric] of Object.entries(asked)) {
        // The transcription of Meta's facts holds some concepts only.
        if (row[column] === undefined || !isFiled(metric)) continue;
        const own = deriveMetric(book, metricNamed(metric)!, quarter);
        const isNear =
          column in PER_SHARE
            ? Number(own.value) === row[column]
            : own.value !== null && Math.abs(Number(own.value) / 1e6 - row[column]) <= 1;
        checks.push(
          isNear
            ? null
            : `${year}${quarterName} ${column}: ${own.value} (${own.formula ?? 'as filed'}), table ${row[column]}`,
        );
      }
    }
  }
  return score(`independent table of ${name}`, checks);
}

async function parseFile(file: string): Promise<NeutralDocument> {
  const source = new Source(file, readFileSync(file));
  const format = secIxbrlFormat.recognises(source) > 0 ? secIxbrlFormat : secCompanyfactsFormat;
  const [document] = await format.parse(source, NO_HINTS);
  return document as NeutralDocument;
}

function compare(name: string, found: unknown, wanted: unknown): string | null {
  const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)];
  return left === right ? null : `${name}: ${left}, wanted ${right}`;
}

function score(name: string, checks: readonly (string | null)[]): SecScore {
  const wrong = checks.filter((check) => check !== null);
  const right = checks.length - wrong.length;
  return {
    name,
    right,
    total: checks.length,
    percent: Math.round((1e4 * right) / Math.max(1, checks.length)) / 100,
    wrong,
  };
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
