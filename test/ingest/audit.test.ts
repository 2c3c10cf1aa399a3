import { Client } from 'pg';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { correctSpeaker } from '../../src/ingest/correct-speaker';
import { type ImportOptions, importSources } from '../../src/ingest/import-source';
import { mergeCompanies } from '../../src/ingest/merge-companies';
import { mergePeople } from '../../src/ingest/merge-people';
import { removeDocument } from '../../src/ingest/remove-document';
import { removeSample } from '../../src/ingest/remove-sample';
import { retag } from '../../src/ingest/retag';
import { loadSample } from '../../src/ingest/sample';
import { Source } from '../../src/ingest/source';
import { taxonomyVersion } from '../../src/language/topic/topic-taxonomy';
import { type Actor, processActor } from '../../src/platform/actor';
import { createApiKey, revokeApiKey } from '../../src/platform/database/api-key';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { callOf } from '../support/invented';
import { queryRows } from '../support/stored';

const ADA: Actor = { kind: 'KEY', keyId: 7, name: 'nightly import' };
const ME = processActor();

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
});

afterEach(() => database.drop());

const query = (sql: string, parameters: unknown[] = []) => queryRows(database.url, sql, parameters);
const entries = () =>
  query(`SELECT actor_kind AS kind, key_id AS key, actor_name AS actor, action, subject_kind AS subject, subject_ids::int[] AS ids, summary
    FROM audit_entry ORDER BY id`);
const idsOf = async (table: string): Promise<number[]> =>
  (await query(`SELECT id::int FROM ${table} ORDER BY id`)).map(({ id }) => id);
const importing = (text: string, options: ImportOptions = {}) =>
  importSources(database.url, [new Source('call.txt', Buffer.from(text))], { actor: ADA, ...options });
const CALL = callOf('Brightmoor Tools');
const BY_ADA = { kind: 'KEY', key: 7, actor: 'nightly import' };
const BY_ME = { kind: 'USER', key: null, actor: ME.name };

test('an import leaves an entry of who and what; the same again, a dry run and a refusal leave none', async () => {
  await importing(CALL, { dryRun: true });
  await importing('');
  expect(await entries()).toEqual([]);
  const { statements, analystComments, claims, facts } = await importing(CALL);
  const [document] = await query('SELECT id, sha256 FROM document');
  const entry = {
    ...BY_ADA,
    action: 'IMPORT',
    subject: 'DOCUMENT',
    ids: [document.id],
    summary: {
      outcome: 'created',
      format: 'TRANSCRIPT_TEXT',
      sha256: document.sha256,
      statements,
      analystComments,
      claims,
      facts,
    },
  };
  expect(await entries()).toEqual([entry]);
  await importing(CALL);
  expect(await entries()).toHaveLength(1);
  await importing(CALL.replace('$310 million', '$320 million'), { actor: undefined });
  const [, corrected] = await entries();
  expect(corrected).toMatchObject({ ...BY_ME, ids: [expect.any(Number)], summary: { outcome: 'updated' } });
});

test('NATIVE files that are taken in together are one entry, the same again none; what is removed of the sample one more', async () => {
  const log = { info: () => {} } as never;
  await loadSample(database.url, log);
  const ids = await idsOf('document');
  const [loaded, ...others] = await entries();
  expect(loaded).toMatchObject({ ...BY_ME, action: 'IMPORT', summary: { format: 'NATIVE' } });
  expect(loaded.summary.documents.created).toBe(loaded.ids.length);
  const [imports, corrections] = [true, false].map((isImport) =>
    others.filter(({ action }) => (action === 'IMPORT') === isImport),
  );
  expect([...loaded.ids, ...imports!.flatMap((entry) => entry.ids)]).toEqual(ids);
  // What its recording tells wrongly is corrected, as anybody would.
  expect(corrections!.map(({ action }) => action)).toEqual(['CORRECT_SPEAKER', 'CORRECT_SPEAKER']);
  const count = others.length + 1;
  await loadSample(database.url, log);
  expect(await entries()).toHaveLength(count);
  // Only nodes, no document and no fact: a change all the same.
  const people = JSON.stringify({ format: 'earshot/1', people: [{ name: 'Nadia Okafor' }] });
  await importing(people);
  await importing(people);
  const [named, ...none] = (await entries()).slice(count);
  expect([named.ids, named.actor, none]).toEqual([[], 'nightly import', []]);
  await removeSample(database.url);
  await removeSample(database.url);
  expect((await entries()).slice(count + 1)).toMatchObject([
    { action: 'REMOVE', summary: { reason: 'sample remove' } },
  ]);
});

