import { readDay } from '../fiscal/day';
import { makeTextScalar, refusePrinting } from './text-scalar';

/** Day, time, offset. Seconds may be left out. Postgres prints a space for the T and `+00` or `+05:30` for the offset. */
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:[Zz]|([+-])(\d{2})(?::?(\d{2}))?)$/;

/** Inside and outside: `YYYY-MM-DDTHH:mm:ss.sssZ`, so that comparing texts compares instants. */
export const Instant = makeTextScalar<string>({
  name: 'DateTime',
  description:
    'An instant as ISO 8601 writes it. Read with any offset, which has to be given; printed in UTC with milliseconds: `2025-01-30T11:44:00.000Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  example: 'an instant with its offset, such as "2025-01-30T11:44:00Z" or "2025-01-30T17:14+05:30"',
  read: readInstant,
  print: (value) => {
    if (typeof value === 'string') {
      // The canonical form, which the reader hands over, is recognised by its length alone.
      if (value.length === 24 && value.endsWith('Z')) return value;
      const instant = readInstant(value);
      if (instant !== null) return instant;
    } else if (value instanceof Date && !Number.isNaN(value.getTime())) {
      return value.toISOString();
    }
    throw refusePrinting('DateTime', value);
  },
});

/** Canonical form, or null for anything else. Digits beyond milliseconds are cut off, never rounded up into another day. */
export function readInstant(text: string): string | null {
  const parts = INSTANT.exec(text);
  if (!parts) return null;
  const [, date = '', hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = parts;
  const day = readDay(date);
  if (day === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return null;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1);
  const minutes = (day * 24 + Number(hour)) * 60 + Number(minute) - offset;
  const instant = minutes * 60_000 + Number(second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  const printed = new Date(instant).toISOString();
  // An offset can carry a day of the years 1 and 9999 over the edge, where the form has six digits and a sign.
  return printed.length === 24 && !printed.startsWith('0000') ? printed : null;
}
