import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { readConfig } from '../../src/platform/config';
import { createApiKey } from '../../src/platform/database/api-key';
import { type RunningServer, startServer } from '../../src/server/server';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { callOf } from '../support/invented';
import { queryRows } from '../support/stored';
import { ask, send } from './small-graph';

const SCOPES = ['read', 'import', 'audit', 'metrics'] as const;
const COUNTS = '{ created updated unchanged }';
const OWN = `statements ${COUNTS} analystComments ${COUNTS} facts ${COUNTS} claims ${COUNTS}
  warnings { code message field } userErrors { code message field } clientMutationId __typename`;
const importing = (selection: string) =>
  `mutation Import($content: String!) { importDocument(input: { content: $content }) { ${selection} } }`;

let database: TestDatabase;
let closed: RunningServer;
let open: RunningServer;
const keys: Record<string, string> = {};

async function serve(env: Record<string, string>): Promise<RunningServer> {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...env });
  return startServer({ config, databaseUrl: database.url, log: pino({ level: 'silent' }) });
}

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
  for (const scope of SCOPES) {
    keys[scope] = (await createApiKey(database.url, { name: scope, scopes: [scope], expiresAt: null })).key;
  }
  closed = await serve({ EARSHOT_REQUIRE_KEY: 'on' });
  open = await serve({});
});

afterAll(async () => {
  await Promise.all([closed.close(), open.close()]);
  await database.drop();
});

const headersOf = (key?: string): Record<string, string> => (key === undefined ? {} : { 'x-api-key': keys[key]! });
const asking = (query: string, key?: string, variables: Record<string, unknown> = {}, server = closed) =>
  ask(server.url, query, variables, headersOf(key));
const getting = (query: string, key: string, server = closed) =>
  send(`${server.url}/graphql?query=${encodeURIComponent(query)}`, { headers: headersOf(key) });
const documents = async () => (await queryRows(database.url, 'SELECT count(*)::int AS n FROM document'))[0].n;

const READS = [
  '{ topic(slug: "compute") { name } }',
  '{ node(id: "VG9waWM6MQ") { id } }',
  '{ nodes(ids: ["VG9waWM6MQ"]) { __typename } }',
  '{ documents(first: 1) { totalCount } }',
  'query { ... { ...More } } fragment More on Query { shown: rateLimit { limit } companies(first: 1) { nodes { name } } }',
  '{ rateLimit { limit } topic(slug: "compute") @include(if: false) { name } }',
];

