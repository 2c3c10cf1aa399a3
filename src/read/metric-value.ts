import type { Company } from '../domain/company.entity';
import { Fact } from '../domain/fact.entity';
import { printPeriod } from '../domain/fiscal/period';
import { changeBetween } from '../domain/metric/change';
import { deriveMetric } from '../domain/metric/derive';
import { FactBook } from '../domain/metric/fact-book';
import type { Measurement } from '../domain/metric/measurement';
import { factWindow, yearSpanOf } from '../domain/metric/metric-span';
import { conceptsFor, metricNamed } from '../domain/metric-catalogue';
import { printDecimal } from '../domain/money/decimal';
import type { Row } from './client-pool';
import { selectList } from './dictionary';
import type { Load } from './load';
import type { Ask } from './metric-ask';
import { mapNeeding } from './need';
import type { Operation } from './operation';
import { day, fixed, ints, makeStatement, sql, texts } from './sql/sql';
import { calendarKey, statedFor } from './stated-value';

type Reckoned = Omit<Measurement<Fact>, 'concept'> & { readonly source?: unknown };

/** Which values count. */
export interface ValueArgs {
  /** By whose end they were filed or known; YYYY-MM-DD. */
  readonly asOf?: string | null;
  readonly basis?: string | null;
}

/** Two statements for any number of values: the facts of all their periods and of those compared with, and what documents state. */
export function loadMetricValues(asks: readonly Ask[], { asOf = null, basis = null }: ValueArgs, op: Operation): Load {
  if (asks.length === 0) return { statements: [], finish: () => [] };
  const earlier = mapNeeding(asks, (ask) => ({
    yearAgo: shift(op, ask, 4),
    previous: ask.quarter ? shift(op, ask, 1) : null,
  }));
  const spans = [
    ...asks.map((ask) => ask.span),
    ...earlier.flatMap((e) => [e.yearAgo?.span ?? [], e.previous?.span ?? []].flat()),
  ];
  const window = factWindow(spans) as { from: string; to: string };
  const companyIds = [...new Set(asks.map((ask) => ask.companyId))];
  const metrics = [...new Set(asks.map((ask) => ask.metric))];
  const concepts = conceptsFor(metrics.flatMap((metric) => metricNamed(metric.name) ?? []));
  const names = [...new Set(concepts.map((concept) => concept.slice(concept.indexOf(':') + 1)))];
  const facts = makeStatement(
    'facts of metrics',
    sql`SELECT ${fixed(selectList(Fact, 'f'))} FROM fact f WHERE f.company_id = ANY (${ints(companyIds)}) AND f.concept = ANY (${texts(names)})
      AND f.period_end BETWEEN ${day(window.from)} AND ${day(window.to)} AND f.filed_at <= ${day(asOf ?? '9999-12-31')}
      AND f.dimensions = '{}' ORDER BY f.id`,
  );
  const stated = makeStatement(
    'metrics stated by documents',
    sql`SELECT s.*, s.stated_on::text AS stated_on FROM stated_metric s JOIN document d ON d.id = s.document_id AND d.superseded_by_id IS NULL
      WHERE s.company_id = ANY (${ints(companyIds)}) AND s.metric_id = ANY (${ints(metrics.map(({ id }) => id))})
      AND s.stated_on <= ${day(asOf ?? '9999-12-31')} ORDER BY s.stated_on DESC, s.id DESC`,
  );
  return {
    statements: [facts, stated],
    finish: ([factRows = [], statedRows = []]) => {
      const books = booksOf(factRows, asOf);
      const reckon = (ask: Ask): Reckoned => reckonValue(ask, books, statedRows, basis, op);
      return asks.map((ask, i) => {
        const now = reckon(ask);
        const { yearAgo, previous } = earlier[i] ?? { yearAgo: null, previous: null };
        const change = (then: Ask | null) => (then ? changeBetween(reckon(then), now, then.period) : null);
        return {
          ...now,
          value: now.value === null ? null : printDecimal(now.value),
          metric: ask.metric,
          company: op.view.linked('company', ask.companyId),
          quarter: ask.quarter,
          period: printPeriod(ask.period),
          startDate: firstDayOf(ask, op),
          endDate: ask.span.endDate,
          source: now.source ?? null,
          yoy: change(yearAgo),
          qoq: change(previous),
        };
      });
    },
  };
}

/** Null for what holds on a day, and for a year whose first quarter is not stored: its days would be guessed. */
function firstDayOf({ metric, quarter, companyId, span }: Ask, op: Operation): string | null {
  if (metricNamed(metric.name)?.kind === 'instant') return null;
  if (quarter) return quarter.startDate;
  return op.view.quarterAt(companyId, span.fiscalYear, 1)?.startDate ?? null;
}

function booksOf(rows: readonly Row[], asOf: string | null): Map<number, FactBook<Fact>> {
  const byCompany = new Map<number, Fact[]>();
  for (const row of rows) {
    const fact = Object.setPrototypeOf(row, Fact.prototype) as Fact;
    const list = byCompany.get(fact.companyId);
    if (list) list.push(fact);
    else byCompany.set(fact.companyId, [fact]);
  }
  return new Map([...byCompany].map(([id, facts]) => [id, new FactBook(facts, asOf)]));
}

/** Filings first; where they have nothing, what a document states. */
function reckonValue(
  ask: Ask,
  books: Map<number, FactBook<Fact>>,
  stated: readonly Row[],
  basis: string | null,
  op: Operation,
): Reckoned {
  const definition = metricNamed(ask.metric.name);
  const company = op.view.linked('company', ask.companyId) as Company;
  const book = books.get(ask.companyId) ?? new FactBook<Fact>([]);
  if (definition) {
    const filed = deriveMetric(book, definition, ask.span, {
      reportingCurrency: company.reportingCurrency,
      basis: basis as Measurement<Fact>['basis'] | null,
    });
    if (filed.value !== null) return filed;
    return statedFor(ask, stated, basis) ?? filed;
  }
  return (
    statedFor(ask, stated, basis) ?? {
      value: null,
      derivation: 'NOT_DERIVABLE',
      formula: `no rule is known for ${ask.metric.name}`,
      evidence: [],
      unit: ask.metric.unit,
      currency: null,
      basis: ask.metric.basis,
    }
  );
}

/** The same metric of an earlier quarter, or of the year before; null where that is not stored. */
function shift(op: Operation, ask: Ask, count: 1 | 4): Ask | null {
  if (!ask.quarter) {
    const year = ask.span.fiscalYear - 1;
    const span = yearSpanOf(op.view.quartersOf(ask.companyId).filter((quarter) => quarter.fiscalYear === year));
    return span ? { ...ask, span, period: { kind: 'FY', year, quarter: null } } : null;
  }
  const at = calendarKey(ask.quarter) - count;
  const quarter = op.view.quarterAt(ask.companyId, Math.floor(at / 4), (at % 4) + 1);
  if (!quarter) return null;
  return {
    ...ask,
    quarter,
    span: quarter,
    period: { kind: 'FY', year: quarter.fiscalYear, quarter: quarter.fiscalQuarter as 1 },
  };
}
