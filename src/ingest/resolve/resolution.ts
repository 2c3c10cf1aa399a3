import type { Client } from 'pg';
import type { ExtractionWarning } from '../extraction';
import type { ToldAgain } from '../persist/made-rows';

/** What resolving of one document works with: the writer's connection, and what readers of the report should know. */
export interface Resolution {
  readonly client: Client;
  readonly warnings: ExtractionWarning[];
  /** The day as of which names hold: of the event, else of publication; null where neither is known. */
  readonly day: string | null;
  /** Stored nodes that the document tells of and no row of it refers to: it needs them as much as what made them. */
  readonly told: ToldAgain[];
}

export function warn(
  { warnings }: Resolution,
  code: string,
  message: string,
  at?: { start: number; end: number },
): void {
  warnings.push(at ? { code, message, start: at.start, end: at.end } : { code, message });
}