describe('where reading needs a key', () => {
  test.each(READS)('a key without the scope to read gets nothing: %s', async (query) => {
    for (const key of ['import', 'audit', 'metrics']) {
      for (const answer of [await asking(query, key), await getting(query, key)]) {
        expect(answer.status).toBe(403);
        expect(answer.body.data).toBeUndefined();
        expect(answer.body.errors).toMatchObject([
          { path: [expect.any(String)], extensions: { code: 'FORBIDDEN', scope: 'read' } },
        ]);
      }
    }
    // By the way of a document that has been answered before, by GET and by POST.
    for (let time = 0; time < 2; time++) {
      expect((await asking(query, 'read')).body.errors).toBeUndefined();
      expect((await getting(query, 'read')).status).toBe(200);
    }
    expect((await asking(query, 'import')).status).toBe(403);
    expect((await getting(query, 'import')).status).toBe(403);
    expect((await asking(query)).status).toBe(401);
  });

  test('what describes the graph, and how the key stands, is told to each', async () => {
    const query =
      '{ __typename __schema { queryType { name } } __type(name: "Document") { fields { name type { name } } } rateLimit { limit } }';
    for (const key of SCOPES) {
      const { status, body } = await asking(query, key);
      expect([status, body.data.__typename, body.data.__schema.queryType.name]).toEqual([200, 'Query', 'Query']);
    }
  });

  test('the operation that is run counts, not its neighbours in the document', async () => {
    const query = 'query Limit { rateLimit { limit } } query Read { topic(slug: "compute") { name } }';
    const named = (operationName: string) =>
      send(`${closed.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headersOf('import') },
        body: JSON.stringify({ query, operationName }),
      });
    expect((await named('Limit')).status).toBe(200);
    expect((await named('Read')).status).toBe(403);
    expect((await named('Neither')).status).toBe(400);
  });

  test('a key that only imports sees of its import what is its own, by whatever names and fragments', async () => {
    const selection = `document { id title sha256 revision __typename ... on Node { key: id } } ${OWN}`;
    const { status, body } = await asking(importing(selection), 'import', { content: callOf('Brightmoor Tools') });
    expect([status, body.errors]).toEqual([200, undefined]);
    const { document, statements } = body.data.importDocument;
    expect(document).toEqual({
      id: expect.any(String),
      key: document.id,
      title: 'Brightmoor Tools Q4 2024 Earnings Call',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      revision: 1,
      __typename: 'Document',
    });
    expect(statements.created).toBeGreaterThan(0);
  });

  const BEYOND: readonly (readonly [string, readonly string[]])[] = [
    ['document { id text }', ['importDocument', 'document', 'text']],
    ['document { words: text }', ['importDocument', 'document', 'words']],
    ['document { publisher }', ['importDocument', 'document', 'publisher']],
    ['document { id ...More }', ['importDocument', 'document', 'claims']],
    ['document { events { company { name } } }', ['importDocument', 'document', 'events']],
    ['document { ... on Node { ... on Statement { text } } }', ['importDocument', 'document', 'text']],
    ['document { mentions @include(if: false) { name } }', ['importDocument', 'document', 'mentions']],
  ];

  test.each(BEYOND)(
    'and nothing beyond: %s is refused at its path before anything is imported',
    async (selection, path) => {
      const before = await documents();
      const spread = selection.includes('...More') ? ' fragment More on Document { claims { totalCount } }' : '';
      const query = importing(selection) + spread;
      const content = callOf('Calder Pumps');
      for (let time = 0; time < 2; time++) {
        const { status, body } = await asking(query, 'import', { content });
        expect([status, body.data, body.errors[0].extensions.code]).toEqual([403, undefined, 'FORBIDDEN']);
        expect(body.errors[0].path).toEqual(path);
      }
      expect(await documents()).toBe(before);
    },
  );

  test('a correction by such a key tells the ids, not the words', async () => {
    const [row] = await queryRows(
      database.url,
      "SELECT encode(('Utterance:' || min(id))::bytea, 'base64') AS id FROM utterance",
    );
    const correcting = (selection: string) =>
      asking(
        `mutation Correct($id: ID!) { correctSpeaker(input: { utteranceIds: [$id], person: "Susan Li", reason: "heard it" })
          { utterances { ${selection} } userErrors { message } } }`,
        'import',
        { id: row.id.replace(/=+$/, '') },
      );
    const told = await correcting('id __typename ... on Statement { key: id }');
    expect([told.status, told.body.errors, told.body.data?.correctSpeaker.userErrors]).toEqual([200, undefined, []]);
    expect(told.body.data.correctSpeaker.utterances).toHaveLength(1);
    for (const selection of ['id text', 'id source { text }', '... on Statement { speaker { name } }']) {
      expect((await correcting(selection)).status).toBe(403);
    }
  });

  test('every payload of a mutation can be seen by the key that sends it', async () => {
    const fields = Object.values(buildGraph().getMutationType()!.getFields());
    for (const { name, args } of fields) {
      const types = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
      const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const { body } = await asking(`mutation Try(${types}) { ${name}(${given}) { userErrors { code } } }`, 'import');
      // The input is missing; that is all that is wrong.
      expect([name, body.errors[0].extensions.code]).toEqual([name, 'BAD_USER_INPUT']);
    }
  });

  test('401 says how to come in, and whether it is the key that is wrong', async () => {
    const without = await send(`${closed.url}/graphql?query={__typename}`, {});
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="earshot"']);
    for (const headers of [{ 'x-api-key': 'earshot_x' }, { authorization: 'Bearer earshot_x' }] as Record<
      string,
      string
    >[]) {
      const wrong = await send(`${closed.url}/graphql?query={__typename}`, { headers });
      expect([wrong.status, wrong.headers.get('www-authenticate')]).toEqual([
        401,
        'Bearer realm="earshot", error="invalid_token"',
      ]);
    }
    const right = await send(`${closed.url}/graphql?query={__typename}`, { headers: headersOf('read') });
    expect([right.status, right.headers.get('www-authenticate')]).toEqual([200, null]);
  });
});

describe('where reading is open', () => {
  test.each(READS)('no key has less than nobody: %s', async (query) => {
    const nobody = await asking(query, undefined, {}, open);
    expect(nobody.status).toBe(200);
    for (const key of SCOPES) expect((await asking(query, key, {}, open)).text).toBe(nobody.text);
  });

  test('a key that only imports sees all of what it has imported', async () => {
    const { body } = await asking(
      importing('document { text publisher }'),
      'import',
      { content: callOf('Dale Mills') },
      open,
    );
    expect(body.data.importDocument.document.text).toContain('Dale Mills');
    const refused = await asking(importing('document { id }'), 'read', { content: 'x' }, open);
    expect(refused.body.errors[0].extensions).toMatchObject({ code: 'FORBIDDEN', scope: 'import' });
  });
});

describe('the audit trail', () => {
  const ENTRY = 'at actorKind keyId actorName action subjectKind subjects summary';
  const QUERY = `query Audit($filter: AuditEntryFilter, $after: String) {
    auditEntries(first: 1, after: $after, filter: $filter) { totalCount pageInfo { hasNextPage endCursor } nodes { ${ENTRY} } edges { cursor node { action } } } }`;

  test('is for keys with its scope, by each way in and on open and closed servers', async () => {
    for (const server of [open, closed]) {
      for (let time = 0; time < 2; time++) {
        for (const answer of [await asking(QUERY, 'audit', {}, server), await getting(QUERY, 'audit', server)]) {
          expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
          expect(answer.body.data.auditEntries.nodes).toHaveLength(1);
        }
        for (const key of ['read', 'import', 'metrics']) {
          for (const answer of [await asking(QUERY, key, {}, server), await getting(QUERY, key, server)]) {
            expect([answer.status, answer.text.includes('actorName')]).toEqual([403, false]);
            const [{ path, extensions }] = answer.body.errors;
            expect([path, extensions.code, extensions.scope]).toEqual([['auditEntries'], 'FORBIDDEN', 'audit']);
          }
        }
        const nobody = await asking(QUERY, undefined, {}, server);
        expect([nobody.status, nobody.body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
      }
    }
    const inside =
      '{ __typename ...More } fragment More on Query { node(id: "VG9waWM6MQ") { id } mine: auditEntries { totalCount } }';
    expect((await asking(inside, 'read')).status).toBe(403);
    expect((await asking(inside, 'audit')).status).toBe(403);
  });

  test('tells who has imported through the graph, page by page and filtered', async () => {
    const [document] = await queryRows(database.url, "SELECT id, sha256 FROM document WHERE title LIKE 'Brightmoor%'");
    const keyId = (await queryRows(database.url, "SELECT id FROM api_key WHERE name = 'import'"))[0].id;
    const id = Buffer.from(`Document:${document.id}`).toString('base64url');
    const filter = { actions: ['IMPORT'], keyId, since: '2020-01-01T00:00:00Z', before: '2999-01-01T00:00:00Z' };
    const seen = [];
    let after: string | null = null;
    do {
      const { body } = await asking(QUERY, 'audit', { filter, after });
      const { nodes, pageInfo, totalCount } = body.data.auditEntries;
      seen.push(...nodes);
      expect(totalCount).toBe(2);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(2);
    expect(seen.at(-1)).toEqual({
      at: expect.stringMatching(/Z$/),
      actorKind: 'KEY',
      keyId,
      actorName: 'import',
      action: 'IMPORT',
      subjectKind: 'DOCUMENT',
      subjects: [id],
      summary: expect.objectContaining({ outcome: 'created', sha256: document.sha256 }),
    });
    // The reason is somebody's words, and stays with the old reading.
    const corrected = await asking(QUERY, 'audit', { filter: { actions: ['CORRECT_SPEAKER'], actorName: 'import' } });
    expect(corrected.body.data.auditEntries.nodes).toMatchObject([
      { subjectKind: 'UTTERANCE', summary: { person: expect.any(Number) } },
    ]);
    expect((await asking(QUERY, 'audit', { filter: { actorName: 'nobody' } })).body.data.auditEntries.nodes).toEqual(
      [],
    );
  });
});

describe('the metrics', () => {
  test('cost whoever makes up keys their budget, as the graph does', async () => {
    const server = await serve({
      EARSHOT_REQUIRE_KEY: 'on',
      EARSHOT_RATE_LIMIT: 'on',
      EARSHOT_RATE_LIMIT_COST: '50',
    });
    try {
      const knock = (key: string) => send(`${server.url}/metrics`, { headers: { 'x-api-key': key } });
      const statuses = [];
      for (const key of ['made', 'up', 'keys']) statuses.push((await knock(key)).status);
      expect(statuses).toEqual([401, 401, 429]);
    } finally {
      await server.close();
    }
  });

  const fetching = (url: string, key?: string) => send(`${url}/metrics`, { headers: headersOf(key) });

  test('are for everybody where reading is open, else for keys with their scope', async () => {
    expect((await fetching(open.url)).status).toBe(200);
    expect((await fetching(closed.url, 'metrics')).text).toContain('earshot_graphql_requests_total');
    for (const key of ['read', 'import', 'audit']) {
      const { status, body } = await fetching(closed.url, key);
      expect([status, body.errors[0].extensions]).toEqual([403, { code: 'FORBIDDEN', scope: 'metrics' }]);
    }
    const nobody = await fetching(closed.url);
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="earshot"']);
  });

  test('have a port of their own where one is set, and ask for no key there', async () => {
    const server = await serve({ EARSHOT_REQUIRE_KEY: 'on', EARSHOT_METRICS_PORT: '0' });
    try {
      expect((await fetching(server.metricsUrl!)).text).toContain('earshot_requests_in_flight');
      expect((await send(`${server.metricsUrl}/graphql?query={__typename}`, {})).status).toBe(404);
      expect((await fetching(server.url, 'metrics')).status).toBe(404);
    } finally {
      await server.close();
    }
  });
});
