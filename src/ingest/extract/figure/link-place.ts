import type { Linked } from './link';
import type { MeasureMention } from './measure-mention';
import { shareholderBefore, subjectBefore } from './noun-label';
import type { Quantity } from './quantity';
import type { ReadSentence } from './sentence';
import { isImpliedMoney } from './stating';

/** A share is said of what has it, `operating expenses were 34 % of revenue`; what it is a share of only bounds the words. */
export function shareOf(sentence: ReadSentence, index: number): Linked | null {
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
  if (owner) return { ...toLink(owner), to };
  const subject = shareholderBefore(sentence, quantity);
  if (!subject && !base) return null;
  return {
    mention: null,
    label: subject?.label ?? base?.label ?? '',
    from: subject?.from ?? quantity.from,
    to,
    isCarried: false,
  };
}

/** Counts of no metric are named together with whose they are. */
export function withSubject(sentence: ReadSentence, quantity: Quantity, link: Linked): Linked {
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

/** A measure by its name. */
export const toLink = (mention: MeasureMention): Linked => ({
  mention,
  label: mention.label,
  from: mention.from,
  to: mention.to,
  isCarried: false,
});

/** `$48.39 billion in revenue`, `a 10 % increase in sales`, `3.35 billion daily active users`, `$1.2 billion third-quarter revenue`. */
export function followingMeasure(
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
export function precedingMeasure(
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

/** Sentences that speak on of what the one before named. */
export function refersBack({ tokens }: ReadSentence, quantity: Quantity, isChange: boolean): boolean {
  const first = tokens.slice(0, 3).map(({ lower }) => lower);
  // A bare level needs a pronoun to stand for its measure; growth may go on without.
  if (!isChange)
    return (
      /^(?:that|this|it|which|analysts|consensus|wall|economists)$/.test(first[0] ?? '') ||
      (/^(?:our|the)$/.test(first[0] ?? '') && /^(?:prior|previous|earlier|original|initial)$/.test(first[1] ?? ''))
    );
  if (namesItsOwn(tokens, quantity)) return false;
  return (
    /^(?:that|this|it|which|these|they|those|up|down)$/.test(first[0] ?? '') ||
    (first[0] === 'on' && /^a|an$/.test(first[1] ?? '')) ||
    (quantity.unit !== 'PLAIN' && /^(?:year|sequentially|compared|versus|and|for)$/.test(first[0] ?? ''))
  );
}

/** `an 8 % increase in the quality of our ads`: what has grown stands behind the growth, unless it is a stretch of time. */
function namesItsOwn(tokens: ReadSentence['tokens'], { to }: Quantity): boolean {
  const after = tokens.slice(to, to + 5).map(({ lower }) => lower);
  if (!/^(?:increase|decrease|improvement|rise|reduction|decline|lift|gain|drop)$/.test(after[0] ?? '')) return false;
  if (after[1] !== 'in') return false;
  const named = after.slice(2).find((word) => !/^(?:the|a|our|its|their|this|that|last|same|prior)$/.test(word)) ?? '';
  return !/^(?:quarter|year|period|month|half|first|second|third|fourth|full|fiscal|q[1-4]|(?:19|20)\d\d|constant|local|reported|total|dollars?|it|terms|comparison|line)$/.test(
    named,
  );
}

export function labelOfDistance({ tokens }: ReadSentence, { from }: Quantity, to: number): string {
  return (
    tokens
      .slice(from, to)
      .filter(({ kind }) => kind === 'WORD')
      .map(({ text }) => text)
      .at(-1) ?? ''
  );
}

/** `cost us $12 million of revenue`, `lost $5 million in sales`, `pushed $30 million of revenue out`: an effect on the measure. */
export function isLost({ tokens }: ReadSentence, { qualifierFrom }: Quantity): boolean {
  return tokens
    .slice(Math.max(0, qualifierFrom - 4), qualifierFrom)
    .some(
      ({ lower }, at, near) =>
        /^(?:cost|costs|costing|lost|losing|lose|loses|delayed|deferred|shifted|pushed|forgone|forfeited|missed)$/.test(
          lower,
        ) &&
        near
          .slice(at + 1)
          .every((next) =>
            /^(?:us|the|company|them|about|approximately|roughly|nearly|some|over|an|estimated|out|back|more|than|up|to|around)$/.test(
              next.lower,
            ),
          ),
    );
}
