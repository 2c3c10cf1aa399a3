import type { Period } from '../../../domain/fiscal/period';
import type { NeutralDocument } from '../../neutral-document';
import { bodyRanges } from '../body-range';
import { type PeriodMention, periodMentionsOf, type Quarter } from './period-mention';

const COMPARING =
  /\b(?:versus|vs\.?|compared\s+(?:to|with)|relative\s+to|against|over|than|since|from|ago)\s+(?:the\s+|our\s+)?(?:same\s+)?$/i;
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
  const mentions = bodyRanges(document).flatMap((range) => periodMentionsOf(document.text, range));
  const years = new Map<number, number>();
  const cast = (year: number, weight: number) => years.set(year, (years.get(year) ?? 0) + weight);
  const votes = mentions.filter(({ start }) => !COMPARING.test(document.text.slice(Math.max(0, start - 40), start)));
  // A quarter told with its year is worth two that are not.
  for (const { quarter, yearShift, year } of votes
    .map((mention) => withTense(document.text, mention))
    .filter(isReported))
    if (quarter !== null && yearShift === null) quarters[quarter] = (quarters[quarter] ?? 0) + (year === null ? 1 : 2);
  const quarter = leader(quarters);
  for (const mention of votes) voteYear(withTense(document.text, mention), quarter, cast);
  // The last annual report that a quarterly call refers to is that of the year before.
  const filed = ANNUAL_REPORT.exec(document.text);
  if (filed) cast(Number(filed[1] ?? filed[2]) + 1, 2);
  const ranked = [...years].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  const [best, second] = ranked;
  if (!best || best[1] < 2) return { period: null, confidence: 0 };
  const clear = best[1] / (best[1] + (second?.[1] ?? 0));
  if (quarter === null) return { period: null, confidence: 0 };
  const share =
    (quarters[quarter] ?? 0) /
    Math.max(
      1,
      quarters.reduce((sum, count) => sum + count, 0),
    );
  return { period: { kind: 'FY', year: best[0], quarter }, confidence: Math.min(0.9, 0.5 + 0.4 * clear * share) };
}

interface Told extends PeriodMention {
  readonly isAhead: boolean;
  readonly isDone: boolean;
}

function withTense(text: string, mention: PeriodMention): Told {
  const around = text.slice(Math.max(0, mention.start - 110), mention.end + 80);
  const isAhead = AHEAD.test(around);
  return { ...mention, isAhead, isDone: !isAhead && DONE.test(around) };
}

const isReported = ({ unit, isDone }: Told): boolean => unit === 'QUARTER' && isDone;

function voteYear(mention: Told, quarter: Quarter | null, cast: (year: number, weight: number) => void): void {
  const { unit, year, isAhead, isDone, endsOn } = mention;
  if (unit === 'DAY' && endsOn && isDone) cast(Number(endsOn.slice(0, 4)), 0.5);
  if (year === null) return;
  if (unit === 'QUARTER' && quarter !== null && mention.quarter !== null) {
    // A dated quarter of the outlook is the next one; a dated one of the report is the one reported on.
    if (mention.quarter === quarter && !isAhead) cast(year, 3);
    else if (isAhead && mention.quarter === (quarter % 4) + 1) cast(quarter === 4 ? year - 1 : year, 2);
    return;
  }
  if (unit !== 'YEAR') return;
  if (isAhead) cast(quarter === 4 ? year - 1 : year, 1);
  else if (isDone) cast(year, mention.count === 'FY' ? 1 : 0.5);
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
