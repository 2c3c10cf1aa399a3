import { type AskedPeriod, type Period, parseAskedPeriod, printPeriod } from '../fiscal/period';
import { makeTextScalar, refusePrinting } from './text-scalar';

/** Inside: an AskedPeriod; what is answered is always a Period. Canonical text is printed as it is, so that columns and plans may carry either. */
export const PeriodRef = makeTextScalar<AskedPeriod>({
  name: 'PeriodRef',
  description:
    'A quarter or a year. Reads `2024Q4`, `Q4 2024`, `4Q24`, `FY2024Q4` (the fiscal quarter of the company: what is meant unless CY is written), `CY2024Q4` (the calendar quarter), `FY2024`, `CY2024` and their relatives; a bare `2024` is the fiscal year, two-digit years run from 1969 to 2068. `LATEST` is each company’s newest reported quarter: the last one that numbers were filed for after it ended, or whose earnings call has ended. Prints `FY2024Q4`, `CY2024Q4`, `FY2024` or `CY2024`.',
  example: '"2024Q4", "Q4 2024", "4Q24", "FY2024Q4", "CY2024Q4", "FY2024", "CY2024" or "LATEST"',
  readsIntegers: true,
  read: (text) => parseAskedPeriod(text),
  print: (value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'object' && value !== null && 'kind' in value) return printPeriod(value as Period);
    throw refusePrinting('PeriodRef', value);
  },
});
