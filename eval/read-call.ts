import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractFigures } from '../src/ingest/extract/figure/extract-figures';
import { figureConfidence } from '../src/ingest/extract/figure/figure-confidence';
import type { FigureFinding, Occasion } from '../src/ingest/extract/finding';
import { findOccasion } from '../src/ingest/extract/occasion/find-occasion';
import { CodePointText } from '../src/language/span';
import { NO_SPEECH, plainDocument } from './plain-document';

/** A figure with how sure it is. */
export type SureFigure = FigureFinding & ReturnType<typeof figureConfidence>;

/** A call's body as it was read: its figures have UTF-16 offsets. */
export interface ReadCall {
  /** Folder and name. */
  readonly file: string;
  readonly text: string;
  readonly points: CodePointText;
  readonly occasion: Occasion;
  /** With the measured confidence of what is extracted of a document. */
  readonly figures: readonly SureFigure[];
}

const read = new Map<string, ReadCall>();

/** Reads a call's body, once in a run: several measures look at it. `file` is its folder and name below `data`. */
export function readCall(data: string, file: string): ReadCall {
  const known = read.get(file);
  if (known) return known;
  const text = readFileSync(join(data, file), 'utf8');
  const document = plainDocument(text);
  const occasion = findOccasion(document);
  const figures = extractFigures(document, occasion, NO_SPEECH).map((figure) => ({
    ...figure,
    ...figureConfidence(figure, occasion),
  }));
  const call = { file, text, points: new CodePointText(text), occasion, figures };
  read.set(file, call);
  return call;
}
