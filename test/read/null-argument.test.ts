import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import type { Pool } from '../support/random-operation';
import { fillSynthetic } from '../support/synthetic';
import { readSyntheticPool } from '../support/synthetic-pool';

const schema = buildGraph();
let database: TestDatabase;
let reader: Reader;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillSynthetic(database.url, { companies: 2, people: 10, quartersEach: 4, utterances: 100 });
  pool = await readSyntheticPool(database.url);
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema, poolSize: 2 });
}, 60_000);

afterAll(async () => {
  await reader.close();
  await database.drop();
});

const fieldsOf = (type: unknown): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

/** `one` where exactly one of several arguments has to be there. */
const NAMED: Readonly<Record<string, string>> = { 'Query.company': 'symbol: "SYN1"' };

function literalOf(arg: GraphQLArgument, owner: string): string {
  const type = getNamedType(arg.type);
  const value = (pool[`${owner}.${arg.name}`] ?? pool[arg.name] ?? pool[type.name])?.[0];
  const text = isEnumType(type) ? type.getValues()[0]?.name : JSON.stringify(value);
  return isListType(isNonNullType(arg.type) ? arg.type.ofType : arg.type) ? `[${text}]` : String(text);
}

/** The arguments without which a field cannot be asked for. */
function needed(field: GraphQLField<unknown, unknown>, owner: string): string[] {
  const named = NAMED[`${owner}.${field.name}`];
  const args = field.args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  return [...args.map((arg) => `${arg.name}: ${literalOf(arg, `${owner}.${field.name}`)}`), ...(named ? [named] : [])];
}

const call = (name: string, args: readonly string[]) => (args.length > 0 ? `${name}(${args.join(', ')})` : name);

/** From the root to each object type, by the fewest fields: `{ companies { nodes { HERE } } }`. */
function waysToTypes(): Map<string, (selection: string) => string> {
  const root = schema.getQueryType() as GraphQLObjectType;
  const ways = new Map<string, (selection: string) => string>([[root.name, (selection) => `{ ${selection} }`]]);
  const pending = [root];
  for (let type = pending.shift(); type; type = pending.shift()) {
    const here = ways.get(type.name)!;
    for (const field of fieldsOf(type)) {
      const named = getNamedType(field.type);
      const targets = isObjectType(named) ? [named] : isInterfaceType(named) ? schema.getPossibleTypes(named) : [];
      for (const target of targets) {
        if (ways.has(target.name)) continue;
        const around =
          target === named ? (inner: string) => inner : (inner: string) => `... on ${target.name} { ${inner} }`;
        const fieldCall = call(field.name, needed(field, (type as GraphQLObjectType).name));
        ways.set(target.name, (selection) => here(`${fieldCall} { ${around(selection)} }`));
        pending.push(target);
      }
    }
  }
  return ways;
}

function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(field.type);
  if (isLeafType(named)) return '';
  if (named.name.endsWith('Connection')) {
    const node = getNamedType(fieldsOf(named).find(({ name }) => name === 'nodes')?.type);
    const id = isUnionType(node) ? '__typename ... on Node { id }' : 'id';
    return ` { totalCount nodes { ${id} } pageInfo { endCursor hasNextPage } }`;
  }
  const leaves = fieldsOf(named).filter(({ type, args }) => isLeafType(getNamedType(type)) && args.length === 0);
  return ` { __typename ${leaves.map(({ name }) => name).join(' ')} }`;
}

/** Arguments with nulls, and the same without: each nullable argument, and all; each nullable field of an input object, and all. */
function nullsOf({ args }: GraphQLField<unknown, unknown>): { nulls: string[]; without: string[] }[] {
  const single = args.filter(({ type }) => !isNonNullType(type)).map(({ name }) => `${name}: null`);
  const inside = args.flatMap(({ name, type }) => {
    const input = getNamedType(type);
    if (!isInputObjectType(input)) return [];
    const fields = Object.values(input.getFields());
    const must = fields
      .filter((field) => isNonNullType(field.type))
      .map((field) => `${field.name}: ${literalOf(field as never, input.name)}`);
    const may = fields.filter((field) => !isNonNullType(field.type)).map((field) => `${field.name}: null`);
    const of = (list: readonly string[]) => [`${name}: { ${[...must, ...list].join(', ')} }`];
    return [...may.map((one) => [one]), may].map((nulls) => ({ nulls: of(nulls), without: of([]) }));
  });
  return [...[...single.map((one) => [one]), single].map((nulls) => ({ nulls, without: [] })), ...inside];
}

/** What stands under the aliases, wherever in the answer. */
function* answersIn(data: unknown): Generator<Record<string, unknown>> {
  if (typeof data !== 'object' || data === null) return;
  if ('nulls0' in data) yield data as Record<string, unknown>;
  for (const value of Object.values(data)) yield* answersIn(value);
}

test('null for any nullable argument, and for any nullable field of an input, is the same as leaving it out', async () => {
  const ways = waysToTypes();
  let asked = 0;
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || !ways.has(type.name)) continue;
    for (const field of fieldsOf(type)) {
      if (field.args.length === 0) continue;
      const base = needed(field, type.name);
      const selection = selectionOf(field);
      const ask = (alias: string, args: readonly string[]) => {
        const names = args.map((text) => text.split(':')[0]);
        const others = base.filter((text) => !names.includes(text.split(':')[0]));
        return `${alias}: ${call(field.name, [...others, ...args])}${selection}`;
      };
      const pairs = nullsOf(field);
      const aliases = pairs.flatMap(({ nulls, without }, i) => [ask(`nulls${i}`, nulls), ask(`without${i}`, without)]);
      const source = ways.get(type.name)!(aliases.join('\n'));
      const { compiled, walked, codes } = await runBoth(reader, schema, source);
      // Who names no company at all is refused.
      const allowed = type.name === 'Query' && field.name === 'company' ? ['BAD_USER_INPUT'] : [];
      expect({ source, codes: codes.filter((code) => !allowed.includes(code)) }).toEqual({ source, codes: [] });
      if (compiled !== null) expect({ source, walked }).toEqual({ source, walked: compiled });
      for (const answers of answersIn(JSON.parse(walked))) {
        if (allowed.length > 0) continue;
        for (const i of pairs.keys())
          expect([aliases[2 * i], answers[`nulls${i}`]]).toEqual([aliases[2 * i], answers[`without${i}`]]);
      }
      asked += pairs.length;
    }
  }
  expect(asked).toBeGreaterThan(500);
}, 60_000);
