import { connect } from 'node:net';

import { keepLog, send, sendBytes, serveSmall } from './small-graph';

type Small = Awaited<ReturnType<typeof serveSmall>>;
const QUERY = '{"query":"{ __typename }"}';
const post = (host: string, more = '') =>
  `POST /graphql HTTP/1.1\r\nhost: ${host}\r\n${more}content-type: application/json\r\ncontent-length: ${QUERY.length}\r\nconnection: close\r\n\r\n${QUERY}`;
const get = (host: string, more = '', path = '/graphql?query={__typename}') =>
  `GET ${path} HTTP/1.1\r\nhost: ${host}\r\n${more}connection: close\r\n\r\n`;
const ANSWER = '{"data":{"__typename":"Query"}}\n';

describe('the name under which a server is reached', () => {
  let serving: Small;
  const { log, lines } = keepLog();

  beforeAll(async () => {
    // As in a container: it listens everywhere, and whoever asks comes from loopback or a private network.
    serving = await serveSmall({ HOST: '0.0.0.0', EARSHOT_ALLOWED_HOSTS: 'earshot.example.com' }, undefined, { log });
  });

  afterAll(() => serving.close());

  const upgrade = 'upgrade: websocket\r\nconnection: upgrade\r\n';
  const doors = {
    'a GET': get('evil.example'),
    'a POST': post('evil.example:4000'),
    'an upgrade': get('evil.example', upgrade),
    'a preflight': 'OPTIONS /graphql HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n',
    'the metrics': get('evil.example', '', '/metrics'),
    readiness: get('evil.example', '', '/ready'),
    'the page': get('EVIL.example', 'accept: text/html\r\n', '/graphql'),
    'a name that ends like an address': get('127.0.0.1.evil.example'),
    'a name with a dot at its end': get('evil.example.'),
  };

  it.each(Object.entries(doors))('is not one of somebody else: %s', async (_name, text) => {
    const answer = await sendBytes(serving.url, text);
    expect(answer).toMatch(/^HTTP\/1.1 403 [\s\S]*FORBIDDEN_ORIGIN/);
    expect(answer).toContain('EARSHOT_ALLOWED_HOSTS');
  });

  it.each([
    'localhost',
    'LOCALHOST:4000',
    'app.localhost',
    '127.0.0.1',
    '[::1]:80',
    '10.1.2.3',
    'server',
    'earshot.example.com',
  ])('may be %s', async (host) => {
    expect(await sendBytes(serving.url, get(host))).toContain(ANSWER);
    expect(await sendBytes(serving.url, post(host))).toContain(ANSWER);
  });

  it('is told to the operator once, with the setting', () => {
    const told = lines.filter(({ host }) => host === 'evil.example');
    expect(told).toMatchObject([{ setting: 'EARSHOT_ALLOWED_HOSTS' }]);
  });

  it('is given once', async () => {
    for (const path of ['/graphql?query={__typename}', '/ready']) {
      const answer = await sendBytes(serving.url, get('localhost', 'Host: localhost\r\n', path));
      expect(answer).toMatch(/^HTTP\/1.1 400 [\s\S]*BAD_REQUEST/);
    }
  });

  it('is not hidden behind more fields than are looked at', async () => {
    const many = 'a: b\r\n'.repeat(110);
    const answer = await sendBytes(serving.url, get('localhost', `${many}Host: evil.example\r\n`));
    expect(answer).toMatch(/^HTTP\/1.1 431 [\s\S]*BAD_REQUEST/);
    expect(await sendBytes(serving.url, get('localhost', 'a: b\r\n'.repeat(90)))).toContain(ANSWER);
  });
});

