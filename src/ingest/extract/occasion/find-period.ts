import { calendarDays, calendarQuarterAt } from '../../../domain/fiscal/calendar';
import { dayNumber } from '../../../domain/fiscal/day';
import { type Period, parsePeriod } from '../../../domain/fiscal/period';
import { previousPeriod } from '../../../domain/fiscal/period-arithmetic';
import type { NeutralDocument } from '../../neutral-document';
import { periodOfEnd } from './period-end';
import { type PeriodMention, periodMentionsOf, type Quarter } from './period-mention';
import { COMPARING, votePeriod } from './vote-period';

export interface FoundPeriod {
  readonly period: Period | null;
  readonly confidence: number;
}

const UNKNOWN: FoundPeriod = { period: null, confidence: 0 };

/** What says that a period nearby is the one reported on. */
const REPORTING =
  /\b(?:earnings|results|conference|call|report(?:s|ed)?|quarterly|discuss|review|recap|webcast|posted|announce[sd]?)\b/i;

/**
 * The period that a document reports on: from the source's own statement, from its title and its opening, from the date of
 * the event together with the quarter's number, and last from what its sentences speak of most. Null rather than a guess.
 */
export function findPeriod(document: NeutralDocument, eventDate: string | null): FoundPeriod {
  const { metadata, text } = document;
  if (metadata.period) return { period: parsePeriod(metadata.period), confidence: 0.98 };
  const title = ofHead(metadata.title ?? '', true);
  if (title) return { period: title, confidence: 0.97 };
  const opening = text.slice(0, 5000);
  const head = ofHead(opening, false);
  if (head) return { period: head, confidence: 0.95 };
  const ended = periodOfEnd(text.slice(0, 12_000));
  if (ended) return { period: ended, confidence: ended.kind === 'FY' ? 0.93 : 0.8 };
  const quarter = bareQuarterOf(`${metadata.title ?? ''}\n${opening}`);
  const voted = votePeriod(document);
  const reported = eventDate ?? metadata.publishedOn;
  if (quarter !== null && voted.period?.quarter === quarter)
    return { ...voted, confidence: Math.max(voted.confidence, 0.92) };
  // Words that count fiscal years apart from the calendar's: the date tells nothing of the year's name.
  if (quarter !== null && reported && !/\bfiscal\b|\bFY\s?['’]?\d\d/i.test(text)) {
    const calendar = calendarQuarterBefore(reported);
    if (calendar.quarter === quarter) return { period: { ...calendar, kind: 'FY' }, confidence: 0.75 };
    return UNKNOWN;
  }
  return voted.period ? voted : UNKNOWN;
}

/** The quarter that had ended last on a day, if it ended within the hundred days in which quarters are reported. */
function calendarQuarterBefore(day: string): Period {
  const previous = previousPeriod(calendarQuarterAt(day));
  const lag = dayNumber(day) - dayNumber(calendarDays(previous).end);
  return lag <= 100 ? previous : { ...previous, quarter: null };
}

/** A dated quarter of a title, or of an opening where the words around it say that it is reported on. */
function ofHead(text: string, isTitle: boolean): Period | null {
  const mentions = periodMentionsOf(text);
  for (const [i, mention] of mentions.entries()) {
    const year = mention.year ?? yearBeside(text, mention, mentions[i + 1], mentions[i - 1]);
    if (mention.unit !== 'QUARTER' || mention.quarter === null || year === null) continue;
    const around = text.slice(Math.max(0, mention.start - 90), mention.end + 90);
    if (!isTitle && !REPORTING.test(around)) continue;
    const before = text.slice(Math.max(0, mention.start - 30), mention.start);
    if (
      /\b(?:versus|vs\.?|compared\s+(?:to|with)|from|over|than|(?:expect\w*|outlook|guidance)(?:\s+(?:is|was|ranges?))?(?:\s+(?:for|of))?|for\s+the\s+(?:next|upcoming))\s+(?:the\s+|our\s+)?$/i.test(
        before,
      )
    )
      continue;
    if (!isTitle && COMPARING.test(text.slice(Math.max(0, mention.start - 80), mention.start))) continue;
    if (!isTitle && isElsewhere(before, text.slice(mention.end, mention.end + 60))) continue;
    return { kind: mention.count ?? 'FY', year, quarter: mention.quarter };
  }
  if (!isTitle) return null;
  const whole = mentions.find(({ unit, year, count }) => unit === 'YEAR' && year !== null && count !== null);
  return whole?.year ? { kind: whole.count ?? 'FY', year: whole.year, quarter: null } : null;
}

/** `As I outlined in the Q4 2020 earnings call`, `provide our first quarter and fiscal 2022 outlook`: not what is reported now. */
function isElsewhere(before: string, after: string): boolean {
  return (
    /\b(?:outlined|discussed|mentioned|noted|described|shared|told|said|indicated|stated|presented|highlighted|announced|gave|provided)\s+(?:\w+\s+){0,2}(?:in|on|during|at)\s+(?:the|our)\s+$/i.test(
      before,
    ) ||
    /^(?:\s+and\s+(?:\w+\s+){0,2}(?:fiscal\s+)?(?:year\s+)?(?:20\d\d|['’]\d\d))?\s+(?:financial\s+|earnings\s+)?(?:outlook|guidance|forecast)\b/i.test(
      after,
    )
  );
}

/** `fourth quarter and full year 2024`, `2020 first quarter`: the year stands with a neighbour. */
function yearBeside(
  text: string,
  mention: PeriodMention,
  next: PeriodMention | undefined,
  last: PeriodMention | undefined,
): number | null {
  if (mention.unit !== 'QUARTER' || mention.yearShift !== null) return null;
  if (
    next?.unit === 'YEAR' &&
    next.year !== null &&
    /^[\s,]*(?:and|&|of|\/)?\s*(?:the\s+|our\s+)?$/i.test(text.slice(mention.end, next.start))
  )
    return next.year;
  if (last?.unit === 'YEAR' && last.year !== null && /^[\s,]*$/.test(text.slice(last.end, mention.start)))
    return last.year;
  return null;
}

/** The quarter's number that an opening reports on without a year: `fourth-quarter earnings call`. */
function bareQuarterOf(text: string): Quarter | null {
  for (const mention of periodMentionsOf(text)) {
    if (mention.unit !== 'QUARTER' || mention.quarter === null || mention.yearShift !== null) continue;
    if (
      REPORTING.test(text.slice(mention.end, mention.end + 60)) ||
      REPORTING.test(text.slice(Math.max(0, mention.start - 60), mention.start))
    )
      return mention.quarter;
  }
  return null;
}
