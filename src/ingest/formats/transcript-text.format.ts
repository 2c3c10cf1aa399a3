import { DocumentKind } from '../../domain/document.entity';
import { ImportFormat } from '../../domain/import-format';
import { ImportError } from '../fault';
import { opensAsJson } from '../json-text';
import type { NeutralDocument, NeutralTurn } from '../neutral-document';
import type { Source } from '../source';
import type { DocumentFormat, ParseHints } from './format';
import { countCallCues, countSpokenCues, shareOfWe } from './transcript/call-cues';
import { isCallTable, readCallTable } from './transcript/call-table';
import { metadataOfHead } from './transcript/head-metadata';
import { readingOf, type TranscriptReading } from './transcript/read-transcript';

/** Longer files are no transcript of one occasion: a day of eight hours has 600,000 characters. */
const LONGEST = 4_000_000;

/** A transcript as plain text or Markdown, with its speakers' labels in any layout or without labels. */
export const transcriptText: DocumentFormat = {
  name: ImportFormat.TRANSCRIPT_TEXT,

  recognises(source: Source): number {
    const text = source.textOrNull();
    if (text === null || text.length > LONGEST || /^\s*[<%]/.test(text.slice(0, 200)) || opensAsJson(text)) return 0;
    return isCallTable(text) ? 0.97 : confidenceOf(text, readingOf(source, text));
  },

  parse(source: Source, hints: ParseHints): NeutralDocument[] {
    const text = source.text();
    if (!text.trim()) throw refusal(source, 'is empty');
    if (text.length > LONGEST)
      throw refusal(source, `has ${text.length} characters; a transcript has at most ${LONGEST}`);
    if (isCallTable(text)) return [readCallTable(source, hints)];
    const reading = readingOf(source, text);
    const turns = reading.turns.length > 0 ? reading.turns : [unlabelled(reading)];
    if (turns.every(({ paragraphs }) => paragraphs.length === 0))
      throw refusal(source, 'has no words, only labels and furniture');
    return [
      {
        format: ImportFormat.TRANSCRIPT_TEXT,
        formatConfidence: confidenceOf(text, reading),
        kind: DocumentKind.TRANSCRIPT,
        text,
        metadata: metadataOfHead(
          reading.head.map((line) => line.text),
          hints,
        ),
        blocks: reading.blocks,
        turns,
        facts: [],
        warnings: [...source.decoded().warnings, ...reading.warnings],
      },
    ];
  },
};

/** Turns by two voices or more make a transcript; without labels the phrases of a call do. */
function confidenceOf(text: string, reading: TranscriptReading): number {
  const speakers = new Map<string, number>();
  for (const { label } of reading.turns) if (label !== null) speakers.set(label, (speakers.get(label) ?? 0) + 1);
  const cues = countCallCues(text);
  const numbered = reading.turns.filter(({ isAnonymous, label }) => isAnonymous && /\d/.test(label ?? '')).length;
  // Numbers instead of names are the other format's.
  const share = reading.turns.length > 0 ? numbered / reading.turns.length : 0;
  if (share > 0.5) return 0.4;
  if (speakers.size >= 2 && reading.labelled >= 4) return Math.min(0.98, 0.8 + 0.02 * reading.labelled + 0.02 * cues);
  if (speakers.size >= 2) return cues >= 2 ? 0.75 : 0.45;
  const we = shareOfWe(text);
  if (text.length < 400) return 0;
  // A release has a call's topics; only a call has its phrases, and people who say we.
  const spoken = countSpokenCues(text);
  if (spoken >= 4 && cues >= 4) return 0.8;
  // Nobody speaks in quotation marks.
  const quotes = text.match(/[“”"]/g)?.length ?? 0;
  if (spoken < 2 || we < 0.02 || quotes > text.length / 800) return 0;
  return Math.min(0.7, 0.35 + 0.04 * (cues + spoken) + 4 * we);
}

/** All words as one turn of nobody: the source marks no turns. */
function unlabelled({ blocks }: TranscriptReading): NeutralTurn {
  return {
    label: null,
    labelRange: null,
    isAnonymous: true,
    name: null,
    title: null,
    firm: null,
    role: null,
    section: null,
    paragraphs: blocks.filter(({ kind }) => kind === 'PARAGRAPH' || kind === 'DEK' || kind === 'HEADLINE'),
    startMs: null,
    endMs: null,
  };
}

const refusal = (source: Source, message: string): ImportError => new ImportError([{ path: '', message }], source.name);
