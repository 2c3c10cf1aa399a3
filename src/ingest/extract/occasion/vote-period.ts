import type { Period } from '../../../domain/fiscal/period';
import type { NeutralDocument } from '../../neutral-document';
import { bodyRanges } from '../body-range';
import { type PeriodMention, periodMentionsOf, type Quarter } from './period-mention';
import { newestAhead, newestCompared, type Told, YEAR_EVIDENCE } from './year-evidence';

/** What stands right before a period that something is measured against. */
export const COMPARING =
  /\b(?:versus|vs\.?|compar(?:ed|ing|isons?)\s+(?:to|with)|relative\s+to|against|over|than|since|from|ago|(?:over|to|with|versus)\s+both|on\s+top\s+of)\s+(?:the\s+|our\s+|both\s+)?(?:same\s+(?:quarter|period)\s+(?:of|in)\s+)?(?:(?:19|20)\d\d\s+and\s+)?$|\b(?:compar(?:ed|ing|isons?)\s+(?:to|with)|against|versus|from\s+(?:a\s+loss\s+of\s+)?[$€£]?\d|(?:higher|lower|more|less|better|worse)\s+than(?!\s+expected))(?:[^.;]|\.\d){0,55}\b(?:in|for|of|during|strong|record|tough|weak)\s+(?:the\s+)?$/i;
const ANNUAL_REPORT =
  /\b(20\d\d)\s+(?:annual\s+report|form\s+10-K|10-K)\b|\b(?:annual\s+report|form\s+10-K)\s+(?:on\s+form\s+10-K\s+)?for\s+(?:the\s+)?(?:fiscal\s+)?(?:year\s+)?(?:ended\s+\w+\s+\d{1,2},\s+)?(20\d\d)\b/i;
const AHEAD =
  /\b(?:expect|anticipat|outlook|guid|forecast|project|target|look(?:ing)?\s+(?:ahead|forward)|estimate|will|could|would)\w*/i;
const DONE =
  /\b(?:was|were|had|grew|delivered|reported|generated|totaled|came|ended|repurchased|increased|decreased|improved|achieved|performance|results?)\b/i;

/**
 * The period that a text without a heading reports on: the quarter that its sentences in the past tense name most, and the
 * year that fits what is said of this year and of the outlook. Comparisons do not vote.
 */
export function votePeriod(document: NeutralDocument): { period: Period | null; confidence: number } {
  const quarters = [0, 0, 0, 0, 0];
  const { text } = document;
  const told = bodyRanges(document)
    .flatMap((range) => periodMentionsOf(text, range))
    .map((mention) => withTense(text, mention));
  // A quarter told with its year is worth two that are not.
  for (const { quarter, yearShift, year } of told.filter(isReported))
    if (quarter !== null && yearShift === null) quarters[quarter] = (quarters[quarter] ?? 0) + (year === null ? 1 : 2);
  const quarter = leader(quarters);
  if (quarter === null) return { period: null, confidence: 0 };
  const ranked = voteYear(text, told, quarter);
  const [best, second] = ranked;
  if (!best || best[1] < 1.5 || (second && best[1] < second[1] * 1.2)) return { period: null, confidence: 0 };
  const clear = best[1] / (best[1] + (second?.[1] ?? 0));
  const share =
    (quarters[quarter] ?? 0) /
    Math.max(
      1,
      quarters.reduce((sum, count) => sum + count, 0),
    );
  return { period: { kind: 'FY', year: best[0], quarter }, confidence: Math.min(0.9, 0.5 + 0.4 * clear * share) };
}

function withTense(text: string, mention: PeriodMention): Told {
  // Of its own sentence: the next one may well look ahead.
  const around = `${lastSentence(text.slice(Math.max(0, mention.start - 110), mention.start))}${firstSentence(text.slice(mention.start, mention.end + 80))}`;
  const before = text.slice(Math.max(0, mention.start - 80), mention.start);
  const isAhead = AHEAD.test(around);
  return {
    ...mention,
    before,
    words: text.slice(mention.start, mention.end),
    after: text.slice(mention.end, mention.end + 30),
    isCompared: COMPARING.test(before),
    isAhead,
    isDone: !isAhead && DONE.test(around),
  };
}

/** Behind the last stop that white space follows; looked for from the end, where it is near. */
function lastSentence(words: string): string {
  for (let at = words.length - 2; at >= 0; at--)
    if (/^[.?!]\s/.test(words.slice(at, at + 2))) return words.slice(at + 1);
  return words;
}

const firstSentence = (words: string): string => /^(?:[^.?!]|[.?!](?!\s+[A-Z]))*/.exec(words)?.[0] ?? words;

const isReported = ({ unit, isDone, isCompared }: Told): boolean => unit === 'QUARTER' && isDone && !isCompared;

/** Years with their votes, most first. Nothing is compared with a later year: what is compared with rules itself and those before out. */
function voteYear(text: string, told: readonly Told[], quarter: Quarter): (readonly [year: number, votes: number])[] {
  const years = new Map<number, number>();
  const cast = (year: number, weight: number) => years.set(year, (years.get(year) ?? 0) + weight);
  // What is said a third time in the same way proves no more: a passage on next year's outlook would outvote the report.
  const heard = new Map<string, number>();
  // From the end of a year people look ahead to the next one: an earlier year among such words is what that is compared with.
  const ahead = quarter === 4 ? newestAhead(told) : null;
  for (const mention of told)
    for (const { name, yearFor, weight, isOutlook } of YEAR_EVIDENCE) {
      const year = yearFor(mention, quarter);
      if (year === null || (isOutlook && ahead !== null && year < ahead - 1)) continue;
      const key = `${name} ${year}`;
      heard.set(key, (heard.get(key) ?? 0) + 1);
      if ((heard.get(key) ?? 0) <= 2) cast(year, weight);
      break;
    }
  // The last annual report that a quarterly call refers to is that of the year before.
  const filed = ANNUAL_REPORT.exec(text);
  if (filed) cast(Number(filed[1] ?? filed[2]) + 1, 2);
  const compared = newestCompared(told, quarter);
  if (compared !== null) cast(compared + 1, 1.5);
  return [...years].filter(([year]) => compared === null || year > compared).sort((a, b) => b[1] - a[1] || b[0] - a[0]);
}

/** The quarter with most votes, if it has clearly more than the second. */
function leader(quarters: readonly number[]): Quarter | null {
  const ranked = ([1, 2, 3, 4] as const)
    .map((quarter) => [quarter, quarters[quarter] ?? 0] as const)
    .sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (!first || !second || first[1] < 2 || first[1] < second[1] * 1.3) return null;
  return first[0];
}
