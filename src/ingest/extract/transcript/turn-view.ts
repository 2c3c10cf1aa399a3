import type { SpeakerRole } from '../../../domain/utterance-enums';
import type { TextRange } from '../../../language/span';
import type { NeutralTurn } from '../../neutral-document';

/** A turn as the extractor looks at it. */
export interface TurnView {
  readonly index: number;
  readonly turn: NeutralTurn;
  /** The words with single spaces: for patterns, never for offsets. */
  readonly words: string;
  readonly count: number;
  /** Told by the words around, where the source has no label. */
  readonly inferred: { readonly name: string | null; readonly role: SpeakerRole } | null;
}

/** Marks of sounds and of what could not be heard keep their place; white space becomes single. */
export function viewOf(
  text: string,
  turn: NeutralTurn,
  index: number,
  inferred: TurnView['inferred'] = null,
): TurnView {
  const words = wordsOf(text, turn.paragraphs);
  return { index, turn, words, count: words ? words.split(' ').length : 0, inferred };
}

export const wordsOf = (text: string, ranges: readonly TextRange[]): string =>
  ranges
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
