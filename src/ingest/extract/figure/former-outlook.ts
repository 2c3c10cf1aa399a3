import type { FigureFinding } from '../finding';
import { UNTOLD_RULES } from './figure-period';
import type { Quantity } from './quantity';
import { firstOf, rowsOf } from './rule';
import type { ReadSentence } from './sentence';

interface Question {
  /** The words of its sentence before and after the number, hedges included before. */
  readonly before: string;
  readonly after: string;
  /** The number is what a change came from, or what something is compared with. */
  readonly isBase: boolean;
  /** The words between this number and the outlook before it, where that is a number of the same kind; null without. */
  readonly sinceOutlook: string | null;
}

const OUTLOOK = 'guidance|guide|outlook|expectations?|forecasts?|range|target|projections?|estimate|view';
/** What may stand between the word for an outlook and its number. */
const LEADING = String.raw`(?:[\s,]+(?:range|midpoint|of|for|the|our|a|an|net|loss|between|from|about|approximately|roughly|around|quarter|year|full|fiscal|first|second|third|fourth|Q[1-4]|20\d\d|was|is|were|in)){0,8}\s*$`;
const BEATEN = new RegExp(
  String.raw`\b(?:above|exceed\w*|beat|ahead\s+of|below|in\s+line\s+with|within|better\s+than|higher\s+than|lower\s+than|top\s+end\s+of|high\s+end\s+of|low\s+end\s+of|versus|compared\s+(?:to|with)|miss\w*|surpass\w*|topp\w+|at\s+the\s+(?:high|low)\s+end\s+of)\b(?:[^.;$%]|\.\d){0,60}\b(?:${OUTLOOK}|expected|guided)\b${LEADING}`,
  'i',
);
const PRIOR = new RegExp(
  String.raw`\b(?:prior|previous|earlier|former|initial|original|old)\s+(?:[\w-]+\s+){0,4}?(?:${OUTLOOK})\b${LEADING}|\bpreviously\s+(?:expected|guided|forecast|anticipated|communicated|provided|issued)\b${LEADING}`,
  'i',
);
const TOLD_BEFORE =
  /^[\s,]*(?:that|which)?\s*(?:we|I|the\s+company|management)(?:['’]d|\s+had|\s+have|['’]ve)?\s+(?:previously\s+|originally\s+|earlier\s+)?(?:told|guided|forecast|expected|indicated|said|promised|projected|planned|anticipated|given|communicated|provided)\b|^[\s,]*previously\b/i;
const CHANGED =
  /\b(?:rais\w+|lower\w+|increas\w+|reduc\w+|cut|cutting|narrow\w+|updat\w+|revis\w+|lift\w+|tighten\w+|mov\w+|bring\w*)\b[^.;]*\b(?:guidance|guide|outlook|expectations?|forecast|range|target|projections?|estimate)\b/i;

const row = rowsOf<Question, boolean>();

