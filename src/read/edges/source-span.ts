import type { DocumentKind } from '../../domain/document.entity';

/** A place in a document. `known` is its text where the row at hand has it, so that the document need not be read. */
export interface SpanParent {
  readonly documentId: number;
  readonly start: number;
  readonly end: number;
  readonly known?: string;
  readonly kind?: DocumentKind;
}

/** Spans stored as starts and ends in turn. `within` is an utterance whose text covers them. */
export function spansOf(
  documentId: number,
  flat: readonly number[],
  within?: { readonly text: string; readonly spanStart: number },
): SpanParent[] {
  const points = within ? Array.from(within.text) : null;
  const spans: SpanParent[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const [start, end] = [flat[i] as number, flat[i + 1] as number];
    const covered = within && points && start >= within.spanStart && end <= within.spanStart + points.length;
    spans.push({
      documentId,
      start,
      end,
      ...(covered ? { known: points.slice(start - within.spanStart, end - within.spanStart).join('') } : {}),
    });
  }
  return spans;
}
