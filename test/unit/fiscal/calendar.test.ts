import { calendarDays, calendarQuarterOf, spanClassOf } from '../../../src/domain/fiscal/calendar';
import { addDays, daysBetween, daysIn, printDay, readDay } from '../../../src/domain/fiscal/day';
import { parsePeriod, printPeriod } from '../../../src/domain/fiscal/period';

describe('days', () => {
  test('only real days are read', () => {
    expect(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'].map(readDay)).not.toContain(null);
    const unreal = [
      '2023-02-29',
      '1900-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-04-31',
      '2024-1-1',
      '0000-01-01',
      '',
      '2024-12-31T00:00',
    ];
    expect(unreal.map(readDay)).toEqual(unreal.map(() => null));
  });

  test('counting agrees with the clock of the platform for every day of four centuries', () => {
    const wrong = Array.from({ length: 146_097 }, (_, day) => day - 50_000).filter(
      (day) => readDay(printDay(day)) !== day,
    );
    expect(wrong).toEqual([]);
  });

  test('arithmetic crosses months, leap days and clock changes', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('0099-12-31', 1)).toBe('0100-01-01');
    expect(daysBetween('2024-03-30', '2024-04-01')).toBe(2);
    expect(daysIn('2024-10-01', '2024-12-31')).toBe(92);
  });
});

describe('the calendar quarter of a fiscal quarter', () => {
  test.each([
    ['2024-10-01', '2024-12-31', 'CY2024Q4'], // Meta: both calendars agree
    ['2024-10-28', '2025-01-26', 'CY2024Q4'], // NVIDIA FY2025Q4
    ['2023-11-01', '2024-01-31', 'CY2023Q4'], // Snowflake FY2024Q4
    ['2024-06-30', '2024-09-28', 'CY2024Q3'], // Apple FY2024Q4
    ['2022-09-25', '2022-12-31', 'CY2022Q4'], // Apple, 14 weeks
    ['2024-06-01', '2024-08-31', 'CY2024Q3'],
    ['2024-05-16', '2024-08-15', 'CY2024Q3'], // 46 and 46 days: the later one
    ['2024-12-31', '2024-12-31', 'CY2024Q4'],
  ])('%s to %s is %s', (start, end, quarter) => {
    expect(printPeriod(calendarQuarterOf(start, end))).toBe(quarter);
  });

  test('a quarter that ends before it starts is refused', () => {
    expect(() => calendarQuarterOf('2024-12-31', '2024-10-01')).toThrow(RangeError);
  });
});

test('days of calendar periods', () => {
  expect(calendarDays(parsePeriod('CY2024Q1'))).toEqual({ start: '2024-01-01', end: '2024-03-31' });
  expect(calendarDays(parsePeriod('CY2024'))).toEqual({ start: '2024-01-01', end: '2024-12-31' });
});

test.each([
  ['2024-10-01', '2024-12-31', '3M'],
  ['2022-09-25', '2022-12-31', '3M'], // 98 days
  ['2024-01-01', '2024-06-30', '6M'],
  ['2022-09-25', '2023-07-01', '9M'], // 40 weeks
  ['2022-09-25', '2023-09-30', 'FY'], // 53 weeks
  ['2024-02-29', '2024-03-31', null],
  ['2022-01-01', '2023-12-31', null],
])('%s to %s is a span of %s', (start, end, span) => {
  expect(spanClassOf(start, end)).toBe(span);
});
