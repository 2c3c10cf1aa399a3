import type { Quantity } from './quantity';
import type { ReadSentence } from './sentence';
import type { Token } from './token';

/** Words that name what a number measures, where no measure of the lexicon does. */
export interface NounLabel {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

const STOP =
  /^(?:the|a|an|and|or|but|to|from|by|with|at|in|on|of|for|as|than|that|which|this|that|these|is|are|was|were|be|been|will|would|up|down|its|our|their|line|total|range|addition|compared|versus|per|year|quarter|q[1-4]|full|fiscal|last|prior|first|second|third|fourth|million|billion|aggregate|connection|excess|respectively|primarily|due|driven|on|over|more|less|annually|if|because|when|while|including|excluding|plus|before|after|since|through|during|remaining|each|every|terms|fact|part|half|cash|gaap|reported|constant|actual|you|we|they|he|she|it|i|there|so|not|also|now|here|both|either|kind|sort|type|lot|bit|core|maybe|again|really|just|about|uh|um|yeah|like|into|out|back|where|what|how|we've|we're|who|whose|had|has|have|analysts|investors|economists|brokers)$/;

/** Nouns before `of $5 million` that say nothing of the thing: a total of, a range of, a record of. */
const EMPTY_NOUN =
  /^(?:total|range|record|rate|level|levels|high|low|amount|quarter|year|share|excess|increase|decrease|growth|decline|improvement|sum|average|midpoint|guidance|outlook|period|end|basis|all|target|value|some|one|most|because|result|out|each|instead|terms|line|order|up|neighborhood|vicinity|north|upwards|minimum|maximum|estimate|forecast|tune|top|plan|goal|full|positive|months|weeks|reduction|inflow|outflow|flow|thousands|hundreds|dozens|tens|millions|billions|handful|couple|number|pair|start|estimates|expectations|consensus|projection|flows|half|basis|run|beat)$/;

/** `$304 million in licensing`, `$25 million from Lanier Apparel`, `a $60 million payment`: what follows names it. */
export function nounAfter({ tokens, periods, measures }: ReadSentence, quantity: Quantity): NounLabel | null {
  const joint = tokens[quantity.to]?.lower ?? '';
  const isJoined = /^(?:in|from)$/.test(joint) || (joint === 'of' && quantity.unit === 'MONEY');
  const at = isJoined ? quantity.to + 1 : quantity.to;
  const first = tokens[at];
  if (first?.kind !== 'WORD' || STOP.test(first.lower) || /ly$|ed$/.test(first.lower)) return null;
  if (periods.some(({ start, end }) => first.start >= start && first.start < end)) return null;
  // Only an article makes an adjective of the number: "a $60 million payment", not "$60 million expanded".
  const isAdjective =
    /^(?:a|an|the|our|its|this)$/.test(tokens[quantity.qualifierFrom - 1]?.lower ?? '') || quantity.unit === 'PLAIN';
  if (!isJoined && !isAdjective) return null;
  let to = at;
  while (to < tokens.length && to < at + 4 && isNoun(tokens[to])) to += 1;
  const known = measures.find(({ from, to: end }) => from >= at && from < to && end >= to);
  return { label: spelled(tokens, at, known?.to ?? to), from: quantity.from, to: known?.to ?? to };
}

/** `a tax benefit of $2.1 million`, `headwind of $1.9 million`: the noun before `of` names it, when it is no measure. */
export function nounBefore({ tokens, periods }: ReadSentence, quantity: Quantity, floor: number): NounLabel | null {
  const of = quantity.qualifierFrom - 1;
  if (tokens[of]?.lower !== 'of') return null;
  const noun = tokens[of - 1];
  if (noun?.kind !== 'WORD' || of - 1 < floor || EMPTY_NOUN.test(noun.lower) || STOP.test(noun.lower)) return null;
  if (periods.some(({ start, end }) => noun.start >= start && noun.end <= end)) return null;
  let from = of - 1;
  while (
    from - 1 >= floor &&
    from > of - 4 &&
    isNoun(tokens[from - 1]) &&
    !/(?:ed|ing)$/.test(tokens[from - 1]?.lower ?? '')
  )
    from -= 1;
  return { label: spelled(tokens, from, of), from, to: of };
}

const SPENDING =
  /^(?:spend|spends|spent|spending|invest|invests|invested|investing|pay|pays|paid|paying|raise|raised|repay|repaid|save|saved|owe|borrow|borrowed|commit|committed|fined)$/;

/** `spend nearly $60 billion on AI`, `pay Trump $25 million to settle a lawsuit`: what the money is for. */
export function purposeAfter({ tokens, periods }: ReadSentence, quantity: Quantity): NounLabel | null {
  let verb = -1;
  for (let at = quantity.qualifierFrom - 1; at >= Math.max(0, quantity.qualifierFrom - 4); at -= 1)
    if (SPENDING.test(tokens[at]?.lower ?? '')) verb = at;
  if (verb < 0) return null;
  const led = leadOf(tokens, verb);
  const joint = tokens[quantity.to]?.lower ?? '';
  const said = tokens[verb]?.text ?? '';
  if (!/^(?:on|in|to|for)$/.test(joint)) return { label: said, from: led, to: verb + 1 };
  let to = quantity.to + 1;
  const limit = joint === 'to' ? 4 : 3;
  while (to < tokens.length && to < quantity.to + 1 + limit && tokens[to]?.kind === 'WORD') {
    const token = tokens[to] as Token;
    if (
      periods.some(({ start, end }) => token.start >= start && token.end <= end) ||
      /^(?:over|and|in|by|as|this|next|last)$/.test(token.lower)
    )
      break;
    to += 1;
  }
  return { label: `${said} ${spelled(tokens, quantity.to, to)}`, from: led, to };
}

/** `set to spend`, `expects to invest`: where the words of intent begin. */
function leadOf(tokens: readonly Token[], verb: number): number {
  const isLed =
    tokens[verb - 1]?.lower === 'to' &&
    /^(?:set|expected|plans|planning|expects|intends|going|due|likely|poised)$/.test(tokens[verb - 2]?.lower ?? '');
  return isLed ? verb - 2 : verb;
}

/** `Meta’s AI assistant will reach one billion users`: who has what is counted, from the clause's beginning to its verb. */
export function subjectBefore({ tokens }: ReadSentence, quantity: Quantity): NounLabel | null {
  let verb = quantity.qualifierFrom - 1;
  if (
    !/^(?:reach|reaches|reached|hit|hits|surpass|surpassed|surpasses|top|topped|exceed|exceeded|exceeds|has|have|had|serve|serves|served|attract|attracted|cross|crossed)$/.test(
      tokens[verb]?.lower ?? '',
    )
  )
    return null;
  while (
    /^(?:will|would|could|should|may|to|now|already|have|has|had|also|recently)$/.test(tokens[verb - 1]?.lower ?? '')
  )
    verb -= 1;
  let from = verb;
  while (
    from > 0 &&
    from > verb - 6 &&
    (tokens[from - 1]?.kind === 'WORD' || tokens[from - 1]?.text === '-') &&
    !/^(?:that|and|but|as|while|which|who|when|because|if|said|say|says|expects?|predicts?|predicting|saying|adding)$/.test(
      tokens[from - 1]?.lower ?? '',
    )
  )
    from -= 1;
  return from < verb && !/^(?:it|we|they|which|he|she|that)$/.test(tokens[from]?.lower ?? '')
    ? { label: spelled(tokens, from, verb), from, to: verb }
    : null;
}

/** What ends like a participle and is a business. */
const GERUND_NOUN =
  /^(?:pricing|advertising|licensing|staffing|marketing|housing|shipping|billing|bookings?|lending|banking|streaming|gaming|trading|hiring|spending|funding|packaging|consulting|engineering|lodging|catering|manufacturing)$/;

/** `with traffic up 2 %`, `and average ticket down 3 %`: a subject of its own right before the cue, no measure among its words. */
export function sideSubject({ tokens, measures, periods }: ReadSentence, cue: number): NounLabel | null {
  let from = cue;
  while (from > 0 && cue - from < 3 && isNoun(tokens[from - 1]) && !/(?:ly|ed)$/.test(tokens[from - 1]?.lower ?? ''))
    from -= 1;
  // "$165 million, representing growth of 42 %": a participle has no growth of its own.
  if (cue - from === 1 && /ing$/.test(tokens[from]?.lower ?? '') && !GERUND_NOUN.test(tokens[from]?.lower ?? ''))
    return null;
  if (from === cue || !/^(?:with|and|,|but|while|as)$/.test(tokens[from - 1]?.lower ?? '')) return null;
  if (measures.some((measure) => measure.to > from && measure.from < cue)) return null;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[cue - 1]?.end ?? 0];
  if (periods.some((period) => period.start < end && period.end > start)) return null;
  return { label: spelled(tokens, from, cue), from, to: cue };
}

