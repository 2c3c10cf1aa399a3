import type { Period } from '../../domain/fiscal/period';
import type { Metric } from '../../domain/metric.entity';
import { badInput } from '../../platform/errors';
import { within } from '../filter/stored-period';
import type { Load } from '../load';
import type { Ask } from '../metric-ask';
import { mapNeeding } from '../need';
import type { Operation } from '../operation';
import { answer, askFor, askForPeriod, askForYear } from './metric.edges';
import { resolvePeriod } from './quarter.edges';

/** Quarters that a question without a period shows. */
const USUAL_QUARTERS = 8;
/** Ten companies with one metric over ten years of quarters. */
const MOST_VALUES = 400;

/** Numbers that somebody asks for, of all the companies; null periods: the newest ones. */
export interface MetricQuestion {
  readonly companyIds: readonly number[];
  /** Names in the catalogue. */
  readonly metrics: readonly string[];
  readonly period: Period | null;
  readonly periodFrom: Period | null;
  readonly periodTo: Period | null;
  /** Only what was filed by the end of this day; null: everything. */
  readonly asOf: string | null;
}

/** A list of values for each question: by company and metric, each oldest first. Throws BAD_USER_INPUT for more than MOST_VALUES. */
export function metricValuesOf(questions: readonly MetricQuestion[], op: Operation): Load {
  const loads = questions.map((question) => {
    const metrics = question.metrics.flatMap(
      (name) => op.view.all('metric').find((metric) => metric.name === name) ?? [],
    );
    const asks = mapNeeding(question.companyIds, (id) =>
      metrics.flatMap((metric) => asksFor(op, metric, id, question)),
    ).flat();
    if (asks.length > MOST_VALUES) {
      throw badInput(
        'question',
        `It asks for ${asks.length} numbers; at most ${MOST_VALUES} are given at once. Name fewer companies, or a shorter time.`,
      );
    }
    return answer([asks], { asOf: question.asOf }, op);
  });
  return {
    statements: loads.flatMap(({ statements }) => statements),
    finish: (results) => {
      let at = 0;
      return loads.map(({ statements, finish }) => {
        at += statements.length;
        return finish(results.slice(at - statements.length, at))[0] ?? [];
      });
    },
  };
}

function asksFor(
  op: Operation,
  metric: Metric,
  companyId: number,
  { period, periodFrom, periodTo, asOf }: MetricQuestion,
): Ask[] {
  if (period) {
    const whole = askForPeriod(op, metric, companyId, period);
    // A calendar year that is no fiscal one is shown by its quarters.
    return whole ? [whole] : resolvePeriod(op, companyId, period).map((quarter) => askFor(metric, quarter));
  }
  const ended = op.view.quartersOf(companyId).filter(({ endDate }) => endDate <= (asOf ?? op.today));
  if (!periodFrom && !periodTo) return ended.slice(-USUAL_QUARTERS).map((quarter) => askFor(metric, quarter));
  const quarters = ended.filter((quarter) => within(quarter, periodFrom ?? undefined, periodTo ?? undefined));
  const areYears = [periodFrom, periodTo].every((bound) => bound?.kind === 'FY' && bound.quarter === null);
  if (!areYears) return quarters.map((quarter) => askFor(metric, quarter));
  const years = [...new Set(quarters.map(({ fiscalYear }) => fiscalYear))];
  return years.flatMap(
    (year) =>
      askForYear(
        metric,
        companyId,
        quarters.filter((quarter) => quarter.fiscalYear === year),
      ) ?? [],
  );
}
