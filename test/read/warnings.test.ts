import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { traceStatements } from '../../src/read/print-statements';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { type BothAnswers, runBoth } from '../support/executors';

// biome-ignore lint/suspicious/noExplicitAny: each question has an answer of its own shape
type Data = any;

const schema = buildGraph();
const log = pino({ level: 'silent' });
let database: TestDatabase;
let reader: Reader;
/** Memory for one person: the database finds who may be meant. */
let cramped: Reader;

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
  const options = { databaseUrl: database.url, log, schema, poolSize: 2 };
  reader = await Reader.open(options);
  cramped = await Reader.open({ ...options, referenceBudget: 512 });
});

afterAll(async () => {
  await Promise.all([reader.close(), cramped.close()]);
  await database.drop();
});

async function ask(source: string, of = reader): Promise<BothAnswers & { data: Data }> {
  const both = await runBoth(of, schema, source);
  expect(both.errors).toEqual([]);
  expect(both.compiled).toBe(both.walked);
  return { ...both, data: JSON.parse(both.walked) };
}

const WARNINGS = 'warnings { code message argument candidates }';
const symbol = {
  code: 'UNKNOWN_SYMBOL',
  message: 'Nobody trades as "MTEA" today.',
  argument: 'filter.symbols',
  candidates: ['META'],
};
const name = {
  code: 'UNKNOWN_NAME',
  message: 'Nobody is called "zuckerburg".',
  argument: 'filter.speakerName',
  candidates: ['Mark Zuckerberg'],
};
const topic = {
  code: 'UNKNOWN_TOPIC',
  message: 'There is no topic "inferance".',
  argument: 'filter.topics',
  candidates: ['inference', 'insurance'],
};

test.each([
  ['all in memory', () => reader],
  ['people in the database', () => cramped],
])('a connection knows what each of its arguments names in vain, in their order, with %s', async (_, readerOf) => {
  const filter = '{ topics: ["inferance"], speakerName: "zuckerburg", symbols: ["META", "MTEA", "MTEA"] }';
  const { data, warnings } = await ask(
    `{ statements(filter: ${filter}) { totalCount ${WARNINGS} }
       known: statements(filter: { symbols: ["META"] }, first: 1) { nodes { id } ${WARNINGS} } }`,
    readerOf(),
  );
  expect(data.known).toMatchObject({ nodes: [{}], warnings: [] });
  expect(data.statements).toEqual({ totalCount: 0, warnings: [symbol, name, topic] });
  expect(warnings).toEqual([name, symbol, topic]);
});

test('what is the same for all parents is in the list of each, and once in that of the operation', async () => {
  const { data, warnings, statements } = await ask(
    `{ company(symbol: "META") { quarters(first: 3) { nodes { statements(filter: { topics: ["inferance"] }) { ${WARNINGS} nodes { id } } } } } }`,
  );
  const { nodes } = data.company.quarters;
  expect(nodes.length).toBeGreaterThan(1);
  for (const { statements: list } of nodes) expect(list).toEqual({ warnings: [topic], nodes: [] });
  expect(warnings).toEqual([topic]);
  expect(statements).toBe(0);
});

test.each<[string, string, string, string | null, string[]]>([
  ['a symbol', 'company(symbol: "MTEA") { id }', 'UNKNOWN_SYMBOL', 'symbol', ['META']],
  ['a symbol of before', 'company(symbol: "FB") { id }', 'UNKNOWN_SYMBOL', 'symbol', ['META']],
  ['a symbol of then', 'company(symbol: "FBB", asOf: "2021-06-01") { id }', 'UNKNOWN_SYMBOL', 'symbol', ['FB']],
  ['a name for a symbol', 'company(symbol: "Meta Platforms") { id }', 'UNKNOWN_SYMBOL', 'symbol', ['META']],
  ['a slug', 'company(slug: "meta-platfroms") { id }', 'UNKNOWN_NAME', 'slug', ['meta']],
  ['a CIK', 'company(cik: "77") { id }', 'UNKNOWN_ID', 'cik', []],
  ['a person', 'person(name: "Marc Zuckerburg") { id }', 'UNKNOWN_NAME', 'name', ['Mark Zuckerberg']],
  ['nobody at all', 'person(name: "qqqq") { id }', 'UNKNOWN_NAME', 'name', []],
  ['a topic', 'topic(slug: "Inferance") { id }', 'UNKNOWN_TOPIC', 'slug', ['inference', 'insurance']],
  ['an id', `node(id: "${Buffer.from('Topic:999999').toString('base64url')}") { id }`, 'UNKNOWN_ID', 'id', []],
])('a look-up of %s that finds nothing warns', async (_, field, code, argument, candidates) => {
  const { data, warnings } = await ask(`{ found: ${field} }`);
  expect(data).toEqual({ found: null });
  expect(warnings).toEqual([{ code, message: expect.any(String), argument, candidates }]);
});

