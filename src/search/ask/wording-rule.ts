import type { ExecutiveRole } from '../../domain/executive.entity';
import type { Directness, Section } from '../../domain/utterance-enums';

/** What a turn of phrase tells of the question. */
export type Mark =
  /** What follows is the subject of the words. */
  | { readonly kind: 'about' }
  /** What follows speaks. */
  | { readonly kind: 'by' }
  /** A verb or a noun of speaking: words are wanted, not numbers. */
  | { readonly kind: 'said' }
  /** What follows is left out. */
  | { readonly kind: 'not' }
  /** Words that were not said are asked for. */
  | { readonly kind: 'unsaid' }
  /** Ends what a word before it began. */
  | { readonly kind: 'place' }
  | { readonly kind: 'analysts' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'amount' }
  | { readonly kind: 'role'; readonly role: `${ExecutiveRole}` }
  | { readonly kind: 'directness'; readonly values: readonly `${Directness}`[] }
  /** Adds to such a choice, and makes none. */
  | { readonly kind: 'directness too'; readonly values: readonly `${Directness}`[] }
  | { readonly kind: 'section'; readonly values: readonly `${Section}`[] }
  /** The way questions are put. */
  | { readonly kind: 'structure' }
  /** It means something that cannot be asked for here. */
  | { readonly kind: 'unused' };

/** A row of the table. `example` is a phrase that the row reads as a whole; `words` are alternatives, blind to case. */
export interface WordingRule {
  readonly name: string;
  readonly example: string;
  readonly words: string;
  readonly mark: Mark;
}

export const row = (name: string, example: string, mark: Mark, words: string): WordingRule => ({
  name,
  example,
  words,
  mark,
});
