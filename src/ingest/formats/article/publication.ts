import { writtenDaysOf } from '../../../language/day';
import { instantAt } from '../../../language/zone';

/** When something was published, as far as a line tells it. */
export interface Publication {
  /** YYYY-MM-DD in the source's own zone. */
  readonly day: string;
  /** UTC, only with a time and a zone. */
  readonly instant: string | null;
  /** The words that tell it, as printed. */
  readonly printed: string;
  readonly isUpdate: boolean;
}

const TIME =
  /(?<hour>\d{1,2})[:.](?<minute>\d{2})(?::\d{2})?\s*(?<half>[ap]\.?m\.?)?(?:\s*(?:\(?(?<zone>[A-Z]{2,4})\)?|(?<offset>(?:GMT|UTC)?\s*[+-]\d{1,2}:?\d{0,2})))?|(?<bare>\d{1,2})\s*(?<half2>[ap]\.?m\.?)(?:\s*\(?(?<zone2>[A-Z]{2,4})\)?)?/iu;

/** The date of publication in a line; null where it has none. */
export function publicationIn(line: string): Publication | null {
  const date = writtenDaysOf(line)[0];
  if (!date) return null;
  const time = timeBehind(line.slice(date.end));
  const before = time ? null : timeBefore(line.slice(0, date.start));
  const told = time ?? before;
  return {
    day: date.day,
    instant: told?.zone ? instantAt(date.day, told.minutes, told.zone) : null,
    printed: line.slice(before?.start ?? date.start, date.end + (time?.end ?? 0)).trim(),
    isUpdate: /\b(?:updated|modified|revised)\b/i.test(line.slice(0, date.start)),
  };
}

interface Time {
  readonly minutes: number;
  readonly zone: string | null;
  readonly start: number;
  readonly end: number;
}

function timeBehind(rest: string): Time | null {
  const match = TIME.exec(rest);
  return match && /^[\s,|·•–—-]*(?:at\s+)?(?:T)?$/i.test(rest.slice(0, match.index)) ? timeOf(match) : null;
}

/** `5:14 PM IST, 30 January 2025` */
function timeBefore(head: string): Time | null {
  const from = Math.max(0, head.length - 40);
  const match = TIME.exec(head.slice(from));
  if (!match || !/^[\s,|·•]*(?:on\s+)?$/i.test(head.slice(from + match.index + match[0].length))) return null;
  const time = timeOf(match);
  return time && { ...time, start: from + match.index };
}

function timeOf(match: RegExpExecArray): Time | null {
  const groups = match.groups as Record<string, string | undefined>;
  const half = (groups.half ?? groups.half2)?.[0]?.toLowerCase();
  let hour = Number(groups.hour ?? groups.bare);
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  if (hour > 23 || Number(groups.minute ?? 0) > 59) return null;
  const zone = groups.zone ?? groups.zone2 ?? groups.offset ?? null;
  return {
    minutes: hour * 60 + Number(groups.minute ?? 0),
    zone,
    start: match.index,
    end: match.index + match[0].length,
  };
}
