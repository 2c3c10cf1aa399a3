import type { ImportFormat } from '../domain/import-format';
import type { Actor } from '../platform/actor';
import type { RefusalCode } from '../platform/errors';
import type { StopSignal } from '../platform/stop';
import type { ParseHints } from './formats/format';

export { type Committed, outcomeOf } from './persist/commit-outcome';
export type { Actor };

/** Something that was refused or is doubtful, with the input field that it is about. */
export interface Refusal {
  readonly field: readonly string[] | null;
  readonly code: RefusalCode | string;
  readonly message: string;
}

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** One document, or one archive of several, as a client sends it. */
export interface ImportRequest {
  /** Who sends it. */
  readonly actor: Actor;
  readonly bytes: Uint8Array;
  readonly format: ImportFormat;
  readonly hints: ParseHints;
  /** Do everything and keep nothing. */
  readonly dryRun: boolean;
  /** Read what is stored anew. */
  readonly again?: boolean;
  /** Of the request, under which the log has what is not told. */
  readonly requestId: string;
  /** Nobody waits any more: an import that waits for its turn is then given up. */
  readonly signal?: StopSignal;
}

export interface ImportOutcome {
  /** The (first) document; null where nothing is kept. */
  readonly documentId: number | null;
  readonly statements: ImportCounts;
  readonly analystComments: ImportCounts;
  readonly facts: ImportCounts;
  readonly claims: ImportCounts;
  readonly warnings: readonly Refusal[];
  readonly refusals: readonly Refusal[];
  /** Whether anything of it is stored. What is thrown instead may carry the same (`outcomeOf`). */
  readonly committed: boolean;
}

export interface CorrectionRequest {
  /** Who corrects. */
  readonly actor: Actor;
  readonly utteranceIds: readonly number[];
  /** Full name or alias of a known person. */
  readonly person: string;
  readonly reason: string;
}

export interface CorrectionOutcome {
  readonly utteranceIds: readonly number[];
  readonly refusals: readonly Refusal[];
  readonly committed: boolean;
}

/** What may be written through the graph: each document, and each correction, whole or not at all. */
export interface Ingest {
  importDocument(request: ImportRequest): Promise<ImportOutcome>;
  correctSpeaker(request: CorrectionRequest): Promise<CorrectionOutcome>;
}
