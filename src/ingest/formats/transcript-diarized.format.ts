import { DocumentKind } from '../../domain/document.entity';
import { EventType } from '../../domain/event.entity';
import { ImportFormat } from '../../domain/import-format';
import { readWrittenDay } from '../../language/day';
import { ImportError } from '../fault';
import { opensAsJson } from '../json-text';
import {
  type DocumentMetadata,
  type NeutralDocument,
  type NeutralTurn,
  NO_METADATA,
  type ParseWarning,
} from '../neutral-document';
import type { Source } from '../source';
import type { DocumentFormat, ParseHints } from './format';
import { type DiarizedFile, layOut, readDiarized } from './transcript/diarized-json';
import { metadataOfHead } from './transcript/head-metadata';
import { readingOf } from './transcript/read-transcript';

/** A transcript whose speakers have numbers: JSON of machines that tell voices apart, or text with `Speaker 0:`. */
export const transcriptDiarized: DocumentFormat = {
  name: ImportFormat.TRANSCRIPT_DIARIZED,

  recognises(source: Source): number {
    const text = source.textOrNull();
    if (text === null) return 0;
    if (opensAsJson(text)) {
      const json = source.json();
      const file = 'value' in json ? readDiarized(json.value) : null;
      if (!file) return 0;
      // A vendor's own marks go to the vendor's format.
      return file.isVendors ? 0.4 : 0.9;
    }
    if (text.length > 4_000_000 || !/(?:speaker|spk|voice|SPEAKER)[\s_#-]{0,2}\d/i.test(text.slice(0, 20_000)))
      return 0;
    const { turns } = readingOf(source, text);
    const numbered = turns.filter(
      ({ isAnonymous, label }) => isAnonymous && /\d|^Speaker [A-Z]$/i.test(label ?? ''),
    ).length;
    return turns.length >= 2 && numbered / turns.length > 0.5 ? 0.92 : 0;
  },

  parse(source: Source, hints: ParseHints): NeutralDocument[] {
    const text = source.text();
    if (!opensAsJson(text)) return [readText(text, hints, source)];
    const json = source.json();
    if ('error' in json) throw refusal(source, `is no JSON: ${json.error.message}`);
    const file = readDiarized(json.value);
    if (!file) throw refusal(source, 'has no list of turns with a speaker and a text each');
    const { text: words, turns, blocks } = layOut(file.turns);
    if (turns.length === 0) throw refusal(source, 'has no words');
    const read = document(words, metadataOf(file, hints), turns, blocks, file.isVendors ? 0.4 : 0.9);
    return [{ ...read, warnings: turns.flatMap((turn) => (turn.label === null ? [withoutVoice(turn)] : [])) }];
  },
};

/** What a reader should know of words that the machine gave to nobody. */
function withoutVoice({ paragraphs }: NeutralTurn): ParseWarning {
  const [start, end] = [paragraphs[0]?.start ?? 0, paragraphs.at(-1)?.end ?? 0];
  return {
    code: 'VOICE_MISSING',
    message: 'these words have no speaker in the file; they are kept as nobody’s',
    start,
    end,
  };
}

function readText(text: string, hints: ParseHints, source: Source): NeutralDocument {
  const reading = readingOf(source, text);
  if (reading.turns.length === 0) throw refusal(source, 'has no label such as "Speaker 0:" before any words');
  const head = metadataOfHead(
    reading.head.map((line) => line.text),
    hints,
  );
  return {
    ...document(text, head, reading.turns, reading.blocks, 0.92),
    warnings: [...source.decoded().warnings, ...reading.warnings],
  };
}

function document(
  text: string,
  metadata: DocumentMetadata,
  turns: NeutralDocument['turns'],
  blocks: NeutralDocument['blocks'],
  formatConfidence: number,
): NeutralDocument {
  return {
    format: ImportFormat.TRANSCRIPT_DIARIZED,
    formatConfidence,
    kind: DocumentKind.TRANSCRIPT,
    text,
    metadata,
    blocks,
    turns,
    facts: [],
    warnings: [],
  };
}

function metadataOf({ event, title }: DiarizedFile, hints: ParseHints): DocumentMetadata {
  const period = event.year && event.quarter ? `FY${event.year}Q${event.quarter}` : null;
  return {
    ...NO_METADATA,
    title,
    url: hints.url,
    publisher: hints.publisher,
    publishedAt: hints.publishedAt,
    language: 'en',
    companyName: event.company,
    symbol: event.symbol,
    period: period ?? hints.period,
    eventType: period ? EventType.EARNINGS_CALL : null,
    eventDate: event.date ? readWrittenDay(event.date) : null,
  };
}

const refusal = (source: Source, message: string): ImportError => new ImportError([{ path: '', message }], source.name);
