import type { PeriodMention, Quarter } from './period-mention';

/** A mention of time with what stands around it. */
export interface Told extends PeriodMention {
  /** Something else is measured against it: `up from`, `versus`, `over the second quarter of 2020`. */
  readonly isCompared: boolean;
  readonly isAhead: boolean;
  readonly isDone: boolean;
  /** The mention's own words, and those right before and after it. */
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

interface Evidence {
  readonly name: string;
  readonly example: string;
  /** The fiscal year that it speaks for when a quarter is reported on; null: for none. */
  readonly yearFor: (told: Told, quarter: Quarter) => number | null;
  readonly weight: number;
  /** It is read from what is looked ahead to. */
  readonly isOutlook?: boolean;
}

const THIS_YEAR =
  /\b(?:balance|remainder|rest|start|beginning|end|back\s+half|second\s+half|course|exit|exiting|leave|leaving|so\s+far)\s+(?:of|to|in|for|through)?\s*(?:fiscal\s+|calendar\s+)?$/i;

/** What tells of which fiscal year a report is; each row is one way, the strongest first, and a mention counts once. */
export const YEAR_EVIDENCE: readonly Evidence[] = [
  {
    name: 'the quarter reported on, with its year',
    example: 'We finished the third quarter of 2021 with 786 customers.',
    yearFor: ({ unit, quarter, year, isCompared, isAhead }, reported) =>
      unit === 'QUARTER' && quarter === reported && !isCompared && !isAhead ? year : null,
    weight: 3,
  },
  {
    name: 'the next quarter, which is looked ahead to',
    example: 'For the fourth quarter of 2021, we expect revenue of $180 million.',
    yearFor: ({ unit, quarter, year, isAhead, isCompared }, reported) =>
      unit === 'QUARTER' && year !== null && isAhead && !isCompared && quarter === (reported % 4) + 1
        ? reported === 4
          ? year - 1
          : year
        : null,
    weight: 2,
  },
  {
    name: 'what is left of the year',
    example: 'For the remainder of 2021, we expect little change.',
    yearFor: ({ unit, year, before, isCompared }, reported) =>
      unit === 'YEAR' && reported < 4 && !isCompared && THIS_YEAR.test(before) ? year : null,
    weight: 1.5,
  },
  {
    name: 'the outlook of a named full year',
    example: 'We are raising our full year 2021 guidance.',
    yearFor: ({ unit, year, isAhead, isCompared, count, words, before, after }, reported) =>
      unit === 'YEAR' &&
      year !== null &&
      isAhead &&
      !isCompared &&
      (count !== null ||
        /\b(?:full|entire|whole)\b/i.test(words) ||
        /^\s+(?:financial\s+|earnings\s+|revenue\s+|full[\s-]year\s+)?(?:guidance|outlook)\b/i.test(after) ||
        /\b(?:guidance|outlook)\s+for\s+$/i.test(before))
        ? reported === 4
          ? year - 1
          : year
        : null,
    weight: 1.5,
    isOutlook: true,
  },
  {
    name: 'a year that is looked ahead to',
    example: 'We expect growth in 2021.',
    yearFor: ({ unit, year, isAhead, isCompared }, reported) =>
      unit === 'YEAR' && year !== null && isAhead && !isCompared ? (reported === 4 ? year - 1 : year) : null,
    weight: 0.5,
    isOutlook: true,
  },
  {
    name: 'another quarter of the year, which is over',
    example: 'Debt declined from $384 million at the end of Q1 2021.',
    yearFor: ({ unit, quarter, year, isAhead }, reported) =>
      unit === 'QUARTER' && year !== null && quarter !== null && quarter !== reported && !isAhead
        ? quarter < reported
          ? year
          : year + 1
        : null,
    weight: 1,
  },
  {
    name: 'a year that is told of',
    example: 'Revenue of fiscal 2021 was $2.8 billion.',
    yearFor: ({ unit, year, isDone, isCompared, count }) =>
      unit === 'YEAR' && isDone && !isCompared && count !== null ? year : null,
    weight: 1,
  },
  {
    name: 'a bare year that is told of',
    example: 'In 2021, demand declined.',
    yearFor: ({ unit, year, isDone, isCompared }) => (unit === 'YEAR' && isDone && !isCompared ? year : null),
    weight: 0.5,
  },
  {
    name: 'a day that is told of',
    example: 'Debt was $312 million at June 30, 2021.',
    yearFor: ({ unit, endsOn, isDone, isCompared }) =>
      unit === 'DAY' && endsOn !== null && isDone && !isCompared ? Number(endsOn.slice(0, 4)) : null,
    weight: 0.5,
  },
];

/**
 * The newest year that the numbers reported on are measured against: in the same quarter, or said twice of the year as a whole,
 * which on the call about a last quarter may be the outlook's base. Null: none is.
 */
export function newestCompared(told: readonly Told[], reported: Quarter): number | null {
  const compared = told.filter(({ isCompared, isAhead, year }) => isCompared && !isAhead && year !== null);
  const same = ({ unit, quarter }: Told) => unit === 'QUARTER' && quarter === reported;
  const direct = told.filter((one) => same(one) && !one.isCompared && !one.isAhead).map(({ year }) => year);
  // "10 % lower than what we reported in Q4 of 2020" compares the outlook with what is reported on.
  const quarters = compared.filter(
    (one) =>
      same(one) &&
      direct.filter((year) => year === one.year).length <
        compared.filter((other) => same(other) && other.year === one.year).length,
  );
  const whole = reported === 4 ? [] : compared.filter(({ unit }) => unit === 'YEAR').map(({ year }) => year);
  const years = [...quarters.map(({ year }) => year), ...whole.filter((year, i) => whole.indexOf(year) < i)].filter(
    (year) => year !== null,
  );
  return years.length > 0 ? Math.max(...years) : null;
}

/** The newest full year that is looked ahead to twice; null: none is. */
export function newestAhead(told: readonly Told[]): number | null {
  const years = told
    .filter(({ unit, isAhead, isCompared, count }) => unit === 'YEAR' && isAhead && !isCompared && count !== null)
    .flatMap(({ year }) => year ?? []);
  const twice = years.filter((year, i) => years.indexOf(year) < i);
  return twice.length > 0 ? Math.max(...twice) : null;
}
