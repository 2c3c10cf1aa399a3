/** Hours from UTC of zones as calls announce them; those that change with the season are told by the words. */
const OFFSETS: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  GMT: 0,
  UTC: 0,
  BST: 1,
  CET: 1,
  CEST: 2,
  IST: 5.5,
  JST: 9,
};

const ZONED: Readonly<Record<string, readonly [standard: number, summer: number]>> = {
  ET: [-5, -4],
  EASTERN: [-5, -4],
  CT: [-6, -5],
  CENTRAL: [-6, -5],
  MT: [-7, -6],
  PT: [-8, -7],
  PACIFIC: [-8, -7],
};

const TIME =
  /\b(\d{1,2})(?::(\d\d))?\s?([apAP])\.?[mM]\.?,?\s(?:\(?)(EST|EDT|CST|CDT|MST|MDT|PST|PDT|GMT|UTC|BST|CET|CEST|IST|JST|ET|CT|MT|PT|Eastern|Central|Pacific)\b/;

/**
 * The instant at which an event began: a clock time with its zone in the head of a document, on the event's day. Null where
 * the words tell no zone: a time alone is no instant.
 */
export function startOf(text: string, day: string): string | null {
  const head = text.slice(0, 700);
  // A time right after "Updated" or "Published" is the page's, not the event's.
  const match = TIME.exec(head);
  if (
    !match ||
    /\b(?:updated|published|posted|last modified|first published)\b/i.test(
      head.slice(Math.max(0, match.index - 60), match.index),
    )
  )
    return null;
  const [, hour, minute = '00', half, zone = ''] = match;
  const hours = (Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0);
  const offset = offsetOf(zone, day);
  if (Number(hour) > 12 || Number(minute) > 59 || offset === null) return null;
  const at = Date.parse(`${day}T00:00:00Z`) + ((hours - offset) * 60 + Number(minute)) * 60_000;
  return new Date(at).toISOString();
}

function offsetOf(zone: string, day: string): number | null {
  const fixed = OFFSETS[zone.toUpperCase()];
  if (fixed !== undefined) return fixed;
  const seasonal = ZONED[zone.toUpperCase()];
  return seasonal ? seasonal[isSummer(day) ? 1 : 0] : null;
}

/** Daylight saving of the United States: second Sunday of March to the first of November. */
function isSummer(day: string): boolean {
  const year = day.slice(0, 4);
  return day >= sundayOf(year, '03', 8) && day < sundayOf(year, '11', 1);
}

/** The first Sunday on or after a day of a month. */
function sundayOf(year: string, month: string, from: number): string {
  const first = new Date(`${year}-${month}-${String(from).padStart(2, '0')}T00:00:00Z`);
  first.setUTCDate(first.getUTCDate() + ((7 - first.getUTCDay()) % 7));
  return first.toISOString().slice(0, 10);
}
