import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { withClient } from '../../src/platform/database/session';
import { Reader } from '../../src/read/reader';
import { createTestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { onServer, urlOf } from '../support/template';

const run = promisify(execFile);
const server = process.env.EARSHOT_TEST_SERVER as string;
const SEARCH = `{
  statements(first: 5, filter: { search: { query: "compute or costs -margins" } }) {
    totalCount edges { score textMatches { fragment highlights { start end } } node { text } } }
  analystComments(filter: { search: { query: "comp", mode: PREFIX } }) { totalCount nodes { text } }
}`;

/** Why the tools of this machine cannot dump the server: they are missing or older than it. Null: they can. */
async function whyNot(): Promise<string | null> {
  const { rows } = await withClient(server, (client) => client.query('SHOW server_version_num'));
  const major = Math.floor(Number(rows[0].server_version_num) / 10_000);
  try {
    const { stdout } = await run('pg_dump', ['--version']);
    const own = Number(/(\d+)\./.exec(stdout)?.[1] ?? 0);
    return own < major ? `pg_dump is of version ${own}, the server of ${major}` : null;
  } catch {
    return 'there is no pg_dump';
  }
}

/** What searches are answered from, and what they answer. */
async function stateOf(url: string) {
  const rows = await withClient(url, async (client) => ({
    lexemes: (await client.query('SELECT id, lexemes::text FROM utterance ORDER BY id')).rows,
    counts: (await client.query('SELECT * FROM lexeme_count ORDER BY lexeme')).rows,
    words: (
      await client.query(`SELECT to_tsvector('earshot', earshot_plain_words('Ørsted’s AT&T computing'))::text AS made`)
    ).rows,
  }));
  const schema = buildGraph();
  const reader = await Reader.open({ databaseUrl: url, log: pino({ level: 'silent' }), schema, poolSize: 1 });
  try {
    const { walked, errors } = await runBoth(reader, schema, SEARCH);
    return { ...rows, walked, errors };
  } finally {
    await reader.close();
  }
}

test('what a dump brings back is searched as before: configurations, lexemes and how often they occur', async () => {
  const reason = await whyNot();
  if (reason) {
    process.stdout.write(`a dump is not tried: ${reason}\n`);
    return;
  }
  const database = await createTestDatabase({ sample: true });
  const name = `${new URL(database.url).pathname.slice(1)}_restored`;
  const folder = mkdtempSync(join(tmpdir(), 'earshot-dump-'));
  try {
    const before = await stateOf(database.url);
    expect(before.errors).toEqual([]);
    expect(before.lexemes.length).toBeGreaterThan(100);
    const file = join(folder, 'earshot.dump');
    await run('pg_dump', ['--format=custom', `--file=${file}`, database.url]);
    await onServer(server, (client) => client.query(`CREATE DATABASE ${name}`));
    await run('pg_restore', ['--no-owner', '--exit-on-error', `--dbname=${urlOf(server, name)}`, file]);
    expect(await stateOf(urlOf(server, name))).toEqual(before);
  } finally {
    await onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
});
