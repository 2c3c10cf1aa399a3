import type { Place } from '../text/word';
import { DAY_RULES } from './day-rules';
import type { PeriodFind, PeriodRule } from './period-find';
import { PERIOD_RULES } from './period-rules';

export const TIME_RULES: readonly PeriodRule[] = [...PERIOD_RULES, ...DAY_RULES];

/** All that the rules read of time: the longest of what overlaps, from left to right. */
export function findPeriods(question: string, taken: readonly Place[] = []): PeriodFind[] {
  const found: PeriodFind[] = [];
  for (const { name, pattern, read } of TIME_RULES)
    for (const match of question.matchAll(pattern)) {
      const place = withoutPreposition(match);
      const time = read(match.groups ?? {});
      if (time && !taken.some((other) => other.start < place.end && place.start < other.end))
        found.push({ ...place, rule: name, time });
    }
  return longest(found).sort((a, b) => a.start - b.start);
}

/** The word that a month without a year asks for before it is not a part of it. */
function withoutPreposition(match: RegExpExecArray): Place {
  const head = /^(?:in|since|before|until|through|after|from|between|and|to)\s+/.exec(match[0])?.[0].length ?? 0;
  return { start: match.index + head, end: match.index + match[0].length };
}

function longest(found: readonly PeriodFind[]): PeriodFind[] {
  const kept: PeriodFind[] = [];
  for (const find of [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start))
    if (!kept.some((other) => other.start < find.end && find.start < other.end)) kept.push(find);
  return kept;
}