/** `our cloud business grew 28 %`, `RevPAR was up 9 %`: whose growth it is, from an article or a name to the verb. */
export function grownSubject({ tokens, periods }: ReadSentence, cue: number): NounLabel | null {
  let to = cue;
  while (to > 0 && /^(?:was|were|is|are|has|have|had|also|again|to|be|will|by)$|ly$/.test(tokens[to - 1]?.lower ?? ''))
    to -= 1;
  let from = to;
  while (from > 0 && to - from < 5 && isNoun(tokens[from - 1]) && !/(?:ed|ly)$/.test(tokens[from - 1]?.lower ?? ''))
    from -= 1;
  if (from === to || tokens[to - 1]?.kind !== 'WORD') return null;
  const isLed =
    /^(?:our|the|its|their|total|in)$/.test(tokens[from - 1]?.lower ?? '') ||
    from === 0 ||
    tokens[from - 1]?.text === ',';
  if (!isLed && !/^\p{Lu}/u.test(tokens[from]?.text ?? '')) return null;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  if (periods.some((period) => period.start < end && period.end > start)) return null;
  return { label: spelled(tokens, from, to), from, to };
}

/** `Lanier Apparel generated $20 million in net sales`: who has it, when that is a name and not the company's; null otherwise. */
export function otherSubject({ tokens, company }: ReadSentence, quantity: Quantity): NounLabel | null {
  if (company === null && quantity.qualifierFrom < 4) return null;
  let verb = quantity.qualifierFrom - 1;
  while (verb > 0 && verb > quantity.qualifierFrom - 5 && !GIVING.test(tokens[verb]?.lower ?? '')) verb -= 1;
  if (!GIVING.test(tokens[verb]?.lower ?? '')) return null;
  let from = verb;
  while (from > 0 && /^\p{Lu}[\p{L}&]+$/u.test(tokens[from - 1]?.text ?? '')) from -= 1;
  const words = tokens
    .slice(from, verb)
    .filter(({ lower }) => !/^(?:we|it|they|the|this|that|he|she|our|again|i|and|also|total|company)$/.test(lower));
  const known = (company ?? '').toLowerCase();
  if (words.length === 0 || words.some(({ lower }) => known.includes(lower.replace(/'s$/, '')))) return null;
  // One capital at the beginning of a sentence is no name yet.
  if (words.length === 1 && from === 0) return null;
  return { label: words.map(({ text }) => text).join(' '), from: verb - words.length, to: verb };
}

/** `FPL reported net income of $749 million` on its parent's call: the name before the verb; null where it may be the company's own. */
export function namedSubject({ tokens, company }: ReadSentence, measure: number): NounLabel | null {
  if (company === null) return null;
  let verb = measure - 1;
  while (verb > 0 && verb > measure - 5 && !GIVING.test(tokens[verb]?.lower ?? '')) verb -= 1;
  if (!GIVING.test(tokens[verb]?.lower ?? '')) return null;
  let from = verb;
  while (from > 0 && /^\p{Lu}[\p{L}&]+$/u.test(tokens[from - 1]?.text ?? '')) from -= 1;
  const names = tokens.slice(from, verb);
  const isName = names.length > 1 || /^\p{Lu}{2,}$/u.test(names[0]?.text ?? '');
  if (!isName || names.some(({ lower }) => /^(?:we|i|our|it|they|company|q[1-4])$/.test(lower))) return null;
  const known = company.toLowerCase();
  const initials = company.replace(/[^\p{Lu}]/gu, '').toLowerCase();
  // Companies are called by parts of their names and by their initials; a subsidiary has other words besides.
  if (names.every(({ lower }) => known.includes(lower) || initials.startsWith(lower))) return null;
  return { label: spelled(tokens, from, verb), from, to: verb };
}

const GIVING =
  /^(?:generated|delivered|contributed|added|produced|posted|reported|recorded|brought|generates|achieved)$/;

/** `driven by 40 % growth in our outfitter business`: the reason of a change is none of the measure that changed. */
export function causeOf({ tokens }: ReadSentence, quantity: Quantity, to: number): NounLabel | null {
  const by = quantity.qualifierFrom - 1;
  const isCause =
    tokens[by]?.lower === 'by' &&
    /^(?:driven|led|helped|fueled|fuelled|offset|supported|boosted|aided|partially)$/.test(tokens[by - 1]?.lower ?? '');
  if (!isCause) return null;
  let from = /^(?:in|of|from|at)$/.test(tokens[to]?.lower ?? '') ? to + 1 : to;
  while (/^(?:our|the|its|a|an)$/.test(tokens[from]?.lower ?? '')) from += 1;
  let end = from;
  while (end < from + 6 && (isNoun(tokens[end]) || /^(?:full|total)$/.test(tokens[end]?.lower ?? ''))) end += 1;
  // Without nouns after it, the change's own noun has to do.
  const label = end > from ? spelled(tokens, from, end) : spelled(tokens, quantity.to, to);
  return label === '' ? null : { label, from: quantity.from, to: Math.max(end, to) };
}

/** `a 13 % increase in full-price retail`: what has grown stands behind its growth, where it is no time, no reckoning and no measure. */
export function nounOfChange({ tokens, periods, measures }: ReadSentence, joint: number): NounLabel | null {
  if (!/^(?:in|of|for)$/.test(tokens[joint]?.lower ?? '')) return null;
  let from = joint + 1;
  while (/^(?:our|the|its)$/.test(tokens[from]?.lower ?? '')) from += 1;
  let to = from;
  while (to < Math.min(tokens.length, from + 4) && isNoun(tokens[to])) to += 1;
  const words = tokens.slice(from, to);
  if (words.length === 0 || words.some(({ lower }) => RECKONED.test(lower)) || /ing$/.test(words[0]?.lower ?? ''))
    return null;
  if (measures.some((mention) => mention.from < to && mention.to > joint)) return null;
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  if (periods.some((period) => period.start < end && period.end > start)) return null;
  return { label: spelled(tokens, from, to), from: joint, to };
}

/** How growth is counted or when, not what has grown. */
const RECKONED =
  /^(?:currency|currencies|local|organic|fx|dollars?|percent|basis|points?|month|months|week|weeks|years|quarters|period|same|comparable|july|august|may|june|business|aggregate|company)$/;

/** `Services represented 26 % of revenue`: who has the share, from the clause's beginning to the verb. */
export function shareholderBefore({ tokens }: ReadSentence, quantity: Quantity): NounLabel | null {
  let verb = quantity.qualifierFrom - 1;
  while (verb > 0 && /^(?:for|up|a|an|just|only|now|to)$/.test(tokens[verb]?.lower ?? '')) verb -= 1;
  if (!/^(?:represent\w*|account\w*|comprise\w*|ma[dk]\w+|was|were|is|are)$/.test(tokens[verb]?.lower ?? ''))
    return null;
  let from = verb;
  while (from > 0 && from > verb - 6 && isNoun(tokens[from - 1])) from -= 1;
  return from < verb ? { label: spelled(tokens, from, verb), from, to: verb } : null;
}

function isNoun(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === 'WORD' || token.text === '&' || token.text === '-') &&
    !STOP.test(token.lower)
  );
}

function spelled(tokens: readonly Token[], from: number, to: number): string {
  let label = '';
  for (let at = from; at < to; at += 1) {
    const token = tokens[at] as Token;
    label += label && token.start > (tokens[at - 1]?.end ?? 0) ? ` ${token.text}` : token.text;
  }
  return label;
}

/** `a price increase of four percent`, `wage growth of 5 %`: the noun right before the noun of a change, where it is none of the measures. */
export function changedNoun({ tokens }: ReadSentence, cue: number): NounLabel | null {
  if (
    !/^(?:increases?|decreases?|reductions?|cuts?|growth|rise|declines?|hikes?|inflation)$/.test(
      tokens[cue]?.lower ?? '',
    )
  )
    return null;
  const noun = tokens[cue - 1];
  if (!CHANGED.test(noun?.lower ?? '')) return null;
  return { label: spelled(tokens, cue - 1, cue), from: cue - 1, to: cue };
}

/** What is raised and cut without being a measure of the catalogue. */
const CHANGED =
  /^(?:price|prices|pricing|wage|wages|salary|merit|pay|fee|fees|fare|tariff|tariffs|rent|rents|rate|rates|ticket|traffic|volume|volumes|unit|labor|freight|commodity|premium|postage|subscription)$/;
