import type { Quantity } from './quantity';
import type { Token } from './token';

/** Words of growth and decline that lead to a number. */
const UP =
  /^(?:up|grow|grew|grows|growing|growth|increase|increases|increased|increasing|rise|rises|rose|risen|rising|climb|climbed|jump|jumped|jumping|gain|gained|gains|improve|improved|improves|improvement|expand|expanded|expansion|surge|surged|soar|soared|accelerated|advanced|higher|appreciation|leaped|uplift|increasing|rising|expanding)$/;
const DOWN =
  /^(?:down|fall|fell|falls|fallen|falling|decline|declined|declines|declining|decrease|decreased|decreases|decreasing|drop|dropped|drops|lower|slipped|slid|sank|plunged|tumbled|contract|contracted|contraction|shrank|reduction|reduce|reduced|compressed|compression|deteriorated|deterioration|loss|erosion|lowered|weakened|dipped)$/;
const CHANGE_NOUN =
  /^(?:increase|decrease|growth|decline|improvement|gain|drop|rise|jump|reduction|expansion|contraction|higher|lower|more|less|surge|uptick|fall|compression|fewer|better|worse)$/;
/** Those of the nouns that go down. */
export const NOUN_DOWN = /^(?:decrease|decline|drop|reduction|contraction|lower|less|fall|compression|fewer|worse)$/;

/** May stand between a cue and its number: `grew an impressive organic 12 %`, `up by about`, `growth rate of`. */
const FILLER =
  /^(?:a|an|the|by|of|was|were|is|be|strong|healthy|solid|impressive|modest|robust|slight|about|approximately|roughly|nearly|almost|around|over|more|than|another|some|at|least|sequentially|organically|sequential|organic|rate|year-over-year|-|minus|negative|positive|just|only|down|up|another|well|to|be|in|range|between|from|total|overall|full|over|year|yoy|,|reported|quarter|record|better|greater|less|in|line|rates|double|digit|both|an|compound|annual|percentage|significantly|nominal|as|reported)$/;
const ADJECTIVE =
  /^(?:year|over|on|-|quarter|yoy|sequential|sequentially|organic|reported|constant|currency|revenue|sales|annual|total|overall|strong|gross|net|volume|price|comparable|like|for|same|store|full|eps|ebitda|earnings|per|share|core|currency|neutral|points?|local|unit|underlying|adjusted|operating|profit|dollar|quarterly|annualized|compound|dau|user|q|yearly|subscriber)$/;

/** `$62 million above the midpoint`, `a $27 million beat`, `12 cents ahead of consensus`. */
export function distanceAfter(tokens: readonly Token[], to: number): number | null {
  for (let at = to; at < Math.min(tokens.length, to + 3); at += 1) {
    const word = tokens[at]?.lower ?? '';
    if (/^(?:beat|miss|upside|shortfall)$/.test(word)) return at + 1;
    if (/^(?:above|below|ahead|short|better|worse)$/.test(word)) {
      const rest = tokens.slice(at + 1, at + 9).map(({ lower }) => lower);
      if (
        rest.some((next) =>
          /^(?:guidance|midpoint|consensus|outlook|expectations?|estimates?|forecast|guide|end|range|plan|target)$/.test(
            next,
          ),
        )
      )
        return at + 1;
      return null;
    }
    if (!/^(?:or|year|revenue|-)$/.test(word)) return null;
  }
  return null;
}

/** Index of the noun after a number that makes it a change: `a 43 % increase`, `10 % year-over-year growth`, `5 % higher`. */
export function changeNoun(tokens: readonly Token[], to: number, mayChange: boolean): number | null {
  if (!mayChange) return null;
  for (let at = to; at < Math.min(tokens.length, to + 6); at += 1) {
    const word = tokens[at]?.lower ?? '';
    if (CHANGE_NOUN.test(word)) {
      // "15% higher freight cost" is no change of the subject; "5 % more than" is.
      if (/^(?:more|less|fewer)$/.test(word) && tokens[at + 1]?.lower !== 'than') return null;
      return at;
    }
    if (!ADJECTIVE.test(word)) return null;
  }
  return null;
}

