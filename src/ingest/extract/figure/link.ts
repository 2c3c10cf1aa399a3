import type { MeasureMention } from './measure-mention';
import {
  causeOf,
  grownSubject,
  namedSubject,
  nounAfter,
  nounBefore,
  otherSubject,
  purposeAfter,
  shareholderBefore,
  sideSubject,
  subjectBefore,
} from './noun-label';
import type { Quantity } from './quantity';
import type { ReadSentence } from './sentence';
import { canState, isImpliedMoney } from './stating';

/** What a quantity measures and how surely that was told. */
export interface Link {
  /** Null: the words name something that is no measure of the lexicon. */
  readonly mention: MeasureMention | null;
  readonly label: string;
  readonly confidence: number;
  /** Token range of the words that name it, where they stand in the sentence. */
  readonly from: number;
  readonly to: number;
  readonly isCarried: boolean;
}

/** Finds what the quantity at an index measures; null: nothing in the sentence names it. */
export function linkOf(sentence: ReadSentence, index: number, carried: MeasureMention | null): Link | null {
  const quantity = sentence.quantities[index] as Quantity;
  const reading = sentence.readings[index] as ReadSentence['readings'][number];
  const isChange = reading.role === 'CHANGE' || reading.role === 'SHARE' || reading.role === 'DISTANCE';
  const rate = reading.role === 'SHARE' ? adjacentRate(sentence, quantity) : null;
  if (rate) return toLink(rate, 0.95);
  const fits = (mention: MeasureMention) => (isChange ? mayChange(mention) : canState(mention, quantity));
  if (reading.role === 'SHARE') return shareOf(sentence, index);
  const following = followingMeasure(sentence, quantity, reading.to, isChange, fits);
  // "410 million pounds" of profit are sterling, of chicken they are weight.
  const sterling =
    following?.label === 'pounds' && isImpliedMoney(quantity)
      ? precedingMeasure(sentence, index, ({ measure }) => measure.states.includes('MONEY'))
      : null;
  if (sterling) return toLink(sterling, 0.85);
  if (following && quantity.unit === 'MONEY' && !isChange) {
    const owner = otherSubject(sentence, quantity);
    if (owner)
      return {
        ...toLink(following, 0.75),
        mention: { ...following, isPart: true },
        label: `${owner.label} ${following.label}`,
        from: owner.from,
      };
  }
  // "Commercial services, which represented $3.3 billion of revenue": what represents revenue is a part of it.
  if (
    following &&
    quantity.unit === 'MONEY' &&
    !isChange &&
    /^represent(?:s|ed|ing)?$/.test(sentence.tokens[quantity.qualifierFrom - 1]?.lower ?? '')
  )
    return { ...toLink(following, 0.75), mention: { ...following, isPart: true } };
  if (following) return withSubject(sentence, quantity, toLink(following, 0.95));
  if (reading.role === 'DISTANCE')
    return {
      mention: null,
      label: labelOfDistance(sentence, quantity, reading.to),
      confidence: 0.5,
      from: quantity.from,
      to: reading.to,
      isCarried: false,
    };
  // "repurchased $50 million of stock": what stands right before the number names it before what follows does.
  const near = isChange ? undefined : sentence.measures.find(({ to }) => to === quantity.qualifierFrom);
  if (near && fits(near)) return toLink(near, 0.93);
  if (!isChange) {
    const noun = nounAfter(sentence, quantity);
    if (noun) return { ...noun, mention: null, confidence: 0.6, isCarried: false };
  }
  const aside =
    reading.role === 'CHANGE' ? (causeOf(sentence, quantity, reading.to) ?? sideSubject(sentence, reading.from)) : null;
  if (aside) return { ...aside, mention: null, confidence: 0.6, isCarried: false };
  const preceding = precedingMeasure(sentence, index, fits);
  // "revenue was hurt by $200 million": an effect on the measure, not the measure.
  if (preceding && !isChange && sentence.tokens[quantity.qualifierFrom - 1]?.lower === 'by')
    return {
      mention: null,
      label: `impact on ${preceding.label}`,
      confidence: 0.5,
      from: preceding.from,
      to: preceding.to,
      isCarried: false,
    };
  const owner = isChange || quantity.unit === 'PLAIN' ? null : nounBefore(sentence, quantity, preceding?.to ?? 0);
  if (owner) return { ...owner, mention: null, confidence: 0.6, isCarried: false };
  if (preceding && quantity.unit === 'MONEY' && !isChange) {
    const other = namedSubject(sentence, preceding.head);
    if (other)
      return {
        ...toLink(preceding, 0.75),
        mention: { ...preceding, isPart: true },
        label: `${other.label} ${preceding.label}`,
        from: other.from,
      };
  }
  if (preceding) return toLink(preceding, confidenceOf(sentence, index, preceding));
  const purpose = quantity.unit === 'MONEY' && !isChange ? purposeAfter(sentence, quantity) : null;
  if (purpose) return { ...purpose, mention: null, confidence: 0.7, isCarried: false };
  if (
    carried &&
    (isChange ? mayChange(carried) : canState(carried, quantity)) &&
    refersBack(sentence, quantity, isChange)
  )
    return { ...toLink(carried, 0.6), from: quantity.from, to: quantity.to, isCarried: true };
  const grown = isChange && quantity.unit !== 'PLAIN' ? grownSubject(sentence, reading.from) : null;
  return grown && { ...grown, mention: null, confidence: 0.6, isCarried: false };
}

