import type { TextRange } from '../../../language/span';
import type { PeriodMention } from '../occasion/period-mention';
import type { PeriodContext } from './figure-period';
import type { Basis, MeasureMention } from './measure-mention';
import type { Quantity } from './quantity';
import type { Reading } from './role';
import type { Scope } from './scope';
import type { Token } from './token';

/** A sentence with all that was found in it; indices count its tokens. */
export interface ReadSentence extends TextRange {
  readonly words: string;
  /** The company that the document is about; null: unknown. */
  readonly company: string | null;
  readonly tokens: readonly Token[];
  readonly measures: readonly MeasureMention[];
  readonly periods: readonly PeriodMention[];
  readonly quantities: readonly Quantity[];
  readonly readings: readonly Reading[];
  /** The measures that the sentence before told in one list with as many numbers. */
  readonly listed: readonly MeasureMention[];
}

/** What the sentences before have settled for one. */
export interface SentenceContext {
  readonly context: PeriodContext;
  /** The last measure of the sentences before. */
  readonly carried: MeasureMention | null;
  /** The part that the passage speaks of: its plain measures are that part's. Null: the company. */
  readonly part: Scope | null;
  /** What the document calls its segments, in small letters. */
  readonly segments: ReadonlySet<string>;
  /** Role of who speaks; null: nobody, or unknown. */
  readonly role: string | null;
  /** On which bases the document has told each measure so far. */
  readonly bases: Map<string, Set<Basis>>;
  /** The speaker has said that what follows is adjusted. */
  readonly speaksAdjusted: boolean;
  /** The currency named last, for amounts that leave it out. */
  readonly currency: string;
}

/** Offset in the text where a quantity begins, its hedge included, and where it ends. */
export function placeOf({ tokens }: ReadSentence, { qualifierFrom, to }: Quantity): TextRange {
  return { start: tokens[qualifierFrom]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
