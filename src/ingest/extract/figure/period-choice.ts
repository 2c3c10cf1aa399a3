import type { PeriodMention } from '../occasion/period-mention';
import type { Link } from './link';
import { isComparison, isDirect, isDue, isOfBase, isOpening, isOtherDay } from './period-place';
import type { Quantity } from './quantity';
import { firstOf, rowsOf } from './rule';
import type { ReadSentence } from './sentence';

/** A mention that tells the period of a number. */
export interface Told {
  readonly mention: PeriodMention;
}

/** One number of a sentence and the periods around it that may be its own. */
class Question {
  readonly own: readonly PeriodMention[];
  /** Where the number begins and ends, where the one after it begins and the one before it ends. */
  readonly start: number;
  readonly end: number;
  readonly nextQuantity: number;
  readonly lastQuantity: number;
  /** The first period after the number and before the next one. */
  readonly after: PeriodMention | undefined;
  /** Those before it that are not another number's. */
  readonly before: readonly PeriodMention[];

  constructor(
    readonly sentence: ReadSentence,
    readonly index: number,
    readonly link: Link | null,
  ) {
    const { tokens, periods, quantities } = sentence;
    const { qualifierFrom, to } = quantities[index] as Quantity;
    this.own = periods.filter(
      (mention) => !isComparison(sentence, mention) && !isDue(sentence, mention) && !isOtherDay(sentence, mention),
    );
    this.start = tokens[qualifierFrom]?.start ?? 0;
    this.end = tokens[to - 1]?.end ?? 0;
    this.nextQuantity =
      tokens[quantities[index + 1]?.qualifierFrom ?? tokens.length]?.start ?? Number.POSITIVE_INFINITY;
    this.lastQuantity = index > 0 ? (tokens[(quantities[index - 1] as Quantity).to - 1]?.end ?? 0) : 0;
    this.after = this.own.find((mention) => mention.start >= this.end && mention.start < this.nextQuantity);
    this.before = this.own.filter((mention) => mention.end <= this.start && this.isFree(mention));
  }

  isFree(mention: PeriodMention): boolean {
    return !isOfBase(this.sentence, this.index, mention);
  }

  words(from: number, to: number): string {
    return this.sentence.words.slice(from - this.sentence.start, to - this.sentence.start);
  }

  /** Where the words of the measure stand; null: in another sentence, or nowhere. */
  get measure(): { readonly from: number; readonly to: number } | null {
    const { link, sentence } = this;
    if (!link || link.isCarried) return null;
    return { from: sentence.tokens[link.from]?.start ?? 0, to: sentence.tokens[link.to - 1]?.end ?? 0 };
  }

  /** The words from the number, or its measure right after it, to a period. */
  gapTo(mention: PeriodMention): string {
    const { link, sentence, index } = this;
    const isAfter = link !== null && link.to > (sentence.quantities[index] as Quantity).to;
    return this.words(isAfter ? (sentence.tokens[link.to - 1]?.end ?? this.end) : this.end, mention.start);
  }
}

const row = rowsOf<Question, Told>();

