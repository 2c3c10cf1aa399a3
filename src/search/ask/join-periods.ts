import { addDays } from '../../domain/fiscal/day';
import type { Period } from '../../domain/fiscal/period';
import { coversPeriod, nextPeriod, ordinalsOf, previousPeriod } from '../../domain/fiscal/period-arithmetic';
import type { Place } from '../text/word';
import type { Anchor } from './anchor';
import type { Days, PeriodFind, Span, Time } from './period-find';

/** When a question asks about: the period that words are about, and the days on which they were spoken. */
export interface When {
  readonly period: Period | null;
  readonly periodFrom: Period | null;
  readonly periodTo: Period | null;
  readonly saidFrom: string | null;
  readonly saidTo: string | null;
}

export interface ReadTime {
  readonly when: When;
  /** Why no period could be taken, as a sentence. */
  readonly fault: string | null;
  /** Two periods are listed and others lie between them: the range holds more than was asked for. */
  readonly hasGap: boolean;
}

export const NO_TIME: When = { period: null, periodFrom: null, periodTo: null, saidFrom: null, saidTo: null };

export type Bound = 'IN' | 'FROM' | 'TO' | 'BEFORE' | 'AFTER';

/** Words before a period that make a bound of it. The longest that ends where the period begins counts. */
const BOUNDS: readonly (readonly [Bound, RegExp])[] = [
  [
    'FROM',
    /\b(?:since|starting|beginning)\s+(?:(?:in|from|with)\s+)?(?:the\s+)?(?:(?:beginning|start)\s+of\s+(?:the\s+)?)?$/i,
  ],
  ['AFTER', /\b(?:after|later\s+than)\s+(?:the\s+)?(?:end\s+of\s+(?:the\s+)?)?$/i],
  [
    'BEFORE',
    /\b(?:before|prior\s+to|earlier\s+than|ahead\s+of)\s+(?:the\s+)?(?:(?:beginning|start)\s+of\s+(?:the\s+)?)?$/i,
  ],
  ['TO', /\b(?:until|till|up\s+to|through|by)\s+(?:the\s+)?(?:end\s+of\s+(?:the\s+)?)?$/i],
  [
    'IN',
    /\b(?:over|in|for|from|on|during|at|of|within|throughout|across|as\s+of)\s+(?:the\s+|its\s+|their\s+)?$|\bthe\s+$/i,
  ],
];

const JOINT =
  /^\s*(?:(?<range>to|through|until|till|up\s+to|[-\u2010-\u2015])|(?<list>and|&|,\s*and|,|vs\.?|versus|against|compared\s+(?:to|with)))\s*(?:the\s+)?$/i;
/** `from 2023 on`; without it, "from 2023" means that year alone. */
const ONWARD = /^\s+(?:on|onwards?|forward)(?=\s*(?:$|[,.;:?!]))/i;
const BETWEEN = /\b(?:between|from)\s+(?:the\s+)?$/i;
/** What a period is followed by without another meaning. */
const TAIL = /^\s+(?:(?:earnings|conference|results)\s+)?(?:call|calls|report|results|release|season)\b/i;

/** Times that belong together: one with its bound, or two that make a range. */
export interface TimeGroup extends Place {
  readonly finds: readonly PeriodFind[];
  readonly bound: Bound;
  /** The two are listed, not bounds of a range. */
  readonly isList: boolean;
}

/** Puts together what stands together, with the words that join it: `from Q1 to Q3 2024`, `since 2023`, `Q3 and Q4 2024`. */
export function groupPeriods(question: string, finds: readonly PeriodFind[]): TimeGroup[] {
  const groups: TimeGroup[] = [];
  const endOf = ({ end }: PeriodFind) => end + (TAIL.exec(question.slice(end))?.[0].length ?? 0);
  for (let at = 0; at < finds.length; at++) {
    const find = finds[at] as PeriodFind;
    const before = question.slice(0, find.start);
    const next = finds[at + 1];
    const joint = next && JOINT.exec(question.slice(find.end, next.start));
    if (next && joint) {
      const between = BETWEEN.exec(before)?.[0].length ?? 0;
      const isList = joint.groups?.list !== undefined && between === 0;
      const lead = between || boundBefore(before)[1];
      groups.push({ finds: [find, next], bound: 'IN', isList, start: find.start - lead, end: endOf(next) });
      at++;
      continue;
    }
    const [bound, length] = boundBefore(before);
    const onward = ONWARD.exec(question.slice(find.end))?.[0].length;
    groups.push({
      finds: [find],
      bound: onward === undefined ? bound : 'FROM',
      isList: false,
      start: find.start - length,
      end: onward === undefined ? endOf(find) : find.end + onward,
    });
  }
  return groups;
}

