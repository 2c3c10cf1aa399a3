import { DocumentKind } from '../src/domain/document.entity';
import { ImportFormat } from '../src/domain/import-format';
import type { Speech } from '../src/ingest/extract/finding';
import { type Block, type NeutralDocument, type NeutralTurn, NO_METADATA } from '../src/ingest/neutral-document';

/** Nobody speaks: figures are the document's own. */
export const NO_SPEECH: Speech = {
  speakers: [],
  utterances: [],
  exchanges: [],
  questionsStartTurn: null,
  mentions: [],
  warnings: [],
};

/** A document of which nothing is known but its lines: each is a paragraph. For measuring extractors apart from the formats. */
export function plainDocument(text: string, given: Partial<NeutralDocument> = {}): NeutralDocument {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() !== '')
      blocks.push({ kind: 'PARAGRAPH', start: match.index, end: match.index + match[0].length });
  }
  return {
    format: ImportFormat.ARTICLE_TEXT,
    formatConfidence: 1,
    kind: DocumentKind.NEWS_ARTICLE,
    text,
    metadata: NO_METADATA,
    blocks,
    turns: null,
    facts: [],
    warnings: [],
    ...given,
  };
}

/** A call printed as `Name: words`, a turn to a paragraph; only what the figures need of it. */
export function plainTranscript(text: string, given: Partial<NeutralDocument> = {}): NeutralDocument {
  const turns: NeutralTurn[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const label = /^([\p{Lu}][\p{L}.'’ -]{1,40}):\s/u.exec(match[0]);
    const start = match.index + (label?.[0].length ?? 0);
    turns.push({
      label: label?.[1] ?? null,
      labelRange: null,
      isAnonymous: label === null,
      name: label?.[1] ?? null,
      title: null,
      firm: null,
      role: null,
      section: null,
      paragraphs: [{ start, end: match.index + match[0].length }],
      startMs: null,
      endMs: null,
    });
  }
  return plainDocument(text, { kind: DocumentKind.TRANSCRIPT, format: ImportFormat.TRANSCRIPT_TEXT, turns, ...given });
}
