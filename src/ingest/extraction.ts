import type { ClaimScope } from '../domain/claim.entity';
import type { DocumentKind } from '../domain/document.entity';
import type { EventType } from '../domain/event.entity';
import type { ImportFormat } from '../domain/import-format';
import type { AttributionMethod, Directness, Section, SpeakerRole } from '../domain/utterance-enums';
import type { Span } from '../language/span';
import type { FiledFactRow } from './neutral-document';

/**
 * What was read from one document: the answer of `earshot extract --json`, and all that resolving and persisting need.
 * Offsets count Unicode code points of the text read. Unknown is null, never an empty string.
 */
export interface Extraction {
  readonly format: ImportFormat;
  /** In [0, 1]. */
  readonly formatConfidence: number;
  readonly document: ExtractedDocument;
  readonly event: ExtractedEvent | null;
  readonly speakers: readonly ExtractedSpeaker[];
  /** In order of their places; one that encloses others stands before them. */
  readonly utterances: readonly ExtractedUtterance[];
  readonly exchanges: readonly ExtractedExchange[];
  /** The turn of the first question, from 0; null without questions. */
  readonly questionsStartTurn: number | null;
  readonly figures: readonly ExtractedFigure[];
  readonly mentions: readonly ExtractedMention[];
  readonly facts: readonly FiledFactRow[];
  readonly warnings: readonly ExtractionWarning[];
}

export interface ExtractedDocument {
  readonly kind: DocumentKind;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** Instant in UTC. */
  readonly publishedAt: string | null;
  readonly publishedAtText: string | null;
  readonly language: string | null;
  /** Of the raw bytes, hexadecimal. */
  readonly sha256: string;
  readonly characters: number;
}

export interface ExtractedEvent {
  /** Null: no occasion of speaking, only a company and a period that the document is about. */
  readonly type: EventType | null;
  readonly company: string | null;
  readonly symbol: string | null;
  readonly cik: string | null;
  /** Canonical period that the words are about. */
  readonly period: string | null;
  readonly date: string | null;
  readonly startsAt: string | null;
  readonly confidence: number;
}

export interface ExtractedSpeaker {
  readonly name: string;
  readonly role: SpeakerRole;
  readonly title: string | null;
  /** The firm of an outside voice; null for the company's own people. */
  readonly firm: string | null;
  readonly aliases: readonly string[];
  readonly confidence: number;
}

export interface ExtractedUtterance extends Span {
  readonly text: string;
  readonly directness: Directness;
  readonly section: Section;
  readonly turn: number | null;
  /** Index into speakers. */
  readonly speaker: number | null;
  /** The speaker as the source prints it. */
  readonly label: string;
  /** The words that name the speaker, where they stand in the text. */
  readonly mention: Span | null;
  readonly role: SpeakerRole;
  /** How sure the speaker is: the measured share of rights of the rule, 0 without one. */
  readonly confidence: number;
  /** The rule that told the speaker; `earshot extract --why` prints it. */
  readonly rule: string;
  readonly method: AttributionMethod;
  /** Words of an outside voice about the company, not of its own people. */
  readonly isComment: boolean;
  /** The day of speaking, where it is another than the event's or there is no event. */
  readonly saidOn: string | null;
  readonly topics: readonly ExtractedTopic[];
  readonly forwardLooking: boolean;
  /** In [-1, 1]; null where there is too little to tell. */
  readonly sentiment: number | null;
  /** How the sentiment was found; with a sentiment only. */
  readonly sentimentMethod?: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

export interface ExtractedTopic {
  readonly slug: string;
  readonly score: number;
  readonly method: string;
  readonly spans: readonly (readonly [number, number])[];
}

/** Indices into utterances. */
export interface ExtractedExchange {
  readonly questions: readonly number[];
  readonly answers: readonly number[];
}

export type FigureKind = 'LEVEL' | 'CHANGE' | 'SHARE' | 'FORECAST';
export type FigureQualifier = 'EXACTLY' | 'APPROXIMATELY' | 'NEARLY' | 'AT_LEAST' | 'AT_MOST' | 'RANGE';

/** Numbers are exact decimals as text. */
export interface ExtractedFigure extends Span {
  readonly text: string;
  readonly kind: FigureKind;
  /** Name in the metric catalogue; null where none is known for the words. */
  readonly metric: string | null;
  /** The words that name what is measured. */
  readonly label: string;
  /** What it is of; a metric of a part is not the company's. */
  readonly scope: `${ClaimScope}`;
  /** The words that name the part; null where it is the company or is not named. */
  readonly subject: string | null;
  readonly period: string | null;
  readonly comparedTo: string | null;
  /** Null for a range, and for growth alone. */
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
  readonly currency: string | null;
  readonly changePercent: string | null;
  readonly qualifier: FigureQualifier;
  /** The company's own outlook. */
  readonly guidance: boolean;
  /** Place of the earlier outlook of the same document that this one replaces. */
  readonly replaces: Span | null;
  /** Index into speakers; null: the document itself. */
  readonly assertedBy: number | null;
  /** Index into utterances of the one that holds it. */
  readonly utterance: number | null;
  /** That all of it is right: the measured share of rights of the rules that read it. */
  readonly confidence: number;
  /** That its metric, its period, its company is right; null where it has none. */
  readonly confidences: {
    readonly metric: number | null;
    readonly period: number | null;
    readonly company: number | null;
  };
  /** Names of the rules that read it; `earshot extract --why` prints them. */
  readonly rules: FigureRules;
}

/** The rules that read a figure, by what they tell of it. */
export interface FigureRules {
  /** What it measures. */
  readonly measure: string;
  /** Which metric of the catalogue those words mean. */
  readonly metric: string;
  /** Whether it is the company's or a part's. */
  readonly scope: string;
  /** Whether it is a level, a change, a share. */
  readonly role: string;
  /** That the number beside it is its growth; null without one. */
  readonly growth: string | null;
  /** Of which period it is. */
  readonly period: string;
  /** That it is an outlook which the company no longer holds; null: it is none. */
  readonly outlook: string | null;
}

/** An organisation or a person named in the body. */
export interface ExtractedMention {
  readonly name: string;
  readonly kind: 'ORGANIZATION' | 'PERSON';
  readonly spans: readonly (readonly [number, number])[];
}

export interface ExtractionWarning {
  readonly code: string;
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
}
