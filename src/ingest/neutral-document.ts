import type { DocumentKind } from '../domain/document.entity';
import type { EventType } from '../domain/event.entity';
import type { ImportFormat } from '../domain/import-format';
import type { FiledFact } from '../domain/metric/filed-fact';
import type { Section, SpeakerRole } from '../domain/utterance-enums';
import type { TextRange } from '../language/span';

/** What a stretch of a document's text is for its reader. Only body blocks are searched for quotes and figures. */
export type BlockKind =
  | 'HEADLINE'
  | 'DEK'
  | 'BYLINE'
  | 'DATELINE'
  | 'HEADING'
  | 'PARAGRAPH'
  | 'LIST_ITEM'
  | 'TABLE_ROW'
  | 'CAPTION'
  /** Navigation, related links, page numbers, cookie bars, a headline that is repeated: never evidence of anything. */
  | 'FURNITURE';

export interface Block extends TextRange {
  readonly kind: BlockKind;
}

/** One turn of speaking as the source marks it. */
export interface NeutralTurn {
  /** The label as printed, `Mark Zuckerberg, CEO` or `spk07`; null where the source prints none. */
  readonly label: string | null;
  /** Where the label stands; null where it is not part of the text. */
  readonly labelRange: TextRange | null;
  /** A machine's number for a voice, not a name. */
  readonly isAnonymous: boolean;
  /** What the source itself says of the speaker; null is unknown. */
  readonly name: string | null;
  readonly title: string | null;
  readonly firm: string | null;
  readonly role: SpeakerRole | null;
  readonly section: Section | null;
  /** In [0, 1]: how sure it is that label and words belong together, where that is in doubt. */
  readonly labelConfidence?: number;
  /** The words: the source's paragraphs, cut where page furniture stands between them; in order, without gaps of words. */
  readonly paragraphs: readonly TextRange[];
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** What a source says of itself; null is unknown, never an empty string. */
export interface DocumentMetadata {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** Instant in UTC with Z, only where the source tells time and zone or whoever imports it does. */
  readonly publishedAt: string | null;
  /** As the source prints it. */
  readonly publishedAtText: string | null;
  /** Day in the source's own zone, where it tells one. */
  readonly publishedOn: string | null;
  /** BCP 47, `en`. */
  readonly language: string | null;
  readonly companyName: string | null;
  readonly symbol: string | null;
  /** Without leading zeros. */
  readonly cik: string | null;
  /** Canonical, FY2024Q4. */
  readonly period: string | null;
  readonly eventType: EventType | null;
  /** YYYY-MM-DD */
  readonly eventDate: string | null;
  /** Instant in UTC, only where the source tells time and zone. */
  readonly eventStartsAt: string | null;
}

export const NO_METADATA: DocumentMetadata = {
  title: null,
  publisher: null,
  url: null,
  publishedAt: null,
  publishedAtText: null,
  publishedOn: null,
  language: null,
  companyName: null,
  symbol: null,
  cik: null,
  period: null,
  eventType: null,
  eventDate: null,
  eventStartsAt: null,
};

/** Something that a reader of the source should know; offsets where it has a place. */
export interface ParseWarning extends Partial<TextRange> {
  readonly code: string;
  readonly message: string;
}

/** What one document says, whatever its format was: the result of parsing, the input of extraction. */
export interface NeutralDocument {
  readonly format: ImportFormat;
  /** In [0, 1]: how sure it is that this is the format. */
  readonly formatConfidence: number;
  readonly kind: DocumentKind;
  /** Text formats: as decoded, unchanged (BOM and CRLF kept). HTML, PDF and JSON: the neutral text that `extract --text` prints. */
  readonly text: string;
  readonly metadata: DocumentMetadata;
  /** In order, not overlapping. */
  readonly blocks: readonly Block[];
  /** Null: not a transcript. */
  readonly turns: readonly NeutralTurn[] | null;
  readonly facts: readonly FiledFactRow[];
  readonly warnings: readonly ParseWarning[];
}

/**
 * Begins what stands for the accession number where a filing does not tell it: the digest of its file follows. It cannot be
 * taken for an accession number, and persisting replaces it once the filing is known.
 */
export const UNKNOWN_FILING = 'sha256:';

/** A filed number with what a filing says of itself. */
export interface FiledFactRow extends FiledFact {
  /** Null: the source tells none, or the SEC gave the frame of this period to another row. */
  readonly frame: string | null;
  readonly filingFiscalYear: number | null;
  readonly filingFiscalPeriod: string | null;
  /** XBRL dimensions, `axis=member`, sorted; empty for the whole company. */
  readonly dimensions: readonly string[];
  /** XBRL `decimals`, -6 for millions: how far the number is exact. Null or left out: wholly, or not told. */
  readonly decimals?: number | null;
}