test.each<[string, string, object]>([
  [
    'a metric',
    'quarter(period: "2024Q4") { found: metric(name: "revenu") { value } }',
    { code: 'UNKNOWN_METRIC', argument: 'name', candidates: expect.arrayContaining(['revenue']) },
  ],
  [
    'a metric written as programs do',
    'quarter(period: "2024Q4") { found: metric(name: "netIncom") { value } }',
    { code: 'UNKNOWN_METRIC', argument: 'name', candidates: expect.arrayContaining(['net_income']) },
  ],
])('%s of a company that is not known warns', async (_, field, warning) => {
  const { warnings } = await ask(`{ company(symbol: "META") { ${field} } }`);
  expect(warnings).toEqual([expect.objectContaining(warning)]);
});

test('a quarter that is not stored names those nearest to it, as they would be taken', async () => {
  const { warnings } = await ask('{ company(symbol: "META") { quarter(period: "2060Q1") { id } } }');
  expect(warnings).toMatchObject([{ code: 'UNKNOWN_PERIOD', argument: 'period' }]);
  const candidates = warnings[0]?.candidates ?? [];
  expect(candidates).toHaveLength(5);
  const fields = candidates.map((period, i) => `a${i}: quarter(period: "${period}") { endDate }`).join(' ');
  const { data, warnings: none } = await ask(
    `{ company(symbol: "META") { ${fields} quarters(first: 5) { nodes { endDate } } } }`,
  );
  expect(none).toEqual([]);
  const { quarters, ...found } = data.company;
  expect(Object.values(found)).toEqual(quarters.nodes);
});

test('every name of a filter warns, whatever it filters', async () => {
  const { data, warnings } = await ask(`{
    companies(filter: { symbols: ["MTEA"], sectors: ["nothing"], name: "Facebok" }) { ${WARNINGS} nodes { id } }
    executives(filter: { symbols: ["MTEA"], name: "Suzan Li" }) { ${WARNINGS} nodes { id } }
    events(filter: { symbols: ["MTEA"] }) { ${WARNINGS} nodes { id } }
    documents(filter: { symbols: ["MTEA"] }) { ${WARNINGS} nodes { id } }
    exchanges(filter: { symbols: ["MTEA"], topics: ["inferance"], analystName: "zuckerburg", firmName: "nothing", speakerName: "zuckerburg" }) { ${WARNINGS} nodes { id } }
    facts(symbols: ["MTEA"], filter: { metrics: ["revenu"] }) { ${WARNINGS} nodes { id } }
    claims(filter: { symbols: ["MTEA"], speakerName: "zuckerburg", metrics: ["revenu"] }) { ${WARNINGS} nodes { id } }
  }`);
  const told = Object.entries(data).map(([field, list]) => [
    field,
    (list as { warnings: { argument: string }[] }).warnings.map(({ argument }) => argument.replace('filter.', '')),
  ]);
  expect(Object.fromEntries(told)).toEqual({
    companies: ['symbols', 'sectors', 'name'],
    executives: ['symbols', 'name'],
    events: ['symbols'],
    documents: ['symbols'],
    exchanges: ['symbols', 'topics', 'analystName', 'firmName', 'speakerName'],
    facts: ['symbols', 'metrics'],
    claims: ['symbols', 'speakerName', 'metrics'],
  });
  for (const list of Object.values(data)) expect(list).toMatchObject({ nodes: [] });
  expect(data.executives.warnings[1].candidates).toEqual(['Susan Li']);
  expect(data.companies.warnings[2].candidates).toEqual(['Meta Platforms, Inc.']);
  const each = new Set(
    Object.values(data).flatMap((list) => (list as { warnings: object[] }).warnings.map((one) => JSON.stringify(one))),
  );
  expect(new Set(warnings.map((one) => JSON.stringify(one)))).toEqual(each);
});

