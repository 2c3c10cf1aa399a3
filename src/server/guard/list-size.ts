import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';

import { parsePeriod } from '../../domain/fiscal/period';
import { ordinalsOf, quarterOrdinal } from '../../domain/fiscal/period-arithmetic';
import type { Size, Variables } from './cost';

/** What the graph serves when nothing says how much, and the most that it serves: more is refused by the field itself. */
const DEFAULT_PAGE = 20;
const LARGEST_PAGE = 200;
/** Lists without a size of their own (topics, spans, symbols) are short. */
const ASSUMED_LIST = 5;
/** Types of which a list has one for each quarter, of each company that is named. */
const BY_QUARTER = new Set(['TopicTrendPoint']);
/** How far back something is stored, where nothing says from when on it is asked for. */
const ASSUMED_QUARTERS = 20;

const PAGE_ARGUMENTS = new Set(['first', 'last']);
const SIZE_ARGUMENTS = new Set([...PAGE_ARGUMENTS, 'periods']);
/** A series of several brings so many periods for each combination of these. */
const FACTOR_ARGUMENTS = new Set(['symbols', 'metrics']);

/** Whether the field's own arguments say how many items come back. */
export function isSized(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.some((argument) => SIZE_ARGUMENTS.has(argument.name));
}

/** How many items a sized field can bring. */
export function pageSize(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  operation: OperationDefinitionNode | undefined,
): Size {
  const isSeries = field.args.some(({ name }) => name === 'periods');
  const factors = isSeries ? lengthsOf(FACTOR_ARGUMENTS, field, node, operation) : [];
  return [largestSize(field, node, operation), ...factors].reduce(product);
}

const product = (a: Size, b: Size): Size => both(a, b, (x, y) => x * y);

/** Known now where both are. */
function both(a: Size, b: Size, combine: (a: number, b: number) => number): Size {
  if (typeof a === 'number' && typeof b === 'number') return combine(a, b);
  const resolve = (size: Size, variables: Variables) => (typeof size === 'number' ? size : size(variables));
  return (variables) => combine(resolve(a, variables), resolve(b, variables));
}

/** The largest of the size arguments, whether written as literals or as variables. */
function largestSize(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  operation: OperationDefinitionNode | undefined,
): Size {
  const sizes: Size[] = [];
  for (const argument of field.args) {
    if (!SIZE_ARGUMENTS.has(argument.name)) continue;
    const given = node.arguments?.find(({ name }) => name.value === argument.name);
    if (given) sizes.push(sizeOf(given, argument.defaultValue, operation));
    else if (typeof argument.defaultValue === 'number') sizes.push(argument.defaultValue);
  }
  if (sizes.length === 0) return DEFAULT_PAGE;
  if (sizes.every((size) => typeof size === 'number')) return Math.max(...sizes);
  return (variables) => Math.max(...sizes.map((size) => (typeof size === 'number' ? size : size(variables))));
}

/** How many items a list without size arguments brings: one for each id asked for, quarters of each company, else a few. */
export function listSize(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  operation: OperationDefinitionNode | undefined,
): Size {
  if (BY_QUARTER.has(getNamedType(field.type).name)) {
    const quarters = both(edgeOf('from', node, operation), edgeOf('to', node, operation), quartersBetween);
    return lengthsOf(FACTOR_ARGUMENTS, field, node, operation).reduce(product, quarters);
  }
  const ids = field.args.filter(({ name, type }) => isListType(getNullableType(type)) && /ids$/i.test(name));
  return lengthsOf(new Set(ids.map(({ name }) => name)), field, node, operation)[0] ?? ASSUMED_LIST;
}

/** From one quarter to another, each NaN where none is named: then up to now, and so far back as things are stored. */
function quartersBetween(from: number, to: number): number {
  const now = quarterOrdinal(new Date().getUTCFullYear(), 4);
  const last = Number.isNaN(to) ? now : to;
  const first = Number.isNaN(from) ? Math.min(last, now) - ASSUMED_QUARTERS + 1 : from;
  return Math.max(1, last - first + 1);
}

/** The first quarter of the period `from`, the last one of `to`, as an ordinal; NaN where none is given, or what is none. */
function edgeOf(name: 'from' | 'to', node: FieldNode, operation: OperationDefinitionNode | undefined): Size {
  const given = node.arguments?.find((argument) => argument.name.value === name);
  if (!given) return Number.NaN;
  const read = (value: unknown): number => {
    try {
      return ordinalsOf(parsePeriod(String(value)))[name === 'from' ? 'first' : 'last'];
    } catch {
      return Number.NaN;
    }
  };
  return readSize(given.value, operation, read, (literal) => read(literal.kind === Kind.STRING ? literal.value : ''));
}

/** Lengths of those of the lists that are given. */
function lengthsOf(
  names: ReadonlySet<string>,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  operation: OperationDefinitionNode | undefined,
): Size[] {
  const given = node.arguments?.filter(({ name }) => names.has(name.value)) ?? [];
  return given
    .filter(({ name }) => field.args.some((argument) => argument.name === name.value))
    .map(({ value }) => lengthOf(value, operation));
}

function sizeOf(argument: ArgumentNode, fallback: unknown, operation: OperationDefinitionNode | undefined): Size {
  const isPage = PAGE_ARGUMENTS.has(argument.name.value);
  const otherwise = typeof fallback === 'number' ? fallback : DEFAULT_PAGE;
  const clamp = (value: unknown): number => {
    const size = Number(value ?? otherwise);
    if (!(size >= 0)) return otherwise;
    return isPage ? Math.min(size, LARGEST_PAGE) : size;
  };
  return readSize(argument.value, operation, clamp, (value) =>
    clamp(value.kind === Kind.INT ? value.value : undefined),
  );
}

function lengthOf(value: ValueNode, operation: OperationDefinitionNode | undefined): Size {
  return readSize(
    value,
    operation,
    (given) => (Array.isArray(given) ? given.length : 1),
    (literal) => (literal.kind === Kind.LIST ? literal.values.length : 1),
  );
}

/** 1 where an argument has a search in it, 0 where it has none. */
export function searchesIn(argument: ArgumentNode, operation: OperationDefinitionNode | undefined): Size {
  const isGiven = (value: unknown) => (value as { search?: unknown } | null | undefined)?.search != null;
  return readSize(
    argument.value,
    operation,
    (value) => Number(isGiven(value)),
    (literal) => Number(literal.kind === Kind.OBJECT && literal.fields.some(({ name }) => name.value === 'search')),
  );
}

/** 1 where an argument is left out or null, 0 where it is given. */
export function isAbsent(name: string, node: FieldNode, operation: OperationDefinitionNode | undefined): Size {
  const given = node.arguments?.find((argument) => argument.name.value === name);
  if (!given) return 1;
  return readSize(
    given.value,
    operation,
    (value) => Number(value == null),
    ({ kind }) => Number(kind === Kind.NULL),
  );
}

/** Reads a literal now; a variable, or its default where the request leaves it out, when the request is there. */
function readSize(
  node: ValueNode,
  operation: OperationDefinitionNode | undefined,
  fromVariable: (value: unknown) => number,
  fromLiteral: (value: ValueNode) => number,
): Size {
  if (node.kind !== Kind.VARIABLE) return fromLiteral(node);
  const name = node.name.value;
  const definition = operation?.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  const otherwise = definition?.defaultValue ? fromLiteral(definition.defaultValue) : fromVariable(undefined);
  return (variables: Variables) => (variables[name] === undefined ? otherwise : fromVariable(variables[name]));
}