/** What the groups ask for together. */
export function readTimes(question: string, groups: readonly TimeGroup[], anchor: Anchor): ReadTime {
  const whens: When[] = [];
  let hasGap = false;
  for (const { finds, bound, isList } of groups) {
    const [find, next] = finds as [PeriodFind, PeriodFind?];
    const noDay = find.time.noDay ?? next?.time.noDay;
    if (noDay) return faulty(`The calendar has no day ${noDay}. Write one that it has, such as 2025-01-29.`);
    const unclear = find.time.unclear ?? next?.time.unclear;
    if (unclear) return faulty(unclear);
    if (next) {
      const { year, kind = 'FY' } = next.time;
      const time = find.time.ofYear && year !== undefined ? find.time.ofYear(year, kind) : find.time;
      const near = joinTwo(time, next.time, isList, anchor);
      const joined = near ?? (isList ? joinTwo(time, next.time, false, anchor) : null);
      if (!joined) return faulty(ONLY_A_RANGE);
      hasGap ||= near === null;
      whens.push(joined);
      continue;
    }
    const when = bounded(find, bound, anchor);
    if (!when) {
      const typed = question.slice(find.start, find.end);
      return faulty(
        `What "${typed}" means is not known here: nothing that was reported by then is stored. Name the quarter, such as Q4 2024.`,
      );
    }
    whens.push(when);
  }
  return { ...merge(whens), hasGap };
}

export const ONLY_A_RANGE = 'Of several periods only a range can be asked for at once, from one to another.';

const faulty = (fault: string): ReadTime => ({ when: NO_TIME, fault, hasGap: false });

function boundBefore(before: string): readonly [Bound, number] {
  for (const [bound, pattern] of BOUNDS) {
    const length = pattern.exec(before)?.[0].length;
    if (length !== undefined) return [bound, length];
  }
  return ['IN', 0];
}

function bounded(find: PeriodFind, bound: Bound, anchor: Anchor): When | null {
  const span = find.time.span?.(anchor);
  if (span) return boundedSpan(span, bound);
  const days = find.time.days?.(anchor);
  return days ? boundedDays(days, bound) : null;
}

function boundedSpan({ first, last }: Span, bound: Bound): When {
  switch (bound) {
    case 'FROM':
      return { ...NO_TIME, periodFrom: first };
    case 'AFTER':
      return { ...NO_TIME, periodFrom: nextPeriod(last) };
    case 'BEFORE':
      return { ...NO_TIME, periodTo: previousPeriod(first) };
    case 'TO':
      return { ...NO_TIME, periodTo: last };
    case 'IN':
      return first === last || isSame(first, last)
        ? { ...NO_TIME, period: first }
        : { ...NO_TIME, periodFrom: first, periodTo: last };
  }
}

function boundedDays({ first, last }: Days, bound: Bound): When {
  switch (bound) {
    case 'FROM':
      return { ...NO_TIME, saidFrom: first };
    case 'AFTER':
      return { ...NO_TIME, saidFrom: addDays(last, 1) };
    case 'BEFORE':
      return { ...NO_TIME, saidTo: addDays(first, -1) };
    case 'TO':
      return { ...NO_TIME, saidTo: last };
    case 'IN':
      return { ...NO_TIME, saidFrom: first, saidTo: last };
  }
}

/** A list is a range only where nothing lies between its two; null where no one range is meant. */
function joinTwo(a: Time, b: Time, isList: boolean, anchor: Anchor): When | null {
  const [x, y] = [a.span?.(anchor), b.span?.(anchor)];
  if (x && y) {
    if (x.first.kind !== y.first.kind) return null;
    const [end, start] = [ordinalsOf(x.last).last, ordinalsOf(y.first).first];
    if (isList && ordinalsOf(y.last).last + 1 === ordinalsOf(x.first).first)
      return { ...NO_TIME, periodFrom: y.first, periodTo: x.last };
    if (isList ? end + 1 !== start : ordinalsOf(x.first).first > ordinalsOf(y.last).last) return null;
    return { ...NO_TIME, periodFrom: x.first, periodTo: y.last };
  }
  const [d, e] = [a.days?.(anchor), b.days?.(anchor)];
  if (!d || !e || d.first > e.last || (isList && addDays(d.last, 1) !== e.first)) return null;
  return { ...NO_TIME, saidFrom: d.first, saidTo: e.last };
}

/** Several times in one question have to agree: a period and days can stand together, and of two periods one may lie within the other. */
function merge(whens: readonly When[]): ReadTime {
  let when = NO_TIME;
  for (const more of whens) {
    const period = narrower(when.period, more.period);
    const clashes =
      period === undefined ||
      (when.periodFrom && more.periodFrom) ||
      (when.periodTo && more.periodTo) ||
      (when.saidFrom && more.saidFrom) ||
      (when.saidTo && more.saidTo) ||
      (period && (when.periodFrom ?? when.periodTo ?? more.periodFrom ?? more.periodTo));
    if (clashes) return faulty('It names several periods that do not fit together; ask for one, or for a range.');
    when = {
      period: period ?? null,
      periodFrom: when.periodFrom ?? more.periodFrom,
      periodTo: when.periodTo ?? more.periodTo,
      saidFrom: when.saidFrom ?? more.saidFrom,
      saidTo: when.saidTo ?? more.saidTo,
    };
  }
  return { when, fault: null, hasGap: false };
}

/** Undefined: neither lies within the other. */
function narrower(a: Period | null, b: Period | null): Period | null | undefined {
  if (!a || !b) return a ?? b;
  return coversPeriod(a, b) ? b : coversPeriod(b, a) ? a : undefined;
}

const isSame = (a: Period, b: Period) => a.kind === b.kind && a.year === b.year && a.quarter === b.quarter;
