import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DocumentKind } from '../src/domain/document.entity';
import { extractFigures } from '../src/ingest/extract/figure/extract-figures';
import type { FigureFinding, Occasion } from '../src/ingest/extract/finding';
import { findOccasion } from '../src/ingest/extract/occasion/find-occasion';
import { type DocumentMetadata, type NeutralDocument, NO_METADATA } from '../src/ingest/neutral-document';
import { NO_SPEECH, plainDocument, plainTranscript } from './plain-document';
import { renderFigure } from './render-figure';

/** Our own documents with keys by hand: a folder each, with `document.txt` and `expected.json`. */
const FOLDER = path.join(__dirname, '..', 'test', 'ingest', 'figure');

interface Expected {
  readonly kind: 'transcript' | 'article' | 'release';
  readonly metadata: Partial<DocumentMetadata>;
  readonly occasion: Partial<Occasion>;
  readonly figures: readonly string[];
}

export interface FigureCase {
  readonly name: string;
  readonly expected: Expected;
  readonly occasion: Occasion;
  readonly figures: readonly FigureFinding[];
}

/** Reads and extracts every case; `folder` holds them as built code does not. */
export function readFigureCases(folder = FOLDER): FigureCase[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const text = readFileSync(path.join(folder, name, 'document.txt'), 'utf8');
      const expected = JSON.parse(readFileSync(path.join(folder, name, 'expected.json'), 'utf8')) as Expected;
      const document = documentOf(text, expected);
      const occasion = findOccasion(document);
      return { name, expected, occasion, figures: extractFigures(document, occasion, NO_SPEECH) };
    });
}

function documentOf(text: string, { kind, metadata }: Expected): NeutralDocument {
  const given = { metadata: { ...NO_METADATA, ...metadata } };
  if (kind === 'transcript') return plainTranscript(text, given);
  if (kind === 'article') return plainDocument(text, given);
  const document = plainDocument(text, { ...given, kind: DocumentKind.PRESS_RELEASE });
  // A bar marks the rows of tables.
  const blocks = document.blocks.map((block) =>
    text[block.start] === '|' ? { ...block, start: block.start + 1, kind: 'TABLE_ROW' as const } : block,
  );
  return { ...document, blocks };
}

/** How many figures are expected, found, and both, each exactly as written. */
export function countFigureCases(folder = FOLDER): { expected: number; found: number; hits: number } {
  const count = { expected: 0, found: 0, hits: 0 };
  for (const one of readFigureCases(folder)) {
    const left = one.figures.map(renderFigure);
    count.found += left.length;
    count.expected += one.expected.figures.length;
    for (const figure of one.expected.figures) {
      const at = left.indexOf(figure);
      if (at < 0) continue;
      count.hits++;
      left.splice(at, 1);
    }
  }
  return count;
}