test('corrections, merges, takedowns and retagging tell who, what and why', async () => {
  await importing(CALL);
  await importing(callOf('Calder Pumps').replaceAll('Ada Lindqvist', 'Ada C. Lindqvist'));
  const [speaker] = await query("SELECT id, name FROM person WHERE name = 'Ada C. Lindqvist'");
  const [words] = await query('SELECT id::int FROM utterance WHERE speaker_id IS DISTINCT FROM $1', [speaker.id]);
  const correction = { utteranceIds: [words.id], person: speaker.name, reason: 'heard it' };
  await correctSpeaker(database.url, correction, ADA);
  await correctSpeaker(database.url, correction, ADA);
  await correctSpeaker(database.url, { ...correction, person: 'Nobody Known' }, ADA);
  const [first, second] = await idsOf('person');
  await mergePeople(database.url, first!, second!, ADA);
  const [one, other] = await idsOf('company');
  await mergeCompanies(database.url, one!, other!, ADA);
  await expect(mergeCompanies(database.url, one!, other!, ADA)).rejects.toThrow('Two companies are needed');
  const documents = await idsOf('document');
  const { changed, unchanged } = await retag(database.url, { force: true, actor: ADA });
  const [{ sha256 }] = await query('SELECT sha256 FROM document WHERE id = $1', [documents[0]]);
  const report = await removeDocument(database.url, documents[0]!, 'licence ended', ADA);
  await removeDocument(database.url, documents[0]!, 'again', ADA);
  const version = taxonomyVersion();
  expect((await entries()).slice(2)).toEqual(
    [
      ['CORRECT_SPEAKER', 'UTTERANCE', [words.id], { person: speaker.id }],
      ['MERGE', 'PERSON', [first, second], { old: first, kept: second }],
      ['MERGE', 'COMPANY', [one, other], { old: one, kept: other }],
      ['RETAG', 'DOCUMENT', [], { version, forced: true }],
      ['RETAG', 'DOCUMENT', documents, { version, changed, unchanged }],
      [
        'REMOVE',
        'DOCUMENT',
        [documents[0]],
        {
          reason: 'licence ended',
          sha256: [sha256],
          utterances: report?.utterances,
          nodes: 0,
          facts: 0,
          bereft: report?.bereft,
        },
      ],
    ].map(([action, subject, ids, summary]) => ({ ...BY_ADA, action, subject, ids, summary })),
  );
});

test('keys that are made and revoked are told of, and never what they are', async () => {
  const { key, record } = await createApiKey(database.url, { name: 'b', scopes: ['read'], expiresAt: null });
  await revokeApiKey(database.url, record.prefix, ADA);
  await revokeApiKey(database.url, record.prefix, ADA);
  await revokeApiKey(database.url, 'nothing', ADA);
  const summary = { name: 'b', prefix: record.prefix, scopes: ['read'], expiresAt: null };
  expect(await entries()).toEqual([
    { ...BY_ME, action: 'CREATE_KEY', subject: 'API_KEY', ids: [record.id], summary },
    { ...BY_ADA, action: 'REVOKE_KEY', subject: 'API_KEY', ids: [record.id], summary },
  ]);
  expect(JSON.stringify(await entries())).not.toContain(key.slice(record.prefix.length));
});

test('entries hold no words of documents: what is taken down is gone from here too', async () => {
  await importing(CALL);
  const text = JSON.stringify(await entries());
  for (const { name } of await query('SELECT name FROM person UNION SELECT title FROM document')) {
    expect(text).not.toContain(name);
  }
});

describe('an import that is killed', () => {
  /** Ends the backend that waits in a query of this kind, as an operator or a crash would. */
  async function killWaiting(pattern: string): Promise<void> {
    for (let tries = 0; tries < 400; tries++) {
      const killed = await query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
           AND wait_event_type = 'Lock' AND query LIKE $1`,
        [pattern],
      );
      if (killed.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`nobody waited in ${pattern}`);
  }

  async function holding(sql: string, work: () => Promise<void>): Promise<void> {
    const holder = new Client({ connectionString: database.url });
    await holder.connect();
    try {
      await holder.query(sql);
      await work();
    } finally {
      await holder.end();
    }
  }

  const nothing = async () => {
    expect(await entries()).toEqual([]);
    expect(await idsOf('document')).toEqual([]);
  };

  test('before its entry is written leaves neither', async () => {
    await holding('BEGIN; LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE', async () => {
      const failed = expect(importing(CALL)).rejects.toThrow();
      await killWaiting('INSERT INTO audit_entry%');
      await failed;
    });
    await nothing();
  });

  test('in its commit leaves neither', async () => {
    await query(
      `CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock(5); RETURN NULL; END'`,
    );
    await query(
      'CREATE CONSTRAINT TRIGGER hold AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold()',
    );
    await holding('SELECT pg_advisory_lock(5)', async () => {
      const failed = expect(importing(CALL)).rejects.toThrow();
      await killWaiting('COMMIT');
      await failed;
    });
    await nothing();
    await importing(CALL);
    expect(await entries()).toHaveLength(1);
  });
});
