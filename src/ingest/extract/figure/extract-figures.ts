import type { NeutralDocument } from '../../neutral-document';
import type { FigureFinding, Occasion, Speech } from '../finding';

/** Numbers that a document asserts, with what they measure, for which period and by whom. */
export function extractFigures(_document: NeutralDocument, _occasion: Occasion, _speech: Speech): FigureFinding[] {
  return [];
}
