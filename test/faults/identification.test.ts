import { connect } from 'node:net';
import { createApiKey, digestOf } from '../../src/platform/database/api-key';
import { createKeyLookup } from '../../src/server/auth/key-lookup';
import { ask } from '../security/small-graph';
import { type Served, serveByProxy } from '../support/served';

const QUESTION = '{ topic(slug: "compute") { name } }';
const KEYS = 'earshot keys';

describe('a caller with a key', () => {
  let served: Served;
  let key: string;

  beforeAll(async () => {
    served = await serveByProxy({ EARSHOT_MAX_REQUESTS: '3', EARSHOT_DEADLINE: '4s' });
    const made = await createApiKey(served.database.url, { name: 'k', scopes: ['read'], expiresAt: null });
    key = made.key;
  });

  afterEach(() => served.proxy.heal());

  afterAll(() => served.close());

  const askWith = (sent: string) => ask(served.server.url, QUESTION, undefined, { 'x-api-key': sent });

  it('is told in time when the key cannot be looked up, and takes its place among the requests in work meanwhile', async () => {
    served.proxy.pause(KEYS);
    const started = performance.now();
    const waiting = ['a', 'b', 'c'].map(askWith);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await ask(served.server.url, QUESTION)).body.errors[0].extensions.code).toBe('SERVER_BUSY');
    for (const { status, body } of await Promise.all(waiting)) {
      expect([status, body.errors[0].extensions.code]).toEqual([503, 'DATABASE_UNAVAILABLE']);
    }
    // Two seconds, on a machine that may be busy.
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  it('is served again once it can be', async () => {
    expect((await askWith(key)).body.data.topic.name).toBe('Compute');
  });

  it('gives no place away to bodies that do not come, and a body that does not come in time is refused', async () => {
    const { hostname, port } = new URL(served.server.url);
    const head = `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`;
    const sockets = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const socket = connect(Number(port), '127.0.0.1');
        socket.on('error', () => {});
        await new Promise((resolve) => socket.once('connect', resolve));
        socket.write(head);
        return socket;
      }),
    );
    try {
      expect((await askWith(key)).body.data.topic.name).toBe('Compute');
      const answer = await new Promise<string>((resolve) => sockets[0]!.once('data', (data) => resolve(String(data))));
      expect(answer).toMatch(/^HTTP\/1.1 408 .*REQUEST_TIMEOUT/s);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  });
});

describe('looking keys up', () => {
  const never = { expiresAt: null, revokedAt: null, lastUsedAt: null };
  const record = { id: 7, name: '', scopes: ['read'], prefix: '', createdAt: '', ...never };

  it('asks once for all who come with a key at the same time, and for some seconds after', async () => {
    const asked: string[] = [];
    const find = createKeyLookup({
      isSilent: false,
      find: async (digest) => {
        asked.push(digest.toString('hex'));
        await new Promise((resolve) => setTimeout(resolve, 20));
        return record;
      },
    });
    const callers = await Promise.all([find('a'), find('b'), find('a'), find('a')]);
    await find('a');
    expect(callers.map((caller) => caller?.key?.keyId)).toEqual([7, 7, 7, 7]);
    expect(asked).toEqual(['a', 'b'].map((key) => digestOf(key).toString('hex')));
  });

  it('is not begun for more keys than it should be, nor where the database is silent; what failed is not remembered', async () => {
    let isSilent = false;
    let fails = false;
    const find = createKeyLookup({
      get isSilent() {
        return isSilent;
      },
      find: () => (fails ? Promise.reject(new Error('lost')) : new Promise(() => {})),
    });
    const waiting = Array.from({ length: 256 }, (_, i) => find(`made up ${i}`).catch((error) => error.code));
    await expect(find('one more')).rejects.toMatchObject({ code: 'SERVER_BUSY' });
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['DATABASE_UNAVAILABLE']));
    fails = true;
    await expect(find('x')).rejects.toThrow('lost');
    isSilent = true;
    await expect(find('x')).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });
});
