import type { Drafted } from './draft';
import { adjacentRate } from './link-place';
import type { Quantity } from './quantity';
import type { Reading } from './role';
import { firstOf, rowsOf } from './rule';
import type { ReadSentence } from './sentence';

interface Given {
  readonly sentence: ReadSentence;
  readonly quantity: Quantity;
  readonly reading: Reading;
  readonly previous: Drafted | null;
}

const row = rowsOf<Given, Omit<Reading, 'rule'>>();

/** What a number is by the one before it: these rules come after those that look at its own words. */
export const BESIDE_RULES = [
  row({
    name: 'goes on with a change',
    example: 'Sales grew 10.2% reported and 11.6% at constant currency.',
    reads: ['CHANGE revenue FY2023Q3 percent +10.2% vs FY2022Q3', 'CHANGE revenue FY2023Q3 percent +11.6% vs FY2022Q3'],
    when: ({ sentence, previous, quantity, reading }) =>
      previous && continues(sentence, previous, quantity, reading) && previous,
    tells: (previous, { reading }) => ({ ...reading, role: 'CHANGE', direction: previous.reading.direction }),
  }),
  row({
    name: 'a rate, though the verb speaks of shares',
    example: 'Operating income was $23.4 million, representing a 48% operating margin.',
    reads: ['LEVEL operating_income FY2023Q3 23400000 USD', 'LEVEL operating_margin FY2023Q3 48 percent'],
    when: ({ sentence, quantity, reading }) => reading.role === 'SHARE' && adjacentRate(sentence, quantity),
    tells: (_, { reading }) => ({ ...reading, role: 'LEVEL' }),
  }),
  row({
    name: 'another thing compared with',
    example:
      'Revenue was $133.1 million compared to $128.7 million in the prior quarter and $114.1 million a year ago.',
    reads: [
      'LEVEL revenue FY2023Q3 133100000 USD',
      'LEVEL revenue FY2023Q2 128700000 USD',
      'LEVEL revenue FY2022Q3 114100000 USD',
    ],
    when: ({ sentence, previous, quantity, reading }) =>
      previous?.reading.role === 'BASE' && follows(sentence, previous, quantity, reading),
    tells: (_, { reading }) => ({ ...reading, role: 'BASE' }),
  }),
];

/** What the quantity at an index is, the number before it minded. */
export function readBeside(sentence: ReadSentence, index: number, previous: Drafted | null): Reading {
  const quantity = sentence.quantities[index] as Quantity;
  const reading = sentence.readings[index] as Reading;
  const answer = firstOf(BESIDE_RULES, { sentence, quantity, reading, previous });
  return answer ? { ...answer.told, rule: answer.rule } : reading;
}

function follows({ tokens, measures }: ReadSentence, previous: Drafted, quantity: Quantity, reading: Reading): boolean {
  if (reading.role !== 'LEVEL' || quantity.unit !== previous.quantity.unit) return false;
  const between = tokens.slice(previous.quantity.to, quantity.qualifierFrom).map(({ lower }) => lower);
  if (measures.some(({ from }) => from >= previous.quantity.to && from < quantity.from) && !between.includes('and'))
    return false;
  return (
    between.length <= 14 &&
    between.some((word) => word === 'and' || word === 'or') &&
    !between.some((word) => /^(?:was|were|is|are|;|which|grew|rose|fell|increased|decreased|expect)$/.test(word))
  );
}

function continues({ tokens }: ReadSentence, previous: Drafted, quantity: Quantity, reading: Reading): boolean {
  // "increased $52 million, or 4.4 %": the same step told twice.
  const told = tokens.slice(previous.reading.to, quantity.qualifierFrom).map(({ lower }) => lower);
  if (
    previous.reading.role === 'CHANGE' &&
    reading.role === 'LEVEL' &&
    quantity.unit === 'PERCENT' &&
    told.length <= 2 &&
    told.at(-1) === 'or'
  )
    return true;
  if (previous.reading.role !== 'CHANGE' || reading.role !== 'LEVEL' || quantity.unit !== previous.quantity.unit)
    return false;
  const between = tokens.slice(previous.reading.to, quantity.qualifierFrom).map(({ lower }) => lower);
  return (
    between.length <= 12 &&
    between.some((word) => /^(?:and|or|,)$/.test(word)) &&
    !between.some((word) => /^(?:was|were|is|margin|margins|rate)$/.test(word))
  );
}
