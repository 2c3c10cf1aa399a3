import type { Period } from '../../../domain/fiscal/period';
import type { TextRange } from '../../../language/span';
import type { FigureFinding } from '../finding';
import type { PeriodMention } from '../occasion/period-mention';
import { printIfKnown, resolvePeriod } from '../occasion/resolve-period';
import type { PeriodContext } from './figure-period';
import { type Basis, type MeasureMention, measuresOf } from './measure-mention';
import { listedMeasures } from './measure-order';
import { opensOutlook, outlookOf } from './outlook';
import { PassagePart, TURN } from './passage-part';
import { isComparison, isOfBase } from './period-place';
import { MOST_QUANTITIES, quantitiesOf } from './quantity';
import { readRole } from './role';
import { segmentsOf } from './scope';
import type { ReadSentence } from './sentence';
import { figuresOfSentence } from './sentence-figures';
import { tokensOf } from './token';

export type Asserted = Omit<FigureFinding, 'assertedBy' | 'utterance'>;

/** `I'll be referring to adjusted results today`: what is said without a basis is adjusted from here on. */
const SPEAKS_ADJUSTED =
  /\b(?:I|we)(?:['’](?:ll|m|d|re)|\s+(?:will|am|are|would))?\s+(?:now\s+)?(?:(?:like|going|want)\s+to\s+)?(?:be\s+)?(?:refer(?:ring)?\s+to|referenc(?:e|ing)|discuss(?:ing)?|speak(?:ing)?\s+(?:to|about)|focus(?:ing)?\s+on|talk(?:ing)?\s+about|quot(?:e|ing)|comment(?:ing)?\s+on|review(?:ing)?|present(?:ing)?)\s+(?:[\w'’-]+\s+){0,4}?(?:adjusted|non-GAAP)\s+(?:financial\s+|operating\s+|P&L\s+)?(?:results|numbers|figures|basis|earnings|amounts|performance)\b|\b(?:unless|except\s+where|otherwise)\s+(?:otherwise\s+)?(?:noted|stated|indicated|specified|mentioned)\b[^.]{0,80}\b(?:adjusted|non-GAAP)\b|\b(?:adjusted|non-GAAP)\b[^.]{0,60}\bunless\s+(?:otherwise\s+|I\s+|we\s+)?(?:noted|stated|indicated|specified|specify|say|mention\w*|state)\b/i;
/** Nouns by which a heading tells that numbers follow. */
const HEADING = /\b(?:highlights|results|summary|review|overview|performance|financials)\b/i;
const SMALL = /^(?:and|of|the|for|in|to|with|vs\.?|a|an|&)$/;

