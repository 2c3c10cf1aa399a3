import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { everyTypeInFull, noteShown, withTypenames } from '../support/shown-fields';

const schema = buildGraph();
const FOLDER = join(__dirname, '../../schema/operations');
const operations = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => ({ file, source: readFileSync(join(FOLDER, file), 'utf8') }));
let database: TestDatabase;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema });
});

afterAll(async () => {
  await reader.close();
  await database.drop();
});

/** Types and fields that an operation selects, interfaces counting for the types behind them. */
function listSelected(source: string): { types: string[]; roots: string[] } {
  const types = new Set<string>();
  const roots = new Set<string>();
  const info = new TypeInfo(schema);
  const field = () => {
    const parent = info.getParentType();
    if (parent) types.add(parent.name);
    if (parent === schema.getQueryType()) roots.add(info.getFieldDef()?.name ?? '');
    const named = getNamedType(info.getType() ?? undefined);
    if (isInterfaceType(named)) for (const possible of schema.getPossibleTypes(named)) types.add(possible.name);
  };
  visit(parse(source), visitWithTypeInfo(info, { Field: field }));
  return { types: [...types], roots: [...roots] };
}

/** Root fields that ask for a key with a scope of their own: examples are run by anybody. */
const FOR_KEYS = new Set(['auditEntries']);

/** Names of the types that answers to the fields of a type may hold. */
function listReachable(from: GraphQLObjectType, found = new Set<string>()): Set<string> {
  if (found.has(from.name)) return found;
  found.add(from.name);
  for (const { name, type } of Object.values(from.getFields())) {
    if (from === schema.getQueryType() && FOR_KEYS.has(name)) continue;
    const named = getNamedType(type);
    const possible = isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
    for (const next of possible) listReachable(next, found);
  }
  return found;
}

test('together they show every object type and every root field', () => {
  const shown = operations.map(({ source }) => listSelected(source));
  // Examples run by themselves and by anybody, so they change nothing: types that only a mutation answers with are not theirs.
  const readable = listReachable(schema.getQueryType()!);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__') && readable.has(type.name),
  );
  const covered = new Set(shown.flatMap((operation) => operation.types));
  expect(types.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
  const asked = new Set(shown.flatMap((operation) => operation.roots));
  const roots = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect(roots.filter((name) => !asked.has(name) && !FOR_KEYS.has(name))).toEqual([]);
  expect(operations.length).toBeGreaterThanOrEqual(12);
});

test('each explains itself in a comment, has a name, and needs no variables', () => {
  for (const { file, source } of operations) {
    expect({ file, begins: source.slice(0, 2) }).toEqual({ file, begins: '# ' });
    const [definition] = parse(source).definitions;
    if (definition?.kind !== 'OperationDefinition') throw new Error(`${file} begins with a fragment`);
    expect({ file, name: definition.name?.value }).toEqual({ file, name: toPascalCase(file.replace('.graphql', '')) });
    const needed = definition.variableDefinitions?.filter(({ defaultValue }) => !defaultValue);
    expect({ file, needed }).toEqual({ file, needed: [] });
  }
});

const toPascalCase = (name: string) => name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());

