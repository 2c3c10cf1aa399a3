import type { Linked, Question } from './link';
import { isLost } from './link-place';
import type { MeasureMention } from './measure-mention';
import type { Quantity } from './quantity';
import { rowsOf } from './rule';
import type { ReadSentence } from './sentence';

/** What a number that only moves a measure is called: no number of the measure itself. */
const impactOn = (mention: MeasureMention): Linked => ({
  mention: null,
  label: `impact on ${mention.label}`,
  from: mention.from,
  to: mention.to,
  isCarried: false,
});

const row = rowsOf<Question, Linked | null>();

/** Numbers beside a measure that are what something did to it, a portion of it, or what was done with it. */
export const EFFECT_RULES = [
  row({
    name: 'what something cost in a measure',
    example: 'The outage cost us $12 million of revenue.',
    reads: ['LEVEL "impact on revenue" - 12000000 USD'],
    not: 'We generated $12 million of revenue.',
    when: ({ following, isMoney, sentence, quantity }) =>
      following !== null && isMoney && isLost(sentence, quantity) && following,
    tells: impactOn,
  }),
  row({
    name: 'what something did to a measure',
    example: 'The acquisition lowered gross margin by 110 basis points.',
    reads: ['CHANGE "impact on gross margin" FY2023Q3 110 basis points vs FY2022Q3'],
    not: 'We lowered operating expenses by 4%.',
    when: ({ sentence, quantity }) => movedByOther(sentence, quantity),
    tells: impactOn,
  }),
  row({
    name: 'goes on with an effect',
    example: 'The acquisition lowered gross margin by 110 basis points in the quarter and 90 basis points in the year.',
    reads: [
      'CHANGE "impact on gross margin" FY2023Q3 110 basis points vs FY2022Q3',
      'CHANGE "impact on gross margin" FY2023 90 basis points vs FY2022',
    ],
    when: ({ previous, before, isChange }) =>
      isChange && before === 'and' && previous?.mention === null && /^impact on/.test(previous.label) && previous,
    tells: (previous) => previous,
  }),
  row({
    name: 'what something added to a measure',
    example: 'The acquisition added 3% to revenue growth.',
    reads: [],
    isSilent: true,
    when: ({ sentence, quantity }) => addedTo(sentence, quantity),
    tells: impactOn,
  }),
  row({
    name: 'noun of an effect after the number',
    example: 'Gross margin was 41%, with a 50 basis point impact from freight.',
    reads: ['LEVEL gross_margin FY2023Q3 41 percent', 'CHANGE "impact" FY2023Q3 50 basis points vs FY2022Q3'],
    not: 'Gross margin was 41%.',
    when: ({ sentence, quantity, following }) => !following && effectAfter(sentence, quantity),
    tells: ({ at, label }, { quantity }) => ({
      mention: null,
      label,
      from: quantity.qualifierFrom,
      to: at + 1,
      isCarried: false,
    }),
  }),
  row({
    name: 'portion of a measure',
    example: 'We expect $58 million of this backlog to ship in 2024.',
    reads: ['GUIDANCE "portion of backlog" FY2024 58000000 USD'],
    not: 'We ended the quarter with $58 million of backlog.',
    when: ({ sentence: { tokens }, quantity: { to }, following, isMoney }) =>
      isMoney &&
      tokens[to]?.lower === 'of' &&
      /^(?:this|that|these|those|our|the|its)$/.test(tokens[to + 1]?.lower ?? '') &&
      following,
    tells: (following) => ({ ...impactOn(following), label: `portion of ${following.label}` }),
  }),
  row({
    name: 'what is given back',
    example: 'Free cash flow was $47 million, with approximately $34 million being returned to shareholders.',
    reads: ['LEVEL free_cash_flow FY2023Q3 47000000 USD', 'LEVEL "returned" - 34000000 USD APPROXIMATELY'],
    not: 'We returned $34 million in dividends.',
    when: ({ sentence, quantity, isMoney, following }) => isMoney && !following && givenBack(sentence, quantity),
    tells: ({ label, from, to }) => ({ mention: null, label, from, to, isCarried: false }),
  }),
];

/** Verbs of what moves a measure, in all forms. */
const MOVES =
  /^(?:increas|decreas|reduc|lower|rais|lift|boost|benefit|hurt|impact|affect|dilut|depress|improv|help|aid|weigh|support|drag|enhanc|pressur)\w*$/;
const AUXILIARY =
  /^(?:to|will|would|could|should|may|might|has|have|had|is|are|was|were|be|been|expected|estimated|anticipated|projected|likely|also|not|further|both|only)$|ly$/;
