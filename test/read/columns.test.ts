import { type GraphQLObjectType, getNamedType, isLeafType, isNonNullType, isObjectType } from 'graphql';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { traceStatements } from '../../src/read/print-statements';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { fillSynthetic } from '../support/synthetic';

const schema = buildGraph();
let database: TestDatabase;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillSynthetic(database.url, { companies: 3, people: 40, quartersEach: 8, utterances: 600 });
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema, poolSize: 2 });
}, 60_000);

afterAll(async () => {
  await reader.close();
  await database.drop();
});

/** Root fields whose rows travel with only the columns that are asked for. */
const PAGES: Record<string, string> = {
  statements: 'Statement',
  analystComments: 'AnalystComment',
  facts: 'Fact',
  documents: 'Document',
  events: 'Event',
  exchanges: 'Exchange',
};

/** A smallest selection of a field; null for one that cannot be asked without arguments. */
function selectionOf(type: GraphQLObjectType, name: string): string | null {
  const field = type.getFields()[name];
  if (!field || field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return null;
  const named = getNamedType(field.type);
  if (isLeafType(named)) return name;
  if (!isObjectType(named)) return `${name} { __typename }`;
  const leaves = Object.values(named.getFields()).filter(
    ({ type: t, args }) => isLeafType(getNamedType(t)) && args.length === 0,
  );
  if (named.name.endsWith('Connection')) return `${name}(first: 2) { totalCount nodes { __typename id } }`;
  return `${name} { __typename ${leaves.map((leaf) => leaf.name).join(' ')} }`;
}

const fields = Object.entries(PAGES).flatMap(([root, typeName]) =>
  Object.keys((schema.getType(typeName) as GraphQLObjectType).getFields()).map((name) => ({ root, typeName, name })),
);

/** An edge that looks at a property which it does not name would find nothing there when it is asked for alone. */
test.each(fields)('$typeName.$name alone is the same from rows of few columns and from whole rows', async (field) => {
  const selection = selectionOf(schema.getType(field.typeName) as GraphQLObjectType, field.name);
  if (selection === null) return;
  const answers = await runBoth(reader, schema, `{ ${field.root}(first: 200) { nodes { ${selection} } } }`);
  expect(answers.errors).toEqual([]);
  expect(answers.compiled).toBe(answers.walked);
});

test('rows travel with what the selection needs and nothing else', async () => {
  const columnsOf = async (source: string) => {
    const [page] = (await traceStatements(reader, { name: 'columns', source })).flat();
    return /SELECT (.*?) FROM/
      .exec(page?.text ?? '')?.[1]
      ?.split(', ')
      .sort();
  };
  expect(await columnsOf('{ statements { nodes { text } } }')).toEqual(['u.text']);
  expect(await columnsOf('{ statements { nodes { text speaker { name } } pageInfo { hasNextPage } } }')).toEqual([
    'u.speaker_id AS "speakerId"',
    'u.text',
  ]);
  // A cursor is made of what orders.
  expect(await columnsOf('{ statements(orderBy: { field: SENTIMENT }) { edges { cursor } } }')).toEqual([
    'u.id',
    'u.sentiment_score AS "sentimentScore"',
  ]);
  expect(await columnsOf('{ utterances { nodes { __typename } } }')).toEqual(['u.type']);
});