/** A share is said of what has it, `operating expenses were 34 % of revenue`; what it is a share of only bounds the words. */
function shareOf(sentence: ReadSentence, index: number): Link | null {
  const quantity = sentence.quantities[index] as Quantity;
  const base =
    sentence.tokens[quantity.to]?.lower === 'of'
      ? sentence.measures.find(({ from, head }) => from <= quantity.to + 1 && head > quantity.to)
      : undefined;
  const to = base?.to ?? quantity.to;
  const owner = precedingMeasure(
    sentence,
    index,
    ({ to: end, head, measure }) =>
      head !== base?.head && end <= quantity.qualifierFrom && !measure.states.includes('COUNT'),
  );
  if (owner) return { ...toLink(owner, confidenceOf(sentence, index, owner)), to };
  const subject = shareholderBefore(sentence, quantity);
  if (!subject && !base) return null;
  return {
    mention: null,
    label: subject?.label ?? base?.label ?? '',
    confidence: 0.7,
    from: subject?.from ?? quantity.from,
    to,
    isCarried: false,
  };
}

/** Counts of no metric are named together with whose they are. */
function withSubject(sentence: ReadSentence, quantity: Quantity, link: Link): Link {
  if (quantity.unit !== 'PLAIN' || link.mention?.measure.metric) return link;
  const subject = subjectBefore(sentence, quantity);
  return subject ? { ...link, label: `${subject.label} ${link.label}`, from: subject.from } : link;
}

/** `representing a 48 % operating margin`: the rate itself, though the verb speaks of shares. */
export function adjacentRate({ measures }: ReadSentence, quantity: Quantity): MeasureMention | null {
  return (
    measures.find(
      ({ from, head, measure }) =>
        from <= quantity.to && head >= quantity.to && from >= quantity.from && measure.states.includes('PERCENT'),
    ) ?? null
  );
}

const toLink = (mention: MeasureMention, confidence: number): Link => ({
  mention,
  label: mention.label,
  confidence,
  from: mention.from,
  to: mention.to,
  isCarried: false,
});

const mayChange = ({ measure }: MeasureMention): boolean => measure.metric !== null || measure.states.length > 0;

/** `$48.39 billion in revenue`, `a 10 % increase in sales`, `3.35 billion daily active users`, `$1.2 billion third-quarter revenue`. */
function followingMeasure(
  { tokens, measures, quantities }: ReadSentence,
  quantity: Quantity,
  to: number,
  isChange: boolean,
  fits: (mention: MeasureMention) => boolean,
): MeasureMention | null {
  const joint = tokens[to]?.lower ?? '';
  const isJoined =
    /^(?:of|in|for)$/.test(joint) ||
    (quantity.unit === 'MONEY' &&
      !isChange &&
      (/^(?:through|via)$/.test(joint) || (joint === 'on' && isSpent(tokens, quantity))));
  if (isChange && to === quantity.to && !isJoined) return null;
  if (quantity.unit === 'PERCENT' && !isChange && isJoined && joint !== 'of') return null;
  const at = isJoined ? to + 1 : to;
  const mention = measures.find((candidate) => candidate.from <= at && candidate.head >= at && candidate.to > at);
  if (!mention || !fits(mention)) return null;
  // "a 48 % operating margin", but not "5 % revenue".
  if (!isJoined && quantity.unit === 'PERCENT' && !mention.measure.states.includes('PERCENT')) return null;
  if (quantities.some(({ from }) => from >= to && from < mention.head)) return null;
  // A measure that has a number of its own right after it belongs to that: "$5 million, revenue was $3 million".
  const [next, after] = [tokens[mention.to]?.lower ?? '', tokens[mention.to + 1]];
  if (
    !isJoined &&
    /^(?:was|were|is|of)$/.test(next) &&
    quantities.some(({ qualifierFrom }) => qualifierFrom === mention.to + 1)
  )
    return null;
  return after && /^(?:headwind|tailwind)$/.test(next) ? null : mention;
}

