import { publicationIn } from '../../../src/ingest/formats/article/publication';

test.each([
  ['Updated Jan 30, 2025, 5:14 PM IST', '2025-01-30', '2025-01-30T11:44:00.000Z'],
  ['Jan 30, 2025', '2025-01-30', null],
  ['30 January 2025', '2025-01-30', null],
  ['Published Thu, Apr 17 2025 9:05 AM EDT', '2025-04-17', '2025-04-17T13:05:00.000Z'],
  ['July 4, 2025 at 8:00 a.m. ET', '2025-07-04', '2025-07-04T12:00:00.000Z'],
  ['December 4, 2025 at 8:00 a.m. ET', '2025-12-04', '2025-12-04T13:00:00.000Z'],
  ['March 8, 2025 11:59 PM PT', '2025-03-08', '2025-03-09T07:59:00.000Z'],
  ['2025-04-22 14:05 GMT', '2025-04-22', '2025-04-22T14:05:00.000Z'],
  ['14:05 BST, 22 April 2025', '2025-04-22', '2025-04-22T13:05:00.000Z'],
  ['22nd April 2025, 14:05 +05:30', '2025-04-22', '2025-04-22T08:35:00.000Z'],
  // A time without a zone tells no instant.
  ['Apr 22, 2025, 2:05 PM', '2025-04-22', null],
  // Midnight and noon.
  ['Apr 22, 2025, 12:00 AM UTC', '2025-04-22', '2025-04-22T00:00:00.000Z'],
  ['Apr 22, 2025, 12:00 PM UTC', '2025-04-22', '2025-04-22T12:00:00.000Z'],
])('%s', (line, day, instant) => {
  expect(publicationIn(line)).toMatchObject({ day, instant });
});

test.each(['no date here', 'February 30, 2025', 'Jan 2025', '13/45/2025', 'May we 12, 2025'])(
  '%s tells no date',
  (line) => {
    expect(publicationIn(line)).toBeNull();
  },
);
