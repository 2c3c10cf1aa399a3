import type { Stated } from '../../../domain/metric/metric-definition';
import { compareDecimals } from '../../../domain/money/decimal';
import type { MeasureMention } from './measure-mention';
import type { Quantity } from './quantity';

/** Measures that are growth themselves: their number is a level, though the words speak of a rise. */
export const GROWTH_METRICS: ReadonlySet<string> = new Set(['organic_growth', 'comparable_sales_growth']);

/** What a quantity can state by its unit. */
export function statedBy(quantity: Quantity): Stated {
  switch (quantity.unit) {
    case 'MONEY':
      return quantity.isPerShare ? 'PER_SHARE' : 'MONEY';
    case 'PERCENT':
    case 'BASIS_POINTS':
      return 'PERCENT';
    case 'MULTIPLE':
      return 'MULTIPLE';
    default:
      return 'COUNT';
  }
}

/** Money without a scale and below a thousand: earnings per share are told so. */
export function isSmallMoney({ unit, hasScale, value, low }: Quantity): boolean {
  const number = value ?? low ?? '0';
  return unit === 'MONEY' && !hasScale && compareDecimals(number, '1000') < 0 && compareDecimals(number, '-1000') > 0;
}

/** A bare number in millions or more, as speech gives amounts of money once their currency is clear. */
export function isImpliedMoney({ unit, hasScale }: Quantity): boolean {
  return unit === 'PLAIN' && hasScale;
}

function isBareDecimal({ unit, hasScale, value, low }: Quantity): boolean {
  return unit === 'PLAIN' && !hasScale && /^-?\d{1,2}\.\d{1,2}$/.test(value ?? low ?? '');
}

/** Whether a quantity can be the level of a measure, by its unit and its size. */
export function canState({ measure }: MeasureMention, quantity: Quantity): boolean {
  const stated = statedBy(quantity);
  // Nobody's revenue is $95: money below a thousand without a scale is a price.
  if (stated === 'MONEY' && isSmallMoney(quantity) && !measure.states.includes('PER_SHARE'))
    return measure.metric === null;
  if (measure.states.includes(stated)) return true;
  // "Organic revenue was $191 million": an amount of what grows, of no metric.
  if (stated === 'MONEY' && quantity.hasScale && GROWTH_METRICS.has(measure.metric ?? '')) return true;
  // Insurers and utilities say operating earnings of a share.
  if (stated === 'PER_SHARE') return measure.states.includes('PER_SHARE') || measure.metric === 'operating_income';
  // Speech drops the dollars: "a backlog of 273 billion".
  if (isImpliedMoney(quantity)) return measure.states.includes('MONEY');
  // "EPS of 2.15 to 2.25"
  if (isBareDecimal(quantity)) return measure.states.length === 1 && measure.states[0] === 'PER_SHARE';
  if (stated !== 'MONEY') return false;
  // "EPS was $1.63" leaves out "per share"; "gross margin was $1.1 million" means the profit.
  if (measure.states.includes('PER_SHARE')) return isSmallMoney(quantity);
  return measure.metric === 'gross_margin' && quantity.hasScale;
}
