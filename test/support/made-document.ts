import type { Client } from 'pg';
import { DocumentKind } from '../../src/domain/document.entity';
import { EventType } from '../../src/domain/event.entity';
import { ImportFormat } from '../../src/domain/import-format';
import { AttributionMethod, Directness, Section, SpeakerRole } from '../../src/domain/utterance-enums';
import type {
  ExtractedEvent,
  ExtractedFigure,
  ExtractedSpeaker,
  ExtractedUtterance,
  Extraction,
} from '../../src/ingest/extraction';
import { NO_HINTS, type ParseHints } from '../../src/ingest/formats/format';
import { NO_METADATA } from '../../src/ingest/neutral-document';
import { inImport } from '../../src/ingest/persist/import-lock';
import type { ReadDocument } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';
import { writeSourceDocument } from '../../src/ingest/write-source';

/** One turn: whose, the words, and what is particular about them. */
export type MadeTurn = readonly [speaker: number | null, words: string, more?: Partial<ExtractedUtterance>];

export interface MadeDocument {
  readonly event?: Partial<ExtractedEvent>;
  readonly document?: Partial<Extraction['document']>;
  readonly format?: ImportFormat;
  readonly speakers: readonly (Partial<ExtractedSpeaker> & { readonly name: string })[];
  readonly turns: readonly MadeTurn[];
  readonly exchanges?: Extraction['exchanges'];
  /** Each with the words in which it stands. */
  readonly figures?: readonly (Partial<ExtractedFigure> & { readonly words: string })[];
  readonly organisations?: readonly string[];
  readonly labelOf?: (name: string) => string;
}

export const CALL: ExtractedEvent = {
  type: EventType.EARNINGS_CALL,
  company: 'Orchard Robotics, Inc.',
  symbol: 'ORCH',
  cik: null,
  period: 'FY2024Q3',
  date: '2024-10-24',
  startsAt: null,
  confidence: 0.9,
};

/** A document as parsing and extraction would hand it over: a transcript of made-up people. Offsets are found, not given. */
export function makeDocument(made: MadeDocument): { read: ReadDocument; source: Source } {
  const labelOf = made.labelOf ?? ((name: string) => name);
  const nameOf = (speaker: number | null) => (speaker === null ? 'Speaker 7' : made.speakers[speaker]!.name);
  const text = `${made.turns.map(([speaker, words]) => `${labelOf(nameOf(speaker))}: ${words}`).join('\n\n')}\n`;
  const kind = made.document?.kind ?? DocumentKind.TRANSCRIPT;
  const source = new Source('made.txt', Buffer.from(text));
  const utterances = placeTurns(made, text);
  const extraction: Extraction = {
    format: made.format ?? ImportFormat.TRANSCRIPT_TEXT,
    formatConfidence: 0.9,
    document: {
      kind,
      title: 'Orchard Robotics third quarter call',
      publisher: null,
      url: null,
      publishedAt: null,
      publishedAtText: null,
      language: 'en',
      sha256: source.sha256,
      characters: [...text].length,
      ...made.document,
    },
    event: { ...CALL, ...made.event },
    speakers: made.speakers.map((speaker) => ({
      role: SpeakerRole.EXECUTIVE,
      title: null,
      firm: null,
      aliases: [],
      confidence: 0.95,
      ...speaker,
    })),
    utterances,
    exchanges: made.exchanges ?? [],
    questionsStartTurn: null,
    figures: (made.figures ?? []).map((figure) => placeFigure(figure, text, utterances)),
    mentions: (made.organisations ?? []).map((name) => ({ name, kind: 'ORGANIZATION', spans: spansOf(text, name) })),
    facts: [],
    warnings: [],
  };
  const neutral = {
    format: extraction.format,
    formatConfidence: 0.9,
    kind,
    text,
    metadata: NO_METADATA,
    blocks: [],
    turns: [],
    facts: [],
    warnings: [],
  };
  return { read: { neutral, extraction }, source };
}

function placeTurns({ turns, speakers }: MadeDocument, text: string): ExtractedUtterance[] {
  let from = 0;
  return turns.map(([speaker, words, more], turn) => {
    const at = text.indexOf(words, from);
    from = at + words.length;
    const start = [...text.slice(0, at)].length;
    const { topics = [], ...rest } = more ?? {};
    return {
      start,
      end: start + [...words].length,
      text: words,
      directness: Directness.TRANSCRIPT,
      section: Section.PREPARED_REMARKS,
      turn,
      speaker,
      label: speaker === null ? 'Speaker 7' : speakers[speaker]!.name,
      mention: null,
      role: speaker === null ? SpeakerRole.UNKNOWN : (speakers[speaker]!.role ?? SpeakerRole.EXECUTIVE),
      confidence: 0.95,
      rule: 'made',
      method: AttributionMethod.SPEAKER_LABEL,
      isComment: false,
      saidOn: null,
      forwardLooking: false,
      sentiment: null,
      startMs: null,
      endMs: null,
      ...rest,
      topics: topics.map((topic) => ({ ...topic, spans: [[start, start + [...words].length] as const] })),
    };
  });
}

function placeFigure(
  { words, ...figure }: Partial<ExtractedFigure> & { words: string },
  text: string,
  utterances: readonly ExtractedUtterance[],
): ExtractedFigure {
  const [start, end] = spansOf(text, words)[0] as [number, number];
  const utterance = utterances.findIndex((u) => u.start <= start && end <= u.end);
  return {
    start,
    end,
    text: words,
    kind: 'LEVEL',
    metric: null,
    label: words,
    scope: 'COMPANY',
    subject: null,
    period: null,
    comparedTo: null,
    value: null,
    low: null,
    high: null,
    unit: 'USD',
    currency: null,
    changePercent: null,
    qualifier: 'EXACTLY',
    guidance: false,
    replaces: null,
    assertedBy: null,
    utterance: utterance < 0 ? null : utterance,
    rules: {
      measure: 'made up',
      metric: 'made up',
      scope: 'made up',
      role: 'made up',
      growth: null,
      period: 'made up',
      outlook: null,
    },
    confidence: 0.9,
    confidences: { metric: 0.9, period: 0.9, company: 0.9 },
    ...figure,
  };
}

function spansOf(text: string, words: string): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const start = [...text.slice(0, at)].length;
    spans.push([start, start + [...words].length]);
  }
  return spans;
}

/** Writes it as an import would, in a transaction of its own. */
export function writeMade(client: Client, made: MadeDocument, hints: Partial<ParseHints> = {}, keep = true) {
  const { read, source } = makeDocument(made);
  const part = { ordinal: 0, count: 1 };
  return inImport(client, () => writeSourceDocument(client, source, part, read, { ...NO_HINTS, ...hints }), { keep });
}

export const topic = (slug: string) => ({ slug, score: 0.9, method: 'taxonomy/1', spans: [] });
