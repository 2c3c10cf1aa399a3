import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ApolloServerErrorCode } from '@apollo/server/errors';

import { ERROR_CODES, PROTOCOL_CODES, REFUSAL_CODES } from '../../src/platform/errors';
import { ask, faultOf, READY_QUERY, send, serveSmall, smallExecutor } from '../security/small-graph';

const CODES: Record<string, { statuses: readonly number[] }> = { ...ERROR_CODES, ...PROTOCOL_CODES };
const BOTH_TYPES = ['application/json', 'application/graphql-response+json'] as const;
const json = { 'content-type': 'application/json' };
type Seen = { status: number; body: { data?: unknown; errors?: { extensions: { code: string } }[] } };

const sections = new Map(
  readFileSync(join(__dirname, '..', '..', 'docs', 'errors.md'), 'utf8')
    .split(/^### /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')).trim(), section] as const),
);

/** As the document names them: "Status 400 or 200." */
function documentedStatuses(code: string): number[] {
  const [, list = ''] = /^Status (\d{3}(?: or \d{3})*)\./m.exec(sections.get(code) ?? '') ?? [];
  return list.split(' or ').map(Number).sort();
}

describe('docs/errors.md', () => {
  it('explains every code that exists, and none that does not', () => {
    expect([...sections.keys()].sort()).toEqual([...Object.keys(CODES), ...Object.keys(REFUSAL_CODES)].sort());
  });

  it('knows every code that Apollo can send', () => {
    for (const code of Object.values(ApolloServerErrorCode)) expect(sections.has(code)).toBe(true);
  });

  it('names for each code the statuses with which the server sends it, and no others', async () => {
    const seen = await provokeAll();
    const documented = Object.fromEntries(Object.keys(CODES).map((code) => [code, documentedStatuses(code)]));
    // Apollo's word for a cache of queries, which this server does not have: it says NOT_SUPPORTED.
    expect(seen).toEqual({ ...documented, PERSISTED_QUERY_NOT_FOUND: undefined });
  });
});

/** Sends what brings each code about, in both media types, and gives the statuses that came by code. */
async function provokeAll(): Promise<Record<string, number[]>> {
  const seen = new Map<string, Set<number>>();
  const note = ({ status, body }: Seen): void => {
    const code = body.errors?.[0]?.extensions.code ?? 'none';
    seen.set(code, (seen.get(code) ?? new Set()).add(status));
  };
  const plain = await serveSmall();
  const terse = await serveSmall({ EARSHOT_MAX_ANSWER_BYTES: '65536' });
  const strict = await serveSmall({
    EARSHOT_RATE_LIMIT: 'on',
    EARSHOT_RATE_LIMIT_COST: '1',
    EARSHOT_HEADERS_TIMEOUT: '100ms',
  });
  for (const accept of BOTH_TYPES) {
    const put = (query: string, variables?: Record<string, unknown>) => ask(plain.url, query, variables, { accept });
    const post = (body: string, headers = {}) =>
      send(`${plain.url}/graphql`, { method: 'POST', headers: { ...json, accept, ...headers }, body });
    for (const code of [
      'SERVER_BUSY',
      'DATABASE_UNAVAILABLE',
      'DEADLINE_EXCEEDED',
      'READ_ONLY',
      'UNFORESEEN',
      'UNAUTHENTICATED',
      'FORBIDDEN',
    ]) {
      for (const field of ['fails', 'fades', '__typename fades']) note(await put(`{ ${field}(code: "${code}") }`));
    }
    note(await ask(terse.url, '{ long(bytes: 100000) }', undefined, { accept }));
    note(await put('{ refused }'));
    note(await put('{ fails(code: "BAD_USER_INPUT") }'));
    note(await put('query($n: Int!) { slow(ms: $n) }', { n: 'x' }));
    note(await put('{ company { nonsense } }'));
    note(await put('{ company { '));
    note(await put(`{ company ${'{ parent '.repeat(30)} { name } ${'}'.repeat(30)} }`));
    note(await post('{}'));
    note(await post(JSON.stringify({ query: READY_QUERY, operationName: 'Other' })));
    note(await post('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}'));
    note(await post(JSON.stringify({ query: 'x'.repeat(300_000) })));
    note(await post('query={__typename}', { 'content-type': 'text/plain' }));
    note(await post(JSON.stringify({ query: '{ __typename }' }), { origin: 'https://evil.example' }));
    note(await post(JSON.stringify({ query: '{ __typename }' }), { accept: 'image/png' }));
    note(await send(`${plain.url}/graphql?query=mutation{rename(to:"x")}`, { headers: { accept } }));
    note(await send(`${plain.url}/nowhere`));
    for (let i = 0; i < 2; i += 1) note(await ask(strict.url, '{ __typename }', undefined, { accept }));
    note(await sendRaw(strict.url, 'GET / HTTP/1.1\r\nhost: loc'));
    note(await sendRaw(strict.url, `GET / HTTP/1.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`));
  }
  await Promise.all([plain.close(), strict.close(), terse.close()]);
  seen.delete('none');
  return Object.fromEntries([...seen].map(([code, statuses]) => [code, [...statuses].sort()]));
}

function sendRaw(url: string, text: string): Promise<Seen> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => {
      resolve({ status: Number(answer.slice(9, 12)), body: JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))) });
    });
  });
}