/** A line of capitalised words that calls itself a heading. */
const isHeading = (words: string): boolean =>
  words.length <= 90 &&
  HEADING.test(words) &&
  !/[.!?;:]\s*$/.test(words) &&
  words.split(/[\s,–-]+/).every((word) => word === '' || SMALL.test(word) || /^[\p{Lu}\p{N}’'(]/u.test(word));

/** Reads the sentences of a document one after the other and remembers what later ones rest on. */
export class Passage {
  #outlook: Period | null = null;
  #previous: { readonly period: Period | null } | null = null;
  #subject: MeasureMention | null = null;
  readonly #part: PassagePart;
  #listed: readonly MeasureMention[] = [];
  /** The period that a heading gives to the lines below it. */
  #heading: { readonly period: Period | null } | null = null;
  #currency = 'USD';
  #speaksAdjusted = false;
  readonly #bases = new Map<string, Set<Basis>>();
  /** Sentences since guidance was opened or given; far from it, its period is no longer meant. */
  #sinceOutlook = 99;

  constructor(
    readonly text: string,
    readonly anchor: Period | null,
    readonly company: string | null,
  ) {
    this.#part = new PassagePart(segmentsOf(text), company);
  }

  /** Another speaker begins. */
  leave(): void {
    this.#part.leave();
    this.#heading = null;
  }

  read(
    range: TextRange,
    periods: readonly PeriodMention[],
    roleOf: (place: TextRange) => string | null,
  ): readonly Asserted[] {
    const words = this.text.slice(range.start, range.end);
    const hasNumber = /\d|\b(?:percent|dollars?|cents|(?:[mb]|tr)illion|basis)\b/i.test(words);
    if (!hasNumber && periods.length === 0 && words.length > 160) {
      this.#previous = null;
      this.#sinceOutlook += 1;
      return [];
    }
    if (SPEAKS_ADJUSTED.test(words)) this.#speaksAdjusted = true;
    this.#openHeading(words, periods);
    const part = this.#part.read(words);
    this.#follow(words, range, periods);
    if (!hasNumber) return [];
    const sentence = this.#sentenceOf(range, words, periods);
    const count = sentence.quantities.length;
    if (count === 0 || count > MOST_QUANTITIES) return this.#leave(sentence, []);
    this.#currency = sentence.quantities.find(({ currency }) => currency !== null)?.currency ?? this.#currency;
    const role = roleOf(range);
    const context: PeriodContext = {
      anchor: this.anchor,
      outlook: this.#outlook,
      previous: this.#previous ?? this.#heading,
    };
    const carried = TURN.test(words) ? null : this.#subject;
    const found = figuresOfSentence(sentence, {
      context,
      carried,
      part,
      segments: this.#part.segments,
      role,
      bases: this.#bases,
      speaksAdjusted: this.#speaksAdjusted,
      currency: this.#currency,
    });
    return this.#leave(sentence, found);
  }

  #sentenceOf(range: TextRange, words: string, periods: readonly PeriodMention[]): ReadSentence {
    const tokens = tokensOf(this.text, range);
    const quantities = quantitiesOf(tokens);
    const measures = quantities.length > 0 ? measuresOf(tokens, periods, this.company) : [];
    const readings = quantities.map((quantity) => readRole(tokens, quantity));
    return {
      ...range,
      words,
      company: this.company,
      tokens,
      measures,
      periods,
      quantities,
      readings,
      listed: this.#listed,
    };
  }

  /** `Full Year 2024 Highlights`: what stands below it is of that period until another heading comes. */
  #openHeading(words: string, periods: readonly PeriodMention[]): void {
    if (!isHeading(words)) return;
    const [named, ...others] = periods.filter(({ unit }) => unit !== 'DAY');
    this.#heading = named && others.length === 0 ? { period: resolvePeriod(named, this.anchor, false) } : null;
  }

  /** Keeps the period of the guidance: the last one that an outlook names, or that its heading does. */
  #follow(words: string, range: TextRange, periods: readonly PeriodMention[]): void {
    this.#sinceOutlook += 1;
    if (TURN.test(words)) this.#previous = null;
    // "Turning to the full year 2022." amid guidance goes on with it.
    const isNext = TURN.test(words) && words.length < 80 && this.#sinceOutlook <= 6;
    const isAhead = isNext || outlookOf(words) === 'COMPANY' || opensOutlook(words);
    if (!isAhead) {
      if (this.#sinceOutlook > 6) this.#outlook = null;
      return;
    }
    const sentence = { words, start: range.start, end: range.end } as ReadSentence;
    const named = periods.filter((mention) => mention.unit !== 'DAY' && !isComparison(sentence, mention));
    for (const mention of named) {
      const period = resolvePeriod(mention, this.anchor, true);
      if (period && mention.yearShift !== -1 && (mention.quarterShift ?? 1) > 0 && this.#liesAhead(period)) {
        this.#outlook = period;
        // Of a sentence that names several, the first rules those that follow only until another is named.
        break;
      }
    }
    this.#sinceOutlook = 0;
  }

  #liesAhead(period: Period): boolean {
    if (!this.anchor) return true;
    if (period.quarter === null) return period.year >= this.anchor.year;
    return period.year * 4 + period.quarter > this.anchor.year * 4 + (this.anchor.quarter ?? 0);
  }

  #isAhead(period: Period): boolean {
    return this.anchor !== null && (period.quarter === null ? period.year > this.anchor.year : this.#liesAhead(period));
  }

  #leave(sentence: ReadSentence, found: readonly Asserted[]): readonly Asserted[] {
    this.#listed = listedMeasures(sentence);
    this.#subject = sentence.measures.findLast(({ measure }) => measure.metric !== null) ?? this.#subject;
    const all = sentence.periods.filter(
      (mention) =>
        mention.unit !== 'DAY' &&
        !isComparison(sentence, mention) &&
        !isOfBase(sentence, sentence.quantities.length, mention),
    );
    const own = all[0];
    const period = own ? resolvePeriod(own, this.anchor, false) : null;
    // Of a sentence that tells of two periods nobody knows which one goes on.
    const isOne = all.every(
      (mention) => printIfKnown(resolvePeriod(mention, this.anchor, false)) === printIfKnown(period),
    );
    this.#previous =
      own && isOne && !(period && this.#isAhead(period)) && outlookOf(sentence.words) === null ? { period } : null;
    return found;
  }
}