/** `4 % above last year`, `3 % below the prior-year quarter`, `12 % ahead of 2019`. */
export function besideBase(tokens: readonly Token[], to: number): Cue | null {
  const word = tokens[to]?.lower ?? '';
  if (!/^(?:above|over|ahead|below|under|behind)$/.test(word)) return null;
  let at = to + 1;
  while (/^(?:of|the|our|that)$/.test(tokens[at]?.lower ?? '')) at += 1;
  if (!/^(?:last|prior|previous|year|a|same|first|second|third|fourth|q[1-4]|20\d\d)$/.test(tokens[at]?.lower ?? ''))
    return null;
  return { at: to, direction: /^(?:below|under|behind)$/.test(word) ? -1 : 1 };
}

export interface Cue {
  readonly at: number;
  readonly direction: 1 | -1;
}

/** The word of growth or decline that governs a number, looking back over fillers only. */
export function changeCue(tokens: readonly Token[], quantity: Quantity): Cue | null {
  const floor = Math.max(0, quantity.qualifierFrom - 9);
  for (let at = quantity.qualifierFrom - 1; at >= floor; at -= 1) {
    const word = tokens[at]?.lower ?? '';
    const isFlat = word === 'flat';
    // "flat at 19.2 %" tells where it stayed.
    if (isFlat && tokens[at + 1]?.lower === 'at') return null;
    // People are added and lost: a count that they are said of is no level.
    if (quantity.unit === 'PLAIN' && /^(?:added|adds|adding|lost|shed|opened|opening|launched|closed)$/.test(word))
      return { at, direction: /^(?:lost|shed|closed)$/.test(word) ? -1 : 1 };
    if (UP.test(word) || DOWN.test(word) || isFlat) {
      // "up to 5 %" is a bound, "higher freight costs of $5 million" an adjective.
      if (
        quantity.unit === 'MONEY' &&
        /^(?:higher|lower|growth|loss|improvement|reduction)$/.test(word) &&
        at !== quantity.qualifierFrom - 1 &&
        tokens[at + 1]?.lower !== 'by' &&
        tokens[at + 1]?.lower !== 'of'
      )
        return null;
      if (word === 'loss' || word === 'lowered') return null;
      if (quantity.unit === 'MONEY' && quantity.isPerShare && /^(?:growth)$/.test(word)) return null;
      return { at, direction: DOWN.test(word) ? -1 : 1 };
    }
    if (!FILLER.test(word)) return null;
  }
  return null;
}

/** `raised our quarterly dividend 10 % to $0.22`: the object stands between verb and number, where the number leads to a level. */
export function verbBeforeObject(tokens: readonly Token[], { qualifierFrom, to, unit }: Quantity): Cue | null {
  if (unit !== 'PERCENT' || tokens[to]?.lower !== 'to') return null;
  for (let at = qualifierFrom - 1; at >= Math.max(0, qualifierFrom - 8); at -= 1) {
    const word = tokens[at]?.lower ?? '';
    if (/^(?:increas|rais|boost|lift|grew|grow|rais|hik)\w*$/.test(word)) return { at, direction: 1 };
    if (/^(?:cut|cuts|cutting|reduc\w+|lower\w*|decreas\w+|trimm\w+)$/.test(word)) return { at, direction: -1 };
    if (tokens[at]?.kind !== 'WORD') return null;
  }
  return null;
}

export function isShareOf(tokens: readonly Token[], to: number): boolean {
  if (tokens[to]?.lower !== 'of') return false;
  return !/^(?:growth|increase)$/.test(tokens[to + 1]?.lower ?? '');
}

