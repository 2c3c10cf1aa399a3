import { fixed, int, type Sql, sql, Value } from '../../sql/sql';
import type { QuarterRange } from '../quarter-range';
import type { Measure } from './measure';

/** More groups of nothing than these are not made. */
export const MOST_EMPTY = 50_000;

/**
 * From `grouped`, more tables of its statement: `filled` has groups of count 0 too, for the quarters of each parent's range and the values of the
 * other keys that occur at all; `room` tells how many there would be. The key `k<quarter>` is the quarter. `few`: whether anything is made at all.
 */
export function withEmpty(
  keyCount: number,
  quarter: number,
  ranges: readonly QuarterRange[],
  measures: readonly Measure[],
  few: Sql,
): Sql {
  const names = Array.from({ length: keyCount }, (_, i) => `k${i}`);
  const others = names.filter((_, i) => i !== quarter);
  const own = names.map((name, i) => (i === quarter ? `q.q AS ${name}` : `o.${name}`));
  const at = fixed(`g.k${quarter}`);
  const counts = ['count', ...measures.map(({ property }) => `"${property}"`)];
  const none = ['0', ...measures.map((measure) => measure.none)].map((value, i) => `${value} AS ${counts[i]}`);
  const list = (...items: readonly string[]) => fixed(items.join(', '));
  const [from, to] = [ranges.map((range) => range.from), ranges.map((range) => range.to)];
  return sql`,
    span AS (SELECT r.ord, coalesce(r.lo, min(${at})) AS lo, coalesce(r.hi, max(${at})) AS hi
      FROM unnest(${new Value(from, 'int4[]')}, ${new Value(to, 'int4[]')}) WITH ORDINALITY r(lo, hi, ord) LEFT JOIN grouped g ON g.ord = r.ord GROUP BY r.ord, r.lo, r.hi),
    other AS (SELECT DISTINCT ${list('ord', ...others)} FROM ${fixed(others.length > 0 ? 'grouped' : 'span')}),
    room AS (SELECT coalesce(sum(greatest(s.hi - s.lo + 1, 0)), 0) AS n FROM other o JOIN span s ON s.ord = o.ord),
    filled AS (SELECT ${list('ord', ...names, ...counts.map((count) => `max(${count}) AS ${count}`))} FROM (
      SELECT ${list('ord', ...names, ...counts)} FROM grouped
      UNION ALL
      SELECT ${list('o.ord', ...own, ...none)} FROM other o JOIN span s ON s.ord = o.ord CROSS JOIN LATERAL generate_series(s.lo, s.hi) q(q)
      WHERE (SELECT n FROM room) <= ${int(MOST_EMPTY)} AND ${few}
    ) e GROUP BY ${list('ord', ...names)})`;
}
