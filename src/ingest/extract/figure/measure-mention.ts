import type { PeriodMention } from '../occasion/period-mention';
import { type Measure, measureAt } from './measure-lexicon';
import type { Token } from './token';

export type Basis = 'GAAP' | 'ADJUSTED';

/** A measure as a sentence names it. Indices count the sentence's tokens. */
export interface MeasureMention {
  /** Where its modifiers begin, and where the phrase itself does. */
  readonly from: number;
  readonly head: number;
  readonly to: number;
  readonly measure: Measure;
  readonly basis: Basis | null;
  readonly isBasicShares: boolean;
  /** Of a part of the company: a product, a region, a customer. No metric of the company stands for it. */
  readonly isPart: boolean;
  /** The words that name the part; null: there is none, or another sentence names it. */
  readonly part: string | null;
  readonly label: string;
}

/** What noun phrases end in that name a part of a company. */
const PART_NOUN =
  /^(?:segment|segments|category|categories|business|businesses|division|divisions|unit|region|regions|channel|channels|product|products|drug|brand|brands|customers|platform)$/;

/** Said of the company as a whole, or of the reckoning; they leave the measure what it is. */
const NEUTRAL =
  /^(?:total|net|consolidated|overall|company|companywide|company-wide|enterprise|worldwide|global|group|combined|record|reported|actual|quarterly|annual|annualized|diluted|basic|fully|cash|regular|strong|solid|higher|lower|better|improved|robust|expected|full|our|its|their|the|a|an|his|her|your|my|this|that|these|those|all|some|any|more|such|new|firm|corporate|aggregate|quarter|year|fiscal|calendar|-|first|second|third|fourth|half|nine|twelve|months|month|prior|previous|last|next|same|current|as|year-to-date|ttm|ltm|trailing|run|rate|effective|normalized|estimated|projected|q[1-4]|[1-4]q|fy\d*|'|’|19\d\d|20\d\d|\d\d|'s|income|common|ordinary|contracted|nareit|twelve-month|12|net-net|base|positive|negative|healthy|good|outstanding|great|excellent|significant|continued|sequential|very|quite|truly|pretty|extremely|exceptionally|constant|local|currency|average|weighted|year-over-year|pro|forma|basis|ending|beginning|closing|opening)$/;
const ARTICLE = /^(?:the|our|its|their|a|an|this|that|these|those|his|her|your|my)$/;
const ADJUSTED = /^(?:adjusted|adj|underlying|core|normalized|comparable|recurring|headline)$/;

/** Words that stand before a measure without saying of what it is: verbs, prepositions, conjunctions, signs. */
const FUNCTION_WORD =
  /^(?:and|or|but|of|in|on|for|with|by|from|to|at|as|than|while|where|which|when|because|both|into|over|per|via|plus|including|excluding|versus|against|is|are|was|were|be|been|being|has|have|had|do|did|will|would|could|should|may|might|can|we|i|it|they|you|he|she|there|so|if|that|not|no|also|now|then|here|still|only|even|just|expect|expects|expected|expecting|anticipate|anticipates|anticipated|anticipating|see|sees|forecast|forecasts|forecasting|project|projects|projecting|projected|deliver|delivers|delivered|delivering|report|reports|reported|reporting|generate|generates|generated|generating|post|posts|posted|posting|grow|grew|growing|increase|increases|increased|increasing|decrease|decreased|produce|produced|producing|achieve|achieved|achieving|drive|drove|driving|driven|raise|raised|raising|reaffirm|reaffirmed|reaffirming|reiterate|reiterated|reiterating|maintain|maintained|maintaining|lower|lowered|lowering|narrow|narrowed|guide|guided|guiding|target|targeting|include|includes|included|including|excluding|reduce|reduced|reducing|improve|improved|improving|update|updated|updating|estimate|estimated|estimates|give|gave|given|get|got|make|made|take|took|want|need|continue|continued|continues|recorded|record|recognized|recognize|represent|represented|representing|reflect|reflecting|reflects|exceed|exceeded|exceeding|saw|seen|show|showed|earned|earn|lost|lose|beat|missed|miss|say|said|says|told|bring|brought|impact|impacted|booked|spent|spend|invest|invested|return|returned|ended|end|finished|closed|held|turn|turning|moving|let|look|looking|resulting|resulted|resulting|implies|implying|imply|think|thought|hoped|figured|wondered|wondering|heard|knew|believed|believe|assume|assumes|assuming|approximately|about|nearly|roughly|almost|around|up|down|through|within|across|between|among|during|after|before|since|under|above|below|off|out|incremental|additional|further|significantly|strongly|relatively|year-over-year|sequentially|finally|overall|similarly|meanwhile|however|lastly|additionally|moreover|thus|therefore|again|thousand|million|billion|trillion|percent|analysts|investors|street|wall|consensus|its|bps|same|adding|added|totaled|totaling|operating|total|us|yoy|build|building|bringing|delivers|paid|pay|pays|buy|bought|sell|sold|hit|alone|initiating|introducing|providing|issuing|establishing|setting|revising|adjusting|tightening|updating|lifting|cutting|confirming|restating|affirming|forecasting|bumping|narrowing|keeping|marking|meaning|realize|realized|reach|reached|reaching|sustain|yielding|yielded|leading|led|create|creating|protect|manage|managing|use|using|used|keep|put|guidance|outlook|forecast|plan|compared|compare|relative|every|each|quarter-over-quarter)$/;

