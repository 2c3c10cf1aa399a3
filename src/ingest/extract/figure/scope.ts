import { z } from 'zod';
import type { ClaimScope } from '../../../domain/claim.entity';
import { METRICS } from '../../../domain/metric-catalogue';
import { lazily } from '../../../language/lexicon/lexicon-file';
import { readRows } from '../../../language/lexicon/lexicon-row';
import { wordList } from '../../../language/lexicon/word-list';
import type { Link } from './link';
import type { MeasureMention } from './measure-mention';
import { firstOf, rowsOf } from './rule';
import type { ReadSentence, SentenceContext } from './sentence';
import { spokenOf } from './spoken-of';

/** What a number is of, and the words for it where it is not the company. */
export interface Scope {
  readonly scope: `${ClaimScope}`;
  readonly subject: string | null;
}

export const WHOLE: Scope = { scope: 'COMPANY', subject: null };

/** Parts of the world, in small letters. */
const regions = lazily(
  () => new Set(readRows('regions.csv', z.object({ name: z.string().min(1) })).map(({ name }) => name)),
);

const soldThings = wordList('sold-things');

interface Question {
  readonly sentence: ReadSentence;
  readonly index: number;
  readonly link: Link;
  readonly given: SentenceContext;
}

/** Of what kind a part is, by its words; `segments` are those that the document calls so. */
export function kindOfPart(words: string, segments: ReadonlySet<string>): `${ClaimScope}` {
  const lower = words.toLowerCase().replace(/^(?:the|our|its|their)\s+/, '');
  const bare = lower.replace(
    /\s+(?:segments?|divisions?|business(?:es)?|units?|regions?|markets?|category|categories)$/,
    '',
  );
  if (regions().has(lower) || regions().has(bare) || /\bregions?\b/.test(lower)) return 'REGION';
  if (segments.has(bare) || /\b(?:segments?|divisions?|business(?:es)?|units?)$/.test(lower)) return 'SEGMENT';
  if (/\b(?:customers?|clients?|subsidiary|subsidiaries|joint\s+ventures?|partners?)$/.test(lower)) return 'OTHER';
  return isSold(words) ? 'PRODUCT' : 'SEGMENT';
}

/** What people use and take up is a product, where the document does not call it a segment, a region or the like. */
function kindOfUsed(words: string, segments: ReadonlySet<string>): `${ClaimScope}` {
  const kind = kindOfPart(words, segments);
  const isNamed = segments.has(words.toLowerCase()) || /\b(?:segment|division|business|unit)$/i.test(words);
  return kind === 'SEGMENT' && !isNamed ? 'PRODUCT' : kind;
}

/** `subscription`, `iPhone`, `QSFP28`, `herbicides`: goods by their kind or by a name that only goods have. */
function isSold(words: string): boolean {
  const last = words.split(/\s+/).at(-1) ?? '';
  return (
    soldThings.has(last.toLowerCase()) ||
    /\d|\b\p{Ll}+\p{Lu}/u.test(words) ||
    /^\p{Lu}?\p{Ll}+\s+of\s+/u.test(words) ||
    // Plural and a common noun: what is sold by the piece.
    /^\p{Ll}{3,}(?<!(?:service|[sui]))s$/u.test(last)
  );
}

/** The segments that a text names as such: `our Fluids segment`, `the Aerospace and Defense segment`. */
export function segmentsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const named =
    /\b(\p{Lu}[\p{L}&'’-]*(?:\s+(?:and\s+|&\s+)?\p{Lu}[\p{L}&'’-]*){0,3})\s+(?:segments?|divisions?|business\s+(?:segments?|units?))\b/gu;
  for (const [, name = ''] of text.matchAll(named))
    found.add(name.toLowerCase().replace(/^(?:our|the|in|and|turning|within)\s+/, ''));
  return found;
}

/** `per user`, `per store`: what the amount is of one of; earnings per share are the company's. */
const PER_UNIT =
  /^\s*(?:,\s*)?(?:per|for\s+each|for\s+every|a)\s+((?:average\s+|new\s+|active\s+|paying\s+|square\s+|metric\s+|flight\s+)?(?:user|subscriber|member|customer|client|account|store|restaurant|location|employee|worker|unit|vehicle|car|device|wafer|barrel|bbl|boe|ounce|pound|ton|tonne|gallon|mile|foot|room|bed|patient|seat|passenger|transaction|order|home|household|line|wafer|kilowatt|megawatt|kwh|mwh))\b/i;

/** Measures that companies give of themselves as a whole, whatever part the passage speaks of. */
const ONLY_WHOLE: ReadonlySet<string> = new Set([
  ...METRICS.filter(({ kind }) => kind === 'per-share' || kind === 'average').map(({ name }) => name),
  ...['total_assets', 'cash', 'total_liabilities', 'long_term_debt', 'stockholders_equity', 'net_debt', 'net_leverage'],
  ...['tax_rate', 'income_tax', 'interest_expense', 'share_repurchases', 'dividends_paid', 'free_cash_flow'],
]);

