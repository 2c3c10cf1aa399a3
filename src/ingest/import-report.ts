import type { ImportFormat } from '../domain/import-format';
import type { ExtractionWarning } from './extraction';
import type { Fault } from './fault';
import type { FiledDocument } from './filed-document';
import { tellsNothing } from './nothing-read';
import { type ImportCounts, noCounts } from './persist/document-rows';

/**
 * `refused`: the source cannot be read, or was taken down. `set-aside`: it was read, and the database would not have it. Of both
 * nothing was kept, except documents of the same source that were written before.
 */
export type ItemOutcome = 'created' | 'updated' | 'unchanged' | 'refused' | 'set-aside';

/** What became of one source. */
export interface ItemReport {
  readonly name: string;
  format: ImportFormat | null;
  outcome: ItemOutcome;
  /** Ids of its documents; of a dry run none, since none was kept. */
  readonly documents: number[];
  readonly statements: ImportCounts;
  readonly analystComments: ImportCounts;
  readonly facts: ImportCounts;
  readonly claims: ImportCounts;
  /** Where each document was filed, where that was asked for. */
  readonly filed: FiledDocument[];
  readonly warnings: ExtractionWarning[];
  readonly faults: Fault[];
  /** What a source was set aside for, for the log. */
  error?: Error;
}

export const emptyReport = (name: string): ItemReport => ({
  name,
  format: null,
  outcome: 'unchanged',
  documents: [],
  statements: noCounts(),
  analystComments: noCounts(),
  facts: noCounts(),
  claims: noCounts(),
  filed: [],
  warnings: [],
  faults: [],
});

export type ImportSummary = Record<ItemOutcome, number> & {
  /** Sources with a document from which nothing was read; each counts under its outcome too. */
  nothingRead: number;
  readonly statements: ImportCounts;
  readonly analystComments: ImportCounts;
  readonly facts: ImportCounts;
  readonly claims: ImportCounts;
};

export const emptySummary = (): ImportSummary => ({
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  'set-aside': 0,
  nothingRead: 0,
  statements: noCounts(),
  analystComments: noCounts(),
  facts: noCounts(),
  claims: noCounts(),
});

export const COUNTED = ['statements', 'analystComments', 'facts', 'claims'] as const;

/** Adds what became of one source to the sums. */
export function addReport(summary: ImportSummary, item: ItemReport): void {
  summary[item.outcome]++;
  if (tellsNothing(item.warnings)) summary.nothingRead++;
  for (const counted of COUNTED) addCounts(summary[counted], item[counted]);
}

/** Whether a document has no words and no numbers at all, old or new. */
export const isBare = (report: { readonly [counted in (typeof COUNTED)[number]]: Readonly<ImportCounts> }): boolean =>
  COUNTED.every((counted) => {
    const { created, updated, unchanged } = report[counted];
    return created + updated + unchanged === 0;
  });

export function addCounts(total: ImportCounts, { created, updated, unchanged }: Readonly<ImportCounts>): void {
  total.created += created;
  total.updated += updated;
  total.unchanged += unchanged;
}
