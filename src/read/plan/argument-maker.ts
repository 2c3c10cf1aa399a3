import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getArgumentValues,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
} from 'graphql';
import type { Variables } from './collect';

type Values = Record<string, unknown>;

/** Undefined: there is no valid value. */
type Make<T = unknown> = (variables: Variables) => T | undefined;

/** An argument or a field of an input object, as the schema has it. */
interface Definition {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
}

/** What a definition and the document make of one of them. */
interface Member {
  readonly name: string;
  /** Null: the document does not give it. */
  readonly make: Make | null;
  /** The variable that is its value; null: it is no variable. */
  readonly variable: string | null;
  /** What counts where it is not given. */
  readonly otherwise: unknown;
  readonly isRequired: boolean;
}

/**
 * What getArgumentValues of graphql-js makes of a field's arguments ("Coercing Field Arguments" of the specification), with all that does
 * not depend on the request done once: to walk the document and its types anew for each request takes longer than all else that is done
 * with most values.
 */
export function argumentMaker(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: Variables) => Values {
  const make = membersMaker(field.args, node.arguments ?? []);
  // What is not valid is told in the words of graphql-js.
  return (variables) => make(variables) ?? getArgumentValues(field, node, variables);
}

function membersMaker(
  definitions: readonly Definition[],
  nodes: readonly { readonly name: { readonly value: string }; readonly value: ValueNode }[],
): Make<Values> {
  const given = new Map(nodes.map(({ name, value }) => [name.value, value]));
  const members = definitions.map((definition) => memberOf(definition, given.get(definition.name)));
  return (variables) => {
    const made: Values = {};
    for (const { name, make, variable, otherwise, isRequired } of members) {
      if (make && !(variable !== null && variables[variable] === undefined)) {
        const value = make(variables);
        if (value === undefined) return undefined;
        made[name] = value;
      } else if (otherwise !== undefined) made[name] = otherwise;
      else if (isRequired) return undefined;
    }
    return made;
  };
}

function memberOf({ name, type, defaultValue }: Definition, node: ValueNode | undefined): Member {
  return {
    name,
    make: node ? makerOf(node, type) : null,
    variable: node?.kind === Kind.VARIABLE ? node.name.value : null,
    otherwise: defaultValue,
    isRequired: isNonNullType(type),
  };
}

function makerOf(node: ValueNode, type: GraphQLInputType): Make {
  if (!holdsVariable(node)) {
    const value = valueFromAST(node, type);
    return () => value;
  }
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    const isRequired = isNonNullType(type);
    return (variables) => (variables[name] === null && isRequired ? undefined : variables[name]);
  }
  if (isNonNullType(type)) return makerOf(node, type.ofType);
  if (isListType(type)) return listMaker(node.kind === Kind.LIST ? node.values : [node], type.ofType);
  if (isInputObjectType(type) && !type.isOneOf && node.kind === Kind.OBJECT) {
    return membersMaker(Object.values(type.getFields()), node.fields);
  }
  return (variables) => valueFromAST(node, type, variables);
}

/** A variable without a value is null in a list. */
function listMaker(nodes: readonly ValueNode[], type: GraphQLInputType): Make {
  const isRequired = isNonNullType(type);
  const items = nodes.map((node) => ({
    make: makerOf(node, type),
    variable: node.kind === Kind.VARIABLE ? node.name.value : null,
  }));
  return (variables) => {
    const made: unknown[] = [];
    for (const { make, variable } of items) {
      const isMissing = variable !== null && variables[variable] === undefined;
      const value = isMissing && !isRequired ? null : make(variables);
      if (value === undefined) return undefined;
      made.push(value);
    }
    return made;
  };
}

export function holdsVariable(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(holdsVariable);
  return value.kind === Kind.OBJECT && value.fields.some((field) => holdsVariable(field.value));
}
