import type { TextRange } from '../../neutral-document';
import type { PeriodMention } from '../occasion/period-mention';
import type { MeasureMention } from './measure-mention';
import type { Quantity } from './quantity';
import type { Reading } from './role';
import type { Token } from './token';

/** A sentence with all that was found in it; indices count its tokens. */
export interface ReadSentence extends TextRange {
  readonly words: string;
  readonly tokens: readonly Token[];
  readonly measures: readonly MeasureMention[];
  readonly periods: readonly PeriodMention[];
  readonly quantities: readonly Quantity[];
  readonly readings: readonly Reading[];
}

/** Offset in the text where a quantity begins, its hedge included, and where it ends. */
export function placeOf({ tokens }: ReadSentence, { qualifierFrom, to }: Quantity): TextRange {
  return { start: tokens[qualifierFrom]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
