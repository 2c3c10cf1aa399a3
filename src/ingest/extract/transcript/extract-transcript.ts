import type { NeutralDocument } from '../../neutral-document';
import type { Occasion, Speech } from '../finding';

/** Turns, speakers, roles, firms, sections and exchanges of a transcript. */
export function extractTranscript(_document: NeutralDocument, _occasion: Occasion): Speech {
  return { speakers: [], utterances: [], exchanges: [], questionsStartTurn: null, mentions: [], warnings: [] };
}