/** How words say that an outlook is no longer the company's; `true`: another one took its place, else it was met, beaten or missed. */
export const FORMER_RULES = [
  row({
    name: 'an outlook that was changed',
    example: 'We are lowering our full year EPS outlook from $2.10 to $1.90.',
    reads: ['FORECAST eps_diluted FY2023 2.1 USD/shares', 'GUIDANCE eps_diluted FY2023 1.9 USD/shares'],
    when: ({ before, isBase }) => isBase && CHANGED.test(before),
    tells: () => true,
  }),
  row({
    name: 'the range before the new one',
    example: 'We raised full year EPS guidance to $4.05 to $4.20 from $3.80 to $4.00.',
    reads: ['GUIDANCE eps_diluted FY2023 4.05..4.2 USD/shares', 'FORECAST eps_diluted FY2023 3.8..4 USD/shares'],
    when: ({ sinceOutlook }) =>
      sinceOutlook !== null &&
      sinceOutlook.split(/\s+/).length <= 12 &&
      /(?<!\b(?:rang\w*|and|anywhere)\s)\bfrom\b|\b(?:versus|previously|previous|prior|compared)\b/i.test(sinceOutlook),
    tells: () => true,
  }),
  row({
    name: 'a prior outlook by name',
    example: 'Full year revenue is now expected to be $500 million. Our prior outlook was $480 million.',
    reads: ['GUIDANCE revenue FY2023 500000000 USD', 'FORECAST revenue FY2023 480000000 USD'],
    not: 'We expect full year revenue of $500 million.',
    when: ({ before }) => PRIOR.test(before),
    tells: () => true,
  }),
  row({
    name: 'an outlook that was met or missed',
    example: 'Revenue of $412 million exceeded our guidance range of $390 million to $405 million.',
    reads: ['LEVEL revenue FY2023Q3 412000000 USD', 'FORECAST revenue FY2023Q3 390000000..405000000 USD'],
    when: ({ before }) => BEATEN.test(before),
    tells: () => false,
  }),
  row({
    name: 'what had been told to expect',
    example: 'Gross margin was 43%, below the 45% that we had told you to expect.',
    reads: ['LEVEL gross_margin FY2023Q3 43 percent', 'FORECAST gross_margin FY2023Q3 45 percent'],
    when: ({ before, after }) =>
      TOLD_BEFORE.test(after) &&
      /\b(?:above|below|over|under|than|exceed\w*|beat|versus|to|of|with)\s+(?:the|a|an)?\s*$/i.test(before),
    tells: () => false,
  }),
];

/** Names of the rules by which another outlook took the place of one. */
const REPLACED: ReadonlySet<string> = new Set([
  'an outlook that was changed',
  'the range before the new one',
  'a prior outlook by name',
]);

/** The rule that says that the number at an index is an outlook no longer held; `held`: the outlook right before it in its sentence. */
export function formerOutlook(sentence: ReadSentence, index: number, held: Quantity | null): string | null {
  const { words, start, tokens, quantities, readings } = sentence;
  const quantity = quantities[index] as Quantity;
  const from = (tokens[quantity.qualifierFrom]?.start ?? start) - start;
  const to = (tokens[quantity.to - 1]?.end ?? start) - start;
  const isSameKind = held !== null && held.unit === quantity.unit && quantity.qualifier === 'RANGE';
  const told = firstOf(FORMER_RULES, {
    before: words.slice(Math.max(0, from - 160), from),
    after: words.slice(to),
    isBase: readings[index]?.role === 'BASE',
    sinceOutlook: isSameKind ? words.slice((tokens[held.to - 1]?.end ?? start) - start, from) : null,
  });
  return told?.rule ?? null;
}

/** What its own sentence does not date is of its successor's period. */
const UNDATED: ReadonlySet<string> = new Set(UNTOLD_RULES.map(({ name }) => name));

/** As far from its successor as talk goes on about one outlook. */
const FAR = 400;

/** Ties each outlook that was replaced to the one that took its place: the nearest of the same thing. It is of the same period. */
export function tieReplaced(figures: readonly FigureFinding[]): FigureFinding[] {
  const tied = [...figures];
  for (const [at, former] of figures.entries()) {
    if (former.rules.outlook === null || !REPLACED.has(former.rules.outlook)) continue;
    const successor = figures
      .map((one, i) => ({ one, i, distance: Math.abs(one.start - former.start) }))
      .filter(
        ({ one, i, distance }) =>
          one.guidance &&
          distance <= FAR &&
          tied[i]?.replaces === null &&
          one.metric === former.metric &&
          one.subject === former.subject &&
          one.unit === former.unit &&
          (one.metric !== null || one.label === former.label),
      )
      .sort((a, b) => a.distance - b.distance)[0];
    if (!successor) continue;
    tied[successor.i] = { ...successor.one, replaces: { start: former.start, end: former.end } };
    const isDated = !UNDATED.has(former.rules.period);
    tied[at] = isDated ? former : { ...former, period: successor.one.period };
  }
  return tied;
}
