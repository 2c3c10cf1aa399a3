import { DocumentKind } from '../../domain/document.entity';
import type { EventType } from '../../domain/event.entity';
import { ImportFormat } from '../../domain/import-format';
import { AttributionMethod, Section, SpeakerRole } from '../../domain/utterance-enums';
import { CodePointText, type Span } from '../../language/span';
import type {
  ExtractedEvent,
  ExtractedFigure,
  ExtractedSpeaker,
  ExtractedUtterance,
  Extraction,
  FigureRules,
} from '../extraction';
import { type FiledFactRow, type NeutralDocument, NO_METADATA } from '../neutral-document';
import { locate, locateAll } from './locate';
import { digestOf } from './native-document';
import { factRowsOf } from './native-fact';
import { placeUtterances } from './native-utterance';
import type { NativeDocument, NativeFile } from './schema';

export interface NativeExtraction {
  readonly neutral: NeutralDocument;
  readonly extraction: Extraction;
}

/**
 * What a NATIVE file says of each of its documents, in the shape in which other documents are read: for `earshot extract`. Places are
 * looked up in the text as an import does; what the file names and the database would have to know is taken by its name. The filed
 * numbers of a file stand with its first document; a file that has nothing else is told as a document without a text.
 */
export function extractNative(file: NativeFile): NativeExtraction[] {
  const facts = (file.facts ?? []).flatMap((table, i) => factRowsOf(table, `facts[${i}]`));
  const documents = file.documents ?? [];
  if (documents.length === 0)
    return [extractionOf({ key: 'none', kind: DocumentKind.FILING, title: '', text: '' }, 'documents', file, facts)];
  return documents.map((document, i) => extractionOf(document, `documents[${i}]`, file, i === 0 ? facts : []));
}

function extractionOf(
  document: NativeDocument,
  path: string,
  file: NativeFile,
  facts: readonly FiledFactRow[],
): NativeExtraction {
  const text = new CodePointText([document.text].flat().join('\n\n'));
  const placed = placeUtterances({ document, text, path });
  const speakers = speakersOf(document, file);
  const indexOf = (name: string | undefined) => {
    const found = speakers.findIndex((speaker) => speaker.name === name);
    return found < 0 ? null : found;
  };
  const utterances = placed.map(({ utterance, span, path: at }): ExtractedUtterance => {
    const { speaker, kind, attribution, sentiment } = utterance;
    const isComment = kind !== undefined && kind !== 'STATEMENT';
    return {
      ...span,
      text: text.slice(span),
      directness: utterance.directness as ExtractedUtterance['directness'],
      section: (utterance.section ?? sectionOf(document)) as Section,
      turn: utterance.turn ?? null,
      speaker: indexOf(speaker),
      label: utterance.label ?? speaker ?? '',
      mention: null,
      role: (utterance.role ?? roleOf(speaker, isComment)) as SpeakerRole,
      confidence: attribution?.confidence ?? 1,
      rule: 'as the file says',
      method: (attribution?.method ?? AttributionMethod.MANUAL) as AttributionMethod,
      isComment,
      saidOn: utterance.saidOn ?? null,
      topics: (utterance.topics ?? []).map((entry, i) => {
        const { topic, spans, score = 1, method = 'manual' } = typeof entry === 'string' ? { topic: entry } : entry;
        const where = spans ? locateAll(text, spans, `${at}.topics[${i}].spans`, span) : [span];
        return { slug: topic, score, method, spans: where.map(pairOf) };
      }),
      forwardLooking: utterance.forwardLooking ?? false,
      sentiment: sentiment?.score ?? null,
      sentimentMethod: sentiment?.method ?? null,
      startMs: utterance.startMs ?? null,
      endMs: utterance.endMs ?? null,
    };
  });
  const placeOf = new Map(
    placed.flatMap(({ utterance: { key } }, i) => (key === undefined ? [] : [[key, i] as const])),
  );
  const placesOf = (keys: readonly string[] = []) => keys.flatMap((key) => placeOf.get(key) ?? []);
  const extraction: Extraction = {
    format: ImportFormat.NATIVE,
    formatConfidence: 1,
    document: {
      kind: document.kind as DocumentKind,
      title: document.title || null,
      publisher: document.publisher ?? null,
      url: document.url ?? null,
      publishedAt: document.publishedAt ?? null,
      publishedAtText: document.publishedAtText ?? null,
      language: document.language ?? 'en',
      sha256: digestOf(JSON.stringify(document)),
      characters: text.length,
    },
    event: eventOf(document, file),
    speakers,
    utterances,
    exchanges: (document.exchanges ?? []).map(({ questions, answers }) => ({
      questions: placesOf(questions),
      answers: placesOf(answers),
    })),
    questionsStartTurn: null,
    figures: figuresOf(document, path, text, (name) => indexOf(name), placeOf),
    mentions: (document.mentions ?? []).map(({ name, kind, spans }, i) => ({
      name,
      kind,
      spans: locateAll(text, spans ?? [name], `${path}.mentions[${i}].spans`).map(pairOf),
    })),
    facts,
    warnings: [],
  };
  const neutral: NeutralDocument = {
    format: ImportFormat.NATIVE,
    formatConfidence: 1,
    kind: document.kind as DocumentKind,
    text: text.value,
    metadata: NO_METADATA,
    blocks: [],
    turns: null,
    facts,
    warnings: [],
  };
  return { neutral, extraction };
}

