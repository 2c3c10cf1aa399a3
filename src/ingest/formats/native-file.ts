import type { ClaimKind, Qualifier } from '../../domain/claim.entity';
import type {
  AnalystCommentKind,
  AttributionMethod,
  Directness,
  Section,
  SpeakerRole,
} from '../../domain/utterance-enums';

/** The NATIVE form, as schema/native.schema.json describes it field by field. Things are tied by natural keys only. */
export interface NativeFile {
  readonly companies?: readonly NativeCompany[];
  readonly people?: readonly { name: string; aliases?: string[] }[];
  readonly firms?: readonly { name: string; kind: string }[];
  readonly executives?: readonly (Days & { person: string; company: string; title: string; role: string })[];
  readonly analysts?: readonly { person: string; firm?: string; title?: string }[];
  readonly quarters?: readonly { company: string; period: string; start: string; end: string }[];
  readonly events?: readonly NativeEvent[];
  readonly documents?: readonly NativeDocument[];
  readonly facts?: readonly NativeFacts[];
}

interface Days {
  readonly from?: string;
  readonly to?: string;
}

export interface NativeCompany {
  readonly slug: string;
  readonly name: string;
  readonly names?: readonly (Days & { name: string })[];
  readonly sector?: string;
  readonly industry?: string;
  readonly country?: string;
  readonly currency?: string;
  readonly fiscalYearEnd?: string;
  readonly symbols?: readonly (Days & { symbol: string; exchange: string })[];
  readonly identifiers?: readonly (Days & { scheme: string; value: string })[];
}

export interface NativeEvent {
  readonly company: string;
  readonly type: string;
  readonly date: string;
  readonly status?: string;
  readonly title: string;
  readonly startsAt?: string;
  readonly quarter?: string;
}

/** Words that are looked up, or offsets in Unicode code points, or both, which then have to agree. */
export type NativePlace = string | { readonly start?: number; readonly end?: number; readonly text?: string };

export interface NativeDocument {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly publishedAt?: string;
  readonly publishedAtText?: string;
  readonly language?: string;
  readonly textAccess?: string;
  readonly text: string | readonly string[];
  /** The original source; without it, the document as the file has it counts as the source. */
  readonly raw?: { readonly encoding: 'UTF8' | 'BASE64'; readonly content: string };
  readonly companies?: readonly string[];
  readonly quarter?: string;
  readonly events?: readonly string[];
  readonly utterances?: readonly NativeUtterance[];
  readonly exchanges?: readonly { event?: string; questions: string[]; answers?: string[] }[];
  readonly mentions?: readonly {
    name: string;
    kind: string;
    company?: string;
    person?: string;
    spans?: NativePlace[];
  }[];
  readonly values?: readonly NativeValue[];
  readonly claims?: readonly NativeClaim[];
}

export interface NativeUtterance {
  readonly start?: number;
  readonly end?: number;
  readonly text?: string;
  readonly key?: string;
  readonly kind?: 'STATEMENT' | `${AnalystCommentKind}`;
  readonly speaker?: string;
  readonly label?: string;
  readonly role?: `${SpeakerRole}`;
  readonly section?: `${Section}`;
  readonly directness: `${Directness}`;
  readonly turn?: number;
  readonly company?: string;
  readonly quarter?: string;
  readonly event?: string | null;
  readonly saidOn?: string;
  readonly saidAt?: string;
  readonly attribution?: { method: `${AttributionMethod}`; confidence?: number; alternatives?: string[] };
  readonly topics?: readonly (string | { topic: string; spans?: NativePlace[]; score?: number; method?: string })[];
  readonly sentiment?: { score: number; label: string; method: string };
  readonly forwardLooking?: boolean;
  readonly startMs?: number;
  readonly endMs?: number;
  readonly firm?: string;
  readonly about?: readonly string[];
  readonly rating?: string;
  readonly priceTarget?: { amount: string | number; currency: string };
  readonly discusses?: readonly string[];
  readonly renderings?: readonly { document: string; start: number; end: number }[];
}

export interface NativeValue {
  readonly start?: number;
  readonly end?: number;
  readonly text?: string;
  readonly metric: string;
  readonly company?: string;
  readonly period: string;
  readonly value: string | number;
  readonly unit: string;
  readonly currency?: string;
  readonly basis?: string;
}

/** A value, or at least one bound of a range. */
export interface NativeClaim {
  readonly start?: number;
  readonly end?: number;
  readonly text?: string;
  readonly kind: `${ClaimKind}`;
  readonly company?: string;
  readonly metric?: string;
  readonly label: string;
  readonly period?: string;
  readonly comparedTo?: string;
  readonly value?: string | number;
  readonly low?: string | number;
  readonly high?: string | number;
  readonly unit: string;
  readonly currency?: string;
  readonly qualifier?: `${Qualifier}`;
  readonly guidance?: boolean;
  readonly assertedBy?: string;
  readonly utterance?: string;
  readonly confidence?: number;
}

/** Columnar, as companyfacts have them: `filings` once each, rows refer to them by accession number. */
export interface NativeFacts {
  readonly company: string;
  readonly filings: readonly [accession: string, form: string, filed: string, fy?: number | null, fp?: string | null][];
  readonly series: readonly {
    readonly taxonomy: string;
    readonly concept: string;
    readonly unit: string;
    readonly rows: readonly [
      start: string | null,
      end: string,
      value: number | string,
      accession: string,
      frame?: string | null,
    ][];
  }[];
}
