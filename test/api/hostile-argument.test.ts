import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { readConfig } from '../../src/platform/config';
import { createApiKey } from '../../src/platform/database/api-key';
import { type RunningServer, startServer } from '../../src/server/server';
import { ask } from '../security/small-graph';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { Random } from '../support/random';
import { OperationMaker, type Pool } from '../support/random-operation';
import { runCount, runSeed } from '../support/settings';
import { fillSynthetic } from '../support/synthetic';
import { readSyntheticPool } from '../support/synthetic-pool';

const schema = buildGraph();
const HOSTILITY = { nulls: 0.25, beyond: 0.25 };
const AT_ONCE = 8;
/** Who sends what cannot be used is told so; nothing else may go wrong. */
const REFUSALS = ['BAD_USER_INPUT', 'AMBIGUOUS', 'GRAPHQL_VALIDATION_FAILED', 'QUERY_TOO_COMPLEX'];

let database: TestDatabase;
let server: RunningServer;
let pool: Pool;
/** What asks for a scope is tried with it. */
let key: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillSynthetic(database.url, { companies: 4, people: 40, quartersEach: 8, utterances: 800 });
  pool = await readSyntheticPool(database.url);
  ({ key } = await createApiKey(database.url, { name: 'a test', scopes: ['audit'], expiresAt: null }));
  server = await startServer({
    config: readConfig({ PORT: '0', LOG_LEVEL: 'silent', EARSHOT_REFERENCE_BUDGET: '1048576' }),
    databaseUrl: database.url,
    log: pino({ level: 'silent' }),
  });
}, 60_000);

afterAll(async () => {
  await server.close();
  await database.drop();
});

test(
  'whatever stands in the arguments, nulls and numbers beyond each type too, is answered or refused by name',
  async () => {
    const runs = runCount('HTTP_OPERATIONS', 2_000);
    const seed = runSeed();
    console.log(`${runs} operations over HTTP, seed ${seed}`);
    const one = async (run: number): Promise<boolean> => {
      const request = new OperationMaker(schema, new Random(seed + run), pool, HOSTILITY).makeRequest();
      const { body } = await ask(server.url, request.query, request.variables, { 'x-api-key': key });
      const codes = (body.errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code);
      const strange = codes.filter((code: string) => !REFUSALS.includes(code));
      if (strange.length > 0) throw new Error(JSON.stringify({ ...request, errors: body.errors }));
      return codes.length === 0;
    };
    let answered = 0;
    for (let run = 0; run < runs; run += AT_ONCE) {
      const count = Math.min(AT_ONCE, runs - run);
      const results = await Promise.all(Array.from({ length: count }, (_, i) => one(run + i)));
      answered += results.filter((isAnswered) => isAnswered).length;
    }
    // Were nearly everything refused at the door, nothing behind it would have been asked.
    expect(answered / runs).toBeGreaterThan(0.25);
  },
  60_000 + 60 * runCount('HTTP_OPERATIONS', 2_000),
);
