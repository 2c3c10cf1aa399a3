import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { Client } from 'pg';
import { requestCancel } from '../../src/platform/database/cancel-request';
import type { ClientInternals } from '../../src/platform/database/client-socket';
import { createTestDatabase, type TestDatabase } from '../support/database';

const SSL_REQUEST = 80_877_103;
const CANCEL_REQUEST = 80_877_102;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function connected(): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return client;
}

test('it stops what that connection is doing and leaves the connection well', async () => {
  const client = await connected();
  const sleeping = client.query('SELECT pg_sleep(60)');
  let isOver = false;
  const failed = expect(sleeping).rejects.toMatchObject({ code: '57014' });
  void failed.finally(() => {
    isOver = true;
  });
  // A request that overtakes the statement has nothing to stop.
  while (!isOver) await requestCancel(client);
  await failed;
  expect(await isWell(client)).toBe(true);
  await client.end();
});

/** The last request may have come after the statement's end, and stop the next one. */
const isWell = async (client: Client) => {
  await client.query('SELECT 1').catch(() => {});
  return (await client.query('SELECT 1 AS n')).rows[0].n === 1;
};

test('a number without its secret stops nothing', async () => {
  const client = await connected();
  const sleeping = client.query('SELECT pg_sleep(0.3), 2 AS n');
  await requestCancel(Object.create(client, { secretKey: { value: 12_345 } }));
  expect((await sleeping).rows[0].n).toBe(2);
  await client.end();
});

/** What a server gets that speaks TLS as Postgres does, by a certificate for `localhost`. */
async function receive(folder: string, send: (port: number) => Promise<void>): Promise<Buffer> {
  const [key, cert] = ['key', 'cert'].map((name) => readFileSync(join(folder, `${name}.pem`)));
  let received: Buffer = Buffer.alloc(0);
  const server = createServer((socket: Socket) => {
    socket.once('data', (greeting) => {
      expect(greeting.readInt32BE(4)).toBe(SSL_REQUEST);
      socket.write('S');
      const secure = new TLSSocket(socket, { isServer: true, key, cert });
      secure.on('error', () => {});
      secure.once('data', (data) => {
        received = data;
        secure.end();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await send((server.address() as { port: number }).port);
  server.close();
  return received;
}

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

// Node makes no certificates.
(hasOpenssl ? test : test.skip)(
  'it goes encrypted where the connection is, to the peer of the connection, whose name is checked',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-tls-'));
    const made = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
    ];
    execFileSync('openssl', [...made, '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')], {
      stdio: 'ignore',
    });
    const ca = readFileSync(join(folder, 'cert.pem'), 'utf8');
    const to = (host: string) => (port: number) => {
      const stream = { remoteAddress: '127.0.0.1', remotePort: port };
      const known = {
        host,
        port,
        ssl: { ca },
        sslNegotiation: 'postgres',
        processID: 7,
        secretKey: 8,
        connection: { stream },
      };
      return requestCancel(known as unknown as ClientInternals as unknown as Client);
    };
    const packet = await receive(folder, to('localhost'));
    expect([packet.length, ...[0, 4, 8, 12].map((at) => packet.readInt32BE(at))]).toEqual([
      16,
      16,
      CANCEL_REQUEST,
      7,
      8,
    ]);
    expect(await receive(folder, to('somebody.example'))).toHaveLength(0);
    rmSync(folder, { recursive: true });
  },
);
