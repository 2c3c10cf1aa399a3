import type { Directness } from '../../../domain/utterance-enums';
import type { TextRange } from '../../../language/span';
import type { Entity } from './entity';

/** Words that somebody said, before speakers have numbers. */
export interface FoundUtterance extends TextRange {
  readonly directness: Directness;
  /** Null: unknown, or nobody that has a name. */
  readonly speaker: Entity | null;
  /** As the source prints it, `he`, `the chief executive`; empty where it prints nothing. */
  readonly label: string;
  readonly mention: TextRange | null;
  /** The rule that told the speaker (attribution-rule.ts). */
  readonly rule: string;
  readonly isByContext: boolean;
  /** Index of the sentence, over the whole document. */
  readonly sentence: number;
}
