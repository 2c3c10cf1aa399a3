import { DocumentKind } from '../../domain/document.entity';
import { EventType } from '../../domain/event.entity';
import { ImportFormat } from '../../domain/import-format';
import type { Block, DocumentMetadata, NeutralDocument } from '../neutral-document';
import type { Source } from '../source';
import type { DocumentFormat, ParseHints } from './format';
import { type NeutralText, neutralTextOf } from './pdf/neutral-text';
import { readPages } from './pdf/read-pages';
import { metadataOfHead } from './transcript/head-metadata';
import { readTranscript } from './transcript/read-transcript';

const RELEASE =
  /\b(?:today (?:announced|reported)|announces?d?|reports?(?:ed)?)\b.{0,120}\b(?:results|quarter|earnings|year)\b/is;
const TICKER = /\((?:NASDAQ|NYSE|NYSE American|TSX|LSE)(?:GS|GM|CM)?\s?:\s?([A-Z][A-Z0-9]{0,5}(?:[.-][A-Z]{1,2})?)\)/i;

/** A PDF: a transcript where speakers' labels stand in it, else a release or a note in paragraphs and rows of tables. */
export const transcriptPdf: DocumentFormat = {
  name: ImportFormat.TRANSCRIPT_PDF,

  recognises({ bytes }: Source): number {
    // The mark may stand behind a little rubbish, as PDF readers allow.
    return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-') ? 0.99 : 0;
  },

  async parse(source: Source, hints: ParseHints): Promise<NeutralDocument[]> {
    const neutral = neutralTextOf(await readPages(source));
    const reading = readTranscript(neutral.text);
    const speakers = new Set(reading.turns.map(({ label }) => label));
    const isTranscript = reading.labelled >= 3 && speakers.size >= 2;
    const lines = isTranscript
      ? reading.head.map(({ text }) => text)
      : neutral.text.split('\n').filter(Boolean).slice(0, 8);
    const metadata = metadataOfHead(lines, hints);
    const shared = { format: ImportFormat.TRANSCRIPT_PDF, formatConfidence: 0.99, text: neutral.text, facts: [] };
    if (isTranscript)
      return [
        {
          ...shared,
          kind: DocumentKind.TRANSCRIPT,
          metadata,
          blocks: reading.blocks,
          turns: reading.turns,
          warnings: reading.warnings,
        },
      ];
    const isRelease = RELEASE.test(neutral.text.slice(0, 3000));
    return [
      {
        ...shared,
        kind: isRelease ? DocumentKind.PRESS_RELEASE : DocumentKind.NOTE,
        metadata: isRelease ? releaseMetadata(metadata, neutral.text) : metadata,
        blocks: headed(neutral),
        turns: null,
        warnings: [],
      },
    ];
  },
};

/** The first paragraph of a release names the company: `MENLO PARK, Calif. – October 30, 2024 – Meta Platforms, Inc. (Nasdaq: META)`. */
function releaseMetadata(metadata: DocumentMetadata, text: string): DocumentMetadata {
  const head = text.slice(0, 3000);
  const symbol = TICKER.exec(head);
  const before = symbol ? head.slice(Math.max(0, symbol.index - 90), symbol.index) : '';
  // Behind the dateline's last dash.
  const named = before
    .split(/\s[–—-]{1,2}\s|--|\n/)
    .at(-1)
    ?.trim();
  return {
    ...metadata,
    title: head.split('\n')[0] || metadata.title,
    companyName: named && /^[\p{Lu}\d]/u.test(named) ? named : metadata.companyName,
    symbol: symbol?.[1]?.toUpperCase() ?? metadata.symbol,
    eventType: EventType.PRESS_RELEASE,
  };
}

/** Short lines without an end are headings; the first one is the headline. */
function headed({ text, blocks }: NeutralText): Block[] {
  let isFirst = true;
  return blocks.map((block) => {
    const words = text.slice(block.start, block.end);
    if (block.kind !== 'PARAGRAPH') return block;
    if (/^[•●▪◦·–*]\s/.test(words)) return { ...block, kind: 'LIST_ITEM' };
    if (words.length > 140 || /[.!?;,]["”]?$/.test(words)) return block;
    const kind = isFirst ? 'HEADLINE' : 'HEADING';
    isFirst = false;
    return { ...block, kind };
  });
}
