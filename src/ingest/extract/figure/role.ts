import type { Quantity } from './quantity';
import {
  baseCue,
  besideBase,
  bracketPeriod,
  changeCue,
  changeNoun,
  distanceAfter,
  isOfAnother,
  isOrigin,
  isShareOf,
  NOUN_DOWN,
  shareVerb,
  verbBeforeObject,
} from './role-cue';
import { firstOf, rowsOf } from './rule';
import type { Token } from './token';

/**
 * What a quantity is in its sentence: a level; a change of one (with its direction); a share of something; the base that a
 * level is compared with; or the distance from a forecast.
 */
export type Role = 'LEVEL' | 'CHANGE' | 'SHARE' | 'BASE' | 'DISTANCE';

export interface Reading {
  readonly role: Role;
  /** -1: the change goes down. */
  readonly direction: 1 | -1;
  /** Index after the last token that belongs to the change's words ("increase", "year over year"); `to` of the quantity otherwise. */
  readonly to: number;
  /** Where the words of the change begin. */
  readonly from: number;
  /** Name of the rule that read it. */
  readonly rule: string;
}

type Read = Omit<Reading, 'rule'>;

interface Given {
  readonly tokens: readonly Token[];
  readonly quantity: Quantity;
}

const beforeOf = ({ tokens, quantity }: Given): string => tokens[quantity.qualifierFrom - 1]?.lower ?? '';
const levelOf = ({ qualifierFrom, to }: Quantity): Read => ({ role: 'LEVEL', direction: 1, from: qualifierFrom, to });

const row = rowsOf<Given, Read>();