/** SQL statements in round trips, by the compiled executor: none for reference nodes, one write for what can be asked at once. */
const COST: Record<string, string> = {
  'analyst-comments.graphql': '3 in 2',
  // The call; its words and exchanges; the questions and answers of these.
  'call-in-order.graphql': '6 in 3',
  // The page and its count; the words around and the utterances; the claims of these.
  'claims.graphql': '5 in 3',
  'companies-with-statements.graphql': '0 in 0',
  // Both pages; the earlier readings.
  'corrected-and-uncertain.graphql': '3 in 2',
  'document-and-mentions.graphql': '4 in 2',
  'executives-over-time.graphql': '0 in 0',
  'facts-and-vintages.graphql': '4 in 2',
  'first-question-by-person.graphql': '1 in 1',
  'first-question-flat.graphql': '3 in 2',
  'first-question-nested.graphql': '2 in 1',
  'latest-quarter.graphql': '4 in 2',
  'metrics-and-limits.graphql': '0 in 0',
  'pages-and-cursors.graphql': '4 in 1',
  'plain-words-left-out.graphql': '2 in 1',
  'plain-words.graphql': '2 in 1',
  'prove-a-quote.graphql': '7 in 3',
  'quarter-changes.graphql': '3 in 3',
  'quarters-and-metrics.graphql': '2 in 1',
  // Pages and counts of statements, of comments, and of documents.
  'search-box.graphql': '6 in 1',
  'questions-and-answers.graphql': '4 in 2',
  'refetch-by-id.graphql': '0 in 0',
  'revenue-series.graphql': '2 in 1',
  'series-side-by-side.graphql': '4 in 1',
  // Counts and groups at once; then the statements of five groups, and their counts.
  'statements-in-groups.graphql': '8 in 2',
  'symbols-over-time.graphql': '0 in 0',
  'topic-trend.graphql': '7 in 2',
  'topics.graphql': '1 in 1',
  'typing-errors.graphql': '0 in 0',
  'what-is-covered.graphql': '5 in 1',
  'what-is-here.graphql': '4 in 1',
  // Words are made stems first, and their frequencies are looked up.
  'search-words.graphql': '6 in 2',
};

/** What is empty on the sample, and why. Left out: what is not there of one of several things, as a claim without a range. */
const EMPTY: Record<string, readonly string[]> = {
  // All was understood.
  'plain-words.graphql': ['ask.interpretation.hint', 'ask.interpretation.ignored'],
  // Both calls are there.
  'quarter-changes.graphql': ['company.quarter.changes.incomplete'],
  // It is the error that is shown.
  'typing-errors.graphql': ['facts.nodes'],
};

/** Paths at which nothing but null and empty lists stands, whichever of several things is looked at. */
function listEmpty(data: unknown): string[] {
  const shows = new Map<string, boolean>();
  const look = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      shows.set(path, shows.get(path) === true || value.length > 0);
      for (const each of value) look(each, path);
    } else if (value !== null && typeof value === 'object') {
      for (const [name, each] of Object.entries(value)) look(each, path === '' ? name : `${path}.${name}`);
    } else {
      shows.set(path, shows.get(path) === true || value !== null);
    }
  };
  look(data, '');
  // Where an object is null in one thing and there in another, its fields tell more.
  const paths = [...shows.keys()];
  return paths.filter((path) => !shows.get(path) && !paths.some((other) => other.startsWith(`${path}.`)));
}

test.each(operations)(
  '$file: compiled, both executors alike, no error, nothing sent in vain',
  async ({ file, source }) => {
    const answers = await runBoth(reader, schema, source);
    expect(answers.errors).toEqual([]);
    expect(answers.compiled).not.toBeNull();
    expect(answers.compiled).toBe(answers.walked);
    const { rateLimit: _, ...found } = JSON.parse(answers.walked);
    expect(listEmpty(found).sort()).toEqual(EMPTY[file] ?? []);
    expect(`${answers.statements} in ${answers.roundTrips}`).toBe(COST[file]);
  },
);

