import { readDay } from '../fiscal/day';
import { makeTextScalar, refusePrinting } from './text-scalar';

/** Inside: `YYYY-MM-DD`. Never a JavaScript Date, which would drag a time zone in. */
export const CalendarDate = makeTextScalar<string>({
  name: 'Date',
  description: 'A day of the calendar as ISO 8601 writes it: `2024-12-31`. It has no time and no zone.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  example: 'a real day as YYYY-MM-DD, such as "2024-12-31"',
  read: (text) => (readDay(text) === null ? null : text),
  print: (value) => {
    if (typeof value === 'string' && value.length === 10) return value;
    throw refusePrinting('Date', value);
  },
});
