import type { TextAccess } from '../../domain/document.entity';
import type { ImportFormat } from '../../domain/import-format';
import type { NeutralDocument } from '../neutral-document';
import type { Source } from '../source';

/** What whoever imports a file says of it; it fills what the source leaves open and never overrides what the source states. */
export interface ParseHints {
  readonly url: string | null;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  /** Symbol, CIK or slug. */
  readonly company: string | null;
  /** A company that is to be made where it is not known, for sources that do not name theirs; left out: none. */
  readonly createCompany?: { readonly name: string; readonly symbol: string | null } | null;
  /** Canonical period. */
  readonly period: string | null;
  /** How much of its text the graph gives out; null or left out: as holds for its publisher and format. */
  readonly textAccess?: TextAccess | null;
}

export const NO_HINTS: ParseHints = { url: null, publisher: null, publishedAt: null, company: null, period: null };

/**
 * A form in which documents come. One file per format; `index.ts` is the only list of them, and formats never import each other.
 */
export interface DocumentFormat {
  readonly name: ImportFormat;
  /** The most bytes that a source of this format may have; 16 MiB where it says nothing. */
  readonly largest?: number;
  /** How sure it is, in [0, 1], that the source is of this format; 0: it is not. Cheap, by content, never throws. */
  recognises(source: Source): number;
  /** The documents in the source. Throws an ImportError that says what is wrong and where. */
  parse(source: Source, hints: ParseHints): Promise<readonly NeutralDocument[]> | readonly NeutralDocument[];
}
