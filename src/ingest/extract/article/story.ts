import type { TextRange } from '../../../language/span';
import type { NeutralDocument } from '../../neutral-document';
import type { NamedParagraph } from './found-run';
import { NameBook } from './name-book';
import { findQuotations, type Quotation } from './quotation';
import { foldQuotations, type Sentence, sentencesOf, type Token, tokenise } from './token';

/** An article made ready for reading: its body's sentences with quotations folded, and everybody it names. */
export interface Story {
  readonly text: string;
  readonly paragraphs: readonly TextRange[];
  readonly quotations: readonly Quotation[];
  readonly sentences: readonly Sentence[];
  readonly book: NameBook;
}

/** Longer stretches without a break are no prose; whatever stands behind is left unread, and said so. */
export const LONGEST_PARAGRAPH = 60_000;

export function readStory({ text, blocks }: NeutralDocument): Story {
  const body = blocks.filter(({ kind }) => kind === 'PARAGRAPH' || kind === 'LIST_ITEM');
  const paragraphs = body.map(({ start, end }) => ({ start, end: Math.min(end, start + LONGEST_PARAGRAPH) }));
  const quotations = findQuotations(text, paragraphs);
  const inParagraph = new Map<number, Quotation[]>();
  for (const quotation of quotations) {
    const own = inParagraph.get(quotation.paragraph);
    if (own) own.push(quotation);
    else inParagraph.set(quotation.paragraph, [quotation]);
  }
  const tokens = paragraphs.map((range) => tokenise(text, range));
  const sentences = paragraphs.flatMap((_, index) => {
    const own = inParagraph.get(index) ?? [];
    return sentencesOf(text, foldQuotations(text, tokens[index] as Token[], own), index);
  });
  const headline = blocks.find(({ kind }) => kind === 'HEADLINE');
  const named: NamedParagraph[] = [...(headline ? [headline] : []), ...paragraphs].map((range, index) => {
    const paragraph = headline ? index - 1 : index;
    const own = inParagraph.get(paragraph) ?? [];
    const isQuoted = (offset: number): boolean => isWithin(own, offset);
    return {
      index: paragraph,
      tokens: paragraph < 0 ? tokenise(text, range) : (tokens[paragraph] as Token[]),
      isQuoted,
    };
  });
  return { text, paragraphs, quotations, sentences, book: new NameBook(named) };
}

/** Quotations are in order and do not overlap, so half of them can be left out at each step. */
function isWithin(quotations: readonly Quotation[], offset: number): boolean {
  let [low, high] = [0, quotations.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { start, end } = quotations[middle] as Quotation;
    if (offset < start) high = middle - 1;
    else if (offset >= end) low = middle + 1;
    else return true;
  }
  return false;
}
