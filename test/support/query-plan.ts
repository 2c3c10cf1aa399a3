import type { Client } from 'pg';
import type { Statement } from '../../src/read/sql/sql';

/** A node of EXPLAIN (FORMAT JSON), as far as tests look at it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly Plans?: readonly PlanNode[];
}

let count = 0;

/** Postgres' plan of a statement as the reader's connections make it: prepared, and the same for all values unless it says otherwise. */
export async function explain(client: Client, { text, values, ownPlan }: Statement): Promise<PlanNode> {
  await client.query(`SET plan_cache_mode = ${ownPlan ? 'force_custom_plan' : 'force_generic_plan'}`);
  const name = `explained_${count++}`;
  await client.query(`PREPARE ${name} AS ${text}`);
  const literals = values.map(printLiteral).join(', ');
  const { rows } = await client.query(
    `EXPLAIN (FORMAT JSON) EXECUTE ${name}${values.length > 0 ? `(${literals})` : ''}`,
  );
  return rows[0]['QUERY PLAN'][0].Plan;
}

function printLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  const text = Array.isArray(value)
    ? `{${value.map((item) => (typeof item === 'number' ? item : JSON.stringify(item))).join(',')}}`
    : String(value);
  return `'${text.replace(/'/g, "''")}'`;
}

/** Tables that a plan reads from end to end. */
export function scannedTables(node: PlanNode): string[] {
  const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scannedTables)];
}