it('a tunnel is refused with a status', async () => {
  const serving = await serveSmall();
  const answer = await sendBytes(serving.url, 'CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1.1 405 [\s\S]*METHOD_NOT_ALLOWED/);
  await serving.close();
});

describe('an upgrade that is offered', () => {
  let serving: Small;
  beforeAll(async () => {
    serving = await serveSmall();
  });
  afterAll(() => serving.close());

  // What Java's HttpClient and `curl --http2` send with their first request.
  const h2c = 'upgrade: h2c\r\nhttp2-settings: AAEAAEAAAAIAAAAAAAMAAAAAAAQBAAAAAAUAAEAAAAYABgAA\r\n';

  it.each([h2c, 'upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n'])(
    'is ignored, with a body or without, and the connection goes on',
    async (offer) => {
      const offered = `connection: Upgrade, HTTP2-Settings\r\n${offer}`;
      const kept = (text: string) => text.replace('connection: close\r\n', '');
      // One after the other, as clients do that wait for the answer to their offer.
      const turns = [kept(get('localhost', offered)), kept(post('localhost', offered)), post('localhost')];
      const answers = await converse(serving.url, turns);
      expect(answers).toEqual(
        turns.map(() => expect.stringMatching(/^HTTP\/1.1 200 [\s\S]*\{"data":\{"__typename":"Query"\}\}\n$/)),
      );
    },
  );
});

describe('pages of this machine', () => {
  const dev = ['http://localhost:5173', 'http://127.0.0.1:3000', 'http://[::1]:8080', 'https://localhost'];

  it('may read a server on loopback, after a preflight too', async () => {
    const serving = await serveSmall();
    for (const origin of dev) {
      const read = await send(`${serving.url}/graphql?query={__typename}`, { headers: { origin } });
      expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
      const headers = {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      };
      const asked = await send(`${serving.url}/graphql`, { method: 'OPTIONS', headers });
      expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
    }
    for (const origin of [
      'http://localhost.evil.example',
      'http://localhost@evil.example',
      'file://localhost',
      'null',
    ]) {
      expect((await send(`${serving.url}/graphql?query={__typename}`, { headers: { origin } })).status).toBe(403);
    }
    await serving.close();
  });

  it('are pages of the visitor elsewhere, and are refused; the log says once how to allow them', async () => {
    const { log, lines } = keepLog();
    const serving = await serveSmall({ HOST: '0.0.0.0' }, undefined, { log });
    for (let i = 0; i < 3; i += 1) {
      const answer = await send(`${serving.url}/graphql?query={__typename}`, { headers: { origin: dev[0]! } });
      expect([answer.status, answer.body.errors[0].message]).toEqual([
        403,
        expect.stringContaining('EARSHOT_CORS_ORIGINS'),
      ]);
    }
    expect(lines).toMatchObject([{ origin: dev[0], setting: 'EARSHOT_CORS_ORIGINS' }]);
    await serving.close();
  });
});

it('a proxy on this machine that nobody trusts is noticed once, with the setting', async () => {
  const signs: readonly Record<string, string>[] = [
    { 'x-forwarded-for': '203.0.113.9' },
    { forwarded: 'for=203.0.113.9' },
  ];
  for (const headers of signs) {
    const { log, lines } = keepLog();
    const serving = await serveSmall({}, undefined, { log });
    for (let i = 0; i < 3; i += 1) await send(`${serving.url}/graphql?query={__typename}`, { headers });
    expect(lines).toMatchObject([{ setting: 'EARSHOT_TRUSTED_PROXIES' }]);
    await serving.close();
  }
  const { log, lines } = keepLog();
  const trusting = await serveSmall({ EARSHOT_TRUSTED_PROXIES: 'loopback' }, undefined, { log });
  await send(`${trusting.url}/graphql?query={__typename}`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
  expect(lines).toEqual([]);
  await trusting.close();
});

/** Sends one request after the other on one connection, each when the one before has been answered whole. */
async function converse(url: string, turns: readonly string[]): Promise<string[]> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const answers: string[] = [];
  for (const turn of turns) {
    socket.write(turn);
    let answer = '';
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      answer += chunk;
      if (answer.endsWith(ANSWER)) break;
    }
    answers.push(answer);
  }
  socket.destroy();
  return answers;
}
