import { EFFECT_RULES } from './link-effect';
import {
  followingMeasure,
  labelOfDistance,
  precedingMeasure,
  refersBack,
  shareOf,
  toLink,
  withSubject,
} from './link-place';
import type { MeasureMention } from './measure-mention';
import { measureInOrder, measureOfListBefore } from './measure-order';
import {
  causeOf,
  changedNoun,
  grownSubject,
  type NounLabel,
  namedSubject,
  nounAfter,
  nounBefore,
  nounOfChange,
  otherSubject,
  purposeAfter,
  sideSubject,
} from './noun-label';
import type { Quantity } from './quantity';
import type { Reading } from './role';
import { firstOf, rowsOf } from './rule';
import type { ReadSentence } from './sentence';
import { canState, isImpliedMoney } from './stating';

/** What a quantity measures. */
export interface Link {
  /** Null: the words name something that is no measure of the lexicon. */
  readonly mention: MeasureMention | null;
  readonly label: string;
  /** Token range of the words that name it, where they stand in the sentence. */
  readonly from: number;
  readonly to: number;
  readonly isCarried: boolean;
  /** Name of the rule that told. */
  readonly rule: string;
}

export type Linked = Omit<Link, 'rule'>;

/** One quantity of a sentence, and what the rules ask of it again and again. */
export class Question {
  readonly quantity: Quantity;
  readonly reading: Reading;
  readonly isChange: boolean;
  #following: MeasureMention | null | undefined;
  #preceding: MeasureMention | null | undefined;

  constructor(
    readonly sentence: ReadSentence,
    readonly index: number,
    /** The last measure of the sentences before. */
    readonly carried: MeasureMention | null,
    /** What the number before measures. */
    readonly previous: Link | null,
  ) {
    this.quantity = sentence.quantities[index] as Quantity;
    this.reading = sentence.readings[index] as Reading;
    this.isChange = /^(?:CHANGE|SHARE|DISTANCE)$/.test(this.reading.role);
  }

  readonly fits = (mention: MeasureMention): boolean =>
    this.isChange ? mayChange(mention) : canState(mention, this.quantity);

