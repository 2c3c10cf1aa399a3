import type { ParseWarning } from '../../neutral-document';
import { isFurniture, isProse } from './furniture';
import { hasQuotation, shortened } from './keep-body';
import type { Chunk } from './lines';

/** Everything above the first prose that comes this late is no head. */
const HEAD_CHUNKS = 14;
/** Lines as long as this are body, whatever stands below them. */
const LONGEST_IN_HEAD = 320;
/** A head holds a sentence or two on what follows, never this share of all sentences. */
const LARGEST_SHARE = 0.3;

/**
 * How many paragraphs stand above the body: as far as the last line among the first that tells who wrote, and when. A byline may
 * stand below its article too; one that would cut off most of it, or what is quoted, ends no head.
 */
export function findHead(
  chunks: readonly Chunk[],
  tellsOrigin: (line: string) => boolean,
): { head: number; warnings: ParseWarning[] } {
  const ends: number[] = [];
  for (const [index, { text }] of chunks.slice(0, HEAD_CHUNKS).entries()) {
    const line = text.replace(/\s+/g, ' ').replace(/^[•·*–-]\s*/, '');
    if (tellsOrigin(line)) ends.push(index + 1);
    else if (line.length > LONGEST_IN_HEAD) break;
  }
  const passed: number[] = [];
  while (ends.length > 0 && isMost(chunks, ends.at(-1) as number)) passed.push(ends.pop() as number);
  return { head: ends.at(-1) ?? 1, warnings: passed.map((end) => passedOver(chunks[end - 1] as Chunk)) };
}

/** Whether what stands above a line is most of the article, or tells what somebody said. The first sentence of a head is its dek. */
function isMost(chunks: readonly Chunk[], end: number): boolean {
  const told = (chunk: Chunk): boolean => {
    const line = chunk.text.replace(/\s+/g, ' ');
    return (isProse(line) || hasQuotation(line)) && !isFurniture(line);
  };
  const above = chunks.slice(1, end - 1).filter(told);
  if (above.length === 0) return false;
  const below = chunks.slice(end).filter(told);
  if (below.length === 0) return true;
  // A dek may quote; further sentences that do are the article's.
  if (above.slice(1).some(({ text }) => hasQuotation(text))) return true;
  if (above.some(({ text }) => hasQuotation(text)) && !below.some(({ text }) => hasQuotation(text))) return true;
  const length = (part: readonly Chunk[]): number => part.reduce((sum, { text }) => sum + text.length, 0);
  return above.length > 1 && length(above) > LARGEST_SHARE * (length(above) + length(below));
}

const passedOver = ({ start, end, text }: Chunk): ParseWarning => ({
  code: 'BODY_KEPT',
  message: `"${shortened(text)}" looks like the end of a head; what stands above it was read all the same, since it is the article's own words`,
  start,
  end,
});
