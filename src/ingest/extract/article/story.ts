import type { NeutralDocument, TextRange } from '../../neutral-document';
import { NameBook, type NamedParagraph } from './name-book';
import { findQuotations, type Quotation } from './quotation';
import { type Sentence, sentencesOf, tokenise } from './token';

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
  const sentences = paragraphs.flatMap((range, index) => {
    const own = quotations.filter(({ paragraph }) => paragraph === index);
    return sentencesOf(text, tokenise(text, range, own), index);
  });
  const headline = blocks.find(({ kind }) => kind === 'HEADLINE');
  const named: NamedParagraph[] = [...(headline ? [headline] : []), ...paragraphs].map((range, index) => {
    const paragraph = headline ? index - 1 : index;
    const own = quotations.filter((quotation) => quotation.paragraph === paragraph);
    const isQuoted = (offset: number): boolean => own.some(({ start, end }) => offset >= start && offset < end);
    return { index: paragraph, tokens: tokenise(text, range, []), isQuoted };
  });
  return { text, paragraphs, quotations, sentences, book: new NameBook(named) };
}
