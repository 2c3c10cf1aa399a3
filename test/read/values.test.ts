import { isDeepStrictEqual } from 'node:util';
import {
  buildSchema,
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { argumentMaker } from '../../src/read/plan/argument-maker';
import { variableReader } from '../../src/read/plan/variable-reader';

const schema: GraphQLSchema = buildSchema(`
  enum Colour { RED GREEN }
  input Range { from: Int = 1, to: Int!, note: String }
  input Filter { names: [String!], colours: [Colour], range: Range, ranges: [Range!], deep: [[Int]], required: Boolean! = true }
  input One @oneOf { name: String, range: Range }
  type Query {
    field(first: Int = 20, name: String!, filter: Filter, colours: [Colour!]! = [RED], one: One, ids: [ID]): Int
  }
`);
const field = schema.getQueryType()!.getFields().field!;

/** Values for every variable: right, odd and wrong ones. */
const VALUES: readonly unknown[] = [
  undefined,
  null,
  0,
  7,
  1.5,
  2 ** 40,
  '',
  'RED',
  'BLUE',
  true,
  [],
  [null],
  ['RED', 'GREEN'],
  ['a', null],
  [['1']],
  [[1, null], null, 3],
  {},
  { to: 3 },
  { from: null, to: 3, note: 'x' },
  { to: null },
  { to: 'three' },
  { names: ['a'], range: { to: 1 } },
  { names: 'a', colours: 'RED', ranges: { to: 2 }, deep: 5, required: null },
  { unknown: 1 },
  { name: 'x', range: null },
  { name: 'x' },
];

const TYPES = [
  'Int',
  'Int!',
  'String',
  'String!',
  '[String!]',
  '[String]!',
  'Colour',
  '[Colour!]!',
  '[Colour]',
  'Filter',
  'Range',
  'Range!',
]
  .concat(['[Range!]', '[[Int]]', 'One', '[ID]', 'Boolean', 'Boolean!'])
  .concat(['Int = 5', 'Int! = 5', 'String = null', '[Colour!] = GREEN', 'Range = { to: 9 }']);

/** Arguments in which the variables $a and $b may stand anywhere. */
const ARGUMENTS: readonly string[] = [
  '',
  'name: "x"',
  'name: $a',
  'name: "x", first: $a',
  'name: "x", first: $a, colours: $b',
  'name: "x", colours: [$a]',
  'name: "x", colours: [RED, $a]',
  'name: "x", colours: null',
  'name: "x", ids: [$a, 1, $b]',
  'name: "x", ids: $a',
  'name: "x", filter: $a',
  'name: "x", filter: { names: $a, required: $b }',
  'name: "x", filter: { names: [$a, "b"], colours: [$b] }',
  'name: "x", filter: { range: { to: $a, from: $b } }',
  'name: "x", filter: { range: { to: 1, from: null, note: $b }, ranges: [{ to: $a }] }',
  'name: "x", filter: { ranges: { to: $a } }',
  'name: "x", filter: { deep: [[1, $a], $b] }',
  'name: "x", filter: { deep: $a, colours: $b }',
  'name: "x", one: { name: $a }',
  'name: "x", one: { name: $a, range: $b }',
];

/** What is made, as JSON, or how it is refused. */
function told(make: () => unknown): string {
  try {
    return JSON.stringify(make());
  } catch (error) {
    return (error as Error).message;
  }
}

test('variables are read as graphql-js reads them', () => {
  for (const type of TYPES) {
    const [operation] = parse(`query ($a: ${type}) { __typename }`).definitions as [OperationDefinitionNode];
    const read = variableReader(schema, operation);
    for (const value of VALUES) {
      const given = value === undefined ? {} : { a: value };
      const expected = getVariableValues(schema, operation.variableDefinitions ?? [], given).coerced ?? null;
      const actual = read(given);
      if (!isDeepStrictEqual(actual, expected)) expect([type, value, actual]).toEqual([type, value, expected]);
    }
  }
});

test('arguments are made as graphql-js makes them, and refused in the same words', () => {
  let made = 0;
  for (const text of ARGUMENTS) {
    const [operation] = parse(`{ field${text && `(${text})`} }`).definitions as [OperationDefinitionNode];
    const [node] = operation.selectionSet.selections as readonly FieldNode[] as [FieldNode];
    const make = argumentMaker(field, node);
    for (const a of VALUES) {
      for (const b of VALUES) {
        const variables = { ...(a !== undefined && { a }), ...(b !== undefined && { b }) };
        const expected = told(() => getArgumentValues(field, node, variables));
        const actual = told(() => make(variables));
        // Comparing strings first: a matcher for each of thousands takes seconds.
        if (actual !== expected) expect([text, variables, actual]).toEqual([text, variables, expected]);
        if (expected.startsWith('{')) made++;
      }
    }
  }
  expect(made).toBeGreaterThan(1_000);
});

test('lists that hold a variable are made anew for each request', () => {
  const [operation] = parse('{ field(name: "x", first: $a, filter: { names: [$a] }) }').definitions as [
    OperationDefinitionNode,
  ];
  const [node] = operation.selectionSet.selections as readonly FieldNode[] as [FieldNode];
  const make = argumentMaker(field, node);
  const first = make({ a: 1 }) as { filter: { names: unknown[] } };
  first.filter.names.push('more');
  expect(make({ a: 2 })).toEqual({ first: 2, name: 'x', colours: ['RED'], filter: { names: [2], required: true } });
});
