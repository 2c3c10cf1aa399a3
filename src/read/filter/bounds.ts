import { type AskedPeriod, isLatest, printPeriod } from '../../domain/fiscal/period';
import { ordinalsOf } from '../../domain/fiscal/period-arithmetic';
import { badInput } from '../../platform/errors';
import { searchKeyOf } from '../reference/names';

/** Refuses days that end before they begin: nothing could lie between them, and an empty answer would look like silence. */
export function refuseReversedDays(from: [string, string | null | undefined], to: typeof from): void {
  const [[first, start], [last, end]] = [from, to];
  if (start && end && end < start) throw reversed(first, start, last, end);
}

/** The same of periods. Those of different countings have no order, and which quarter is LATEST only what is stored can tell. */
export function refuseReversedPeriods(from: [string, AskedPeriod | null | undefined], to: typeof from): void {
  const [[first, start], [last, end]] = [from, to];
  if (!start || !end || isLatest(start) || isLatest(end) || start.kind !== end.kind) return;
  if (ordinalsOf(end).last < ordinalsOf(start).first) throw reversed(first, printPeriod(start), last, printPeriod(end));
}

function reversed(first: string, start: string, last: string, end: string) {
  return badInput(
    last,
    `\`${last}\` (${end}) lies before \`${first}\` (${start}), so that nothing can lie between them. Exchange the two.`,
  );
}

/** A part of a name as names are compared; an empty one, which every name has, is refused. */
export function partOfName(typed: string, argument: string): string {
  const key = searchKeyOf(typed);
  if (key !== '') return key;
  throw badInput(argument, `\`${argument}\` is empty, which is a part of every name. Leave it out to ask for all.`);
}