/** Which of a sentence's periods is that of a number, by where it stands. */
export const MENTION_RULES = [
  row({
    // "$4.2 billion, and in Q4 …": a conjunction leads on to the next number's period.
    name: 'period right after the number',
    example: 'We reported $48.39 billion in revenue for the second quarter.',
    reads: ['LEVEL revenue FY2023Q2 48390000000 USD'],
    when: (q) =>
      q.after &&
      isDirect(q.gapTo(q.after)) &&
      !(/[,;]\s*and\s+(?:in|for|during)\b/i.test(q.gapTo(q.after)) && q.nextQuantity !== Number.POSITIVE_INFINITY) &&
      q.after,
    tells: (mention) => ({ mention }),
  }),
  row({
    name: 'period that leads to the number',
    example: 'We expect EPS of $2.50 this year, so the fourth quarter is $0.70.',
    reads: ['GUIDANCE eps_diluted FY2023 2.5 USD/shares', 'GUIDANCE eps_diluted FY2023Q4 0.7 USD/shares'],
    when: (q) => {
      const leading = q.own.findLast(
        (mention) =>
          mention.start >= q.lastQuantity &&
          mention.end <= q.start &&
          q.index > 0 &&
          /^\s*(?:(?:is|was|will\s+be|would\s+be|at|,)\s+)+$/i.test(q.words(mention.end, q.start)),
      );
      return leading && q.isFree(leading) && leading;
    },
    tells: (mention) => ({ mention }),
  }),
  row({
    name: 'period within the measure',
    example: 'Second quarter revenue was $398 million.',
    reads: ['LEVEL revenue FY2023Q2 398000000 USD'],
    when: ({ own, measure }) => measure && own.find(({ start, end }) => end > measure.from && start < measure.to),
    tells: (mention) => ({ mention }),
  }),
  row({
    name: 'period right after the measure',
    example: 'Revenue for the second quarter was $398 million.',
    reads: ['LEVEL revenue FY2023Q2 398000000 USD'],
    when: (q) => {
      const { measure } = q;
      return (
        measure &&
        q.own.find(({ start, end }) => start >= measure.to && end <= q.start && isDirect(q.words(measure.to, start)))
      );
    },
    tells: (mention) => ({ mention }),
  }),
  row({
    name: 'nearest period before the number',
    example: 'In the second quarter, revenue was $398 million.',
    reads: ['LEVEL revenue FY2023Q2 398000000 USD'],
    not: 'In contrast to the second quarter, revenue for the third quarter was $398 million.',
    when: ({ before, sentence, lastQuantity }) =>
      before.findLast(({ end }) => end > lastQuantity) ??
      before.findLast((mention) => isOpening(sentence, mention)) ??
      before.at(-1),
    tells: (mention) => ({ mention }),
  }),
  row({
    name: 'period later in the clause',
    example: 'Revenue was $398 million, helped by early shipments, in the second quarter.',
    reads: ['LEVEL revenue FY2023Q2 398000000 USD'],
    not: 'Revenue was $412 million, and the second quarter was weak.',
    when: (q) =>
      q.after &&
      !/[;—]|\b(?:and|but|while)\b.*\b(?:was|were|is|are|expect\w*|anticipate\w*|see|will|continue)\b/.test(
        q.words(q.end, q.after.start),
      ) &&
      q.after,
    tells: (mention) => ({ mention }),
  }),
];

/** The mention that tells the period of a number, with the rule that says so. */
export function ownMention(
  sentence: ReadSentence,
  index: number,
  link: Link | null,
): { readonly told: Told; readonly rule: string } | null {
  return firstOf(MENTION_RULES, new Question(sentence, index, link));
}

/** The period of a number that something is compared with: it follows the number, or stands right before it. */
export function baseMention(
  { words, start: origin, tokens, periods, quantities }: ReadSentence,
  index: number,
): { readonly told: Told; readonly rule: string } | null {
  const quantity = quantities[index] as Quantity;
  const [start, end] = [tokens[quantity.qualifierFrom]?.start ?? 0, tokens[quantity.to - 1]?.end ?? 0];
  const nextBase = tokens[quantities[index + 1]?.from ?? tokens.length]?.start ?? Number.POSITIVE_INFINITY;
  const after =
    periods.find((mention) => mention.start >= end && mention.start < nextBase) ??
    periods.find((mention) => mention.start >= end);
  // "last year's $352 million", not "in the prior quarter, and $114.1 million".
  const before = periods.find(
    (mention) =>
      mention.end <= start &&
      /^(?:['’]s)?\s*(?:(?:of|[:=–-])\s*)?$/.test(words.slice(mention.end - origin, start - origin)),
  );
  const mention = before ?? after;
  return mention ? { told: { mention }, rule: 'period beside the base' } : null;
}
