import { z } from 'zod';
import { readInstant } from '../domain/scalars/instant';
import { lazily } from './lexicon/lexicon-file';
import { readRows } from './lexicon/lexicon-row';

const OFFSET = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/;

const row = z.object({
  name: z.string().min(1),
  zone: z
    .string()
    .refine(
      (zone) => OFFSET.test(zone) || isPlace(zone),
      'must be hours from UTC such as +05:30, or a place such as Europe/Paris',
    ),
});

/** lexicon/zones.csv, by the name in capitals. */
const zones = lazily(() => new Map(readRows('zones.csv', row).map(({ name, zone }) => [name.toUpperCase(), zone])));

/** Source of a pattern for a zone's name as it stands behind a time; `isZone` tells whether it is one. */
export const ZONE_PATTERN = String.raw`(?:(?:GMT|UTC)?\s?[+-]\d{1,2}(?::?\d{2})?|\p{Lu}\p{L}{0,10}(?:\s\p{Lu}\p{L}{0,10})?\s[Tt]ime|\p{Lu}\p{L}{0,10})`;

/** Hours from UTC, or a place; null: no zone that is known. */
function zoneOf(name: string): string | null {
  const key = name.toUpperCase().replace(/\s+/g, ' ').trim();
  if (OFFSET.test(key.replace(/\s/g, ''))) return key.replace(/\s/g, '');
  return zones().get(key) ?? zones().get(key.replace(/ TIME$/, '')) ?? null;
}

export const isZone = (name: string): boolean => zoneOf(name) !== null;

/**
 * The instant, in UTC, of a clock's time in a zone as it is printed: `instantAt('2006-03-20', 17 * 60, 'ET')`. `minutes` are those since
 * midnight. Null where the zone is not known. Summer times are those of the year in question.
 */
export function instantAt(day: string, minutes: number, zone: string): string | null {
  const known = zoneOf(zone);
  if (known === null) return null;
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const fixed = minutesIn(known);
  const utc = fixed === null ? atPlace(wall, known) : wall - fixed * 60_000;
  const instant = new Date(utc).toISOString();
  return readInstant(instant) === null ? null : instant;
}

function minutesIn(offset: string): number | null {
  const [, sign, hours, minutes = '0'] = OFFSET.exec(offset) ?? [];
  return hours === undefined ? null : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** What a clock at a place shows, as an instant. The offset is looked up twice, since the first guess may lie beyond a change of clocks. */
function atPlace(wall: number, place: string): number {
  const guess = wall - offsetAt(place, wall) * 60_000;
  return wall - offsetAt(place, guess) * 60_000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Minutes by which a place is ahead of UTC at an instant. */
function offsetAt(place: string, instant: number): number {
  const clock = clocks.get(place) ?? new Intl.DateTimeFormat('en-US', { timeZone: place, timeZoneName: 'longOffset' });
  clocks.set(place, clock);
  const name = clock.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return minutesIn(name) ?? 0;
}

function isPlace(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return /\//.test(zone);
  } catch {
    return false;
  }
}
