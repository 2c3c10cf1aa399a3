import type { Period } from '../../../domain/fiscal/period';
import type { NeutralDocument } from '../../neutral-document';
import type { FigureFinding } from '../finding';

export function figuresOfTables(_document: NeutralDocument, _anchor: Period | null): FigureFinding[] {
  return [];
}
