import { GraphQLError, type GraphQLScalarType, parseValue } from 'graphql';
import { CalendarDate, Decimal, Instant, PeriodRef, Url } from '../../../src/domain/scalars';

/** What the scalar makes of a literal in a query. */
const literal = (scalar: GraphQLScalarType, source: string): unknown => scalar.parseLiteral(parseValue(source), {});

test('Date takes real days only', () => {
  expect(CalendarDate.parseValue('2024-02-29')).toBe('2024-02-29');
  expect(CalendarDate.serialize('2024-12-31')).toBe('2024-12-31');
  expect(() => CalendarDate.parseValue('2023-02-29')).toThrow(
    'Date cannot read "2023-02-29": write a real day as YYYY-MM-DD, such as "2024-12-31".',
  );
  expect(() => CalendarDate.parseValue(20241231)).toThrow('such as "2024-12-31"');
  expect(() => CalendarDate.serialize(new Date())).toThrow(TypeError);
});

test.each([
  ['2025-01-30T17:14:00+05:30', '2025-01-30T11:44:00.000Z'],
  ['2025-01-30T11:44Z', '2025-01-30T11:44:00.000Z'],
  ['2025-01-30T23:30:00.1239-01:00', '2025-01-31T00:30:00.123Z'],
  ['2025-01-30t11:44:00z', '2025-01-30T11:44:00.000Z'],
  ['2025-01-30 11:44:00.5+00', '2025-01-30T11:44:00.500Z'],
])('DateTime reads %s', (text, instant) => {
  expect(Instant.parseValue(text)).toBe(instant);
  expect(Instant.serialize(text)).toBe(instant);
});

test.each([
  '2025-01-30T11:44:00',
  '2025-01-30',
  '2025-02-30T00:00:00Z',
  '2025-01-30T24:00:00Z',
  '2025-01-30T11:44:60Z',
  '9999-12-31T23:59:59-23:00',
])('DateTime refuses %s', (text) =>
  expect(() => Instant.parseValue(text)).toThrow('with its offset, such as "2025-01-30T11:44:00Z"'),
);

test('DateTime prints JavaScript dates too', () => {
  expect(Instant.serialize(new Date(Date.UTC(2025, 0, 30, 11, 44)))).toBe('2025-01-30T11:44:00.000Z');
  expect(() => Instant.serialize(new Date(Number.NaN))).toThrow(TypeError);
});

test('Decimal keeps every digit and never takes a float', () => {
  expect(literal(Decimal, '123456789012345678901234567890')).toBe('123456789012345678901234567890');
  expect(literal(Decimal, '"-0.50"')).toBe('-0.5');
  expect(Decimal.parseValue(42)).toBe('42');
  expect(Decimal.serialize('24.6100')).toBe('24.61');
  for (const refused of ['0.5', 'true', '"NaN"', '"1e500"', '[1]']) {
    expect(() => literal(Decimal, refused)).toThrow('write a decimal number as a string');
  }
  expect(() => Decimal.parseValue(0.5)).toThrow('Decimal cannot read 0.5');
  expect(() => Decimal.parseValue(2 ** 60)).toThrow('as a string');
});

test('PeriodRef reads every spelling, prints periods and canonical text', () => {
  expect(PeriodRef.parseValue('4Q24')).toEqual({ kind: 'FY', year: 2024, quarter: 4 });
  expect(literal(PeriodRef, '2024')).toEqual({ kind: 'FY', year: 2024, quarter: null });
  expect(literal(PeriodRef, '" latest"')).toEqual({ kind: 'LATEST' });
  expect(PeriodRef.serialize({ kind: 'CY', year: 2024, quarter: 4 })).toBe('CY2024Q4');
  expect(PeriodRef.serialize('FY2024')).toBe('FY2024');
  expect(() => PeriodRef.parseValue('soon')).toThrow('"soon" is not a period. Write 2024Q4, Q4 2024');
  expect(() => literal(PeriodRef, 'FY2024')).toThrow('PeriodRef cannot read "FY2024": write "2024Q4"');
});

test('URL keeps addresses as they are and refuses what is none', () => {
  expect(Url.parseValue('https://Example.com/A b'.replace(' ', '%20'))).toBe('https://Example.com/A%20b');
  for (const refused of [
    'javascript:alert(1)',
    '/path',
    'https://',
    'https://a b',
    'ftp://x.org',
    `https://a.org/${'x'.repeat(2048)}`,
  ]) {
    expect(() => Url.parseValue(refused)).toThrow('an absolute http or https address');
  }
});

test('refusals carry the code and do not echo a megabyte', () => {
  const long = 'x'.repeat(1_000_000);
  for (const scalar of [CalendarDate, Instant, Decimal, PeriodRef, Url]) {
    try {
      scalar.parseValue(long);
    } catch (fault) {
      expect(fault).not.toBeInstanceOf(GraphQLError);
      expect(fault).toMatchObject({ code: 'BAD_USER_INPUT' });
      expect((fault as Error).message.length).toBeLessThan(300);
      continue;
    }
    throw new Error(`${scalar.name} took a megabyte`);
  }
});