/** What a measure's phrase is part of when it names no number: an earnings call, a sales force, cash flow statements. */
const NO_MEASURE_AFTER =
  /^(?:call|calls|release|releases|press|conference|season|presentation|deck|slides|report|webcast|team|teams|force|forces|people|reps|representatives|organization|channel|channels|cycle|pipeline|teams|department|leader|staff|statement|statements|tax|taxes|bridge|recognition|synergies|algorithm|power|quality|visibility|model)$/;

/** Every measure that a sentence names, in order. */
export function measuresOf(
  tokens: readonly Token[],
  periods: readonly PeriodMention[],
  company: string | null,
): MeasureMention[] {
  const found: MeasureMention[] = [];
  const names = new Set(
    (company ?? '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}&]+/u)
      .filter((word) => word.length > 1),
  );
  for (let at = 0; at < tokens.length; ) {
    const known = withOwner(tokens, measureAt(tokens, at));
    if (!known || NO_MEASURE_AFTER.test(tokens[known.to]?.lower ?? '')) {
      at = known ? known.to : at + 1;
      continue;
    }
    if (!isExcluded(tokens, at, known.to)) found.push(mentionOf(tokens, at, known, periods, names));
    at = known.to;
  }
  return found;
}

/** `diluted EPS, excluding restructuring charges, of $2.89`: what is left out has no number here. */
function isExcluded(tokens: readonly Token[], head: number, to: number): boolean {
  if (tokens[to]?.lower !== ',' && tokens[to] !== undefined) return false;
  for (let at = head - 1; at >= Math.max(0, head - 6); at -= 1) {
    const word = tokens[at]?.lower ?? '';
    if (/^(?:excluding|before)$/.test(word) || (word === 'for' && /^adjust/.test(tokens[at - 1]?.lower ?? '')))
      return true;
    if (tokens[at]?.kind !== 'WORD' && word !== '-') return false;
  }
  return false;
}

type Known = NonNullable<ReturnType<typeof measureAt>>;

/** `net income attributable to the company`, `available to common shareholders`: whose it is belongs to its name. */
function withOwner(tokens: readonly Token[], known: Known | null): Known | null {
  if (!known?.measure.metric || !/^(?:net_income|eps_diluted)$/.test(known.measure.metric)) return known;
  if (!/^(?:attributable|available|applicable|allocable)$/.test(tokens[known.to]?.lower ?? '')) return known;
  if (tokens[known.to + 1]?.lower !== 'to') return known;
  let to = known.to + 2;
  while (to < Math.min(tokens.length, known.to + 12) && isOwner(tokens, to)) to += 1;
  return { ...known, to };
}

function isOwner(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (/^(?:of|in|for)$/.test(token.lower)) return /^(?:the|our)$/.test(tokens[at + 1]?.lower ?? '');
  return (
    isCapital(token) ||
    /^(?:the|our|its|common|ordinary|controlling|interests?|share|stock|shareholders?|stockholders?|shareowners?|unitholders?|holders|equity|owners|parent|company|group|corporation|and|'|’|us)$/.test(
      token.lower,
    )
  );
}

function mentionOf(
  tokens: readonly Token[],
  head: number,
  { measure, to }: { measure: Measure; to: number },
  periods: readonly PeriodMention[],
  names: ReadonlySet<string>,
): MeasureMention {
  const floor = Math.max(0, head - 12);
  let from = head;
  let basis: Basis | null = null;
  let isPart = false;
  let isBasicShares = false;
  for (let at = head - 1; at >= floor; at -= 1) {
    const token = tokens[at] as Token;
    const word = token.lower;
    const period = periods.find(({ start, end }) => token.start >= start && token.end <= end);
    // Machines that write down speech hear "gap".
    // "FPL reported net income": after a name it is a verb, and what stands before it a subject.
    if (word === 'reported' && isCapital(tokens[at - 1]) && !NEUTRAL.test(tokens[at - 1]?.lower ?? '')) break;
    if (word === 'gaap' || word === 'gap') {
      const isNon =
        tokens[at - 1]?.lower === 'non' || (tokens[at - 1]?.text === '-' && tokens[at - 2]?.lower === 'non');
      // "Adjusted gap EPS": who says adjusted means it.
      basis ??= isNon || ADJUSTED.test(tokens[at - 1]?.lower ?? '') ? 'ADJUSTED' : 'GAAP';
      if (isNon) at -= tokens[at - 1]?.lower === 'non' ? 1 : 2;
      from = Math.min(from, at);
    } else if (ADJUSTED.test(word) || (word === 'operating' && measure.metric === 'eps_diluted')) {
      basis ??= 'ADJUSTED';
      from = at;
    } else if (word === 'tax' && tokens[at - 1]?.text === '-' && /^(?:after|post)$/.test(tokens[at - 2]?.lower ?? '')) {
      at -= 2;
      from = at;
    } else if (period || NEUTRAL.test(word)) {
      if (word === 'basic') isBasicShares = true;
      from = at;
    } else if (names.has(word.replace(/'s?$/, ''))) {
      from = at;
    } else {
      // An article closes the noun phrase: what stands before it is another word's.
      const isClosed = tokens.slice(at + 1, head).some(({ lower }) => ARTICLE.test(lower));
      isPart = token.kind === 'WORD' && !isClosed && isPartName(tokens, at);
      if (isPart) from = partStart(tokens, at, floor);
      break;
    }
  }
  basis ??= basisAfter(tokens, to);
  const joint = jointAfter(tokens, to);
  const isAfter = !isPart && isPartAfter(tokens, joint, periods, names);
  const part = isPart
    ? partBefore(tokens, from, head, periods)
    : isAfter
      ? labelOf(tokens, joint + 1, partEnd(tokens, joint), periods)
      : null;
  if (isAfter) isPart = true;
  return {
    from,
    head,
    to,
    measure,
    basis,
    isBasicShares,
    isPart,
    part,
    label: labelOf(tokens, from, isAfter ? partEnd(tokens, joint) : to, periods) || labelOf(tokens, head, to, periods),
  };
}

/** `earnings per share, as adjusted`, `EPS (non-GAAP)`. */
function basisAfter(tokens: readonly Token[], to: number): Basis | null {
  const next = tokens
    .slice(to, to + 4)
    .map(({ lower }) => lower)
    .join(' ');
  return /^(?:, )?as adjusted\b|^\( ?(?:adjusted|non - gaap|non-gaap)/.test(next) ? 'ADJUSTED' : null;
}

/** A word right before the measure that is no verb, preposition or the like narrows it: licensing revenue, iPhone sales. */
function isPartName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  // "COVID-related revenue": behind a hyphen the participle makes a name.
  const isCompound = tokens[at - 1]?.text === '-' && /ed$/.test(token.lower);
  if (FUNCTION_WORD.test(token.lower) || (!isCompound && /(?:ly|ed)$/.test(token.lower))) return false;
  // "FMC's revenue" of a company that the source does not name: the speaker's own.
  return !/'s$/.test(token.lower);
}

function partStart(tokens: readonly Token[], at: number, floor: number): number {
  let from = at;
  while (from - 1 >= floor) {
    const token = tokens[from - 1] as Token;
    const joins = /^(?:&|and|-|of)$/.test(token.lower) && isCapital(tokens[from - 2]) && isCapital(tokens[from]);
    if (
      !joins &&
      !(isCapital(token) && isCapital(tokens[from])) &&
      !(token.kind === 'WORD' && isPartName(tokens, from - 1) && !NEUTRAL.test(token.lower))
    )
      break;
    from -= joins ? 2 : 1;
  }
  return Math.max(floor, from);
}

const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text);

const VERB_AFTER =
  /^(?:was|were|is|are|grew|rose|fell|increased|decreased|declined|totaled|reached|came|improved|dropped)$/;

/** Where the preposition stands: `EBITDA guidance for the Fluids segment`, `revenue generated from applications`. */
function jointAfter(tokens: readonly Token[], to: number): number {
  let joint = to;
  while (/^(?:guidance|outlook|growth|generated|derived|earned|coming)$/.test(tokens[joint]?.lower ?? '')) joint += 1;
  return joint;
}

/** `revenue from QSFP28 transceivers`, `sales in Asia`, `revenue at AWS`, `sales of herbicides`. */
function isPartAfter(
  tokens: readonly Token[],
  to: number,
  periods: readonly PeriodMention[],
  names: ReadonlySet<string>,
): boolean {
  const [joint, next, after] = [tokens[to], tokens[to + 1], tokens[to + 2]];
  if (/^(?:in|for|of|from|at|within)$/.test(joint?.lower ?? '') && namesPart(tokens, to + 1)) return true;
  if (!joint || !next || next.kind !== 'WORD' || names.has(next.lower)) return false;
  // "sales of herbicides were": a plural right before the verb.
  if (joint.lower === 'of' && /^\p{Ll}{3,}s$/u.test(next.text) && VERB_AFTER.test(after?.lower ?? '')) return true;
  if (periods.some(({ start, end }) => next.start >= start && next.start < end)) return false;
  if (periods.some(({ start, end }) => after && after.start >= start && after.start < end)) return false;
  if (/^(?:in|at)$/.test(joint.lower) && /^(?:the|our)$/.test(next.lower))
    return isCapital(after) && !/^(?:Q\d|FY\w*|H\d)$/.test(after?.text ?? '');
  if (/^(?:in|at|for)$/.test(joint.lower)) return isCapital(next) && !/^(?:Q\d|FY\w*|H\d|I|GAAP)$/.test(next.text);
  if (joint.lower === 'from' && /^(?:our|the|other)$/.test(next.lower))
    return (
      /^(?:\p{Ll}[\p{L}-]*(?:s|tion|ware))$/u.test(after?.text ?? '') &&
      !/^(?:operations|years?|sales|previous|business)$/.test(after?.lower ?? '')
    );
  if (joint.lower === 'from')
    return !/^(?:continuing|operations|a|last|operating|prior|the|our|q\d|higher|lower|increased)$/.test(next.lower);
  return false;
}

/** The words before a measure that name a part, without those that say how it is counted: `Footwear`, not `Footwear adjusted`. */
function partBefore(tokens: readonly Token[], from: number, head: number, periods: readonly PeriodMention[]): string {
  let end = head;
  while (
    end - 1 > from &&
    (NEUTRAL.test(tokens[end - 1]?.lower ?? '') ||
      ADJUSTED.test(tokens[end - 1]?.lower ?? '') ||
      /^(?:non|gaap|operating)$/.test(tokens[end - 1]?.lower ?? ''))
  )
    end -= 1;
  return labelOf(tokens, from, end, periods);
}

/** Where the words of a part end that stands after its measure: `Sales in the Americas`, `revenue for our outfitter business`. */
function partEnd(tokens: readonly Token[], to: number): number {
  let end = to + 1;
  for (let at = to + 1; at < Math.min(tokens.length, to + 9); at += 1) {
    const token = tokens[at] as Token;
    if (isCapital(token) || PART_NOUN.test(token.lower)) end = at + 1;
    else if (!/^(?:and|&|-|of|our|the|its)$/.test(token.lower) && !/^\p{Ll}/u.test(token.text)) break;
    if (
      /^(?:was|were|is|are|increased|decreased|grew|fell|rose|declined|to|with|by|came|totaled|reached)$/.test(
        token.lower,
      )
    )
      break;
  }
  if (end > to + 1) return end;
  const isLed = /^(?:our|the|other|its)$/.test(tokens[to + 1]?.lower ?? '');
  return Math.min(tokens.length, to + (isLed ? 3 : 2));
}

/** `our subscriber solutions category`, `the outfitter business`: a noun phrase that ends in a part of a company. */
function namesPart(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + 9); at += 1) {
    const word = tokens[at]?.lower ?? '';
    if (PART_NOUN.test(word)) return at > from;
    if (
      !/^(?:and|&|-|,|our|the|its)$/.test(word) &&
      (tokens[at]?.kind !== 'WORD' ||
        /^(?:was|were|is|are|of|to|in|with|by|that|which|quarter|year|total|entire|overall)$/.test(word))
    )
      return false;
  }
  return false;
}

/** The words of the measure without articles and without the period in their midst. */
function labelOf(tokens: readonly Token[], from: number, to: number, periods: readonly PeriodMention[]): string {
  const isPeriod = (token: Token) => periods.some(({ start, end }) => token.start >= start && token.end <= end);
  const article = tokens.slice(0, to).findLastIndex(({ lower }, at) => at >= from && ARTICLE.test(lower));
  let label = '';
  let last: Token | undefined;
  let skipping = true;
  for (const token of tokens.slice(Math.max(from, article + 1), to)) {
    if (token.kind === 'NUMBER') continue;
    if (
      isPeriod(token) ||
      (skipping &&
        /^(?:our|its|their|the|a|an|this|that|these|those|as|'|’|'s|-|–|and|of|for|in|quarter|year|record|strong|all|some|new)$/.test(
          token.lower,
        ))
    )
      continue;
    skipping = false;
    label += last && token.start > last.end ? ` ${token.text}` : token.text;
    last = token;
  }
  return label;
}
