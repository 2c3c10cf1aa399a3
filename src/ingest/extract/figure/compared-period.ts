import type { Period } from '../../../domain/fiscal/period';
import { isSamePeriod, shiftPeriod, yearAgo } from '../../../domain/fiscal/period-arithmetic';
import type { PeriodMention } from '../occasion/period-mention';
import { resolvePeriod } from '../occasion/resolve-period';
import type { PeriodContext } from './figure-period';

/** What a change is measured against, where the words after it or the convention tell: the year before, or the quarter before. */
export function comparedTo(
  words: string,
  period: Period | null,
  context: PeriodContext,
  mention: PeriodMention | null,
): Period | null {
  if (!period) return null;
  if (
    /\b(?:sequential(?:ly)?|quarter[\s-]over[\s-]quarter|qoq|q\/q|from\s+(?:the\s+)?(?:last|prior|previous|preceding)\s+quarter(?!\s+of)|(?:prior|last|previous|preceding)\s+quarter)\b/i.test(
      words,
    )
  )
    return period.quarter === null ? null : shiftPeriod(period, -1);
  if (mention) {
    if (
      mention.unit === 'QUARTER' &&
      mention.quarter !== null &&
      mention.year === null &&
      mention.yearShift === null &&
      period.quarter !== null
    ) {
      const year = mention.quarter < period.quarter ? period.year : period.year - 1;
      return { ...period, year, quarter: mention.quarter };
    }
    if (mention.year !== null && mention.unit === 'YEAR' && period.quarter !== null)
      return { ...period, year: mention.year };
    if (mention.yearShift === -1) return yearAgo(period);
    const resolved = resolvePeriod(mention, context.anchor, false);
    if (resolved && resolved.kind === period.kind && !isSamePeriod(resolved, period)) return resolved;
  }
  return yearAgo(period);
}
