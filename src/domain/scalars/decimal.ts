import { parseDecimal, printDecimal } from '../money/decimal';
import { makeTextScalar, refusePrinting } from './text-scalar';

/** Inside: the canonical text of money/decimal. */
export const Decimal = makeTextScalar<string>({
  name: 'Decimal',
  description:
    'An exact decimal number as a string: `"48385000000"`, `"-0.5"`. Money, ratios and large counts are never floats, on the way in neither.',
  example: 'a decimal number as a string, such as "48385000000" or "-0.5"; a whole number may do without quotes',
  readsIntegers: true,
  read: parseDecimal,
  print: (value) => {
    if (typeof value === 'string') return printDecimal(value);
    if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(value);
    throw refusePrinting('Decimal', value);
  },
});
