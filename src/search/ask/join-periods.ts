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
  /** Periods are listed and others lie between them: the range holds more than was asked for. */
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
  /^\s*(?:(?<range>to|through|until|till|up\s+to|[-\u2010-\u2015]+>?|[→⇒…]|\.{2,3})|(?<list>and|&|,\s*and|,|vs\.?|versus|against|compared\s+(?:to|with)))\s*(?:the\s+)?$/i;
/** Between periods that follow each other without a word: `2022 2023 2024`. */
const NEXT_TO = /^\s+$/;
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
    const between = next && question.slice(find.end, next.start);
    const listed = listFrom(question, finds, at);
    if (listed.length > 2) {
      const last = listed.at(-1) as PeriodFind;
      const [, lead] = boundBefore(before);
      groups.push({ finds: listed, bound: 'IN', isList: true, start: find.start - lead, end: endOf(last) });
      at += listed.length - 1;
      continue;
    }
    const joint =
      between !== undefined && (JOINT.exec(between) ?? (NEXT_TO.test(between) && isBare(find, next) && LIST));
    if (next && joint) {
      const lead = BETWEEN.exec(before)?.[0].length ?? 0;
      const isList = joint.groups?.list !== undefined && lead === 0;
      const length = lead || boundBefore(before)[1];
      groups.push({ finds: [find, next], bound: 'IN', isList, start: find.start - length, end: endOf(next) });
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

const LIST = { groups: { list: ',' } };

/** Two periods of one kind that stand side by side are a list; "Q4 2024 2023" or a day beside a year is none. */
const isBare = (find: PeriodFind, next: PeriodFind | undefined): boolean =>
  next !== undefined && find.rule === next.rule && find.time.span !== undefined && find.time.year !== undefined;

/** The run of periods from one on between which only commas, "and" or spaces stand. */
function listFrom(question: string, finds: readonly PeriodFind[], at: number): PeriodFind[] {
  const run = finds.slice(at, at + 1);
  for (const next of finds.slice(at + 1)) {
    const last = run.at(-1) as PeriodFind;
    const between = question.slice(last.end, next.start);
    const isListed = JOINT.exec(between)?.groups?.list !== undefined || (NEXT_TO.test(between) && isBare(last, next));
    if (!isListed) break;
    run.push(next);
  }
  return run;
}

/** The years of a list that only its last names: `Q1, Q2 and Q3 2024`. */
function dated(finds: readonly PeriodFind[]): Time[] {
  const { year, kind = 'FY' } = finds.at(-1)?.time ?? {};
  return finds.map(({ time }) => (time.ofYear && year !== undefined ? time.ofYear(year, kind) : time));
}

/** What the groups ask for together. */
export function readTimes(question: string, groups: readonly TimeGroup[], anchor: Anchor): ReadTime {
  const whens: When[] = [];
  let hasGap = false;
  for (const { finds, bound, isList } of groups) {
    const [find] = finds as readonly [PeriodFind];
    const noDay = finds.find(({ time }) => time.noDay)?.time.noDay;
    if (noDay) return faulty(`The calendar has no day ${noDay}. Write one that it has, such as 2025-01-29.`);
    const unclear = finds.find(({ time }) => time.unclear)?.time.unclear;
    if (unclear) return faulty(unclear);
    if (finds.length > 1) {
      const all = dated(finds);
      const list = isList ? joinList(all, anchor) : null;
      const joined = isList ? list?.when : joinTwo(all[0] as Time, all[1] as Time, anchor);
      if (!joined) return faulty(ONLY_A_RANGE);
      hasGap ||= list?.hasGap === true;
      whens.push(joined);
      continue;
    }
    const when = bounded(find, bound, anchor);
    if (!when) {
      const typed = question.slice(find.start, find.end);
      return faulty(
        find.time.days
          ? `What "${typed}" means is not clear on that day. Write the months, such as June to August 2024.`
          : `What "${typed}" means is not known here: nothing that was reported by then is stored. Name the quarter, such as Q4 2024.`,
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

/** Where a time begins and ends, in quarters or in days; null where nothing is known of it. */
function boundsOf(
  { span, days }: Time,
  anchor: Anchor,
): readonly [start: number | string, end: number | string] | null {
  const quarters = span?.(anchor);
  if (quarters) return [ordinalsOf(quarters.first).first, ordinalsOf(quarters.last).last];
  const spoken = days?.(anchor);
  return spoken ? [spoken.first, spoken.last] : null;
}

/** What is listed as one range: from the earliest to the latest, whichever is named first. Null where no one range is meant. */
function joinList(times: readonly Time[], anchor: Anchor): { readonly when: When; readonly hasGap: boolean } | null {
  const sorted = times.map((time) => ({ time, bounds: boundsOf(time, anchor) ?? ([0, 0] as const) }));
  sorted.sort(({ bounds: [a, x] }, { bounds: [b, y] }) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1));
  const pairs = sorted.slice(1).map((next, i) => [sorted[i] as typeof next, next] as const);
  if (pairs.some(([a, b]) => joinTwo(a.time, b.time, anchor) === null)) return null;
  const latest = sorted.reduce((last, each) => (each.bounds[1] > last.bounds[1] ? each : last));
  const when = joinTwo((sorted[0] as typeof latest).time, latest.time, anchor);
  return when && { when, hasGap: pairs.some(([a, b]) => behind(a.bounds[1]) !== b.bounds[0]) };
}

/** The next quarter or day. */
const behind = (end: number | string): number | string => (typeof end === 'string' ? addDays(end, 1) : end + 1);

/** From one to another; null where they have no order, or the other one. */
function joinTwo(a: Time, b: Time, anchor: Anchor): When | null {
  const [x, y] = [a.span?.(anchor), b.span?.(anchor)];
  if (x && y) {
    if (x.first.kind !== y.first.kind || ordinalsOf(x.first).first > ordinalsOf(y.last).last) return null;
    return { ...NO_TIME, periodFrom: x.first, periodTo: y.last };
  }
  const [d, e] = [a.days?.(anchor), b.days?.(anchor)];
  if (!d || !e || d.first > e.last) return null;
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
