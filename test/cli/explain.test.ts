import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { describeAnswer } from '../../src/cli/answer-text';
import { analyze } from '../../src/read/explain/analyze';
import { Reader } from '../../src/read/reader';
import { runCli } from '../support/cli';
import { createTestDatabase, type TestDatabase } from '../support/database';

// Each command is a process of its own, which a busy machine is slow to start.
jest.setTimeout(120_000);

const OPERATIONS = join(__dirname, '../../schema/operations');
const NESTED =
  'query Nested($symbol: String!) { company(symbol: $symbol) { name statements(first: 2) { nodes { text topics { score } } } } }';
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
  folder = mkdtempSync(join(tmpdir(), 'earshot-explain-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

const explain = (args: readonly string[], input?: string) =>
  runCli(['explain', ...args], { env: { DATABASE_URL: database.url }, input });

test('tells the plan, the statements with their parameters, and the round trips of an example', async () => {
  const { code, stdout } = await explain([join(OPERATIONS, 'first-question-nested.graphql')]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Compiled\.\nCost \d+ of \d+; 2 statements in 1 round trip;/);
  expect(stdout).toContain('company(symbol: "META") – from memory { name }');
  expect(stdout).toMatch(/nodes – the page's statement \{ text saidOn \}/);
  expect(stdout).toMatch(/Round trip 1 .*[\s\S]*SELECT[\s\S]*FROM utterance u WHERE[\s\S]*\$1 int4 = \d+/);
});

test('as JSON from standard input with variables of a file; --analyze gives the plan that requests get', async () => {
  const variables = join(folder, 'variables.json');
  writeFileSync(variables, '{ "symbol": "META" }');
  const { code, json } = await explain(['--json', '--analyze', '--variables', `@${variables}`], NESTED);
  expect(code).toBe(0);
  expect(json).toMatchObject({ executor: 'compiled', errors: [], plan: { key: 'Query', from: 'root' } });
  expect(json.roundTrips).toHaveLength(2);
  const [page] = json.roundTrips[0].statements;
  expect(page.rows).toBeGreaterThanOrEqual(2);
  const [{ Plan: plan, 'Execution Time': time }] = page.analysis;
  // A generic plan: its conditions name parameters and not their values. BUFFERS was asked for.
  expect(JSON.stringify(plan)).toMatch(/company_id = \$\d/);
  expect([plan['Actual Rows'], typeof plan['Shared Hit Blocks'], typeof time]).toEqual([page.rows, 'number', 'number']);
  const [topics] = json.roundTrips[1].statements;
  expect(topics.parameters[0]).toMatchObject({ type: 'int8[]', value: [expect.any(Number), expect.any(Number)] });
});

test('what only graphql-js runs is said to be so', async () => {
  const { code, json } = await explain(['--json', '{ __schema { queryType { name } } }']);
  expect([code, json.executor, json.plan, json.roundTrips]).toEqual([0, 'graphql-js', null, []]);
});

test.each([
  ['text that is no GraphQL', ['{ companies {'], /line 1, column 14: Syntax Error/],
  ['a field that the graph has not', ['{ companies { colour } }'], /line 1, column 15: .*colour/],
  ['several operations', ['query A { __typename } query B { __typename }'], /--operation/],
  [
    'what the server refuses',
    ['{ companies(first: 200) { nodes { statements(first: 200) { nodes { text topics { score } } } } } }'],
    /QUERY_TOO_COMPLEX/,
  ],
  ['a file that is not there', ['/nowhere.graphql'], /\/nowhere\.graphql cannot be read/],
  ['variables that are no object', ['--variables', '[1]', NESTED], /must be a JSON object/],
])('refuses %s with exit code 2', async (_, args, message) => {
  const { code, stdout, stderr } = await explain(args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('an argument that cannot be used is an error of the operation, and exit code 2', async () => {
  const { code, stdout } = await explain(['{ company(symbol: "META") { statements(first: -1) { totalCount } } }']);
  expect(code).toBe(2);
  expect(stdout).toMatch(/^Run by graphql-js[\s\S]*Errors:\n {2}company\.statements: .*first/);
});

test('any value reaches the analysis as it is', async () => {
  const reader = await Reader.open({
    databaseUrl: database.url,
    log: pino({ level: 'silent' }),
    schema: buildGraph(),
    poolSize: 1,
  });
  const odd = `a'b\\c"d,{e}NULL $1 é`;
  const text = 'SELECT 1 WHERE ($1::text[])[2] = $2::text AND $3::int4 IS NULL AND ($4::int8[])[1] = -5 AND $5::bool';
  const values = [['x', odd, null], odd, null, [-5], true];
  const found = (await analyze(reader, { label: 'odd', text, values }, 'JSON')) as { Plan: Record<string, number> }[];
  expect(found[0]?.Plan['Actual Rows']).toBe(1);
  await reader.close();
});

describe('ask', () => {
  const ask = (...args: string[]) => runCli(['ask', ...args], { env: { DATABASE_URL: database.url } });

  test('prints how the question was read, and the words with speaker, office, quarter and document', async () => {
    const { code, stdout } = await ask(
      'all',
      'Zuckerberg',
      'statements',
      'about',
      'compute',
      'in',
      'Q4',
      '2024',
      '--limit',
      '3',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('Read as: speaker:zuckerberg topic:compute in:2024Q4\n\n4 statements, the first 3\n');
    expect(stdout).toMatch(
      /“this doesn’t mean you need less compute,”\n {4}Mark Zuckerberg, Chief Executive Officer, Meta Platforms, Inc. – Q4 2024, 2025-01-29\n {4}.+ \(Earshot\), characters \d+ to \d+/,
    );
  });

  test('prints numbers, as CSV and as JSON', async () => {
    const question = 'What was the revenue of Meta in Q4 2024?';
    expect((await ask(question)).stdout).toContain('FY2024Q4  48,385,000,000 USD  (derived: FY2024 − 9M2024)');
    const csv = await ask('--csv', question);
    expect(csv.stdout).toBe(
      'company,metric,period,value,unit,derivation,formula\r\n"Meta Platforms, Inc.",revenue,FY2024Q4,48385000000,USD,DERIVED,FY2024 − 9M2024\r\n',
    );
    const { json } = await ask('--json', question);
    expect(json.metrics).toMatchObject([{ value: '48385000000' }]);
  });

  test('says that there are more than it has counted', () => {
    const none = { totalCount: 0, totalCountIsExact: true, nodes: [] };
    const interpretation = {
      target: 'STATEMENTS',
      query: 'market',
      text: 'market',
      ignored: [],
      hint: null,
      candidates: [],
    };
    const statements = { ...none, totalCount: 1_000, totalCountIsExact: false };
    const answer = { interpretation, statements, analystComments: none, exchanges: none, metrics: [] };
    expect(describeAnswer(answer)).toEqual(['Read as: market', '', 'More than 1000 statements, the first 0']);
  });

  test('ends with 2 where it does not understand, or is not understood', async () => {
    const { code, stdout } = await ask('What did Elon Musk say?');
    expect([code, stdout]).toEqual([2, 'Nobody here is called "Elon Musk".\n']);
    expect((await ask('compute', '--as-of', 'soon')).code).toBe(2);
    expect((await ask('compute', '--csv', '--json')).code).toBe(2);
  });
});

describe('search', () => {
  const search = (...args: string[]) => runCli(['search', ...args], { env: { DATABASE_URL: database.url } });

  test('prints what is called so, and the words with their places', async () => {
    const { code, stdout } = await search('speaker:zuckerberg', 'topic:compute', 'in:2024Q4', 'is:quote');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^2 found\n\n“this doesn’t mean you need less compute,”\n {4}Mark Zuckerberg, Chief Executive Officer/,
    );
    expect((await search('deepseek', '--type', 'company')).stdout).toBe('1 found\n\nCompany   DeepSeek\n');
  });

  test('prints words as CSV and all as JSON, and refuses an unknown operator with the good ones', async () => {
    const { stdout } = await search('--csv', '"less compute" is:quote');
    expect(stdout.split('\r\n')[1]).toMatch(
      /^"this doesn’t mean you need less compute,",DIRECT_QUOTE,ARTICLE,Mark Zuckerberg,/,
    );
    expect((await search('--json', 'speaker:bezos')).json).toMatchObject({
      totalCount: 0,
      warnings: [{ message: 'Nobody is called "bezos".' }],
    });
    const refused = await search('speeker:zuckerberg');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('speaker: company: topic: in: from: to: is: section: firm:');
  });
});
