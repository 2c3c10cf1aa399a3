import pino from 'pino';

import { readConfig } from '../../src/platform/config';
import { createApiKey, listApiKeys, revokeApiKey } from '../../src/platform/database/api-key';
import { startServer } from '../../src/server/server';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { comesTrue } from '../support/served';
import { onServer } from '../support/template';
import { ask, send } from './small-graph';

const QUERY = '{ topic(slug: "compute") { name } }';
const ANSWER = '{"data":{"topic":{"name":"Compute"}}}\n';
const MEGABYTE = JSON.stringify({ query: QUERY, variables: { filler: 'x'.repeat(1_000_000) } });

describe('API keys', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase({ sample: true });
  });

  afterAll(() => database.drop());

  const make = async (...scopes: string[]) =>
    (await createApiKey(database.url, { name: 'a test', scopes, expiresAt: null })).key;

  async function serving(env: Record<string, string>, work: (url: string) => Promise<void>): Promise<void> {
    const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...env });
    const server = await startServer({ config, databaseUrl: database.url, log: pino({ level: 'silent' }) });
    try {
      await work(server.url);
    } finally {
      await server.close();
    }
  }

  const post = (url: string, body: string, headers: Record<string, string>) =>
    send(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  it('are not needed for reading, but a wrong one is refused', async () => {
    const key = await make('read');
    await serving({}, async (url) => {
      expect((await ask(url, QUERY)).text).toBe(ANSWER);
      expect((await ask(url, QUERY, undefined, { authorization: `Bearer ${key}` })).text).toBe(ANSWER);
      expect((await ask(url, QUERY, undefined, { 'x-api-key': key })).text).toBe(ANSWER);
      const wrong = await ask(url, QUERY, undefined, { 'x-api-key': `${key}x` });
      expect([wrong.status, wrong.body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    });
  });

  it('are needed for reading where the server is set so', async () => {
    const key = await make('read');
    await serving({ EARSHOT_REQUIRE_KEY: 'on' }, async (url) => {
      expect((await ask(url, QUERY)).status).toBe(401);
      expect((await ask(url, QUERY, undefined, { 'x-api-key': key })).text).toBe(ANSWER);
    });
  });

  it('with the scope to import make room for large bodies, decided before the body is read', async () => {
    const [reads, imports] = [await make('read'), await make('read', 'import')];
    await serving({}, async (url) => {
      expect((await post(url, MEGABYTE, {})).status).toBe(413);
      expect((await post(url, MEGABYTE, { 'x-api-key': reads })).status).toBe(413);
      expect((await post(url, MEGABYTE, { 'x-api-key': imports })).text).toBe(ANSWER);
      expect((await post(url, 'x'.repeat(9_000_000), { 'x-api-key': imports })).status).toBe(413);
    });
  });

  it('end when they are revoked or expire, and are stored as digests only', async () => {
    const { key, record } = await createApiKey(database.url, { name: 'b', scopes: ['read'], expiresAt: null });
    const past = await createApiKey(database.url, { name: 'c', scopes: ['read'], expiresAt: new Date(0) });
    expect((await revokeApiKey(database.url, record.prefix))?.revokedAt).not.toBeNull();
    expect(await revokeApiKey(database.url, 'nothing')).toBeNull();
    expect(JSON.stringify(await listApiKeys(database.url))).not.toContain(key.slice(20));
    await serving({}, async (url) => {
      expect((await ask(url, QUERY, undefined, { 'x-api-key': key })).status).toBe(401);
      expect((await ask(url, QUERY, undefined, { 'x-api-key': past.key })).status).toBe(401);
    });
  });

  const lastUse = async (id: number) => (await listApiKeys(database.url)).find((each) => each.id === id)?.lastUsedAt;

  it('remember when they were last used, once a minute at most, and nobody waits for that', async () => {
    const { key, record } = await createApiKey(database.url, { name: 'd', scopes: ['read'], expiresAt: null });
    expect(await lastUse(record.id)).toBeNull();
    const use = (url: string) => ask(url, QUERY, undefined, { 'x-api-key': key });
    await serving({}, async (url) => {
      await onServer(database.url, async (client) => {
        // Whoever holds the row holds up the note, and no answer.
        await client.query('BEGIN');
        await client.query('SELECT FROM api_key WHERE id = $1 FOR UPDATE', [record.id]);
        expect((await use(url)).text).toBe(ANSWER);
        await client.query('COMMIT');
      });
      const isNoted = async () => (await use(url)).status === 200 && (await lastUse(record.id)) !== null;
      expect(await comesTrue(isNoted, 20_000)).toBe(true);
    });
    const first = await lastUse(record.id);
    // Another server, which knows nothing of the first one.
    await serving({}, async (url) => {
      await use(url);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(await lastUse(record.id)).toBe(first);
  });

  it('are let in by a database that only reads, where nothing is noted', async () => {
    const { key, record } = await createApiKey(database.url, { name: 'e', scopes: ['read'], expiresAt: null });
    const name = new URL(database.url).pathname.slice(1);
    await onServer(database.url, (client) =>
      client.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`),
    );
    try {
      await serving({ EARSHOT_REQUIRE_KEY: 'on' }, async (url) => {
        expect((await ask(url, QUERY, undefined, { 'x-api-key': key })).text).toBe(ANSWER);
        await new Promise((resolve) => setTimeout(resolve, 300));
      });
    } finally {
      await onServer(database.url, (client) =>
        client.query(`SET transaction_read_only = off; ALTER DATABASE ${name} RESET default_transaction_read_only`),
      );
    }
    expect(await lastUse(record.id)).toBeNull();
  });
});