export function shareVerb(tokens: readonly Token[], end: number): boolean {
  for (let at = end - 1; at >= Math.max(0, end - 3); at -= 1) {
    const word = tokens[at]?.lower ?? '';
    if (/^(?:represent|represented|represents|representing|comprised|comprise|comprises)$/.test(word)) return true;
    if (word === 'for' && /^(?:accounted|accounts|accounting|account)$/.test(tokens[at - 1]?.lower ?? '')) return true;
    if (word === 'up' && /^(?:made|makes|making|make)$/.test(tokens[at - 1]?.lower ?? '')) return true;
    if (!/^(?:for|up|a|an|the|just|only|now)$/.test(word)) return false;
  }
  return false;
}

/** `compared to $105.9 million`, `versus a loss of`, `against`, `up from`: what follows is what something is compared with. */
export function baseCue(tokens: readonly Token[], end: number): boolean {
  for (let at = end - 1; at >= Math.max(0, end - 12); at -= 1) {
    const word = tokens[at]?.lower ?? '';
    if (/^(?:compared|versus|vs|against)$/.test(word)) return true;
    if (word === 'compares' || word === 'relative') return true;
    if (/^[;.]$/.test(word) || /^(?:was|were|is|are|be|grew|rose|fell|expect|expects)$/.test(word)) return false;
    if (
      tokens[at]?.kind === 'NUMBER' &&
      /^\D?\d+\.\d|^\d{2,3}$/.test(tokens[at]?.text ?? '') &&
      /[$€£%]/.test(`${tokens[at - 1]?.text}${tokens[at + 1]?.text}`)
    )
      return false;
  }
  return false;
}

/** `ranging from $5`, `revenue from $5 plans`: the number begins something instead of being compared with. */
export function isOrigin(tokens: readonly Token[], at: number): boolean {
  return /^(?:rang\w*|anywhere|starting|benefit\w*)$/.test(tokens[at - 1]?.lower ?? '');
}

/** `above the $101 million of a year ago`, `below last year's $352 million`: a number that another one is held against. */
export function isOfAnother(tokens: readonly Token[], { qualifierFrom, from, to }: Quantity): boolean {
  const before = tokens.slice(Math.max(0, qualifierFrom - 4), from).map(({ lower }) => lower);
  if (
    !before.some((word) =>
      /^(?:above|below|over|under|ahead|than|exceeding|exceeded|beating|beat|topping|short|from)$/.test(word),
    )
  )
    return false;
  if (/^(?:last|prior|previous)$/.test(before.at(-3) ?? '') || /'s$/.test(before.at(-1) ?? ''))
    return before.some((word) => /^(?:last|prior|previous)$/.test(word));
  if (before.at(-1) !== 'the') return false;
  const after = tokens
    .slice(to, to + 6)
    .map(({ lower }) => lower)
    .join(' ');
  return /^(?:(?:that )?(?:we )?(?:had |were |was )?(?:of|in|from|for|reported|recorded|seen|posted|earned)? ?)*(?:(?:in|of|for|from) )?(?:a year (?:ago|earlier|before)|last year|(?:the )?(?:prior|previous|year - ago|same|comparable)\b|one year (?:ago|earlier))/.test(
    after,
  );
}

/** `(2024: $590 million)`, `(prior year: 41 %)`: from the bracket's beginning to the number stand a period and a colon. */
export function bracketPeriod(tokens: readonly Token[], { qualifierFrom }: Quantity): boolean {
  let at = qualifierFrom - 1;
  if (!/^[:=]$/.test(tokens[at]?.text ?? '')) return false;
  const words: string[] = [];
  for (at -= 1; at >= 0 && words.length < 6 && tokens[at]?.text !== '('; at -= 1)
    words.unshift(tokens[at]?.lower ?? '');
  return (
    tokens[at]?.text === '(' &&
    words.some((word) => /^(?:19|20)\d\d$|^(?:q[1-4]|[1-4]q|h[12]|fy)\w*$|^(?:year|quarter|period|half)$/.test(word))
  );
}