/** Arguments that fields need, or with which they show more of the sample; a typing error for what warns. */
const ARGUMENTS = {
  'AnalystCommentConnection.groupBy': ['keys: [QUARTER, TOPIC]'],
  'Company.metric': ['name: "revenue", period: "2024Q4"'],
  'Company.quarter': ['period: "2024Q4"'],
  'Company.quarters': ['first: 20'],
  'Company.series': ['metric: "revenue"'],
  'Company.statements': ['first: 50'],
  'Event.utterances': ['first: 10'],
  'Quarter.metric': ['name: "revenue"'],
  'Query.analystComments': ['first: 100', 'last: 100', 'filter: { symbols: ["MTEA"] }'],
  'Query.ask': [
    'question: "all Zuckerberg statements about compute in Q4 2024"',
    'question: "What did analysts of Gullwing Research ask in answers since Q3 2024, except about China?"',
    'question: "What was Meta\'s revenue in Q4 2024?"',
    'question: "quotes of CEOs with \\"less compute\\" in 2025 except Zuckerberg"',
    'question: "What did he say in prepared remarks about inference from Q3 2024 to Q4 2024?"',
    'question: "What did Zukerberg say from January 2025 to March 2025?"',
    'question: "What did Marit Venbruk say about compute?"',
    'question: "lorem ipsum dolor"',
  ],
  'Query.claims': ['first: 100', 'filter: { symbols: ["MTEA"] }'],
  'Query.companies': ['', 'filter: { symbols: ["MTEA"] }'],
  'Query.company': ['symbol: "META"', 'symbol: "FBLW"', 'symbol: "NSUCH"'],
  'Query.documents': ['', 'filter: { symbols: ["MTEA"] }'],
  'Query.events': ['', 'filter: { symbols: ["MTEA"] }'],
  'Query.exchanges': ['', 'filter: { symbols: ["MTEA"] }'],
  'Query.executives': ['', 'filter: { symbols: ["MTEA"] }'],
  'Query.facts': ['first: 200, symbols: ["NSUCH"], filter: { includeParts: true }', 'symbols: ["META"], first: 50'],
  'Query.person': ['name: "Zuckerberg"', 'name: "Helena Moorcastle"'],
  'Query.search': ['first: 50, query: "compute"', 'query: "company:mtea"'],
  'Query.series': ['symbols: ["META"], metrics: ["revenue", "daily_active_people"]'],
  'Query.statements': ['first: 200', 'last: 200', 'filter: { symbols: ["MTEA"] }'],
  'Query.topic': ['slug: "compute"'],
  'Query.topics': ['first: 50', 'byShareChange: { before: "2024Q3", after: "2024Q4", symbols: ["MTEA"] }'],
  'Query.utterances': ['first: 200', 'filter: { symbols: ["MTEA"] }'],
  'StatementConnection.groupBy': ['keys: [QUARTER, TOPIC]'],
  'UtteranceConnection.groupBy': ['keys: [QUARTER, TOPIC]'],
};

/** Fields that show nothing on the sample, and why. */
const NEVER_SHOWN: Readonly<Record<string, string>> = {
  'AuditEntry.keyId': 'the sample is loaded without a key',
  'AuditEntryConnection.warnings': 'nothing that its arguments name has to be known',
  'QuarterConnection.warnings': 'a list may begin and end where nothing is stored',
  'Query.rateLimit': 'a server counts what is asked; these questions come without one',
  'RateLimit.cost': 'see rateLimit',
  'RateLimit.limit': 'see rateLimit',
  'RateLimit.remaining': 'see rateLimit',
  'RateLimit.resetAt': 'see rateLimit',
};

test('the sample shows every field: what no question and no example finds is listed with its reason', async () => {
  const shown = new Set<string>();
  const full = everyTypeInFull(schema, ARGUMENTS);
  for (const [type, source] of [...full, ...operations.map((each) => [each.file, each.source] as const)]) {
    const complete = withTypenames(source);
    const { walked, errors } = await runBoth(reader, schema, complete);
    expect({ type, errors }).toEqual({ type, errors: [] });
    noteShown(schema, complete, JSON.parse(walked), shown);
  }
  const fields = [...full.keys()].flatMap((type) =>
    Object.keys((schema.getType(type) as GraphQLObjectType).getFields()).map((name) => `${type}.${name}`),
  );
  const unseen = fields.filter((field) => !shown.has(field) && NEVER_SHOWN[field] === undefined);
  expect(unseen).toEqual([]);
  expect(Object.keys(NEVER_SHOWN).filter((field) => shown.has(field))).toEqual([]);
});
