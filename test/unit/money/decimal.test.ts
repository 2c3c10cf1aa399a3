import fc from 'fast-check';
import {
  compareDecimals,
  parseDecimal,
  percentChange,
  printDecimal,
  subtractDecimals,
} from '../../../src/domain/money/decimal';

test.each([
  ['48385000000', '48385000000'],
  ['+007.50', '7.5'],
  ['-0.50', '-0.5'],
  ['-0.000', '0'],
  ['1e9', '1000000000'],
  ['2.5E-3', '0.0025'],
  ['123456789012345678901234567890.10', '123456789012345678901234567890.1'],
])('reads %s as %s', (text, canonical) => expect(parseDecimal(text)).toBe(canonical));

test.each([
  '',
  '.5',
  '5.',
  '1,000',
  'NaN',
  'Infinity',
  '0x10',
  '1e999',
  '1e101',
  '9'.repeat(101),
  '1 ',
  '--1',
  '1e',
  '١',
])('refuses %j', (text) => expect(parseDecimal(text)).toBeNull());

test('prints what Postgres prints without the zeros of its scale', () => {
  expect(['0.5000', '8.10', '-3.00', '100', '-0'].map(printDecimal)).toEqual(['0.5', '8.1', '-3', '100', '0']);
  expect(() => printDecimal('NaN')).toThrow(RangeError);
});

test('differences are exact', () => {
  expect(subtractDecimals('164501000000', '116116000000')).toBe('48385000000');
  expect(subtractDecimals('9007199254740993', '0.5')).toBe('9007199254740992.5');
  expect(subtractDecimals('-0.5', '-0.5')).toBe('0');
});

test('compares across scales and signs', () => {
  expect([compareDecimals('1.5', '1.49'), compareDecimals('-2', '1'), compareDecimals('2', '2')]).toEqual([1, -1, 0]);
});

test('growth is rounded half away from zero to 4 places', () => {
  expect(percentChange('8', '8.000004')).toBe('0.0001');
  expect(percentChange('8', '7.999996')).toBe('-0.0001');
  expect(percentChange('3', '5')).toBe('66.6667');
  expect(percentChange('3', '2')).toBe('-33.3333');
});

test('growth in percent; none from zero or from a loss', () => {
  expect(percentChange('40111', '48385')).toBe('20.6278');
  expect(percentChange('14017', '20838')).toBe('48.6623');
  expect(percentChange('16384', '23364')).toBe('42.6025');
  expect(percentChange('134902', '164501')).toBe('21.9411');
  expect(percentChange('0.5', '-0.25')).toBe('-150');
  expect([percentChange('0', '5'), percentChange('-3', '5')]).toEqual([null, null]);
});

test('agrees with integer arithmetic on any pair of numbers', () => {
  const scaled = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
  const text = (digits: bigint): string => parseDecimal(`${digits}e-4`) ?? '';
  fc.assert(
    fc.property(scaled, scaled, (a, b) => {
      expect(subtractDecimals(text(a), text(b))).toBe(text(a - b));
      expect(compareDecimals(text(a), text(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});
