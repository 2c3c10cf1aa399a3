import type { Company } from '../../domain/company.entity';
import type { Period } from '../../domain/fiscal/period';
import { quarterAt } from '../../domain/fiscal/period-arithmetic';
import type { Quarter } from '../../domain/quarter.entity';
import type { Row } from '../../read/client-pool';
import { type Load, nothing } from '../../read/load';
import { mapNeeding } from '../../read/need';
import type { Operation } from '../../read/operation';
import type { Branch, CountedTopics } from '../branch';
import { calendarOrdinal, fiscalOrdinal, OwnQuarters } from './own-quarters';
import { PointCount, pointAt, type SpeakersAsked, type TrendPoint } from './trend-point';
import { countsInQuarters } from './trend-statement';
import { type Bounds, type Counting, isWithin, ordinalsIn, type Window, windowOf } from './trend-window';

/** A company on the axis of a trend. */
interface Line {
  readonly company: Company;
  readonly own: OwnQuarters;
  readonly window: Window;
  /** Its stored quarters within the window, by where they stand. */
  readonly quarters: ReadonlyMap<number, readonly Quarter[]>;
}

/** One company by the quarters of its own year; several side by side, by the quarters of the calendar. */
export function companyTrend(
  branches: readonly Branch[],
  topics: CountedTopics,
  companies: readonly number[],
  bounds: Bounds,
  op: Operation,
): Load {
  const counting: Counting = companies.length === 1 ? 'fiscal' : 'calendar';
  const lines = mapNeeding(companies, (id) => lineOf(id, counting, bounds, op)).filter((line) => line !== null);
  const quarterIds = lines.flatMap(({ quarters }) => [...quarters.values()].flat().map(({ id }) => id));
  if (lines.length === 0) return nothing(branches, () => []);
  return {
    statements: countsInQuarters(topics, quarterIds),
    finish: (results) => {
      const rows = results.flat();
      const count = new PointCount();
      return branches.map((branch) =>
        pointsOf(
          branch,
          lines,
          rows.filter(({ topicId }) => topicId === branch.topic.id),
          counting,
          count,
        ),
      );
    },
  };
}

function lineOf(companyId: number, counting: Counting, bounds: Bounds, op: Operation): Line | null {
  const own = new OwnQuarters(companyId, op.view.quartersOf(companyId));
  const window = windowOf(own, bounds, counting, op);
  if (!window) return null;
  const ordinalOf = counting === 'fiscal' ? fiscalOrdinal : calendarOrdinal;
  const quarters = new Map<number, Quarter[]>();
  for (const quarter of own.stored) {
    const at = ordinalOf(quarter);
    if (isWithin(at, window)) quarters.set(at, [...(quarters.get(at) ?? []), quarter]);
  }
  return { company: op.view.linked('company', companyId), own, window, quarters };
}

/** An open end is the first or last hit of any of the companies, so that they stay side by side. */
function pointsOf(
  branch: Branch,
  lines: readonly Line[],
  rows: readonly Row[],
  counting: Counting,
  count: PointCount,
): TrendPoint[] {
  const byQuarter: ReadonlyMap<unknown, Row> = new Map(rows.map((row) => [row.quarterId, row]));
  const isHit = (quarters: readonly Quarter[]) => quarters.some(({ id }) => byQuarter.has(id));
  const hits = lines.flatMap(({ quarters }) => [...quarters].filter(([, own]) => isHit(own)).map(([at]) => at));
  const axes = lines.map((line) => ({ line, ordinals: ordinalsIn(line.window, hits) }));
  const places = axes.flatMap(({ line, ordinals }) => ordinals.map((ordinal) => ({ line, ordinal })));
  count.add(places.length);
  const ordinals = places.map(({ ordinal }) => ordinal);
  const speakersAsked: SpeakersAsked = {
    topicIds: branch.topicIds,
    companies: lines.map(({ company }) => company.id),
    counting,
    window: {
      first: ordinals.reduce((a, b) => Math.min(a, b), Infinity),
      last: ordinals.reduce((a, b) => Math.max(a, b), 0),
    },
  };
  // Sorting is stable: companies stay in the order in which they were named.
  return places
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(({ line, ordinal }) => {
      const quarters = line.quarters.get(ordinal) ?? [];
      const found = quarters.map(({ id }) => byQuarter.get(id)).filter((row) => row !== undefined);
      const passages = quarters.reduce((sum, { utteranceCount }) => sum + utteranceCount, 0);
      return pointAt(
        { ...labelsOf(line, quarters.at(-1) ?? null, ordinal, counting), ordinal, speakersAsked },
        found,
        passages,
      );
    });
}

/** Both labels; what is not stored is reckoned, and a company of which no quarter is stored has the calendar's alone. */
function labelsOf({ own, company }: Line, quarter: Quarter | null, ordinal: number, counting: Counting) {
  const period = (kind: Period['kind'], at: number | null) => (at === null ? null : quarterAt(kind, at));
  const fiscal = quarter ? fiscalOrdinal(quarter) : counting === 'fiscal' ? ordinal : own.fiscalOf(ordinal);
  const calendar = quarter ? calendarOrdinal(quarter) : counting === 'calendar' ? ordinal : own.calendarOf(ordinal);
  const calendarPeriod = period('CY', calendar) ?? quarterAt('CY', ordinal);
  return { period: period('FY', fiscal) ?? calendarPeriod, calendarPeriod, quarter, company };
}
