import { once } from 'node:events';
import { connect } from 'node:net';

import { waitUntil } from '../support/wait-until';
import {
  ask,
  keepLog,
  QUICK_MS,
  READY_QUERY,
  READY_TEXT,
  send,
  sendBytes,
  serveSmall,
  smallExecutor,
} from './small-graph';

const json = { 'content-type': 'application/json' };

describe('the HTTP layer', () => {
  let serving: Awaited<ReturnType<typeof serveSmall>>;
  let url: string;

  beforeAll(async () => {
    serving = await serveSmall({ EARSHOT_CORS_ORIGINS: 'https://app.example.com', EARSHOT_CORS_SANDBOX: 'on' });
    url = serving.url;
  });

  afterAll(() => serving.close());

  describe('bodies', () => {
    const post = (body: string | Buffer, headers: Record<string, string> = json) =>
      send(`${url}/graphql`, { method: 'POST', headers, body });

    it('refuses 3 MB, before and while reading', async () => {
      const large = JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(3_000_000) } });
      const answer = await post(large);
      expect([answer.status, answer.body.errors[0].extensions]).toEqual([
        413,
        { code: 'BODY_TOO_LARGE', limit: 262_144 },
      ]);
      expect(answer.ms).toBeLessThan(QUICK_MS);
      const chunks = new ReadableStream({
        start(controller) {
          for (let i = 0; i < 300; i += 1) controller.enqueue(new TextEncoder().encode('x'.repeat(10_000)));
          controller.close();
        },
      });
      const streamed = await send(`${url}/graphql`, {
        method: 'POST',
        headers: json,
        body: chunks,
        duplex: 'half',
      } as RequestInit);
      expect(streamed.status).toBe(413);
      expect(streamed.ms).toBeLessThan(QUICK_MS);
    });

    it.each([
      [
        'compressed bodies',
        { ...json, 'content-encoding': 'gzip' },
        '{"query":"{ __typename }"}',
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ],
      [
        'forms',
        { 'content-type': 'application/x-www-form-urlencoded' },
        'query={__typename}',
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ],
      [
        'plain text, which browsers send unasked',
        { 'content-type': 'text/plain' },
        '{"query":"{ __typename }"}',
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ],
      [
        'other character sets',
        { 'content-type': 'application/json; charset=utf-16' },
        '{}',
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ],
      ['broken JSON', json, '{"query":', 400, 'BAD_REQUEST'],
      ['an empty body', json, '', 400, 'BAD_REQUEST'],
      ['a query that is no string', json, '{"query":["{ __typename }"]}', 400, 'BAD_REQUEST'],
      [
        'persisted queries',
        json,
        '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
        200,
        'PERSISTED_QUERY_NOT_SUPPORTED',
      ],
    ])('refuses %s', async (_name, headers, body, status, code) => {
      const answer = await post(body, headers as Record<string, string>);
      expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([status, code]);
      expect(answer.text).not.toContain('    at ');
    });

    it('refuses what is not UTF-8', async () => {
      expect((await post(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))).status).toBe(415);
    });
  });

  describe('methods and paths', () => {
    it('answers queries by GET, and only queries', async () => {
      const get = (query: string) => send(`${url}/graphql?query=${encodeURIComponent(query)}`);
      expect((await get('{ __typename }')).text).toBe('{"data":{"__typename":"Query"}}\n');
      const mutation = await get('mutation { rename(to: "x") }');
      expect([mutation.status, mutation.headers.get('allow')]).toEqual([405, 'POST']);
      expect((await send(`${url}/graphql?query={__typename}&query={__typename}`)).status).toBe(400);
      const guarded = await get(`{ company ${'{ parent '.repeat(30)} { name } ${'}'.repeat(30)} }`);
      expect(guarded.body.errors[0].extensions.code).toBe('QUERY_TOO_COMPLEX');
      const variables = encodeURIComponent(JSON.stringify({ s: 'a\0' }));
      const nul = await send(
        `${url}/graphql?query=${encodeURIComponent('query($s: String) { company(symbol: $s) { name } }')}&variables=${variables}`,
      );
      expect(nul.body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
    });

    it('names what is missing and what is not allowed', async () => {
      const missing = await send(`${url}/secret`);
      expect([missing.status, missing.body.errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
      for (const path of ['/graphql', '/live', '/metrics']) {
        const answer = await send(`${url}${path}`, { method: 'DELETE' });
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, expect.stringContaining('GET')]);
      }
      expect((await send(`${url}/explorer/..%2f..%2fpackage.json`)).status).toBe(404);
      const root = await send(url, { redirect: 'manual' });
      expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql']);
    });

    it('tells liveness, readiness and metrics', async () => {
      await ask(url, '{ __typename }');
      expect((await send(`${url}/live`)).body).toEqual({ status: 'live' });
      expect((await send(`${url}/ready`)).body).toEqual({ status: 'ready' });
      const metrics = await send(`${url}/metrics`);
      expect(metrics.text).toMatch(/earshot_graphql_requests_total\{executor="graphql-js",outcome="ok"\} [1-9]/);
      expect(metrics.text).toMatch(/earshot_refusals_total\{code="BODY_TOO_LARGE"\} [1-9]/);
      const unready = await serveSmall(
        {},
        { ...smallExecutor, health: () => ({ ready: false, reason: 'no database' }) },
      );
      const answer = await send(`${unready.url}/ready`);
      expect([answer.status, answer.body]).toEqual([503, { status: 'not ready', reason: 'no database' }]);
      await unready.close();
    });
  });

  describe('origins', () => {
    const from = (headers: Record<string, string>) => ask(url, '{ __typename }', undefined, headers);

    it('lets in its own pages, allowed ones and the Sandbox, and nobody else', async () => {
      expect((await from({ origin: url })).status).toBe(200);
      for (const origin of ['https://app.example.com', 'https://studio.apollographql.com']) {
        const answer = await from({ origin });
        expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
        expect(answer.headers.get('vary')).toContain('origin');
      }
      for (const origin of [
        'https://evil.example',
        'null',
        'https://app.example.com.evil.example',
        'http://app.example.com',
      ]) {
        const answer = await from({ origin });
        expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([403, 'FORBIDDEN_ORIGIN']);
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
    });

    it('answers preflights for allowed origins only', async () => {
      const preflight = (origin: string) =>
        send(`${url}/graphql`, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'POST',
            'access-control-request-private-network': 'true',
          },
        });
      const allowed = await preflight('https://studio.apollographql.com');
      expect(allowed.status).toBe(204);
      expect(allowed.headers.get('access-control-allow-headers')).toContain('content-type');
      expect(allowed.headers.get('access-control-allow-private-network')).toBe('true');
      expect((await preflight('https://evil.example')).status).toBe(403);
    });

    it('refuses what another site embeds', async () => {
      const script = await sendBytes(
        url,
        'GET /graphql?query={__typename} HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: cross-site\r\nconnection: close\r\n\r\n',
      );
      expect(script).toMatch(/^HTTP\/1.1 403 /);
    });
  });

  describe('the way past Apollo', () => {
    it('sends the same bytes and headers as the way through it', async () => {
      const first = await ask(url, READY_QUERY);
      const second = await ask(url, READY_QUERY);
      expect(first.text).toBe(`{"data":${READY_TEXT}}\n`);
      expect(second.text).toBe(first.text);
      const names = ['content-type', 'content-length', 'cache-control', 'x-content-type-options'];
      for (const name of names) expect(second.headers.get(name)).toBe(first.headers.get(name));
      const modern = await ask(url, READY_QUERY, undefined, { accept: 'application/graphql-response+json' });
      expect(modern.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
      expect((await ask(url, READY_QUERY, undefined, { accept: 'image/png' })).status).toBe(406);
    });

    it('keeps the faults of a request that names another operation or odd parameters', async () => {
      const wrong = await send(`${url}/graphql`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ query: READY_QUERY, operationName: 'Other' }),
      });
      expect(wrong.body.errors[0].extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');
      const odd = await send(`${url}/graphql`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ query: READY_QUERY, variables: 'x' }),
      });
      expect(odd.status).toBe(400);
    });
  });

  describe('errors', () => {
    it('masks what nobody foresaw under the id of the request', async () => {
      const answer = await ask(url, '{ broken }', undefined, { 'x-request-id': 'trace-7' });
      expect(answer.text).not.toMatch(/secret|relation|srv/);
      expect(answer.body.errors[0].extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'trace-7' });
      expect(answer.headers.get('x-request-id')).toBe('trace-7');
    });

    it('passes on refusals with their details', async () => {
      const answer = await ask(url, '{ refused }');
      expect(answer.body.data).toEqual({ refused: null });
      expect(answer.body.errors[0]).toMatchObject({
        message: 'Several are called so.',
        path: ['refused'],
        extensions: { code: 'AMBIGUOUS', candidates: ['a', 'b'] },
      });
    });

    it('is an error for HTTP too where a refused root stands beside one that nobody foresaw, and nothing else', async () => {
      const both = '{ refused fades(code: "UNFORESEEN") }';
      const answer = await ask(url, both);
      expect([answer.status, answer.body.data]).toEqual([500, { refused: null, fades: null }]);
      expect((await ask(url, both.replace('}', '__typename }'))).status).toBe(200);
      expect((await ask(url, '{ refused fades(code: "BAD_USER_INPUT") }')).status).toBe(200);
    });

    it('does not take a request id that could forge a log line', async () => {
      const answer = await ask(url, '{ __typename }', undefined, { 'x-request-id': 'a b{}' });
      expect(answer.headers.get('x-request-id')).not.toBe('a b{}');
    });
  });
});

