import type { ClaimScope } from '../../domain/claim.entity';
import type { EventType } from '../../domain/event.entity';
import type { AttributionMethod, Directness, Section, SentimentLabel, SpeakerRole } from '../../domain/utterance-enums';
import type { TextRange } from '../../language/span';
import type { ExtractedExchange, ExtractedSpeaker, FigureKind, FigureQualifier, FigureRules } from '../extraction';
import type { ParseWarning } from '../neutral-document';

/** Findings of the pure extractors. Ranges count UTF-16 units of the document's text; extract-document.ts makes code points of them. */

/** The company, the period and the occasion that a document is about. */
export interface Occasion {
  readonly type: EventType | null;
  readonly company: string | null;
  readonly symbol: string | null;
  readonly cik: string | null;
  /** Canonical period that the words are about, FY2024Q4. */
  readonly period: string | null;
  /** Day of the event, YYYY-MM-DD. */
  readonly date: string | null;
  readonly startsAt: string | null;
  readonly confidence: number;
}

/** Words that somebody said, without what is read from the words alone (topics, sentiment, outlook). */
export interface Spoken extends TextRange {
  readonly directness: Directness;
  readonly section: Section;
  readonly turn: number | null;
  /** Index into speakers. */
  readonly speaker: number | null;
  readonly label: string;
  readonly mention: TextRange | null;
  readonly role: SpeakerRole;
  readonly confidence: number;
  /** What told the speaker. */
  readonly rule: string;
  readonly method: AttributionMethod;
  readonly isComment: boolean;
  readonly saidOn: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

export interface MentionFinding {
  readonly name: string;
  readonly kind: 'ORGANIZATION' | 'PERSON';
  readonly ranges: readonly TextRange[];
}

/** Who said what in a document. */
export interface Speech {
  readonly speakers: readonly ExtractedSpeaker[];
  /** Ordered by start; of two with the same start the longer first. */
  readonly utterances: readonly Spoken[];
  readonly exchanges: readonly ExtractedExchange[];
  readonly questionsStartTurn: number | null;
  readonly mentions: readonly MentionFinding[];
  readonly warnings: readonly ParseWarning[];
}

export interface TopicFinding {
  readonly slug: string;
  readonly score: number;
  readonly method: string;
  /** Sentences, or the words themselves where the utterance is shorter than a sentence. */
  readonly ranges: readonly TextRange[];
}

export interface SentimentFinding {
  readonly score: number;
  readonly label: SentimentLabel;
  readonly method: string;
}

/** A number asserted in the text, with what it measures. Numbers are exact decimals as text. */
export interface FigureFinding extends TextRange {
  readonly kind: FigureKind;
  readonly metric: string | null;
  readonly label: string;
  /** What it is of; a metric of a part is not the company's. */
  readonly scope: `${ClaimScope}`;
  /** The words that name the part; null where it is the company or is not named. */
  readonly subject: string | null;
  readonly period: string | null;
  readonly comparedTo: string | null;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
  readonly currency: string | null;
  readonly changePercent: string | null;
  readonly qualifier: FigureQualifier;
  readonly guidance: boolean;
  /** Place of the earlier outlook of the same document that this one replaces. */
  readonly replaces: TextRange | null;
  readonly assertedBy: number | null;
  readonly utterance: number | null;
  /** The rules that read it. */
  readonly rules: FigureRules;
}