test('of a hundred unknown names twenty are told, ten of them with help, and the rest is counted', async () => {
  const symbols = Array.from({ length: 100 }, (_, i) => `"MTEA${i}"`);
  const { data } = await ask(`{ statements(filter: { symbols: [${symbols}, "MTEA"] }) { ${WARNINGS} } }`);
  expect(data.statements.warnings).toHaveLength(21);
  expect(data.statements.warnings.at(-1)).toEqual({
    code: 'UNKNOWN_SYMBOL',
    message: '81 more values of `filter.symbols` are unknown as well.',
    argument: 'filter.symbols',
    candidates: [],
  });
  const helped = data.statements.warnings.filter(({ candidates }: { candidates: string[] }) => candidates.length > 0);
  expect(helped.length).toBeLessThanOrEqual(10);
});

test('who may be meant is asked of the database once for all names of a filter', async () => {
  expect(cramped.store.shelves.person.complete).toBe(false);
  const filter = '{ analystName: "zuckerburg", speakerName: "Suzan Li" }';
  const lookUps = async (fields: string) => {
    const source = `{ exchanges(filter: ${filter}) { ${fields} } }`;
    const trips = await traceStatements(cramped, { name: 'misspelt', source });
    return trips.flat().filter(({ label }) => label === 'lookup person spelled alike').length;
  };
  expect(await lookUps(WARNINGS)).toBe(1);
  // They go out in the extensions all the same.
  expect(await lookUps('totalCount')).toBe(1);
});

test.each<[string, string, string, string, string[]]>([
  ['of nobody', 'statements(filter: { period: "2061Q1" })', 'Nothing about FY2061Q1 is stored.', 'filter.period', []],
  [
    'not of the company',
    'statements(filter: { symbols: ["META"], period: "2061Q1" })',
    'Nothing about FY2061Q1 of Meta Platforms, Inc. is stored.',
    'filter.period',
    ['FY2026Q2', 'FY2026Q1'],
  ],
  ['a year', 'exchanges(filter: { period: "CY2061" })', 'Nothing about CY2061 is stored.', 'filter.period', []],
  [
    'a beginning',
    'statements(filter: { symbols: ["META"], periodFrom: "2061Q1" })',
    'Nothing from FY2061Q1 on of Meta Platforms, Inc. is stored.',
    'filter.periodFrom',
    [],
  ],
  [
    'an end',
    'analystComments(filter: { periodTo: "1961Q1" })',
    'Nothing until FY1961Q1 is stored.',
    'filter.periodTo',
    [],
  ],
  ['of claims', 'claims(filter: { period: "2061Q1" })', 'Nothing about FY2061Q1 is stored.', 'filter.period', []],
  ['of events', 'events(filter: { period: "2061Q1" })', 'Nothing about FY2061Q1 is stored.', 'filter.period', []],
])('a period that nothing is stored for warns: %s', async (_, field, message, argument, candidates) => {
  for (const asked of [reader, cramped]) {
    // Where quarters do not all fit into memory, only those of companies are looked at.
    if (asked === cramped && !message.includes(' of ')) continue;
    const { data } = await ask(`{ list: ${field} { nodes { __typename } ${WARNINGS} } }`, asked);
    expect(data.list).toEqual({
      nodes: [],
      warnings: [{ code: 'UNKNOWN_PERIOD', message, argument, candidates: expect.arrayContaining(candidates) }],
    });
  }
});

