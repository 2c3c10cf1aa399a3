import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCount } from '../support/settings';
import { firstLineOf, waitUntil } from '../support/wait-until';
import { ask, READY_QUERY, send, serveSmall } from './small-graph';

const RUN = join(__dirname, '../support/run-typescript.js');
const SERVER = join(__dirname, '../support/long-answers.ts');
const BODY = JSON.stringify({ query: READY_QUERY });
const POST = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`;

const MUCH = 40_000_000;

const children: ChildProcess[] = [];
const sockets: Socket[] = [];

async function serveLong(env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [RUN, SERVER, JSON.stringify(env)], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return firstLineOf(child);
}

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Asks and never reads an answer. `isClosed` once the server has cut the connection. */
function askIdly(url: string, times = 1): { readonly isClosed: boolean; readonly isRefused: boolean } {
  const state = { isClosed: false, isRefused: false };
  const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(POST.repeat(times)));
  sockets.push(socket);
  socket.on('data', (chunk) => {
    if (String(chunk).startsWith('HTTP/1.1 503')) state.isRefused = true;
  });
  socket.pause();
  for (const event of ['error', 'close'] as const) {
    socket.on(event, () => {
      state.isClosed = true;
    });
  }
  return state;
}

/** Answers so far. */
async function countOf(url: string): Promise<number> {
  const { text } = await send(`${url}/metrics`);
  return [...text.matchAll(/^earshot_graphql_requests_total\{.*\} (\d+)$/gm)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  );
}

async function gauge(url: string, name: string): Promise<number> {
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec((await send(`${url}/metrics`)).text)?.[1]);
}

const READERS = runCount('READERS', 30);

test(`${READERS} sockets that do not read an answer of 7 MB: little memory, all cut in the end, and others are answered`, async () => {
  const url = await serveLong({ EARSHOT_WRITE_TIMEOUT: '5s' });
  await ask(url, READY_QUERY);
  const idle = Array.from({ length: READERS }, () => askIdly(url));
  let most = 0;
  let served = 0;
  await waitUntil(
    'the idle ones to be cut',
    async () => {
      most = Math.max(most, await gauge(url, 'process_resident_memory_bytes'));
      if ((await ask(url, READY_QUERY)).text.length > 6_500_000) served += 1;
      return served > 0 && (await gauge(url, 'earshot_waiting_bytes')) === 0;
    },
    150_000,
  );
  console.info(`at most ${Math.round(most / 1024 / 1024)} MB`);
  expect(most).toBeLessThan(400 * 1024 * 1024);
  // What the system had taken for a socket is still to be read, and then its end. A refused one has its answer and stays.
  for (const socket of sockets) socket.resume();
  await waitUntil('the ends of the idle ones', () => idle.every(({ isClosed, isRefused }) => isClosed || isRefused));
  expect(idle.some(({ isClosed }) => isClosed)).toBe(true);
}, 240_000);

test('one connection that asks again and again and reads nothing is cut', async () => {
  const url = await serveLong({ EARSHOT_WRITE_TIMEOUT: '3s' });
  await ask(url, READY_QUERY);
  const idle = askIdly(url, 10);
  await waitUntil(
    'the cut',
    async () => (await countOf(url)) > 10 && (await gauge(url, 'earshot_waiting_bytes')) === 0,
    90_000,
  );
  for (const socket of sockets) socket.resume();
  await waitUntil('its end', () => idle.isClosed);
}, 150_000);

test('an answer beyond the bound is refused, the bound told with the cost', async () => {
  const serving = await serveSmall({ EARSHOT_MAX_ANSWER_BYTES: '65536' });
  const query = '{ long(bytes: 65600) }';
  for (let i = 0; i < 2; i += 1) {
    const { status, body } = await ask(serving.url, query);
    expect([status, body.errors[0].extensions]).toEqual([
      400,
      { code: 'ANSWER_TOO_LARGE', limit: 65_536, actual: expect.any(Number) },
    ]);
  }
  const small = await ask(serving.url, '{ long(bytes: 10) }', undefined, { 'x-earshot-cost': '1' });
  expect(small.body.extensions.cost.maxAnswerBytes).toBe(65_536);
  await serving.close();
});

test('a file of the explorer has to be taken in time too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-assets-'));
  // More than the system takes for a socket.
  writeFileSync(join(folder, 'explorer-1.js'), Buffer.alloc(MUCH));
  const serving = await serveSmall({ EARSHOT_WRITE_TIMEOUT: '500ms' }, undefined, { explorerFolder: folder });
  let [taken, isClosed] = [0, false];
  const socket = connect(Number(new URL(serving.url).port), '127.0.0.1', () =>
    socket.write('GET /explorer/explorer-1.js HTTP/1.1\r\nhost: localhost\r\n\r\n'),
  );
  sockets.push(socket);
  socket.on('data', (chunk) => {
    taken += chunk.length;
  });
  for (const event of ['error', 'close'] as const) {
    socket.on(event, () => {
      isClosed = true;
    });
  }
  socket.pause();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  socket.resume();
  await waitUntil('the cut', () => isClosed || taken > MUCH);
  expect([isClosed, taken < MUCH]).toEqual([true, true]);
  await serving.close();
  rmSync(folder, { recursive: true });
});
