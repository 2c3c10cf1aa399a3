import pino from 'pino';

import { readConfig } from '../../src/platform/config';
import { revertMigrations } from '../../src/platform/database/migrate';
import { type RunningServer, startServer } from '../../src/server/server';
import { type Answer, ask, QUICK_MS, send } from '../security/small-graph';
import { createTestDatabase, type TestDatabase } from '../support/database';

const STATEMENTS = `query Compute($first: Int) {
  statements(first: $first, filter: { speakerName: "zuckerberg", topics: ["compute"], period: "2024Q4", directness: [DIRECT_QUOTE] }) {
    totalCount
    nodes { text speaker { name } quarter { label } }
  }
}`;

const PERSON = 'query($n: String!) { person(name: $n) { name } }';
const MILLION = `{
  companies(first: 200) { nodes { statements(first: 200) { nodes { speaker { name } topics { topic { name } } } } } }
}`;

interface Refusal {
  readonly what: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly code?: string;
  readonly argument?: string;
}

/** The real graph over a real database, through a real socket. */
describe('the served graph', () => {
  let database: TestDatabase;
  let server: RunningServer;

  const start = (env: Record<string, string> = {}) =>
    startServer({
      config: readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...env }),
      databaseUrl: database.url,
      log: pino({ level: 'silent' }),
    });

  beforeAll(async () => {
    database = await createTestDatabase({ sample: true });
    server = await start();
    await ask(server.url, STATEMENTS);
  });

  afterAll(async () => {
    await server?.close();
    await database?.drop();
  });

  it('answers the first question, the same through Apollo and past it', async () => {
    const fresh = `${STATEMENTS} # a text that nobody has sent yet`;
    const [first, second] = [await ask(server.url, fresh), await ask(server.url, fresh)];
    expect(first.body.errors).toBeUndefined();
    expect(first.body.data.statements).toMatchObject({
      totalCount: 2,
      nodes: [{ speaker: { name: 'Mark Zuckerberg' } }, {}],
    });
    expect(second.text).toBe(first.text);
    expect((await ask(server.url, fresh, { first: 1 })).body.data.statements.nodes).toHaveLength(1);
    const metrics = (await send(`${server.url}/metrics`)).text;
    expect(metrics).toMatch(/requests_total\{executor="compiled",outcome="ok"\} [3-9]/);
  });

  it('says that an unknown topic is unknown, both ways', async () => {
    const query = '{ statements(filter: { topics: ["no such topic"] }) { totalCount } }';
    const [first, second] = [await ask(server.url, query), await ask(server.url, query)];
    expect(first.body.data.statements.totalCount).toBe(0);
    expect(first.body.extensions.warnings).toHaveLength(1);
    expect(second.text).toBe(first.text);
  });

  it('empties the list alone whose arguments are at fault, whatever the media type, again and again', async () => {
    const query = `{ bad: statements(first: 201) { totalCount } person(name: "zuckerberg") { name }
      good: statements(filter: { symbols: ["MTEA"] }) { totalCount warnings { candidates } } worse: claims(after: "x") { nodes { id } } }`;
    const texts = new Set<string>();
    for (const accept of ['application/json', 'application/graphql-response+json', 'application/json']) {
      const { status, body, text } = await ask(server.url, query, undefined, { accept });
      texts.add(text);
      expect([status, body.data]).toEqual([
        200,
        {
          bad: null,
          person: { name: 'Mark Zuckerberg' },
          good: { totalCount: 0, warnings: [{ candidates: ['META'] }] },
          worse: null,
        },
      ]);
      expect(body.errors).toMatchObject([
        { path: ['bad'], extensions: { code: 'BAD_USER_INPUT', argument: 'first' } },
        { path: ['worse'], extensions: { code: 'BAD_USER_INPUT', argument: 'after' } },
      ]);
      expect(body.extensions.warnings).toMatchObject([{ code: 'UNKNOWN_SYMBOL', candidates: ['META'] }]);
    }
    expect(texts.size).toBe(1);
  });

  const levels = (count: number) =>
    `{ topics { nodes ${'{ parent '.repeat(count - 3)} { name } ${'}'.repeat(count - 3)} } }`;
  const aliases = Array.from({ length: 1_000 }, (_, i) => `a${i}: __typename`).join(' ');
  const refusals: readonly Refusal[] = [
    { what: '30 levels', query: levels(30), code: 'QUERY_TOO_COMPLEX' },
    { what: '12 levels', query: levels(12), code: 'QUERY_TOO_COMPLEX' },
    { what: '1,000 aliases', query: `{ ${aliases} }`, code: 'QUERY_TOO_COMPLEX' },
    { what: 'a million nodes', query: MILLION, code: 'QUERY_TOO_COMPLEX' },
    { what: 'a page of a million', query: '{ statements(first: 1000000) { totalCount } }', argument: 'first' },
    { what: 'the same as a variable', query: STATEMENTS, variables: { first: 1_000_000 }, argument: 'first' },
    { what: 'a NUL in a literal', query: '{ person(name: "a\\u0000") { name } }', argument: 'name' },
    { what: 'a NUL in a variable', query: PERSON, variables: { n: 'a\0' }, argument: 'n' },
    {
      what: 'a NUL in a filter',
      query: '{ statements(filter: { symbols: ["\\u0000"] }) { totalCount } }',
      argument: 'filter.symbols',
    },
    { what: 'a forged cursor', query: '{ statements(after: "Zm9yZ2Vk") { nodes { id } } }', argument: 'after' },
    { what: 'a negative page', query: '{ statements(first: -1) { nodes { id } } }', argument: 'first' },
    { what: 'an impossible period', query: '{ statements(filter: { period: "2024Q9" }) { totalCount } }' },
  ];

  it.each(refusals)('refuses $what, again and again', async ({ query, variables, code, argument }) => {
    for (const answer of [await ask(server.url, query, variables), await ask(server.url, query, variables)]) {
      expectRefused(answer, code ?? 'BAD_USER_INPUT');
      if (argument) expect(answer.body.errors[0].extensions.argument).toBe(argument);
    }
  });

  it('refuses a body of 3 MB', async () => {
    const answer = await ask(server.url, '{ __typename }', { a: 'x'.repeat(3_000_000) });
    expect(answer.status).toBe(413);
    expectRefused(answer, 'BODY_TOO_LARGE');
  });

  it('tells the caller of their budget through the graph', async () => {
    const query = '{ rateLimit { cost limit remaining resetAt } }';
    expect((await ask(server.url, query)).body.data.rateLimit).toBeNull();
    const limited = await start({ EARSHOT_RATE_LIMIT: 'on', EARSHOT_RATE_LIMIT_COST: '1000' });
    for (const remaining of [999, 998]) {
      const answer = await ask(limited.url, query);
      expect(answer.body.data.rateLimit).toMatchObject({ cost: 1, limit: 1000, remaining });
      expect(answer.body.data.rateLimit.resetAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    }
    await limited.close();
  });

  function expectRefused(answer: Answer, code: string): void {
    expect(answer.body.errors?.[0].extensions.code).toBe(code);
    expect(answer.text).not.toMatch(/\.ts:|\.js:|node_modules|SELECT| {4}at /);
    expect(answer.ms).toBeLessThan(QUICK_MS);
  }

  it('is ready with a complete schema, and says why it is not', async () => {
    const ready = await send(`${server.url}/ready`);
    expect([ready.status, ready.body]).toEqual([200, { status: 'ready' }]);
    expect((await send(`${server.url}/metrics`)).text).toMatch(/^earshot_pool_busy 0$/m);
    const other = await createTestDatabase();
    const behind = await startServer({
      config: readConfig({ PORT: '0', LOG_LEVEL: 'silent' }),
      databaseUrl: other.url,
      log: pino({ level: 'silent' }),
    });
    await revertMigrations(other.url, pino({ level: 'silent' }));
    const answer = await send(`${behind.url}/ready`);
    expect([answer.status, answer.body]).toEqual([503, { status: 'not ready', reason: '1 migrations have not run' }]);
    await behind.close();
    await other.drop();
  });
});
