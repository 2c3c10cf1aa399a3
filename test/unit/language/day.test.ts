import { startOf } from '../../../src/ingest/extract/occasion/start-time';
import { readWrittenDay, weekdayBefore, writtenDaysOf } from '../../../src/language/day';
import { instantAt, isZone } from '../../../src/language/zone';

test.each([
  ['January 29th, 2025', '2025-01-29'],
  ['29 January 2025', '2025-01-29'],
  ['the 3rd of May 2024', '2024-05-03'],
  ['29-Jan-2025', '2025-01-29'],
  ['Sept. 5, 2023', '2023-09-05'],
  ['on June 5 in 2023', '2023-06-05'],
  ['2025-02-28T10:00:00', '2025-02-28'],
  ['February 30, 2025', null],
  ['May 12.5 percent', null],
  ['June 2024', null],
  ['12025-01-29', null],
])('%s is %s', (words, day) => {
  expect(readWrittenDay(words)).toBe(day);
});

test('days of a text come in its order, with their places', () => {
  const text = 'From 3 May 2024 to August 1, 2024.';
  expect(writtenDaysOf(text).map(({ day, start, end }) => [day, text.slice(start, end)])).toEqual([
    ['2024-05-03', '3 May 2024'],
    ['2024-08-01', 'August 1, 2024'],
  ]);
  expect(weekdayBefore('Wednesday', '2024-10-31')).toBe('2024-10-30');
});

test.each([
  // Until 2006 summer time began in April, since 2007 in March.
  ['2006-03-20', 'ET', 17, '2006-03-20T22:00:00.000Z'],
  ['2007-03-20', 'ET', 17, '2007-03-20T21:00:00.000Z'],
  ['2006-10-30', 'PT', 14, '2006-10-30T22:00:00.000Z'],
  ['2024-07-25', 'EST', 17, '2024-07-25T22:00:00.000Z'],
  ['2024-03-10', 'Eastern Time', 3, '2024-03-10T07:00:00.000Z'],
  ['2024-08-28', 'HKT', 9, '2024-08-28T01:00:00.000Z'],
  ['2024-08-28', 'London time', 9, '2024-08-28T08:00:00.000Z'],
  ['2024-08-28', 'GMT+5:30', 9, '2024-08-28T03:30:00.000Z'],
  ['2024-08-28', 'QQT', 9, null],
])('%s in %s: %i o’clock is %s', (day, zone, hour, instant) => {
  expect(instantAt(day, hour * 60, zone)).toBe(instant);
  expect(isZone(zone)).toBe(instant !== null);
});

test.each([
  ['Orchard Robotics, March 20, 2006 5:00 p.m. ET', '2006-03-20', '2006-03-20T22:00:00.000Z'],
  ['Results call, 28 August 2024, 9:00 a.m. HKT', '2024-08-28', '2024-08-28T01:00:00.000Z'],
  ['Interim results, 28 August 2024, 14:30 CEST', '2024-08-28', '2024-08-28T12:30:00.000Z'],
  ['Call at 8:30 a.m. (Eastern Time)', '2024-08-28', '2024-08-28T12:30:00.000Z'],
  ['Updated 8:30 a.m. ET', '2024-08-28', null],
  ['Call at 8:30 a.m. Operator: Good day', '2024-08-28', null],
])('%s begins at %s', (text, day, instant) => {
  expect(startOf(text, day)).toBe(instant);
});