/** Faults of the server and the status that they have wherever they show, as long as there is no data. */
const FAULTS = [
  ['SERVER_BUSY', 503],
  ['DATABASE_UNAVAILABLE', 503],
  ['DEADLINE_EXCEEDED', 503],
  ['UNFORESEEN', 500],
] as const;

describe.each(FAULTS)('%s without data', (fault, status) => {
  const code = fault === 'UNFORESEEN' ? 'INTERNAL_SERVER_ERROR' : fault;
  let serving: Awaited<ReturnType<typeof serveSmall>>;
  let failing: Awaited<ReturnType<typeof serveSmall>>;

  beforeAll(async () => {
    serving = await serveSmall();
    failing = await serveSmall({}, { ...smallExecutor, answer: () => Promise.reject(faultOf(fault)) });
  });

  afterAll(() => Promise.all([serving.close(), failing.close()]));

  it.each(BOTH_TYPES)(`is ${status} by every door, counted, in %s`, async (accept) => {
    const before = await countOf(failing.url);
    // The first through Apollo, the second as a known document, the third by GET.
    const query = `${READY_QUERY} # ${accept}`;
    const get = (url: string, text: string) =>
      send(`${url}/graphql?query=${encodeURIComponent(text)}`, { headers: { accept } });
    const answers = [
      await ask(failing.url, query, undefined, { accept }),
      await ask(failing.url, query, undefined, { accept }),
      await get(failing.url, query),
      // Run by graphql-js: a root field that is never null, one that may be, and a mutation's.
      await ask(serving.url, `{ fails(code: "${fault}") }`, undefined, { accept }),
      await get(serving.url, `{ fails(code: "${fault}") }`),
      await ask(serving.url, `mutation { fails(code: "${fault}") }`, undefined, { accept }),
    ];
    if (status === 503)
      answers.push(await ask(serving.url, `{ __typename fades(code: "${fault}") }`, undefined, { accept }));
    for (const answer of answers) {
      expect([answer.status, answer.body.data ?? null, answer.body.errors[0].extensions.code]).toEqual([
        status,
        null,
        code,
      ]);
      expect(answer.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
      expect(answer.headers.get('retry-after')).toEqual(status === 503 ? expect.stringMatching(/^[1-9]\d*$/) : null);
    }
    expect((await countOf(failing.url)) - before).toBe(3);
  });

  async function countOf(url: string): Promise<number> {
    const { text } = await send(`${url}/metrics`);
    return Number(new RegExp(`^earshot_refusals_total\\{code="${code}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  }
});

it('a fault beside data is told in the answer alone', async () => {
  const serving = await serveSmall();
  const partial = await ask(serving.url, '{ __typename fades(code: "UNFORESEEN") }');
  expect([partial.status, partial.body.data]).toEqual([200, { __typename: 'Query', fades: null }]);
  await serving.close();
});
