import type { NeutralDocument } from '../../neutral-document';
import type { Occasion, Speech } from '../finding';

/** Quotes, fragments and paraphrases of an article, with their speakers. */
export function extractArticle(_document: NeutralDocument, _occasion: Occasion): Speech {
  return { speakers: [], utterances: [], exchanges: [], questionsStartTurn: null, mentions: [], warnings: [] };
}
