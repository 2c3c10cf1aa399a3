import type { ClaimKind, ClaimScope, Qualifier } from '../../domain/claim.entity';
import type { DocumentKind, TextAccess } from '../../domain/document.entity';
import type { ImportFormat } from '../../domain/import-format';
import type {
  AnalystCommentKind,
  AttributionMethod,
  Directness,
  Section,
  SentimentLabel,
  SpeakerRole,
} from '../../domain/utterance-enums';
import type { Span } from '../../language/span';

/**
 * A document with everything in it, ready to be written: names are ids of stored nodes, and parts of the document refer to
 * each other by their places in these lists. Offsets count Unicode code points of `document.text`.
 */
export interface DocumentRows {
  readonly document: NewDocument;
  readonly events: readonly number[];
  readonly companies: readonly number[];
  /** In order of their places. */
  readonly utterances: readonly NewUtterance[];
  readonly exchanges: readonly NewExchange[];
  readonly renderings: readonly NewRendering[];
  /** Which statements a comment discusses, in order: places in `utterances`. */
  readonly links: readonly { readonly comment: number; readonly statement: number; readonly position: number }[];
  readonly mentions: readonly NewMention[];
  readonly values: readonly NewStatedValue[];
  readonly claims: readonly NewClaim[];
}

export interface NewDocument {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly publishedAtText: string | null;
  readonly format: ImportFormat;
  readonly sha256: string;
  readonly contentDigest: string | null;
  /** Of the taxonomy that its words are tagged by; null where the file named the topics itself. */
  readonly taxonomyVersion: string | null;
  /** The company that its words are tagged as being about, as the document names it. */
  readonly topicsAbout: string | null;
  readonly language: string;
  readonly naturalKey: string;
  readonly text: string;
  readonly length: number;
  /** Null where the text is the source, byte for byte. */
  readonly raw: Buffer | null;
  /** Null: nobody has said. */
  readonly textAccess: TextAccess | null;
}

export interface KnownQuarter {
  readonly id: number;
  readonly company_id: number;
  readonly fiscal_year: number;
  readonly fiscal_quarter: number;
  readonly calendar_year: number;
  readonly calendar_quarter: number;
}

export interface NewTopicMention {
  readonly topicId: number;
  readonly score: number;
  readonly method: string;
  readonly spans: readonly Span[];
}

export interface NewUtterance extends Span {
  readonly type: 'Statement' | 'AnalystComment';
  readonly text: string;
  readonly companyId: number | null;
  readonly eventId: number | null;
  readonly quarter: KnownQuarter | null;
  readonly speakerId: number | null;
  readonly speakerLabel: string;
  readonly speakerRole: SpeakerRole;
  readonly section: Section;
  readonly directness: Directness;
  readonly turn: number | null;
  readonly saidOn: string | null;
  readonly saidAt: string | null;
  /** Best score first. */
  readonly topics: readonly NewTopicMention[];
  readonly sentiment: { readonly score: number; readonly label: SentimentLabel; readonly method: string } | null;
  readonly confidence: number;
  readonly method: AttributionMethod;
  readonly alternativeIds: readonly number[];
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly isForwardLooking: boolean;
  readonly commentKind: AnalystCommentKind | null;
  readonly analystId: number | null;
  readonly firmId: number | null;
  readonly aboutIds: readonly number[];
  readonly rating: string | null;
  readonly priceTarget: { readonly amount: string; readonly currency: string } | null;
}

/** Questions and answers are places in `utterances`. */
export interface NewExchange {
  readonly eventId: number;
  readonly companyId: number;
  readonly quarter: KnownQuarter | null;
  /** The day of the event. */
  readonly saidOn: string;
  readonly questions: readonly number[];
  readonly answers: readonly number[];
}

/** The same words twice: an utterance (of this document by its place, or a stored one by its id) and where else they stand. */
export interface NewRendering extends Span {
  readonly utterance: { readonly place: number } | { readonly id: number };
  /** Null: this document. */
  readonly documentId: number | null;
}

export interface NewMention {
  readonly kind: 'ORGANIZATION' | 'PERSON';
  readonly name: string;
  readonly companyId: number | null;
  readonly personId: number | null;
  readonly spans: readonly Span[];
}

export interface NewStatedValue extends Span {
  readonly companyId: number;
  readonly metricId: number;
  readonly fiscalYear: number;
  readonly fiscalQuarter: number | null;
  readonly basis: string;
  readonly value: string;
  readonly unit: string;
  readonly currency: string | null;
  readonly statedOn: string;
}

export interface NewClaim extends Span {
  readonly kind: `${ClaimKind}`;
  /** Null: it is not certain whose number it is. */
  readonly companyId: number | null;
  readonly scope: `${ClaimScope}`;
  readonly subjectWords: string | null;
  /** Index into the document's claims of the outlook that this one replaces. */
  readonly replaces: number | null;
  readonly metricId: number | null;
  readonly metricLabel: string;
  readonly period: string | null;
  readonly comparedTo: string | null;
  readonly fiscalYear: number | null;
  readonly fiscalQuarter: number | null;
  readonly calendarYear: number | null;
  readonly calendarQuarter: number | null;
  readonly asserted: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
  readonly currency: string | null;
  readonly qualifier: `${Qualifier}`;
  readonly isGuidance: boolean;
  readonly directness: Directness | null;
  /** Place in `utterances`. */
  readonly utterance: number | null;
  readonly assertedById: number | null;
  readonly confidence: number;
}

export interface ImportCounts {
  created: number;
  updated: number;
  unchanged: number;
}

export interface DocumentReport {
  readonly documentId: number;
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly statements: ImportCounts;
  readonly analystComments: ImportCounts;
  readonly claims: ImportCounts;
}

export const noCounts = (): ImportCounts => ({ created: 0, updated: 0, unchanged: 0 });
