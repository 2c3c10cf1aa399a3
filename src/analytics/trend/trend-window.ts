import { type AskedPeriod, isLatest } from '../../domain/fiscal/period';
import { ordinalsOf } from '../../domain/fiscal/period-arithmetic';
import { badInput } from '../../platform/errors';
import type { Operation } from '../../read/operation';
import { calendarOrdinal, fiscalOrdinal, type OwnQuarters } from './own-quarters';

/** By which quarters the points of a trend are told apart: those of the one company's year, or the calendar's. */
export type Counting = 'fiscal' | 'calendar';

/** Ordinals of the first and the last quarter; undefined: as far as there is something. */
export interface Window {
  readonly first: number | undefined;
  readonly last: number | undefined;
}

export interface Bounds {
  readonly from?: AskedPeriod;
  readonly to?: AskedPeriod;
}

/** The window of one company in the trend's counting. Null: it begins or ends where nothing has been reported on. */
export function windowOf(own: OwnQuarters, { from, to }: Bounds, counting: Counting, op: Operation): Window | null {
  const first = from && boundOf(own, from, 'first', counting, op);
  const last = to && boundOf(own, to, 'last', counting, op);
  return first === null || last === null ? null : { first, last };
}

function boundOf(
  own: OwnQuarters,
  period: AskedPeriod,
  edge: 'first' | 'last',
  counting: Counting,
  op: Operation,
): number | null {
  if (isLatest(period)) {
    const quarter = op.view.reportedQuartersOf(own.companyId).at(-1);
    return quarter ? (counting === 'fiscal' ? fiscalOrdinal(quarter) : calendarOrdinal(quarter)) : null;
  }
  const ordinal = ordinalsOf(period)[edge];
  if (counting === 'fiscal') return period.kind === 'FY' ? ordinal : own.fiscalOf(ordinal);
  return period.kind === 'CY' ? ordinal : own.calendarOf(ordinal);
}

/** Without a company there is no fiscal year that could be meant: quarters and years are the calendar's. */
export function calendarWindow(bounds: Bounds): Window {
  const bound = (argument: 'from' | 'to', edge: 'first' | 'last') => {
    const period = bounds[argument];
    if (!period) return undefined;
    if (!isLatest(period)) return ordinalsOf(period)[edge];
    throw badInput(argument, `\`${argument}\` is LATEST, which is a company's: name companies in \`symbols\`.`);
  };
  return { first: bound('from', 'first'), last: bound('to', 'last') };
}

export const isWithin = (ordinal: number, { first, last }: Window): boolean =>
  (first === undefined || ordinal >= first) && (last === undefined || ordinal <= last);

/** The ordinals of a window; an open end is the first or the last hit, and without any hit there is none. */
export function ordinalsIn({ first, last }: Window, hits: readonly number[]): number[] {
  const from = first ?? hits.reduce((least, hit) => Math.min(least, hit), Number.POSITIVE_INFINITY);
  const to = last ?? hits.reduce((most, hit) => Math.max(most, hit), Number.NEGATIVE_INFINITY);
  return from <= to ? Array.from({ length: to - from + 1 }, (_, step) => from + step) : [];
}
