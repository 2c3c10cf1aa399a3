import { control } from '../read-client';
import type { Reader } from '../reader';
import type { Statement } from '../sql/sql';

/** Runs on one session; each preparation has a name of its own in it. */
let prepared = 0;

/**
 * What Postgres did for a statement: the lines of its plan, or the plan as JSON. The statement is prepared and run on a connection of the
 * reader's own, under its settings, because a plan made for other settings or for the values themselves would not be the one that requests get.
 */
export async function analyze(reader: Reader, statement: Statement, form: 'TEXT' | 'JSON'): Promise<unknown> {
  const name = `explained_${prepared++}`;
  const values = statement.values.length > 0 ? `(${statement.values.map(literalOf).join(', ')})` : '';
  const client = await reader.pool.take();
  try {
    const [rows = []] = await client.send([
      control(`PREPARE ${name} AS ${statement.text}`),
      {
        label: 'explain',
        text: `EXPLAIN (ANALYZE, BUFFERS, FORMAT ${form}) EXECUTE ${name}${values}`,
        values: [],
        ownPlan: statement.ownPlan,
      },
      control(`DEALLOCATE ${name}`),
    ]);
    const lines = rows.map((row) => row['QUERY PLAN']);
    if (form === 'TEXT') return lines;
    return typeof lines[0] === 'string' ? JSON.parse(lines[0]) : lines[0];
  } finally {
    reader.pool.give(client);
  }
}

/** Postgres reads a quoted literal as the type that the statement gives its parameter. Arrays in Postgres' own notation. */
function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  return quote(Array.isArray(value) ? arrayText(value) : textOf(value));
}

const quote = (text: string): string => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function arrayText(items: readonly unknown[]): string {
  const texts = items.map((item) => {
    if (item === null || item === undefined) return 'NULL';
    if (Array.isArray(item)) return arrayText(item);
    return `"${textOf(item).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  });
  return `{${texts.join(',')}}`;
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