  get following(): MeasureMention | null {
    if (this.#following === undefined)
      this.#following = followingMeasure(this.sentence, this.quantity, this.reading.to, this.isChange, this.fits);
    return this.#following;
  }

  get preceding(): MeasureMention | null {
    if (this.#preceding === undefined) this.#preceding = precedingMeasure(this.sentence, this.index, this.fits);
    return this.#preceding;
  }

  /** The word before the number and its hedge. */
  get before(): string {
    return this.sentence.tokens[this.quantity.qualifierFrom - 1]?.lower ?? '';
  }

  /** An amount of money, neither a change nor a share. */
  get isMoney(): boolean {
    return this.quantity.unit === 'MONEY' && !this.isChange;
  }
}

const isRate = ({ measure }: MeasureMention): boolean =>
  measure.states[0] === 'PERCENT' && !/growth/.test(measure.metric ?? '');

const mayChange = ({ measure }: MeasureMention): boolean => measure.metric !== null || measure.states.length > 0;

/** A part of the company: no metric of the whole stands for it. */
const ofPart = (mention: MeasureMention, owner: { label: string; from: number } | null): Linked => ({
  ...toLink(mention),
  mention: { ...mention, isPart: true, part: owner?.label ?? mention.part },
  ...(owner && { label: `${owner.label} ${mention.label}`, from: owner.from }),
});

/** Words that are no measure of the lexicon. */
const unmeasured = ({ label, from, to }: NounLabel): Linked => ({
  mention: null,
  label,
  from,
  to,
  isCarried: false,
});

const row = rowsOf<Question, Linked | null>();

/** What a number measures, by where its name stands. */
export const LINK_RULES = [
  row({
    name: 'who has a share',
    example: 'Operating expenses were 34% of revenue.',
    reads: ['SHARE "Operating expenses" FY2023Q3 34 percent'],
    when: ({ reading }) => reading.role === 'SHARE',
    tells: (_, { sentence, index }) => shareOf(sentence, index),
  }),
  row({
    name: 'in the order of a list',
    example: 'Revenue and operating income were $412 million and $44 million.',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD', 'LEVEL operating_income FY2023Q3 44000000 USD'],
    not: 'Revenue was $412 million, and operating income was $44 million.',
    when: ({ sentence, index, fits }) => {
      const mention = measureInOrder(sentence, index);
      return mention && fits(mention) && mention;
    },
    tells: (mention) => toLink(mention),
  }),
  row({
    name: 'in the order of the list before',
    example: 'Revenue and operating income were $412 million and $44 million. They grew 8% and 12%, respectively.',
    reads: [
      'LEVEL revenue FY2023Q3 412000000 USD',
      'LEVEL operating_income FY2023Q3 44000000 USD',
      'CHANGE revenue FY2023Q3 percent +8% vs FY2022Q3',
      'CHANGE operating_income FY2023Q3 percent +12% vs FY2022Q3',
    ],
    when: ({ sentence, index }) => measureOfListBefore(sentence, index),
    tells: (mention, { quantity }) => ({
      ...toLink(mention),
      from: quantity.from,
      to: quantity.to,
      isCarried: true,
    }),
  }),
  row({
    // "410 million pounds" of profit are sterling, of chicken they are weight.
    name: 'pounds of money',
    example: 'Operating profit was 410 million pounds.',
    reads: ['LEVEL operating_income FY2023Q3 410000000 GBP'],
    not: 'We sold 410 million pounds of chicken.',
    when: ({ following, quantity, sentence, index }) =>
      following?.label === 'pounds' && isImpliedMoney(quantity)
        ? precedingMeasure(sentence, index, ({ measure }) => measure.states.includes('MONEY'))
        : null,
    tells: (sterling) => toLink(sterling),
  }),
  ...EFFECT_RULES,
  row({
    name: 'measure after the number, of who has it',
    example: 'In the quarter, Halden Marine generated $20 million in net sales.',
    reads: ['LEVEL "Halden Marine net sales" FY2023Q3 20000000 USD'],
    not: 'Corvane generated $20 million in net sales.',
    when: ({ following, isMoney, sentence, quantity }) => {
      const owner = following && isMoney ? otherSubject(sentence, quantity) : null;
      return owner && following && { owner, following };
    },
    tells: ({ owner, following }) => ofPart(following, owner),
  }),
  row({
    // "Commercial services, which represented $3.3 billion of revenue": what represents revenue is a part of it.
    name: 'measure after the number, of what represents it',
    example: 'Commercial services, which represented $3.3 billion of revenue, grew 4%.',
    reads: ['LEVEL "revenue" FY2023Q3 3300000000 USD +4% vs FY2022Q3'],
    when: ({ following, isMoney, before }) =>
      isMoney && /^(?:represent|contribut|add)(?:e?s|e?d|ing|e)?$/.test(before) && following,
    tells: (following) => ofPart(following, null),
  }),
  row({
    name: 'measure after the number',
    example: 'We generated $61 million in operating cash flow.',
    reads: ['LEVEL operating_cash_flow FY2023Q3 61000000 USD'],
    not: 'Operating cash flow was $61 million.',
    when: ({ following }) => following,
    tells: (following, { sentence, quantity }) => withSubject(sentence, quantity, toLink(following)),
  }),
  row({
    name: 'measure between the number and its change',
    example: 'We delivered 5% revenue growth.',
    reads: ['CHANGE revenue FY2023Q3 percent +5% vs FY2022Q3'],
    not: 'We saw growth of 5%.',
    when: ({ sentence: { measures }, quantity, reading, fits }) => {
      const within =
        reading.role === 'CHANGE' && measures.find(({ from, to }) => from >= quantity.to && to <= reading.to);
      return within && fits(within) && within;
    },
    tells: (within) => toLink(within),
  }),
  row({
    name: 'distance from a forecast',
    example: 'Revenue was $412 million, $7 million above the midpoint of our guidance.',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD'],
    isSilent: true,
    when: ({ reading }) => reading.role === 'DISTANCE',
    tells: (_, { sentence, quantity, reading }) =>
      unmeasured({ label: labelOfDistance(sentence, quantity, reading.to), from: quantity.from, to: reading.to }),
  }),
  row({
    // What stands right before the number names it before what follows does.
    name: 'measure right before the number',
    example: 'We repurchased $50 million of stock.',
    reads: ['LEVEL share_repurchases FY2023Q3 50000000 USD'],
    when: ({ isChange, sentence, quantity, fits }) => {
      const near = isChange ? undefined : sentence.measures.find(({ to }) => to === quantity.qualifierFrom);
      return near && fits(near) && near;
    },
    tells: (near) => toLink(near),
  }),
  row({
    name: 'noun after the number',
    example: 'We received $304 million in licensing.',
    reads: ['LEVEL "licensing" - 304000000 USD'],
    when: ({ isChange, sentence, quantity }) => !isChange && nounAfter(sentence, quantity),
    tells: (noun) => unmeasured(noun),
  }),
  row({
    name: 'noun of the change',
    example: 'Our three largest customers accepted a price increase of four percent.',
    reads: ['CHANGE "price" FY2023Q3 percent +4% vs FY2022Q3'],
    not: 'We saw an increase of 4% in customers.',
    when: ({ reading, sentence }) => reading.role === 'CHANGE' && changedNoun(sentence, reading.from),
    tells: (noun) => unmeasured(noun),
  }),
  row({
    name: 'noun after the change',
    example: 'Sales grew, including a 13% increase in outlet retail.',
    reads: ['CHANGE "outlet retail" FY2023Q3 percent +13% vs FY2022Q3'],
    not: 'Sales saw a 13% increase in the quarter.',
    when: ({ reading, sentence, quantity }) =>
      reading.role === 'CHANGE' && reading.to > quantity.to && nounOfChange(sentence, reading.to),
    tells: (noun) => unmeasured(noun),
  }),
  row({
    name: 'cause of a change',
    example: 'Revenue increased, driven by 40% growth in our outfitter business.',
    reads: ['CHANGE "outfitter business" FY2023Q3 percent +40% vs FY2022Q3'],
    when: ({ reading, sentence, quantity }) => reading.role === 'CHANGE' && causeOf(sentence, quantity, reading.to),
    tells: (cause) => unmeasured(cause),
  }),
  row({
    name: 'subject beside the change',
    example: 'Comparable sales increased 4%, with traffic up 2%.',
    reads: ['LEVEL comparable_sales_growth FY2023Q3 4 percent', 'CHANGE "traffic" FY2023Q3 percent +2% vs FY2022Q3'],
    when: ({ reading, sentence }) => reading.role === 'CHANGE' && sideSubject(sentence, reading.from),
    tells: (subject) => unmeasured(subject),
  }),
  row({
    // An effect on the measure, not the measure.
    name: 'effect on a measure',
    example: 'Revenue was hurt by $20 million.',
    reads: ['LEVEL "impact on Revenue" - 20000000 USD'],
    when: ({ preceding, isChange, before }) => !isChange && before === 'by' && preceding,
    tells: (preceding) => unmeasured({ ...preceding, label: `impact on ${preceding.label}` }),
  }),
  row({
    name: 'noun before of',
    example: 'Net income included a legal accrual of $2.1 million.',
    reads: ['LEVEL "legal accrual" - 2100000 USD'],
    not: 'Net income was in the range of $2.1 million.',
    when: ({ isChange, quantity, sentence, preceding }) =>
      !isChange && quantity.unit !== 'PLAIN' && nounBefore(sentence, quantity, preceding?.to ?? 0),
    tells: (noun) => unmeasured(noun),
  }),
  row({
    name: 'measure before the number, of who has it',
    example: 'In the quarter, HMX reported net income of $9 million.',
    reads: ['LEVEL "HMX net income" FY2023Q3 9000000 USD'],
    not: 'Corvane reported net income of $9 million.',
    when: ({ preceding, isMoney, sentence }) => {
      const owner = preceding && isMoney ? namedSubject(sentence, preceding.head) : null;
      return owner && preceding && { owner, preceding };
    },
    tells: ({ owner, preceding }) => ofPart(preceding, owner),
  }),
  row({
    name: 'measure before the number',
    example: 'Third quarter revenue was $412.6 million.',
    reads: ['LEVEL revenue FY2023Q3 412600000 USD'],
    when: ({ preceding }) => preceding,
    tells: (preceding) => toLink(preceding),
  }),
  row({
    name: 'what money is spent on',
    example: 'We spent $60 million on chargers.',
    reads: ['LEVEL "spent on chargers" - 60000000 USD'],
    when: ({ isMoney, sentence, quantity }) => isMoney && purposeAfter(sentence, quantity),
    tells: (purpose) => unmeasured(purpose),
  }),
  row({
    name: 'measure of the sentence before',
    example: 'Revenue was $412 million. That was up 9% from last year.',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD', 'CHANGE revenue FY2023Q3 percent +9% vs FY2022Q3'],
    when: ({ carried, fits, sentence, quantity, isChange }) =>
      carried &&
      fits(carried) &&
      // A rate does not grow by percent: the growth is another measure's.
      !(isChange && quantity.unit === 'PERCENT' && isRate(carried)) &&
      // What the sentence names itself is what it speaks of.
      (isChange || !sentence.measures.some(({ to }) => to <= quantity.qualifierFrom)) &&
      refersBack(sentence, quantity, isChange) &&
      carried,
    tells: (carried, { quantity }) => ({
      ...toLink(carried),
      from: quantity.from,
      to: quantity.to,
      isCarried: true,
    }),
  }),
  row({
    name: 'what has grown',
    example: 'Our cloud business grew 28%.',
    reads: ['CHANGE "cloud business" FY2023Q3 percent +28% vs FY2022Q3'],
    when: ({ isChange, quantity, sentence, reading }) =>
      isChange && quantity.unit !== 'PLAIN' && grownSubject(sentence, reading.from),
    tells: (subject) => unmeasured(subject),
  }),
  row({
    // `$318 million or $1.63 per diluted share`: the per-share number of the income before it.
    name: 'the same by the share',
    example: 'We reported $31.2 million in net income; that is $0.74 per diluted share.',
    reads: ['LEVEL net_income FY2023Q3 31200000 USD', 'LEVEL eps_diluted FY2023Q3 0.74 USD/shares'],
    when: ({ quantity, previous }) =>
      quantity.isPerShare && previous?.mention?.measure.states.includes('PER_SHARE') && previous,
    tells: (previous) => previous,
  }),
];

/** Finds what the quantity at an index measures; null: nothing names it. */
export function linkOf(
  sentence: ReadSentence,
  index: number,
  carried: MeasureMention | null,
  previous: Link | null,
): Link | null {
  const first = firstOf(LINK_RULES, new Question(sentence, index, carried, previous));
  return first?.told ? { ...first.told, rule: first.rule } : null;
}