it('tells the log nothing of clients that break off', async () => {
  const { log, lines } = keepLog();
  const serving = await serveSmall({}, undefined, { log });
  const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
  const { hostname, port } = new URL(serving.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(`${head}content-length: 100\r\n\r\n{"query":`);
  // So long until its head has been read for certain: a later request has been answered.
  await ask(serving.url, '{ __typename }');
  socket.destroy();
  await sendBytes(serving.url, `${head}transfer-encoding: chunked\r\n\r\nno length\r\n`);
  await serving.close();
  expect(lines).toEqual([]);
});

describe('slow clients and slow answers', () => {
  it('cuts off heads and bodies that do not arrive in time', async () => {
    const serving = await serveSmall({ EARSHOT_HEADERS_TIMEOUT: '300ms', EARSHOT_REQUEST_TIMEOUT: '300ms' });
    const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\n';
    const started = performance.now();
    const [slowHead, slowBody] = await Promise.all([
      sendBytes(serving.url, head),
      sendBytes(serving.url, `${head}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"query":`),
    ]);
    expect(slowHead).toMatch(/^HTTP\/1.1 408 [\s\S]*REQUEST_TIMEOUT/);
    expect(slowBody).toMatch(/^HTTP\/1.1 408 [\s\S]*REQUEST_TIMEOUT/);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(await sendBytes(serving.url, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1.1 400 [\s\S]*BAD_REQUEST/);
    expect(await sendBytes(serving.url, `GET / HTTP/1.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431 /,
    );
    await serving.close();
  });

  it('stops a query at its deadline', async () => {
    const serving = await serveSmall({ EARSHOT_DEADLINE: '50ms' });
    const started = performance.now();
    const answer = await ask(serving.url, '{ never }');
    expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([503, 'DEADLINE_EXCEEDED']);
    // That of a server as it is: 10 s.
    expect(performance.now() - started).toBeLessThan(5_000);
    await serving.close();
  });

  it('turns away what is more than it can work on', async () => {
    const serving = await serveSmall({ EARSHOT_MAX_REQUESTS: '1' });
    const slow = ask(serving.url, '{ slow(ms: 1000) }');
    await untilInWork(serving.url);
    const turnedAway = await ask(serving.url, '{ __typename }');
    expect([turnedAway.status, turnedAway.headers.get('retry-after')]).toEqual([503, '1']);
    expect((await slow).body.data.slow).toBe('done');
    expect((await ask(serving.url, '{ __typename }')).status).toBe(200);
    await serving.close();
  });

  it('finishes what is in flight when it stops, refuses what is new, and leaves no connection behind', async () => {
    const serving = await serveSmall();
    await ask(serving.url, '{ __typename }');
    const slow = ask(serving.url, '{ slow(ms: 1000) }');
    await untilInWork(serving.url);
    const started = performance.now();
    const closed = serving.close();
    await expect(ask(serving.url, '{ __typename }')).rejects.toThrow();
    expect((await slow).body.data.slow).toBe('done');
    await closed;
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('cuts what is still in flight when its patience ends', async () => {
    const serving = await serveSmall({ EARSHOT_DRAIN_TIMEOUT: '200ms' });
    const stuck = ask(serving.url, '{ never }').catch(() => 'cut');
    await untilInWork(serving.url);
    await serving.close();
    expect(await stuck).toBe('cut');
  });
});

describe('the rate limit', () => {
  const limited = { EARSHOT_RATE_LIMIT: 'on', EARSHOT_RATE_LIMIT_COST: '20', EARSHOT_RATE_LIMIT_WINDOW: '10s' };
  const dear = '{ companies(first: 10) { nodes { name } } }';

  it('spends by cost, says what is left, and refuses with the time to wait', async () => {
    const serving = await serveSmall(limited);
    const first = await ask(serving.url, dear);
    expect(first.headers.get('ratelimit-policy')).toBe('"cost";q=20;w=10');
    expect(first.headers.get('ratelimit')).toBe('"cost";r=9;t=10');
    const second = await ask(serving.url, dear);
    expect([second.status, second.body.errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(second.headers.get('ratelimit')).toMatch(/^"cost";r=0;t=\d+$/);
    await serving.close();
  });

  it('counts bodies that are no queries', async () => {
    const serving = await serveSmall({ ...limited, EARSHOT_RATE_LIMIT_COST: '50' });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      const broken = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' };
      statuses.push((await send(`${serving.url}/graphql`, broken)).status);
    }
    expect(statuses).toEqual([400, 400, 429]);
    await serving.close();
  });

  it('leaves loopback alone by default', async () => {
    const serving = await serveSmall({ ...limited, EARSHOT_RATE_LIMIT: 'auto' });
    for (let i = 0; i < 4; i += 1) expect((await ask(serving.url, dear)).status).toBe(200);
    await serving.close();
  });

  it('believes proxies only where it was told to, and counts whoever stands behind them', async () => {
    const trusting = await serveSmall({ ...limited, EARSHOT_RATE_LIMIT: 'auto', EARSHOT_TRUSTED_PROXIES: 'loopback' });
    const by = (url: string, forwarded: string, key?: string) =>
      ask(url, dear, undefined, { 'x-forwarded-for': forwarded, ...(key && { 'x-api-key': key }) });
    expect((await by(trusting.url, '203.0.113.9')).status).toBe(200);
    expect((await by(trusting.url, '203.0.113.9')).status).toBe(429);
    expect((await by(trusting.url, '198.51.100.1, 203.0.113.9')).status).toBe(429);
    expect((await by(trusting.url, '2001:db8::1')).status).toBe(200);
    expect((await by(trusting.url, '2001:db8::2')).status).toBe(429);
    // A new key is no new budget for an old address, and a new address none for an old key.
    expect((await by(trusting.url, '203.0.113.9', 'made-up')).status).toBe(429);
    expect((await by(trusting.url, '203.0.113.10', 'shared')).status).toBe(200);
    expect((await by(trusting.url, '203.0.113.11', 'shared')).status).toBe(429);
    await trusting.close();
    const wary = await serveSmall(limited);
    expect((await by(wary.url, '203.0.113.9')).status).toBe(200);
    expect((await by(wary.url, '203.0.113.10')).status).toBe(429);
    await wary.close();
  });
});

/** Until the server works on a query. */
async function untilInWork(url: string): Promise<void> {
  await waitUntil('a query in work', async () =>
    /^earshot_requests_in_flight 1$/m.test((await send(`${url}/metrics`)).text),
  );
}
