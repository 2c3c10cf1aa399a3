import { metricNamed } from '../../../domain/metric-catalogue';
import type { Link } from './link';
import type { Quantity } from './quantity';
import type { ReadSentence } from './sentence';
import { isImpliedMoney, isSmallMoney } from './stating';

const named = (currency: string) => ({ unit: currency, currency });

/**
 * Unit of a figure as it is published: a currency, a currency per share (`USD/shares`), `percent`, `basis points`, `ratio`,
 * or the noun that was counted. The unit's currency beside it, null for what is no money.
 */
export function unitOf(
  { tokens }: ReadSentence,
  quantity: Quantity,
  metric: string | null,
  link: Link,
  currencyHint: string,
): { unit: string; currency: string | null } {
  switch (quantity.unit) {
    case 'MONEY': {
      const currency = quantity.currency ?? 'USD';
      const isPerShare =
        quantity.isPerShare ||
        (isSmallMoney(quantity) &&
          (metric === null
            ? link.mention?.measure.states[0] === 'PER_SHARE'
            : metricNamed(metric)?.kind === 'per-share'));
      return { unit: isPerShare ? `${currency}/shares` : currency, currency };
    }
    case 'PERCENT':
      return { unit: 'percent', currency: null };
    case 'BASIS_POINTS':
      return { unit: 'basis points', currency: null };
    case 'MULTIPLE':
      return { unit: 'ratio', currency: null };
    default: {
      if (isImpliedMoney(quantity) && link.mention?.measure.states.includes('MONEY'))
        return named(tokens[quantity.to]?.lower === 'pounds' ? 'GBP' : currencyHint);
      if (link.mention?.measure.states[0] === 'PER_SHARE')
        return { unit: `${currencyHint}/shares`, currency: currencyHint };
      const name = metric ?? link.mention?.measure.metric ?? null;
      const known = name === null ? undefined : metricNamed(name);
      if (known) return { unit: known.unit, currency: null };
      const noun = tokens.slice(link.from, link.to).findLast(({ kind }) => kind === 'WORD');
      return { unit: noun?.lower ?? 'count', currency: null };
    }
  }
}
