import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, types } from 'pg';

/**
 * A question with its right answer, in `test/api/case/`:
 * - `<name>.graphql`: the question; a comment `# statements: 2` says what the compiled executor may send;
 * - `<name>.json`: what `data` must be, keys in the order of the question;
 * - `<name>.sql` (where plain SQL can tell the same): queries, each under a line `-- rows: company.quarter.statements.nodes[*]` that
 *   says which things of the answer its rows are. A column is named after the path within such a thing: `AS "speaker.name"`.
 */
export interface Case {
  readonly name: string;
  readonly question: string;
  readonly statements: number | null;
  readonly answer: unknown;
  readonly oracles: readonly Oracle[];
}

export interface Oracle {
  readonly path: string;
  readonly sql: string;
}

const FOLDER = join(__dirname, '../api/case');

export function readCases(): Case[] {
  const files = new Set(readdirSync(FOLDER));
  const names = [...files].filter((file) => file.endsWith('.graphql')).map((file) => file.slice(0, -'.graphql'.length));
  return names.sort().map((name) => {
    const read = (extension: string) => readFileSync(join(FOLDER, `${name}.${extension}`), 'utf8');
    const question = read('graphql');
    const statements = /^# statements: (\d+)$/m.exec(question)?.[1];
    return {
      name,
      question,
      statements: statements === undefined ? null : Number(statements),
      answer: JSON.parse(read('json')),
      oracles: files.has(`${name}.sql`) ? readOracles(read('sql')) : [],
    };
  });
}

function readOracles(text: string): Oracle[] {
  const parts = text.split(/^-- rows: (.+)$/m).slice(1);
  return parts.flatMap((path, i) => (i % 2 === 0 ? [{ path: path.trim(), sql: parts[i + 1] as string }] : []));
}

/** What lies at `nodes[*].speaker.name`: every such thing, in the answer's order. */
export function pick(value: unknown, path: string): unknown[] {
  const steps = path.split('.').filter((step) => step !== '');
  return steps.reduce<unknown[]>(
    (found, step) => {
      const [, name, star] = /^(.*?)(\[\*\])?$/.exec(step) as unknown as [string, string, string?];
      const next = found.map((thing) => (thing as Record<string, unknown> | null)?.[name] ?? null);
      return star ? next.flat(1) : next;
    },
    [value],
  );
}

/** Values as the graph prints them: days and exact numbers as text, counts as numbers. */
const asPrinted = {
  getTypeParser: (oid: number, format: 'text' | 'binary') =>
    [types.builtins.DATE, types.builtins.NUMERIC].includes(oid)
      ? (text: string) => text
      : types.getTypeParser(oid, format),
};

export async function runOracle(url: string, { sql }: Oracle): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, types: asPrinted as never });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
