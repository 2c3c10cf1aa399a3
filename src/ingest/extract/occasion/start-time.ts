import { instantAt, isZone, ZONE_PATTERN } from '../../../language/zone';

/** `5:00 p.m. ET`, `9 a.m. (HKT)`, `14:00 CET`: a time of day with what stands behind it. */
const TIME = new RegExp(
  String.raw`\b(\d{1,2})(?::(\d\d))?\s?(?:([apAP])\.?[mM]\.?|(?<=:\d\d)(?:\s?(?:h|hrs|hours))?),?\s?\(?(${ZONE_PATTERN})(?![\p{L}\d])`,
  'gu',
);
const OF_PAGE = /\b(?:updated|published|posted|last modified|first published)\b/i;

/**
 * The instant at which an event began: a clock time with its zone in the head of a document, on the event's day. Null where
 * the words tell no zone: a time alone is no instant.
 */
export function startOf(text: string, day: string): string | null {
  const head = text.slice(0, 700);
  const told = [...head.matchAll(TIME)].find(([, , , , zone]) => isZone(zone as string));
  // A time right after "Updated" or "Published" is the page's, not the event's.
  if (!told || OF_PAGE.test(head.slice(Math.max(0, told.index - 60), told.index))) return null;
  const [, hour, minute = '00', half, zone = ''] = told;
  if (Number(minute) > 59 || Number(hour) > (half ? 12 : 23)) return null;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  return instantAt(day, hours * 60 + Number(minute), zone);
}
