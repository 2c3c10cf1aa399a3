import { Company } from '../../domain/company.entity';
import { type AskedPeriod, isLatest, type Period } from '../../domain/fiscal/period';
import { yearSpanOf } from '../../domain/metric/metric-span';
import type { Metric } from '../../domain/metric.entity';
import { Quarter } from '../../domain/quarter.entity';
import { badInput } from '../../platform/errors';
import { type Edges, edges, edgesNamed, load, value, WHOLE } from '../edge';
import { resolveMetric, resolveMetrics, resolveSymbols } from '../filter/resolve';
import { type Load, nothing } from '../load';
import type { Ask } from '../metric-ask';
import { loadMetricValues, type ValueArgs } from '../metric-value';
import { mapNeeding } from '../need';
import type { Operation } from '../operation';
import { periodOf, resolvePeriod, warnPeriod } from './quarter.edges';

const LONGEST_SERIES = 200;
/** Values of one `Query.series`: ten companies with five metrics over ten years of quarters. */
const MOST_VALUES = 2_000;

interface SeriesArgs extends ValueArgs {
  readonly periods?: number;
  readonly to?: AskedPeriod;
  readonly frequency?: string;
}

interface SeveralArgs extends SeriesArgs {
  readonly symbols: readonly string[];
  readonly metrics: readonly string[];
  readonly periods: number;
}

export const askFor = (metric: Metric, quarter: Quarter): Ask => ({
  metric,
  companyId: quarter.companyId,
  quarter,
  span: quarter,
  period: periodOf(quarter),
});

/** A whole year of a company, from the quarters of it that are stored. */
export function askForYear(metric: Metric, companyId: number, quarters: readonly Quarter[]): Ask | null {
  const span = yearSpanOf(quarters);
  if (!span) return null;
  const period: Period = { kind: 'FY', year: span.fiscalYear, quarter: null };
  return { metric, companyId, quarter: null, span, period };
}

export function askForPeriod(op: Operation, metric: Metric, companyId: number, period: AskedPeriod): Ask | null {
  const quarters = resolvePeriod(op, companyId, period);
  if (isLatest(period) || period.quarter !== null) return quarters[0] ? askFor(metric, quarters[0]) : null;
  // A calendar year is a fiscal year only where its quarters belong to one.
  if (new Set(quarters.map((quarter) => quarter.fiscalYear)).size > 1) return null;
  return askForYear(metric, companyId, quarters);
}

/** Lists of asks, answered by one load. */
export function answer(lists: readonly (readonly (Ask | null)[])[], args: ValueArgs, op: Operation): Load {
  const batch = loadMetricValues(
    lists.flat().filter((ask) => ask !== null),
    args,
    op,
  );
  return {
    statements: batch.statements,
    finish: (results) => {
      const values = batch.finish(results);
      let at = 0;
      return lists.map((list) => list.map((ask) => (ask ? values[at++] : null)));
    },
  };
}

const first = (batch: Load): Load => ({
  ...batch,
  finish: (results) => batch.finish(results).map((list) => (list as unknown[])[0] ?? null),
});

function seriesOf(op: Operation, metric: Metric, companyId: number, { periods = 8, to, frequency }: SeriesArgs): Ask[] {
  const all = op.view.quartersOf(companyId);
  const last = to
    ? resolvePeriod(op, companyId, to).at(-1)
    : all.filter((quarter) => quarter.endDate <= op.today).at(-1);
  if (to && !last) warnPeriod(op, companyId, to, 'to');
  if (!last) return [];
  const until = all.filter((quarter) => quarter.endDate <= last.endDate);
  if (frequency !== 'YEAR')
    return until.slice(Math.max(0, until.length - periods)).map((quarter) => askFor(metric, quarter));
  const years = [...new Set(until.map((quarter) => quarter.fiscalYear))].slice(-periods);
  return periods === 0
    ? []
    : years.flatMap(
        (year) =>
          askForYear(
            metric,
            companyId,
            all.filter((q) => q.fiscalYear === year),
          ) ?? [],
      );
}

function checkPeriods({ periods = 8 }: SeriesArgs): void {
  if (periods >= 0 && periods <= LONGEST_SERIES) return;
  throw badInput('periods', `\`periods\` takes 0 to ${LONGEST_SERIES}.`, { limit: LONGEST_SERIES });
}

/** By company, metric and time, in the order in which they are named; each company and metric once. */
function severalSeries(op: Operation, args: SeveralArgs): Ask[] {
  checkPeriods(args);
  const wanted = args.symbols.length * args.metrics.length * args.periods;
  if (wanted > MOST_VALUES) {
    throw badInput(
      'periods',
      `${args.symbols.length} \`symbols\`, ${args.metrics.length} \`metrics\` and ${args.periods} \`periods\` make ${wanted} values; at most ${MOST_VALUES} can be asked for at once.`,
      { limit: MOST_VALUES },
    );
  }
  const companies = resolveSymbols(op, args.symbols, 'symbols');
  const metrics = new Set(resolveMetrics(op, args.metrics, 'metrics'));
  return mapNeeding(companies, (id) => [...metrics].flatMap((metric) => seriesOf(op, metric, id, args))).flat();
}

export const METRIC_EDGES: Edges = {
  ...edgesNamed<object>('Query', {
    series: load([], (parents, args: SeveralArgs, op) => {
      const asks = severalSeries(op, args);
      return answer(
        parents.map(() => asks),
        args,
        op,
      );
    }),
    metrics: value([], (_, __, op) => [...op.view.all('metric')].sort((a, b) => (a.name < b.name ? -1 : 1))),
  }),
  ...edges(Quarter, {
    metric: load(WHOLE, (quarters, args: ValueArgs & { name: string }, op) => {
      const metric = resolveMetric(op, args.name, 'name');
      if (!metric) return nothing(quarters, () => null);
      return first(
        answer(
          quarters.map((quarter) => [askFor(metric, quarter)]),
          args,
          op,
        ),
      );
    }),
    metrics: load(WHOLE, (quarters, args: ValueArgs & { names?: readonly string[] }, op) => {
      const metrics = args.names
        ? resolveMetrics(op, args.names, 'names')
        : [...op.view.all('metric')].sort((a, b) => (a.name < b.name ? -1 : 1));
      if (metrics.length === 0) return nothing(quarters, () => []);
      return answer(
        quarters.map((quarter) => metrics.map((metric) => askFor(metric, quarter))),
        args,
        op,
      );
    }),
  }),
  ...edges(Company, {
    metric: load(['id'], (companies, args: ValueArgs & { name: string; period: AskedPeriod }, op) => {
      const metric = resolveMetric(op, args.name, 'name');
      if (!metric) return nothing(companies, () => null);
      return first(
        answer(
          mapNeeding(companies, ({ id }) => {
            if (resolvePeriod(op, id, args.period).length === 0) warnPeriod(op, id, args.period, 'period');
            return [askForPeriod(op, metric, id, args.period)];
          }),
          args,
          op,
        ),
      );
    }),
    series: load(['id'], (companies, args: SeriesArgs & { metric: string }, op) => {
      checkPeriods(args);
      const metric = resolveMetric(op, args.metric, 'metric');
      if (!metric) return nothing(companies, () => []);
      return answer(
        mapNeeding(companies, ({ id }) => seriesOf(op, metric, id, args)),
        args,
        op,
      );
    }),
  }),
};
