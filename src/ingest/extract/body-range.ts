import type { TextRange } from '../../language/span';
import type { BlockKind, NeutralDocument } from '../neutral-document';

const BODY: ReadonlySet<BlockKind> = new Set(['PARAGRAPH', 'LIST_ITEM']);

/** Where a document says something: the paragraphs of its turns, or the blocks of its body. Tables are read by rows elsewhere. */
export function bodyRanges({ turns, blocks }: NeutralDocument): readonly TextRange[] {
  if (turns) return turns.flatMap(({ paragraphs }) => paragraphs);
  return blocks.filter(({ kind }) => BODY.has(kind));
}
