import { basisOf } from './basis';
import type { Link } from './link';
import type { Basis, MeasureMention } from './measure-mention';
import type { Quantity } from './quantity';
import type { Reading } from './role';
import type { ReadSentence, SentenceContext } from './sentence';
import { isSmallMoney, statedBy } from './stating';

/** Measures that are no numbers of the accounts in the first place. */
const ADJUSTED_ITSELF: ReadonlySet<string> = new Set([
  'free_cash_flow',
  'tax_rate',
  'organic_growth',
  'comparable_sales_growth',
  'net_debt',
  'net_leverage',
]);

/** The catalogue's metric: of the company as a whole, by the basis said; null for parts and for what the catalogue has not. */
export function metricOf(
  sentence: ReadSentence,
  index: number,
  link: Link,
  reading: Reading,
  given: SentenceContext,
  isAhead: boolean,
): string | null {
  const { mention } = link;
  if (mention && isWorkforce(sentence, index, mention.label)) return 'headcount';
  if (mention?.measure.metric === null) return marginOf(sentence, mention, given);
  if (!mention || mention.isPart) return null;
  if (given.isPart && !mention.label.match(/\b(?:total|consolidated|company)\b/i)) return null;
  const quantity = sentence.quantities[index] as Quantity;
  const basis = basisOf(sentence, index, link) ?? impliedBasis(mention.measure.metric, given, isAhead);
  remember(given.bases, mention.measure.metric, basis);
  const { metric, adjusted } = mention.measure;
  const stated = statedBy(quantity);
  if (reading.role !== 'CHANGE' && metric === 'gross_margin' && stated === 'MONEY')
    return basis === 'ADJUSTED' ? 'adjusted_gross_profit' : 'gross_profit';
  const isShares = stated === 'PER_SHARE' || (stated === 'MONEY' && isSmallMoney(quantity));
  if (metric === 'net_income' && isShares && reading.role !== 'SHARE')
    return basis === 'ADJUSTED' ? 'adjusted_eps' : mention.isBasicShares ? 'eps_basic' : 'eps_diluted';
  // Insurers and utilities tell their operating earnings by the share.
  if (metric === 'operating_income' && isShares && reading.role !== 'SHARE') return 'adjusted_eps';
  // Earnings without more are what a share earns when a basis per share was told, else the income.
  if (metric === 'eps_diluted' && mention.isBasicShares && basis !== 'ADJUSTED') return 'eps_basic';
  // What has no adjusted twin (revenue, cash flow) is the same on every basis that was merely implied.
  return basis === 'ADJUSTED'
    ? (adjusted ??
        (mention.basis === null &&
        (stated === 'COUNT' || (stated === 'MONEY' && basisOf(sentence, index, link) === null))
          ? metric
          : ADJUSTED_ITSELF.has(metric)
            ? metric
            : null))
    : metric;
}

const MARGINS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['gross_profit', ['gross_margin', 'adjusted_gross_margin']],
  ['operating_income', ['operating_margin', 'adjusted_operating_margin']],
  ['ebitda', ['ebitda_margin', 'adjusted_ebitda_margin']],
  ['adjusted_ebitda', ['adjusted_ebitda_margin', 'adjusted_ebitda_margin']],
  ['net_income', ['net_margin', 'net_margin']],
]);

/** `operating profit was $512 million, for a margin of 11.7 %`: the margin of the profit named before it. */
function marginOf({ measures }: ReadSentence, mention: MeasureMention, given: SentenceContext): string | null {
  if (mention.isPart || given.isPart || !/^margins?$/i.test(mention.label)) return null;
  const owner = measures.findLast(({ to, measure }) => to <= mention.from && MARGINS.has(measure.metric ?? ''));
  if (!owner || owner.isPart) return null;
  const [reported, adjusted] = MARGINS.get(owner.measure.metric ?? '') ?? [];
  const basis = owner.basis ?? impliedBasis(owner.measure.metric ?? '', given, false);
  return (basis === 'ADJUSTED' ? adjusted : reported) ?? null;
}

/** `employs about 61,000 people`: the verb tells what the people are. */
function isWorkforce({ tokens, quantities }: ReadSentence, index: number, label: string): boolean {
  const { qualifierFrom, unit } = quantities[index] as Quantity;
  return (
    unit === 'PLAIN' &&
    /^(?:people|workers|staff)$/i.test(label) &&
    /^employ(?:s|ed|ing)?$/.test(tokens[qualifierFrom - 1]?.lower ?? '')
  );
}

/**
 * Companies guide on the basis that they speak of: earnings per share of an outlook, and EBITDA everywhere, are adjusted ones
 * where the document has told only adjusted ones before.
 */
function impliedBasis(metric: string, { bases, speaksAdjusted }: SentenceContext, isAhead: boolean): Basis | null {
  if (speaksAdjusted) return 'ADJUSTED';
  const isImplying = metric === 'ebitda' || (isAhead && (metric === 'eps_diluted' || metric === 'net_income'));
  const told = isImplying ? bases.get(familyOf(metric)) : undefined;
  return told?.size === 1 && told.has('ADJUSTED') ? 'ADJUSTED' : null;
}

function remember(bases: Map<string, Set<Basis>>, metric: string, basis: Basis | null): void {
  const family = familyOf(metric);
  const told = bases.get(family) ?? new Set();
  // Net income without a basis is the accounts' own.
  if (basis ?? family === 'earnings') told.add(basis ?? 'GAAP');
  bases.set(family, told);
}

const familyOf = (metric: string): string =>
  metric === 'net_income' || metric === 'eps_diluted' ? 'earnings' : metric;
