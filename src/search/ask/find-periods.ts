import { Covered } from '../text/covered';
import type { Place } from '../text/word';
import { DAY_RULES } from './day-rules';
import type { PeriodFind, PeriodRule } from './period-find';
import { PERIOD_RULES } from './period-rules';
import { SEASON_RULES } from './season-rules';

export const TIME_RULES: readonly PeriodRule[] = [...PERIOD_RULES, ...DAY_RULES, ...SEASON_RULES];

/** All that the rules read of time: the longest of what overlaps, from left to right. */
export function findPeriods(question: string): PeriodFind[] {
  const found: PeriodFind[] = [];
  for (const { name, pattern, read } of TIME_RULES)
    for (const match of question.matchAll(pattern)) {
      const time = read(match.groups ?? {});
      if (time) found.push({ ...withoutPreposition(match), rule: name, time });
    }
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const covered = new Covered(question.length);
  return found.filter((find) => covered.claim(find)).sort((a, b) => a.start - b.start);
}

/** The word that a month without a year asks for before it is not a part of it. */
function withoutPreposition(match: RegExpExecArray): Place {
  const head = /^(?:in|since|before|until|through|after|from|between|and|to)\s+/.exec(match[0])?.[0].length ?? 0;
  return { start: match.index + head, end: match.index + match[0].length };
}