const pairOf = ({ start, end }: Span) => [start, end] as const;

const sectionOf = ({ kind }: NativeDocument): Section =>
  kind === 'NEWS_ARTICLE' || kind === 'NOTE' ? Section.ARTICLE : Section.UNKNOWN;

function roleOf(speaker: string | undefined, isComment: boolean): SpeakerRole {
  if (speaker === undefined) return SpeakerRole.UNKNOWN;
  return isComment ? SpeakerRole.ANALYST : SpeakerRole.EXECUTIVE;
}

/** Whoever speaks or asserts a number, in order of coming up, with what the file tells of them. */
function speakersOf({ utterances = [], claims = [] }: NativeDocument, file: NativeFile): ExtractedSpeaker[] {
  const spoken = utterances.flatMap(({ speaker, kind, role, firm }) =>
    speaker === undefined ? [] : [{ name: speaker, role, firm, isComment: kind !== undefined && kind !== 'STATEMENT' }],
  );
  const asserted = claims.flatMap(({ assertedBy }) => assertedBy ?? []);
  const names = new Set([...spoken.map(({ name }) => name), ...asserted]);
  return [...names].map((name) => {
    const first = spoken.find((entry) => entry.name === name);
    const office = file.executives?.find(({ person }) => person === name);
    const analyst = file.analysts?.find(({ person }) => person === name);
    return {
      name,
      role: (first?.role ?? roleOf(name, first?.isComment ?? false)) as SpeakerRole,
      title: office?.title ?? analyst?.title ?? null,
      firm: first?.firm ?? analyst?.firm ?? null,
      aliases: file.people?.find((person) => person.name === name)?.aliases ?? [],
      confidence: 1,
    };
  });
}

function eventOf(
  { events = [], companies = [], quarter, publishedAt }: NativeDocument,
  file: NativeFile,
): ExtractedEvent | null {
  const [slug = companies[0] ?? null, type = null, date = null] = events[0]?.split('/') ?? [];
  if (slug === null && quarter === undefined) return null;
  const company = file.companies?.find((entry) => entry.slug === slug);
  const event = file.events?.find((entry) => entry.company === slug && entry.type === type && entry.date === date);
  const day = date ?? publishedAt?.slice(0, 10);
  const holds = ({ from, to }: { readonly from?: string; readonly to?: string }) =>
    day === undefined || ((from === undefined || from <= day) && (to === undefined || day <= to));
  return {
    type: type as EventType | null,
    company: company?.name ?? slug,
    symbol: company?.symbols?.find(holds)?.symbol ?? null,
    cik: company?.identifiers?.find(({ scheme }) => scheme === 'CIK')?.value ?? null,
    period: quarter ?? event?.quarter ?? null,
    date,
    startsAt: event?.startsAt ?? null,
    confidence: 1,
  };
}

/** What a file states has no rule that could have been counted. */
const AS_STATED = { metric: null, period: null, company: null };

/** The file names everything itself. */
const GIVEN: FigureRules = {
  measure: 'given',
  metric: 'given',
  scope: 'given',
  role: 'given',
  growth: null,
  period: 'given',
  outlook: null,
};
const NO_NUMBER = { value: null, low: null, high: null, changePercent: null, comparedTo: null };

/** Claims, and the values of metrics that a document states. */
function figuresOf(
  { claims = [], values = [] }: NativeDocument,
  path: string,
  text: CodePointText,
  indexOf: (name: string | undefined) => number | null,
  placeOf: ReadonlyMap<string, number>,
): ExtractedFigure[] {
  const exact = (value: string | number | undefined) => (value === undefined ? null : String(value));
  const placed = (place: Span) => ({ ...place, text: text.slice(place) });
  const stated = values.map(
    (value, i): ExtractedFigure => ({
      ...NO_NUMBER,
      ...placed(locate(text, value, `${path}.values[${i}]`)),
      kind: 'LEVEL',
      metric: value.metric,
      label: value.metric,
      scope: 'COMPANY',
      subject: null,
      period: value.period,
      value: exact(value.value),
      unit: value.unit,
      currency: value.currency ?? null,
      qualifier: 'EXACTLY',
      guidance: false,
      replaces: null,
      assertedBy: null,
      utterance: null,
      confidence: 1,
      confidences: AS_STATED,
      rules: GIVEN,
    }),
  );
  const asserted = claims.map(
    (claim, i): ExtractedFigure => ({
      ...NO_NUMBER,
      ...placed(locate(text, claim, `${path}.claims[${i}]`)),
      kind: claim.kind,
      metric: claim.metric ?? null,
      label: claim.label,
      scope: claim.scope ?? 'COMPANY',
      subject: claim.subject ?? null,
      period: claim.period ?? null,
      comparedTo: claim.comparedTo ?? null,
      value: exact(claim.value),
      low: exact(claim.low),
      high: exact(claim.high),
      unit: claim.unit,
      currency: claim.currency ?? null,
      qualifier: claim.qualifier ?? 'EXACTLY',
      guidance: claim.guidance ?? false,
      replaces: null,
      assertedBy: indexOf(claim.assertedBy),
      utterance: claim.utterance === undefined ? null : (placeOf.get(claim.utterance) ?? null),
      confidence: claim.confidence ?? 1,
      confidences: AS_STATED,
      rules: GIVEN,
    }),
  );
  return [...stated, ...asserted].sort((a, b) => a.start - b.start || a.end - b.end);
}
