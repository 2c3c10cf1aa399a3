import { EventType } from '../../../domain/event.entity';
import { dayNumber } from '../../../domain/fiscal/day';
import { DAY_PATTERN, readWrittenDay, weekdayBefore, writtenDaysOf } from '../../../language/day';
import { splitSentences } from '../../../language/sentence';
import type { NeutralDocument } from '../../neutral-document';
import { bodyRanges } from '../body-range';

export interface FoundEvent {
  readonly type: EventType | null;
  readonly date: string | null;
  readonly confidence: number;
}

const EARNINGS_CALL =
  /\b(?:earnings|results|conference|analysts?|investors?|post-earnings|quarterly)[\s-]+(?:conference[\s-]+)?(?:call|webcast|teleconference)\b|\bcall\s+with\s+(?:analysts|investors)\b|\bquarter\b[^.\n]{0,60}\b(?:call|webcast)\b/i;
const OTHER_OCCASIONS: readonly (readonly [RegExp, EventType])[] = [
  [/\b(?:investor|capital markets?|analyst)\s+day\b/i, EventType.INVESTOR_DAY],
  [
    /\b(?:annual|special|extraordinary|general)\s+(?:general\s+)?meeting\s+of\s+(?:share|stock)holders\b|\bAGM\b/i,
    EventType.SHAREHOLDER_MEETING,
  ],
  [
    /\b(?:symposium|fireside chat|summit|global\s+\w+\s+conference|annual\s+\w+\s+conference|\w+\s+conference\s+20\d\d)\b/i,
    EventType.CONFERENCE,
  ],
];
const RELEASE = /\b(?:today\s+)?(?:report(?:s|ed)?|announce[sd]?)\b[^.\n]{0,120}\b(?:results|earnings)\b/i;

/** An occasion named with its day in one sentence: `earnings call on Wednesday`, `on Jan. 29 … conference call`. */
const WEEKDAY = /\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;

/** What kind of occasion a document tells of, and its day; from the source itself, then from its words. */
export function findEvent(document: NeutralDocument): FoundEvent {
  const { metadata } = document;
  const type = metadata.eventType ?? typeOf(document);
  if (metadata.eventDate) return { type, date: metadata.eventDate, confidence: 0.98 };
  if (document.turns) return dateOfTranscript(document, type);
  if (document.kind === 'FILING') return { type, date: null, confidence: 0.9 };
  return dateOfArticle(document, type);
}

function typeOf({ kind, turns, metadata, text }: NeutralDocument): EventType | null {
  const head = `${metadata.title ?? ''}\n${text.slice(0, 2500)}`;
  if (kind === 'FILING') return null;
  if (kind === 'PRESS_RELEASE' || (!turns && RELEASE.test(head) && /\btoday\s+(?:reported|announced)/i.test(head)))
    return EventType.PRESS_RELEASE;
  const other = OTHER_OCCASIONS.find(([pattern]) => pattern.test(head));
  if (
    EARNINGS_CALL.test(head) &&
    !(other && turns && !/\bquarter\b[^.\n]{0,60}\b(?:call|webcast)\b|earnings\s+(?:conference\s+)?call/i.test(head))
  )
    return EventType.EARNINGS_CALL;
  if (other) return other[1];
  if (turns) return /\b(?:quarter|Q[1-4]|fiscal|results)\b/i.test(text.slice(0, 6000)) ? EventType.EARNINGS_CALL : null;
  return EARNINGS_CALL.test(text.slice(0, 20000)) ? EventType.EARNINGS_CALL : null;
}

/** The first full day of a transcript's head that no quarter ended on. */
function dateOfTranscript({ metadata, text }: NeutralDocument, type: EventType | null): FoundEvent {
  const heads = [metadata.title ?? '', text.slice(0, 900)];
  for (const head of heads) {
    for (const { day, start } of writtenDaysOf(head)) {
      if (!endsPeriod(head, start)) return { type, date: day, confidence: 0.9 };
    }
  }
  return { type, date: null, confidence: 0.9 };
}

/** `quarter ended June 30, 2024`, `as of`: the day closes a period and is none of an event. */
function endsPeriod(text: string, start: number): boolean {
  return /(?:ended|ending|as of|through|at)\s*$/i.test(text.slice(Math.max(0, start - 10), start));
}

function dateOfArticle(document: NeutralDocument, type: EventType | null): FoundEvent {
  const { metadata, text } = document;
  const published = metadata.publishedOn ?? metadata.publishedAt?.slice(0, 10) ?? datelineDay(document);
  if (type === EventType.PRESS_RELEASE) return { type, date: published, confidence: 0.9 };
  if (type !== EventType.EARNINGS_CALL) return { type, date: null, confidence: 0.6 };
  for (const range of bodyRanges(document)) {
    for (const place of splitSentences(text, range)) {
      const sentence = text.slice(place.start, place.end);
      if (!EARNINGS_CALL.test(sentence)) continue;
      const day = dayIn(sentence, published);
      if (day) return { type, date: day, confidence: 0.93 };
    }
  }
  return { type, date: null, confidence: 0.7 };
}

/** The day that a sentence gives: full, without a year, a weekday, or today and yesterday. */
function dayIn(sentence: string, published: string | null): string | null {
  const written = new RegExp(String.raw`\b${DAY_PATTERN}`, 'i').exec(sentence)?.[0];
  if (written) {
    const day = readWrittenDay(written) ?? (published && nearestBefore(written, published));
    if (day) return day;
  }
  if (!published) return null;
  const weekday = WEEKDAY.exec(sentence)?.[1];
  if (weekday) return weekdayBefore(weekday, published);
  if (/\btoday\b/i.test(sentence)) return published;
  return null;
}

/** `Jan. 29` before a day of publication: that of the same year, or of the year before. */
function nearestBefore(words: string, published: string): string | null {
  const year = Number(published.slice(0, 4));
  for (const candidate of [year, year - 1]) {
    const day = readWrittenDay(`${words.replace(/,\s*$/, '')}, ${candidate}`);
    if (day && dayNumber(day) <= dayNumber(published)) return day;
  }
  return null;
}

/** `MENLO PARK, Calif. – October 30, 2024 –` at the beginning of the body. */
function datelineDay({ text }: NeutralDocument): string | null {
  return writtenDaysOf(text.slice(0, 1500)).find(({ start }) => !endsPeriod(text, start))?.day ?? null;
}
