import { readDay } from '../../../domain/fiscal/day';
import { parsePeriod, printPeriod } from '../../../domain/fiscal/period';
import { readInstant } from '../../../domain/scalars/instant';
import { monthNumber } from '../../../language/day';
import type { Source } from '../../source';
import { refuse } from './vendor-json';

/** A vendor's date: the day as the source writes it, and the instant where it tells the zone as well. */
export interface Moment {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly instant: string | null;
}

/** 1990 to 2100 in seconds: what lies outside is milliseconds or no time at all. */
const [FIRST_SECOND, LAST_SECOND] = [631_152_000, 4_102_444_800];

/**
 * Reads a day, a day with a time of unknown zone (the time is then left aside, since nothing tells when it was), an ISO instant
 * or epoch seconds or milliseconds (the day is then that of UTC). Null where there is none; refuses what is no date.
 */
export function readMoment(value: string | number | null, source: Source, path: string): Moment | null {
  if (value === null) return null;
  const wrong = () => refuse(source, path, `is no date: ${String(value).slice(0, 40)}`);
  if (typeof value === 'number' || /^\d{9,13}$/.test(value)) return momentOfEpoch(Number(value)) ?? wrong();
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      value,
    );
  if (iso) {
    const [, year, month, day, time, zone] = iso;
    const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
    if (readDay(date) === null) return wrong();
    const instant = zone ? readInstant(`${date}T${withSeconds(time!)}${zoneOf(zone)}`) : null;
    return { day: date, instant };
  }
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(value);
  const words = /^(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(value);
  const reversed = /^(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})$/.exec(value);
  const day = compact
    ? `${compact[1]}-${compact[2]}-${compact[3]}`
    : words
      ? dayOf(words[3]!, words[1]!, words[2]!)
      : reversed
        ? dayOf(reversed[3]!, reversed[2]!, reversed[1]!)
        : null;
  return day && readDay(day) !== null ? { day, instant: null } : wrong();
}

function momentOfEpoch(number: number): Moment | null {
  const seconds = number > LAST_SECOND ? number / 1000 : number;
  if (!(seconds >= FIRST_SECOND && seconds <= LAST_SECOND)) return null;
  const instant = new Date(seconds * 1000).toISOString();
  return { day: instant.slice(0, 10), instant };
}

const withSeconds = (time: string) => (time.length === 5 ? `${time}:00` : time);
const zoneOf = (zone: string) => (/z/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2'));

function dayOf(year: string, month: string, day: string): string | null {
  const number = monthNumber(month);
  return number === 0 ? null : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * The fiscal period that a vendor names: year and quarter apart, or both in one as "2024Q4". Null where it names none; refuses
 * what is none. Vendors count as the company does.
 */
export function readVendorPeriod(
  year: string | number | null,
  quarter: string | number | null,
  source: Source,
  path: string,
): string | null {
  const [y, q] = [year === null ? '' : String(year).replace(/^FY\s*/i, ''), quarter === null ? '' : String(quarter)];
  if (!y && !q) return null;
  if (/^(?:FY|0)$/i.test(q) && y) return printed(`FY${y}`);
  if (/\d{4}/.test(q)) return printed(q);
  if (!y) return null;
  return printed(q ? `FY${y}Q${q.replace(/^q\s*|\s*q$/gi, '')}` : `FY${y}`);

  function printed(text: string): string {
    try {
      return printPeriod(parsePeriod(text));
    } catch {
      return refuse(source, path, `is no quarter: ${`${y} ${q}`.trim().slice(0, 40)}`);
    }
  }
}