/** Who does it is the company: the measure's own change. */
const OWN =
  /^(?:we|i|they|it|you|us|company|management|team|and|or|but|,|expect|expects|plan|plans|intend|intends|aim|aims|able|target|continue|continued|goal|order|need|want|going|ability|efforts?|year|quarter|q[1-4]|20\d\d)$/;

/** `Currency lowered sales growth by 3 %`: the measure that something else than the company moved; null: nothing did. */
function movedByOther({ tokens, measures, periods }: ReadSentence, quantity: Quantity): MeasureMention | null {
  const by = quantity.qualifierFrom - 1;
  if (tokens[by]?.lower !== 'by') return null;
  let verb = by - 1;
  while (verb > Math.max(0, by - 9) && !MOVES.test(tokens[verb]?.lower ?? '')) verb -= 1;
  if (verb < 1 || !MOVES.test(tokens[verb]?.lower ?? '')) return null;
  const object = measures.find(({ head, to }) => head > verb && to <= by);
  const isGrowth = tokens.slice(verb + 1, by).some(({ lower }) => /^(?:growth|results|earnings|profit)$/.test(lower));
  const moved = object ?? (isGrowth ? measures.findLast(({ to }) => to <= verb) : undefined);
  if (!moved) return null;
  let subject = verb - 1;
  while (subject > 0 && AUXILIARY.test(tokens[subject]?.lower ?? '')) subject -= 1;
  const who = tokens[subject];
  if (who?.kind !== 'WORD' || OWN.test(who.lower) || AUXILIARY.test(who.lower)) return null;
  if (periods.some(({ start, end }) => who.start >= start && who.end <= end)) return null;
  return moved;
}

/** `added 3 % to revenue growth`, `subtract two points from sales growth`: the measure to which it is added. */
function addedTo({ tokens, measures }: ReadSentence, { qualifierFrom, to }: Quantity): MeasureMention | null {
  const verb = tokens[qualifierFrom - 1]?.lower ?? '';
  if (!/^(?:add(?:s|ed|ing)?|contribut\w+|subtract\w*|shav\w+|cost|costs)$/.test(verb)) return null;
  let at = to;
  while (/^(?:point|points|of|growth|percentage)$/.test(tokens[at]?.lower ?? '')) at += 1;
  if (!/^(?:to|from|off)$/.test(tokens[at]?.lower ?? '')) return null;
  return measures.find(({ from, head }) => from <= at + 1 && head > at) ?? null;
}

const EFFECT =
  /^(?:headwinds?|tailwinds?|impacts?|benefits?|drag|effects?|dilution|pressure|offset|hits?|contribution)$/;
const NO_NOUN =
  /^(?:of|in|on|at|by|to|from|for|with|and|or|but|as|due|is|was|were|are|had|has|a|an|the|its|our|which|that|this|we|including|excluding|driven|from|versus|than|over|up|down|year)$/;

/** `a 200 basis point currency headwind`: the noun that the number is the size of. */
function effectAfter(
  { tokens, measures }: ReadSentence,
  { qualifierFrom, to, unit }: Quantity,
): { readonly at: number; readonly label: string } | null {
  if (
    unit === 'PLAIN' ||
    !/^(?:a|an|the|of|approximately|about|estimated|additional)$/.test(tokens[qualifierFrom - 1]?.lower ?? '')
  )
    return null;
  for (let at = to; at < Math.min(tokens.length, to + 5); at += 1) {
    const token = tokens[at];
    if (!token || (token.kind !== 'WORD' && token.text !== '-') || NO_NOUN.test(token.lower)) return null;
    if (!EFFECT.test(token.lower)) continue;
    // A measure of the lexicon names it better.
    if (measures.some((mention) => mention.from >= to && mention.to > at)) return null;
    const words = tokens.slice(to, at + 1).filter(({ lower }) => !/^(?:basis|points?|percentage|-)$/.test(lower));
    return { at, label: words.map(({ text }) => text).join(' ') };
  }
  return null;
}

/** `while returning $2 billion to shareholders`, `$340 million being returned`: the verb of what was done with the money. */
function givenBack(
  { tokens }: ReadSentence,
  { qualifierFrom, to }: Quantity,
): { readonly label: string; readonly from: number; readonly to: number } | null {
  const before = tokens[qualifierFrom - 1];
  if (before && /^return(?:s|ed|ing)?$/.test(before.lower))
    return { label: before.text, from: qualifierFrom - 1, to: qualifierFrom };
  let at = to;
  while (/^(?:being|was|were|is|has|been|of|cash|capital|that|which|we)$/.test(tokens[at]?.lower ?? '')) at += 1;
  const after = tokens[at];
  return after?.lower === 'returned' ? { label: after.text, from: qualifierFrom, to: at + 1 } : null;
}