test.each(['statements', 'exchanges', 'claims', 'events'])(
  'of a company that nobody knows no period is said to be missing: %s',
  async (field) => {
    const { data } = await ask(`{ list: ${field}(filter: { symbols: ["MTEA"], period: "2024Q4" }) { ${WARNINGS} } }`);
    expect(data.list.warnings).toMatchObject([{ code: 'UNKNOWN_SYMBOL', argument: 'filter.symbols' }]);
  },
);

test('each company of a list warns of its own quarters', async () => {
  const { data } = await ask(
    '{ companies { nodes { name statements(filter: { period: "FY2024Q4" }, first: 0) { warnings { message } } } } }',
  );
  const told = data.companies.nodes.map(({ name: whose, statements }: Data) => [whose, statements.warnings.length]);
  expect(new Map(told).get('Meta Platforms, Inc.')).toBe(0);
  const { data: later } = await ask(
    '{ companies { nodes { name statements(filter: { period: "2061" }, first: 0) { warnings { message } } } } }',
  );
  for (const { name: whose, statements } of later.companies.nodes)
    expect(statements.warnings).toEqual([{ message: `Nothing about FY2061 of ${whose} is stored.` }]);
});

test('ids of documents that are not there warn, and so does the end of a series', async () => {
  const id = Buffer.from('Document:999999').toString('base64url');
  const { data } = await ask(
    `{ statements(filter: { documentIds: ["${id}"] }) { nodes { id } ${WARNINGS} } claims(filter: { documentIds: ["${id}"] }) { ${WARNINGS} } }`,
  );
  const unknown = {
    code: 'UNKNOWN_ID',
    message: `There is nothing with the id "${id}".`,
    argument: 'filter.documentIds',
    candidates: [],
  };
  expect(data).toEqual({ statements: { nodes: [], warnings: [unknown] }, claims: { warnings: [unknown] } });
  const { warnings } = await ask('{ series(symbols: ["META"], metrics: ["revenue"], to: "2061Q1") { value } }');
  expect(warnings).toMatchObject([{ code: 'UNKNOWN_PERIOD', argument: 'to', candidates: expect.any(Array) }]);
});

test.each<[string, string]>([
  ['statements(filter: { from: "2025-02-01", to: "2025-01-01" })', 'filter.to'],
  ['statements(filter: { periodFrom: "2024Q4", periodTo: "2024Q1" })', 'filter.periodTo'],
  ['exchanges(filter: { periodFrom: "2024Q4", periodTo: "2023" })', 'filter.periodTo'],
  ['events(filter: { from: "2025-02-01", to: "2025-01-01" })', 'filter.to'],
  ['documents(filter: { from: "2025-02-01", to: "2025-01-01" })', 'filter.to'],
  ['facts(symbols: ["META"], filter: { filedFrom: "2025-02-01", filedTo: "2025-01-01" })', 'filter.filedTo'],
  ['statements(filter: { speakerName: " " })', 'filter.speakerName'],
  ['analystComments(filter: { firmName: "" })', 'filter.firmName'],
  ['exchanges(filter: { analystName: "" })', 'filter.analystName'],
  ['claims(filter: { speakerName: "" })', 'filter.speakerName'],
  ['companies(filter: { name: "" })', 'filter.name'],
  ['executives(filter: { name: "" })', 'filter.name'],
])('%s is refused', async (field, argument) => {
  const both = await runBoth(reader, schema, `{ list: ${field} { nodes { __typename } } }`);
  expect(JSON.parse(both.walked)).toEqual({ list: null });
  expect([both.codes, both.errors.length]).toEqual([['BAD_USER_INPUT'], 1]);
  expect(both.errors[0]).toContain(`\`${argument}\``);
});

test('a year may end within the quarter in which it begins, and what a question names in vain it is told of as a question', async () => {
  await ask('{ statements(filter: { periodFrom: "2024Q4", periodTo: "2024" }) { totalCount } }');
  const { data } = await ask(
    `{ ask(question: "statements about \\"the of\\"") { interpretation { text } statements { ${WARNINGS} } } }`,
  );
  expect(data.ask.interpretation.text).not.toBeNull();
  expect(data.ask.statements.warnings).toMatchObject([{ code: 'NOTHING_TO_SEARCH', argument: 'question' }]);
});
