import { once } from 'node:events';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { FiledFactRow } from '../neutral-document';

/** A fact as it lies in the table. */
export interface StoredFact {
  readonly id: string;
  readonly companyId: number;
  readonly fact: FiledFactRow;
  readonly isCurrent: boolean;
  readonly supersededById: string | null;
}

export const FACT_COLUMNS = [
  'id',
  'company_id',
  'taxonomy',
  'concept',
  'unit',
  'value',
  'period_start',
  'period_end',
  'dimensions',
  'form',
  'accession',
  'filed_at',
  'frame',
  'filing_fiscal_year',
  'filing_fiscal_period',
  'superseded_by_id',
  'is_current',
] as const;

/** Characters written at once: enough to keep the socket busy, little enough to keep memory flat. */
const CHUNK = 1 << 18;

/** Writes rows by COPY; about six times as fast as INSERT with parameters. */
export async function copyFacts(client: ClientBase, rows: readonly StoredFact[]): Promise<void> {
  const stream = client.query(copyFrom(`COPY fact (${FACT_COLUMNS.join(', ')}) FROM STDIN`));
  const done = once(stream, 'finish');
  // A failed COPY is told by `done`, which is waited for last: until then it must not count as unhandled.
  done.catch(() => undefined);
  let chunk = '';
  for (const row of rows) {
    chunk += `${lineOf(row)}\n`;
    if (chunk.length < CHUNK) continue;
    if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done]);
    chunk = '';
  }
  stream.end(chunk);
  await done;
}

function lineOf({ id, companyId, fact, isCurrent, supersededById }: StoredFact): string {
  return [
    id,
    companyId,
    field(fact.taxonomy),
    field(fact.concept),
    field(fact.unit),
    fact.value,
    fact.periodStart ?? '\\N',
    fact.periodEnd,
    fact.dimensions.length === 0 ? '{}' : field(arrayOf(fact.dimensions)),
    field(fact.form),
    field(fact.accession),
    fact.filedAt,
    fact.frame === null ? '\\N' : field(fact.frame),
    fact.filingFiscalYear ?? '\\N',
    fact.filingFiscalPeriod === null ? '\\N' : field(fact.filingFiscalPeriod),
    supersededById ?? '\\N',
    isCurrent ? 't' : 'f',
  ].join('\t');
}

const SPECIAL: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function field(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => SPECIAL[character] as string) : text;
}

function arrayOf(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
