import type { ChildProcess } from 'node:child_process';
import { Agent, type IncomingMessage, request } from 'node:http';

import { startCli } from '../support/cli';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { endOf, firstLineOf, waitUntil } from '../support/wait-until';

jest.setTimeout(120_000);

let database: TestDatabase;
let child: ChildProcess;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  child = startCli(['serve', '--json'], { DATABASE_URL: database.url, PORT: '0', EARSHOT_STOP_DELAY: '3s' });
  url = JSON.parse(await firstLineOf(child)).url;
});

afterAll(async () => {
  child.kill('SIGKILL');
  await database.drop();
});

function get(path: string, agent: Agent): Promise<{ status: number | undefined; connection: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, url), { agent }, (response: IncomingMessage) => {
      response.resume();
      response.once('end', () => resolve({ status: response.statusCode, connection: response.headers.connection }));
    });
    asked.once('error', reject);
    asked.end();
  });
}

test('SIGTERM: answers go on for a while, say that they are the last ones, and no connection is reset', async () => {
  const agent = new Agent({ keepAlive: true });
  const query = () => get('/graphql?query={__typename}', agent);
  expect(await get('/ready', agent)).toEqual({ status: 200, connection: 'keep-alive' });
  child.kill('SIGTERM');
  await waitUntil('/ready to say no', async () => (await get('/ready', agent)).status === 503);
  // Whoever goes on asking is answered until the port is closed, and finds it closed then; nothing that was taken is lost.
  const faults: string[] = [];
  let answered = 0;
  await waitUntil('the port to close', async () => {
    try {
      expect(await query()).toEqual({ status: 200, connection: 'close' });
      answered += 1;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      faults.push(code);
    }
    return faults.length > 0;
  });
  expect(faults).toEqual(['ECONNREFUSED']);
  expect(answered).toBeGreaterThan(10);
  agent.destroy();
  expect(await endOf(child)).toBe(0);
});

test('Ctrl-C does not wait', async () => {
  const other = startCli(['serve', '--json'], { DATABASE_URL: database.url, PORT: '0', EARSHOT_STOP_DELAY: '10m' });
  await firstLineOf(other);
  other.kill('SIGINT');
  expect(await endOf(other)).toBe(0);
});
