import { readInstant } from '../../../domain/scalars/instant';

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

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DATE = new RegExp(
  `(?:(?<month>${MONTH})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4}))|(?:(?<day2>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?<month2>${MONTH})[\\s,-]+(?<year2>\\d{4}))|(?<iso>\\d{4}-\\d{2}-\\d{2})`,
  'iu',
);
const TIME =
  /(?<hour>\d{1,2})[:.](?<minute>\d{2})(?::\d{2})?\s*(?<half>[ap]\.?m\.?)?(?:\s*(?:\(?(?<zone>[A-Z]{2,4})\)?|(?<offset>(?:GMT|UTC)?\s*[+-]\d{1,2}:?\d{0,2})))?|(?<bare>\d{1,2})\s*(?<half2>[ap]\.?m\.?)(?:\s*\(?(?<zone2>[A-Z]{2,4})\)?)?/iu;

/** Minutes ahead of UTC. IST is India's in the business press, BST Britain's; the US writes ET for whichever holds that day. */
const ZONES: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  BST: 60,
  WET: 0,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  IST: 330,
  PKT: 300,
  SGT: 480,
  HKT: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};
const US_ZONES: Readonly<Record<string, number>> = { ET: -300, CT: -360, MT: -420, PT: -480 };

/** The date of publication in a line; null where it has none. */
export function publicationIn(line: string): Publication | null {
  const date = DATE.exec(line);
  if (!date?.groups) return null;
  const day = dayOf(date.groups);
  if (!day) return null;
  const rest = line.slice(date.index + date[0].length);
  const time = timeBehind(rest) ?? null;
  const before = timeBefore(line.slice(0, date.index));
  const told = time ?? before;
  const end = date.index + date[0].length + (time ? time.end : 0);
  const start = before && !time ? before.start : date.index;
  return {
    day,
    instant: told ? instantOf(day, told) : null,
    printed: line.slice(start, end).trim(),
    isUpdate: /\b(?:updated|modified|revised)\b/i.test(line.slice(0, date.index)),
  };
}

function dayOf(groups: Record<string, string | undefined>): string | null {
  if (groups.iso) return isDay(groups.iso) ? groups.iso : null;
  const month = MONTHS.indexOf((groups.month ?? groups.month2 ?? '').slice(0, 3).toLowerCase()) + 1;
  const iso = `${groups.year ?? groups.year2}-${String(month).padStart(2, '0')}-${(groups.day ?? groups.day2 ?? '').padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

const isDay = (iso: string): boolean =>
  !Number.isNaN(Date.parse(`${iso}T00:00:00Z`)) && new Date(`${iso}T00:00:00Z`).toISOString().startsWith(iso);

interface Time {
  readonly minutes: number;
  readonly offset: string | null;
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
  const offset = (groups.zone ?? groups.zone2 ?? groups.offset)?.toUpperCase().replace(/\s/g, '') ?? null;
  return {
    minutes: hour * 60 + Number(groups.minute ?? 0),
    offset,
    start: match.index,
    end: match.index + match[0].length,
  };
}

function instantOf(day: string, { minutes, offset }: Time): string | null {
  const ahead = offset === null ? null : minutesAhead(offset, day);
  if (ahead === null) return null;
  const instant = new Date(Date.parse(`${day}T00:00:00Z`) + (minutes - ahead) * 60_000).toISOString();
  return readInstant(instant) === null ? null : instant;
}

function minutesAhead(offset: string, day: string): number | null {
  const known = ZONES[offset];
  if (known !== undefined) return known;
  const standard = US_ZONES[offset];
  if (standard !== undefined) return standard + (isUsSummer(day) ? 60 : 0);
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/.exec(offset);
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) : null;
}

/** From the second Sunday of March to the first Sunday of November, as since 2007. */
function isUsSummer(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const sunday = (month: number, nth: number): string => {
    const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
    return `${year}-${String(month).padStart(2, '0')}-${String(1 + ((7 - first) % 7) + (nth - 1) * 7).padStart(2, '0')}`;
  };
  return day >= sunday(3, 2) && day < sunday(11, 1);
}