/** What a number is in its sentence, by the words around it. */
export const ROLE_RULES = [
  row({
    name: 'distance from a forecast',
    example: 'Revenue was $412 million, $7 million above the midpoint of our guidance.',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD'],
    not: 'Revenue was $7 million above the prior year.',
    isSilent: true,
    when: ({ tokens, quantity }) => distanceAfter(tokens, quantity.to),
    tells: (to, { quantity }) => ({ ...levelOf(quantity), role: 'DISTANCE', to }),
  }),
  row({
    name: 'noun of change after the number',
    example: 'Backlog showed a 12% increase.',
    reads: ['CHANGE backlog FY2023Q3 percent +12% vs FY2022Q3'],
    not: 'Gross margin was 43%, more or less.',
    when: ({ tokens, quantity: { to, unit } }) => changeNoun(tokens, to, unit !== 'MULTIPLE'),
    tells: (noun, { tokens, quantity }) => ({
      role: 'CHANGE',
      direction: NOUN_DOWN.test(tokens[noun]?.lower ?? '') ? -1 : 1,
      from: quantity.qualifierFrom,
      to: noun + 1,
    }),
  }),
  row({
    name: 'above or below another period',
    example: 'Net sales were 4% below last year.',
    reads: ['CHANGE revenue FY2023Q3 percent -4% vs FY2022Q3'],
    not: 'Gross margin was 43%, above our target.',
    when: ({ tokens, quantity }) => quantity.unit === 'PERCENT' && besideBase(tokens, quantity.to),
    tells: ({ at, direction }, { quantity }) => ({
      role: 'CHANGE',
      direction,
      from: quantity.qualifierFrom,
      to: at + 1,
    }),
  }),
  row({
    name: 'percent of something',
    example: 'Operating expenses were 34% of revenue.',
    reads: ['SHARE "Operating expenses" FY2023Q3 34 percent'],
    not: 'Revenue grew 34% of late.',
    when: (given) =>
      given.quantity.unit === 'PERCENT' &&
      isShareOf(given.tokens, given.quantity.to) &&
      !changeCue(given.tokens, given.quantity),
    tells: (_, { quantity }) => ({ ...levelOf(quantity), role: 'SHARE' }),
  }),
  row({
    name: 'verb of a share',
    example: 'Services accounted for 26% of revenue, and software represented 40%.',
    reads: ['SHARE "Services" FY2023Q3 26 percent', 'SHARE "software" FY2023Q3 40 percent'],
    when: ({ tokens, quantity }) => quantity.unit === 'PERCENT' && shareVerb(tokens, quantity.qualifierFrom),
    tells: (_, { quantity }) => ({ ...levelOf(quantity), role: 'SHARE' }),
  }),
  row({
    // "rose 10 % to $3.6 billion", "improved to 12 %"
    name: 'where a change arrives',
    example: 'Revenue rose 8% to $412 million.',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD +8% vs FY2022Q3'],
    not: 'Backlog was up to $412 million.',
    when: (given) =>
      beforeOf(given) === 'to' &&
      !/^(?:up|compared|relative|equal|amount|close)$/.test(
        given.tokens[given.quantity.qualifierFrom - 2]?.lower ?? '',
      ) &&
      given.quantity.qualifier !== 'RANGE',
    tells: (_, { quantity }) => levelOf(quantity),
  }),
  row({
    name: 'where a change came from',
    example: 'Gross margin rose to 43% from 41% in the third quarter of 2022.',
    reads: ['LEVEL gross_margin FY2023Q3 43 percent', 'LEVEL gross_margin FY2022Q3 41 percent'],
    when: (given) =>
      beforeOf(given) === 'from' &&
      given.quantity.qualifier !== 'RANGE' &&
      !isOrigin(given.tokens, given.quantity.qualifierFrom - 1),
    tells: (_, { quantity }) => ({ ...levelOf(quantity), role: 'BASE' }),
  }),
  row({
    name: 'in a bracket with its own period',
    example: 'EBITDA was $70 million (Q2 2023: $66 million).',
    reads: ['LEVEL ebitda FY2023Q3 70000000 USD', 'LEVEL ebitda FY2023Q2 66000000 USD'],
    not: 'EBITDA was $70 million ($66 million in cash).',
    when: ({ tokens, quantity }) => bracketPeriod(tokens, quantity),
    tells: (_, { quantity }) => ({ ...levelOf(quantity), role: 'BASE' }),
  }),
  row({
    // "(+12 % y/y)", "(-3 %)"
    name: 'signed percent',
    example: 'Net sales were $412 million (+12%).',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD +12% vs FY2022Q3'],
    when: ({ tokens, quantity: { from, unit, value } }) => {
      const sign = tokens[from - 1]?.text;
      return unit === 'PERCENT' && (sign === '+' || (sign === '(' && (value ?? '').startsWith('-')));
    },
    tells: (_, { quantity }) => ({ ...levelOf(quantity), role: 'CHANGE' }),
  }),
  row({
    name: 'word of growth before the number',
    example: 'Free cash flow grew 14% year over year.',
    reads: ['CHANGE free_cash_flow FY2023Q3 percent +14% vs FY2022Q3'],
    not: 'Gross margin was flat at 43%.',
    when: ({ tokens, quantity }) => changeCue(tokens, quantity),
    tells: ({ at, direction }, { quantity }) => ({ role: 'CHANGE', direction, from: at, to: quantity.to }),
  }),
  row({
    name: 'verb of change before its object',
    example: 'We raised our quarterly dividend 10% to $0.22 per share.',
    reads: ['LEVEL dividends_per_share FY2023Q3 0.22 USD/shares +10% vs FY2022Q3'],
    when: ({ tokens, quantity }) => verbBeforeObject(tokens, quantity),
    tells: ({ at, direction }, { quantity }) => ({ role: 'CHANGE', direction, from: at, to: quantity.to }),
  }),
  row({
    name: 'what something is compared with',
    example: 'Net income was $31 million versus $28 million in the third quarter of 2022.',
    reads: ['LEVEL net_income FY2023Q3 31000000 USD', 'LEVEL net_income FY2022Q3 28000000 USD'],
    when: ({ tokens, quantity }) => baseCue(tokens, quantity.qualifierFrom),
    tells: (_, { quantity }) => ({ ...levelOf(quantity), role: 'BASE' }),
  }),
  row({
    name: 'the number of another period',
    example: 'Revenue was $412 million, well above the $380 million of a year ago.',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD', 'LEVEL revenue FY2022Q3 380000000 USD'],
    not: 'Revenue was above the $400 million mark.',
    when: ({ tokens, quantity }) => isOfAnother(tokens, quantity),
    tells: (_, { quantity }) => ({ ...levelOf(quantity), role: 'BASE' }),
  }),
  row({
    name: 'basis points',
    example: 'Gross margin moved 80 basis points.',
    reads: ['CHANGE gross_margin FY2023Q3 80 basis points vs FY2022Q3'],
    when: ({ quantity }) => quantity.unit === 'BASIS_POINTS',
    tells: (_, { quantity }) => ({ ...levelOf(quantity), role: 'CHANGE' }),
  }),
  row({
    name: 'level',
    example: 'Revenue was $412 million.',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD'],
    not: 'Revenue grew 12%.',
    when: () => true,
    tells: (_, { quantity }) => ({ ...levelOf(quantity), from: quantity.from }),
  }),
];

/** What a quantity is in its sentence, by the first rule that speaks. */
export function readRole(tokens: readonly Token[], quantity: Quantity): Reading {
  const { told, rule } = firstOf(ROLE_RULES, { tokens, quantity }) as { told: Read; rule: string };
  return { ...told, rule };
}