/** Right behind a number: `for the company`, `across the whole group`. */
const OF_WHOLE =
  /^\s+(?:for|in|at|across)\s+(?:the|our)\s+(?:whole\s+|entire\s+|total\s+|overall\s+)?(?:company|group)(?:\s+as\s+a\s+whole)?(?=\s*(?:$|[,.;:?!)]))/i;

const row = rowsOf<Question, Scope>();

/** What a number is of, by the words around it and by what the passage speaks of. */
export const SCOPE_RULES = [
  row({
    name: 'one of many',
    example: 'Net revenue was $8.20 per subscriber.',
    reads: [],
    isSilent: true,
    when: ({ sentence: { words, start, tokens, quantities }, index }) => {
      const end = tokens[(quantities[index]?.to ?? 1) - 1]?.end ?? start;
      return PER_UNIT.exec(words.slice(end - start))?.[1];
    },
    tells: (unit) => ({ scope: 'PER_UNIT', subject: unit }),
  }),
  row({
    name: 'what a part is taken out of',
    example: 'Net sales in the pumps business were $60 million, out of $75 million for the company.',
    reads: ['LEVEL "pumps business" FY2023Q3 60000000 USD', 'LEVEL revenue FY2023Q3 75000000 USD'],
    not: 'Net sales in the pumps business were $60 million, good for the company.',
    when: ({ sentence: { words, start, tokens, quantities }, index }) =>
      OF_WHOLE.test(words.slice((tokens[(quantities[index]?.to ?? 1) - 1]?.end ?? start) - start)),
    tells: () => WHOLE,
  }),
  row({
    name: 'a part in its name',
    example: 'Sales in Latin America increased 11%.',
    reads: ['CHANGE "Sales in Latin America" FY2023Q3 percent +11% vs FY2022Q3'],
    when: ({ link: { mention } }) => mention?.isPart && mention,
    tells: ({ part }, { given }) => ({
      scope: part === null ? 'OTHER' : kindOfPart(part, given.segments),
      subject: part,
    }),
  }),
  row({
    name: 'what only a company has',
    example: 'In our Footwear segment, sales were $353 million. Cash and cash equivalents were $54 million.',
    reads: ['LEVEL "sales" FY2023Q3 353000000 USD', 'LEVEL cash FY2023Q3 54000000 USD'],
    when: ({ given, link: { mention } }) => given.part && ONLY_WHOLE.has(mention?.measure.metric ?? ''),
    tells: () => WHOLE,
  }),
  row({
    name: 'some of those counted',
    example: 'We have 786 customers using our platform.',
    reads: ['LEVEL "customers" FY2023Q3 786 customers'],
    not: 'We have 786 customers.',
    when: ({ sentence: { tokens }, link: { mention } }) =>
      mention?.measure.states[0] === 'COUNT' &&
      /^(?:that|who|which|whose|with|using|deploying|spending|paying|generating|above|over|on)$/.test(
        tokens[mention.to]?.lower ?? '',
      ) &&
      tokens[mention.to]?.lower,
    tells: () => ({ scope: 'OTHER', subject: null }),
  }),
  row({
    name: 'a part right after the number',
    example: 'Net sales grew 9% in Europe.',
    reads: ['CHANGE "Net sales" FY2023Q3 percent +9% vs FY2022Q3'],
    not: 'Net sales grew 9% in the third quarter.',
    when: ({ sentence, index }) => partAfterNumber(sentence, index),
    tells: (part, { given }) => ({ scope: kindOfPart(part, given.segments), subject: part }),
  }),
  row({
    name: 'the rate of the part before it',
    example: 'Outerwear operating income was $21 million, representing a 54% operating margin.',
    reads: ['LEVEL "Outerwear operating income" FY2023Q3 21000000 USD', 'LEVEL "operating margin" FY2023Q3 54 percent'],
    not: 'Outerwear sales grew 5%, and our operating margin was 12%.',
    when: ({ sentence, index, link: { mention } }) => mention && ownerOfRate(sentence, index, mention),
    tells: ({ part }, { given }) => ({
      scope: part === null ? 'OTHER' : kindOfPart(part, given.segments),
      subject: part,
    }),
  }),
  row({
    name: 'a market',
    example: 'The wind market is expected to see sales growth of 10%.',
    reads: ['CHANGE "sales" - percent +10%'],
    not: 'We gained 2% of market share.',
    when: ({ sentence, index }) => marketOf(sentence, index),
    tells: (subject) => ({ scope: 'MARKET', subject }),
  }),
  row({
    name: 'what the sentence says it of',
    example: 'Driftboard now has more than 320 million monthly actives.',
    reads: ['LEVEL "monthly actives" FY2023Q3 320000000 people AT_LEAST'],
    not: 'We have 320 million monthly actives on Driftboard.',
    when: ({ sentence, index, link: { mention } }) => mention && spokenOf(sentence, index, mention),
    tells: (subject, { given }) => ({ scope: kindOfUsed(subject, given.segments), subject }),
  }),
  row({
    name: 'said of the whole',
    example: 'In our Fluids segment, revenue was $40 million, and total company revenue was $412 million.',
    reads: ['LEVEL "revenue" FY2023Q3 40000000 USD', 'LEVEL revenue FY2023Q3 412000000 USD'],
    when: ({ given, link: { label } }) => given.part && /\b(?:total|consolidated|company)\b/i.test(label),
    tells: () => WHOLE,
  }),
  row({
    name: 'the part that the passage speaks of',
    example: 'In our Footwear segment, sales were $353 million. Net income was $54 million.',
    reads: ['LEVEL "sales" FY2023Q3 353000000 USD', 'LEVEL "Net income" FY2023Q3 54000000 USD'],
    when: ({ given }) => given.part,
    tells: (part) => part,
  }),
  row({
    name: 'no measure of the company',
    example: 'We received $304 million in licensing.',
    reads: ['LEVEL "licensing" - 304000000 USD'],
    when: ({ link }) => link.mention === null,
    tells: () => ({ scope: 'UNKNOWN', subject: null }),
  }),
  row({
    name: 'the company',
    example: 'Revenue was $412 million.',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD'],
    when: () => true,
    tells: () => WHOLE,
  }),
];

