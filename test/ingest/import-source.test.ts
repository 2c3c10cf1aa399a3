import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { importSource, importSources } from '../../src/ingest/import-source';
import { inBatch, withWriter } from '../../src/ingest/persist/import-lock';
import { Source } from '../../src/ingest/source';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { vendorCall } from '../support/invented';
import { manyDocuments } from '../support/many-documents';
import { Random } from '../support/random';
import { runCount, runSeed } from '../support/settings';
import { countRows, expectTrueCounts, queryRows } from '../support/stored';
import { endOf } from '../support/wait-until';

const SUPPORT = join(__dirname, '../support');
const DOCUMENTS = runCount('IMPORTS', 50);
const seed = runSeed();

const databases: TestDatabase[] = [];

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await syncCatalogue(database.url);
  databases.push(database);
  return database;
}

afterAll(async () => {
  for (const database of databases) await database.drop();
});

function startImport({ url }: TestDatabase): ChildProcess {
  const script = [join(SUPPORT, 'run-typescript.js'), join(SUPPORT, 'import-process.ts')];
  return spawn(process.execPath, [...script, url, String(DOCUMENTS), String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** What is stored, by content: ids and times of writing differ between runs that went differently. */
async function checksums({ url }: TestDatabase): Promise<Record<string, string>> {
  const rows = await queryRows(
    url,
    `SELECT 'document' AS part, md5(string_agg(concat_ws('|', natural_key, revision, sha256, title, text), '~' ORDER BY natural_key)) AS sum FROM document
     UNION ALL SELECT 'utterance', md5(string_agg(concat_ws('|', d.natural_key, u.position, u.type, p.name, c.slug, u.fiscal_year, u.said_on, u.text, x.position,
       (SELECT string_agg(t.slug, ',' ORDER BY t.slug) FROM topic t WHERE t.id = ANY (u.topic_ids))), '~' ORDER BY d.natural_key, u.position))
       FROM utterance u JOIN document d ON d.id = u.document_id LEFT JOIN person p ON p.id = u.speaker_id LEFT JOIN company c ON c.id = u.company_id LEFT JOIN exchange x ON x.id = u.exchange_id
     UNION ALL SELECT 'mention', md5(string_agg(concat_ws('|', d.natural_key, u.position, t.slug, m.spans), '~' ORDER BY d.natural_key, u.position, t.slug))
       FROM topic_mention m JOIN utterance u ON u.id = m.utterance_id JOIN document d ON d.id = u.document_id JOIN topic t ON t.id = m.topic_id
     UNION ALL SELECT 'rollup', md5(string_agg(concat_ws('|', c.slug, r.fiscal_year, r.fiscal_quarter, t.slug, r.mentions, r.statements, r.comments), '~' ORDER BY c.slug, r.fiscal_year, r.fiscal_quarter, t.slug))
       FROM topic_count r JOIN company c ON c.id = r.company_id JOIN topic t ON t.id = r.topic_id
     UNION ALL SELECT 'person', md5(string_agg(concat_ws('|', name, aliases, utterance_count), '~' ORDER BY name)) FROM person
     UNION ALL SELECT 'company', md5(string_agg(concat_ws('|', slug, name, statement_count), '~' ORDER BY slug)) FROM company`,
  );
  return Object.fromEntries(rows.map(({ part, sum }) => [part, sum]));
}

async function lastLine(process: ChildProcess): Promise<string> {
  let text = '';
  process.stdout?.on('data', (chunk) => {
    text += chunk;
  });
  await endOf(process, 300_000);
  return text.trim().split('\n').at(-1) ?? '';
}

test(`killed at random points (seed ${seed}), then run again: as if nothing had happened`, async () => {
  console.info(`seed ${seed}`);
  const undisturbed = await emptyDatabase();
  const summary = await importSources(undisturbed.url, manyDocuments(DOCUMENTS, seed));
  expect(summary).toMatchObject({ created: DOCUMENTS, refused: 0, 'set-aside': 0 });
  const expected = { counts: await countRows(undisturbed.url), sums: await checksums(undisturbed) };
  const random = new Random(seed);
  const killed = await emptyDatabase();
  for (let n = runCount('KILLS', 2); n > 0; n--) {
    const running = startImport(killed);
    const done = 1 + random.below(Math.floor(DOCUMENTS * 0.8));
    const delay = random.below(8);
    let seen = 0;
    running.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString().split('\n').length - 1;
      // Between two lines anything may be under way: the delay makes it another thing each time.
      if (seen >= done) setTimeout(() => running.kill('SIGKILL'), delay);
    });
    await endOf(running, 300_000);
    await expectTrueCounts(killed.url);
    const broken = await queryRows(
      killed.url,
      'SELECT d.id FROM document d WHERE NOT EXISTS (SELECT FROM utterance u WHERE u.document_id = d.id)',
    );
    expect(broken).toEqual([]);
  }
  const again = startImport(killed);
  const last = await lastLine(again);
  expect(JSON.parse(last)).toMatchObject({ refused: 0, 'set-aside': 0 });
  expect({ counts: await countRows(killed.url), sums: await checksums(killed) }).toEqual(expected);
  await expectTrueCounts(killed.url);
}, 600_000);

test('two imports of the same files at once: each document is created by one and unchanged for the other', async () => {
  const database = await emptyDatabase();
  const files = () => manyDocuments(25, seed);
  const [one, two] = await Promise.all([importSources(database.url, files()), importSources(database.url, files())]);
  expect(one.created + two.created).toBe(25);
  expect(one.unchanged + two.unchanged).toBe(25);
  expect(await queryRows(database.url, 'SELECT count(*)::int AS n FROM document')).toEqual([{ n: 25 }]);
  await expectTrueCounts(database.url);
});

test('a batch goes on after a source that is refused, and tells what was wrong with it', async () => {
  const database = await emptyDatabase();
  const [first, second] = [...manyDocuments(2, seed)];
  const broken = new Source(
    'broken.json',
    Buffer.from('{"format": "earshot/1", "companies": [{"slug": "Not A Slug"}]}'),
  );
  const bytes = new Source(
    'bytes.json',
    Buffer.concat([Buffer.from('{"format": "earshot/1", "note": "'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
  );
  const items: { name: string; outcome: string; faults: readonly { path: string }[] }[] = [];
  const summary = await importSources(database.url, [first!, broken, bytes, second!], {
    onItem: (item) => items.push(item),
  });
  expect(summary).toMatchObject({ created: 2, refused: 2, 'set-aside': 0 });
  expect(items.map(({ outcome }) => outcome)).toEqual(['created', 'refused', 'refused', 'created']);
  expect(items[1]?.faults.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['companies[0].slug', 'companies[0].name']),
  );
  const dry = await importSources(database.url, [...manyDocuments(3, seed)].slice(2), { dryRun: true });
  expect(dry).toMatchObject({ created: 1 });
  expect(await queryRows(database.url, 'SELECT count(*)::int AS n FROM document')).toEqual([{ n: 2 }]);
});

test('what fails on one source is its own; a lost database ends the import', async () => {
  const database = await emptyDatabase();
  class Broken extends Source {
    override text(): string {
      throw new RangeError('no such day');
    }
  }
  const [first, second] = [...manyDocuments(2, seed)];
  const broken = new Broken('broken.json', first!.bytes);
  const items: { outcome: string; error?: Error; faults: readonly { message: string }[] }[] = [];
  await importSources(database.url, [broken, second!], { onItem: (item) => items.push(item) });
  expect(items.map(({ outcome }) => outcome)).toEqual(['set-aside', 'created']);
  expect(items[0]).toMatchObject({
    error: expect.any(RangeError),
    faults: [{ message: 'could not be taken in: a fault of Earshot, not of the document', code: 'NOT_STORED' }],
  });
  let ended = false;
  const cut = () => {
    if (ended) return;
    ended = true;
    const others = "datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
    void queryRows(database.url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`);
  };
  const running = importSources(database.url, manyDocuments(50, seed + 1000), { onItem: cut });
  // Said by the query that was under way, or by the next one.
  await expect(running).rejects.toThrow(/terminat|not queryable/i);
  await expectTrueCounts(database.url);
});

test('of a source with several documents the one that the database will not take is set aside, and the rest of the import goes on', async () => {
  const database = await emptyDatabase();
  await queryRows(
    database.url,
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no' USING ERRCODE = '22000'; END $$`,
  );
  await queryRows(
    database.url,
    `CREATE TRIGGER refuse BEFORE INSERT ON document FOR EACH ROW WHEN (NEW.text LIKE '%CLDR%') EXECUTE FUNCTION refuse()`,
  );
  const two = new Source('two.json', Buffer.from(JSON.stringify([vendorCall('BRTM'), vendorCall('CLDR')])));
  const one = new Source('one.json', Buffer.from(JSON.stringify([vendorCall('HLSY')])));
  const items: [string, number][] = [];
  await importSources(database.url, [two, one], {
    onItem: ({ outcome, documents }) => items.push([outcome, documents.length]),
  });
  expect(items).toEqual([
    ['set-aside', 1],
    ['created', 1],
  ]);
});

test('what a broken batch has written is counted at once, and the connection waits for the disk again', async () => {
  const database = await emptyDatabase();
  await withWriter(database.url, async (client) => {
    const work = async () => {
      for (const source of manyDocuments(2, seed)) await importSource(client, source);
      throw new Error('the list of sources ended');
    };
    await expect(inBatch(client, work)).rejects.toThrow('the list of sources ended');
    const { rows } = await client.query('SELECT count(*)::int AS n FROM lexeme_delta');
    expect(rows).toEqual([{ n: 0 }]);
    expect((await client.query('SHOW synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }]);
  });
  await expectTrueCounts(database.url);
});