/** `spent $14.8 billion on capital expenditures`, not `EBITDA of $45 million on sales of`. */
function isSpent(tokens: ReadSentence['tokens'], { qualifierFrom }: Quantity): boolean {
  return tokens
    .slice(Math.max(0, qualifierFrom - 4), qualifierFrom)
    .some(({ lower }) => /^(?:spen[dt]\w*|invest\w*)$/.test(lower));
}

/** The nearest measure before a quantity that it can state. */
function precedingMeasure(
  { tokens, measures, quantities }: ReadSentence,
  index: number,
  fits: (mention: MeasureMention) => boolean,
): MeasureMention | null {
  const quantity = quantities[index] as Quantity;
  for (let at = measures.length - 1; at >= 0; at -= 1) {
    const mention = measures[at] as MeasureMention;
    if (mention.to > quantity.qualifierFrom || !fits(mention)) continue;
    // "26 % of revenue compared to": the base of a share is not what is measured.
    if (isBaseOfShare(tokens, quantities, mention)) continue;
    if (isLooseCount(tokens, quantity, mention)) continue;
    if (isObjectOfNumber(tokens, quantities, mention) && isNewClause(tokens, mention.to, quantity.qualifierFrom))
      continue;
    return mention;
  }
  return null;
}

/** `headcount was 72,404` counts; `megawatts, the largest in our roughly 20` does not: a verb or `to` has to lead to a count. */
function isLooseCount(tokens: ReadSentence['tokens'], quantity: Quantity, mention: MeasureMention): boolean {
  if (quantity.unit !== 'PLAIN' || isImpliedMoney(quantity)) return false;
  const between = tokens.slice(mention.to, quantity.qualifierFrom).map(({ lower }) => lower);
  if (between.length === 0) return false;
  return (
    between.length > 10 ||
    !between.some((word) =>
      /^(?:was|were|is|are|reached|totaled|stood|of|at|to|hit|:|now|exceeded|grew|rose|fell|increased|decreased|up|down|increasing|decreasing|surpassed|crossed|came)$/.test(
        word,
      ),
    )
  );
}

function isBaseOfShare(
  tokens: ReadSentence['tokens'],
  quantities: readonly Quantity[],
  mention: MeasureMention,
): boolean {
  return (
    tokens[mention.from - 1]?.lower === 'of' &&
    quantities.some(({ to, unit }) => unit === 'PERCENT' && to === mention.from - 1)
  );
}

/** `$5 billion in revenue`: the measure already has its number, before it. */
function isObjectOfNumber(
  tokens: ReadSentence['tokens'],
  quantities: readonly Quantity[],
  mention: MeasureMention,
): boolean {
  const before = mention.from - 1;
  return /^(?:of|in)$/.test(tokens[before]?.lower ?? '') && quantities.some(({ to }) => to === before);
}

function isNewClause(tokens: ReadSentence['tokens'], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ text }) => text === ';');
}

function confidenceOf({ tokens, quantities }: ReadSentence, index: number, mention: MeasureMention): number {
  const quantity = quantities[index] as Quantity;
  const gap = quantity.qualifierFrom - mention.to;
  const between = quantities.some(
    (other) => other !== quantity && other.from >= mention.to && other.to <= quantity.from,
  );
  const crosses = tokens.slice(mention.to, quantity.from).some(({ text }) => text === ';' || text === '—');
  return (gap <= 12 ? 0.96 : 0.85) - (between ? 0.03 : 0) - (crosses ? 0.15 : 0);
}

/** Sentences that speak on of what the one before named. */
function refersBack({ tokens }: ReadSentence, quantity: Quantity, isChange: boolean): boolean {
  const first = tokens.slice(0, 3).map(({ lower }) => lower);
  // A bare level needs a pronoun to stand for its measure; growth may go on without.
  if (!isChange) return /^(?:that|this|it|which|analysts|consensus|wall|economists)$/.test(first[0] ?? '');
  return (
    /^(?:that|this|it|which|these|they|those|up|down)$/.test(first[0] ?? '') ||
    (first[0] === 'on' && /^a|an$/.test(first[1] ?? '')) ||
    (quantity.unit !== 'PLAIN' && /^(?:year|sequentially|compared|versus|and|for)$/.test(first[0] ?? ''))
  );
}

function labelOfDistance({ tokens }: ReadSentence, { from }: Quantity, to: number): string {
  return (
    tokens
      .slice(from, to)
      .filter(({ kind }) => kind === 'WORD')
      .map(({ text }) => text)
      .at(-1) ?? ''
  );
}