/** What the quantity at an index is of. */
export function scopeOf(
  sentence: ReadSentence,
  index: number,
  link: Link,
  given: SentenceContext,
): Scope & { readonly rule: string } {
  const { told, rule } = firstOf(SCOPE_RULES, { sentence, index, link, given }) as { told: Scope; rule: string };
  return { ...told, rule };
}

/** `Outerwear operating income was $21 million, a 54 % margin`: the part's measure that a rate follows without one of its own between. */
function ownerOfRate(
  { tokens, measures, quantities }: ReadSentence,
  index: number,
  mention: MeasureMention,
): MeasureMention | null {
  if (!mention.measure.states.includes('PERCENT') || quantities[index]?.unit !== 'PERCENT') return null;
  const before = measures.findLast(({ to }) => to <= mention.from);
  if (!before?.isPart) return null;
  const between = tokens.slice(before.to, mention.head).map(({ lower }) => lower);
  return between.some((word) => /^(?:our|we|company|total|consolidated|overall|its|;)$/.test(word)) ? null : before;
}

/** `The wind market is expected to grow 10 %`, `20 % growth for the market`: the market that grows; null where it is not one. */
function marketOf({ words, start, tokens, quantities }: ReadSentence, index: number): string | null {
  const quantity = quantities[index];
  if (quantity?.unit !== 'PERCENT') return null;
  const from = (tokens[quantity.qualifierFrom]?.start ?? start) - start;
  const to = (tokens[quantity.to - 1]?.end ?? start) - start;
  const subject =
    /(?:^|[,;.]\s+|\b(?:and|that|as|while)\s+)(?:the\s+|this\s+|our\s+addressable\s+|overall\s+)*((?:[\p{L}&-]+\s+){0,4}?(?:markets?|industry|industries))\s+(?:is|are|was|were|will|should|could|grew|grows|has|have|to|continues?|expected|declined|fell)\b[^.;]*$/iu.exec(
      words.slice(0, from),
    );
  if (subject && !/\b(?:we|our|us)\b/i.test(words.slice(subject.index + subject[0].indexOf(subject[1] ?? ''), from)))
    return subject[1]?.trim() ?? null;
  const after =
    /^\s*(?:growth|increase|decline|rise|CAGR)?\s*(?:for|in|of)\s+(?:the|this|that)\s+((?:[\p{L}&-]+\s+){0,3}?(?:market|industry))\b(?!\s+share)/iu.exec(
      words.slice(to),
    );
  return after?.[1]?.trim() ?? null;
}

/** `$40 million in Europe`, `up 9 % in our Fluids segment`: the region or segment that the number itself is from. */
function partAfterNumber({ words, start, tokens, quantities, readings }: ReadSentence, index: number): string | null {
  const end = tokens[(readings[index]?.to ?? quantities[index]?.to ?? 1) - 1]?.end ?? start;
  const said =
    /^\s*(?:in|across|for|within|from)\s+(?:(?:our|the|its|their)\s+)?((?:[\p{L}&./-]+\s+){0,3}[\p{L}&-]+)/iu.exec(
      words.slice(end - start),
    )?.[1];
  if (!said) return null;
  const all = said.split(/\s+/);
  for (let length = all.length; length > 0; length -= 1) {
    const name = all.slice(0, length).join(' ');
    if (regions().has(name.toLowerCase()) || regions().has(`the ${name.toLowerCase()}`)) return name;
    if (length > 1 && /^(?:segment|division|unit|region)$/i.test(all[length - 1] ?? '')) return name;
  }
  return null;
}
