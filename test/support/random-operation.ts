import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parseValue,
  valueFromASTUntyped,
} from 'graphql';
import { beyond } from './beyond';
import type { Random } from './random';

/** Values that mean something in the database under test, by the name of the argument or of its type. */
export type Pool = Readonly<Record<string, readonly string[]>>;

const DEEPEST = 5;

/** How often an argument is made to be what no gentle client sends: null, or a value beyond its type. */
export interface Hostility {
  readonly nulls: number;
  readonly beyond: number;
}

const GENTLE: Hostility = { nulls: 0, beyond: 0 };

export interface RandomRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A valid operation over the schema: fields, aliases, fragments, conditions and arguments at random. */
export class OperationMaker {
  #names = 0;
  readonly #variables = new Map<string, { readonly type: string; readonly value: unknown }>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly pool: Pool,
    private readonly hostility = GENTLE,
  ) {}

  /** The same with some of its arguments as variables. With hostile values it may be refused, and for nothing else. */
  makeRequest(): RandomRequest {
    const text = this.make(0.4);
    const declared = [...this.#variables].map(([name, { type }]) => `, $${name}: ${type}`).join('');
    const query = text.replace('$no: Boolean = false', `$no: Boolean = false${declared}`);
    return { query, variables: Object.fromEntries([...this.#variables].map(([name, { value }]) => [name, value])) };
  }

  make(asVariable = 0): string {
    this.#asVariable = asVariable;
    const root = this.schema.getQueryType() as GraphQLObjectType;
    const count = 1 + this.random.below(2);
    const fields = Array.from({ length: count }, () =>
      this.#field(root, this.random.pick(Object.keys(root.getFields())), 0),
    );
    return `query Random($yes: Boolean = true, $no: Boolean = false) { u: __typename @include(if: $yes) v: __typename @skip(if: $no) ${fields.join(' ')} }`;
  }

  #asVariable = 0;

  #field(type: GraphQLObjectType, name: string, depth: number): string {
    const field = type.getFields()[name];
    if (!field) throw new Error(`${type.name}.${name}`);
    const alias = `a${this.#names++}`;
    const args = this.#arguments(field.args, `${type.name}.${name}`);
    const named = getNamedType(field.type);
    const call = `${alias}: ${name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.#condition()}`;
    if (isLeafType(named)) return call;
    if (isObjectType(named)) return `${call} { ${this.#selection(named, depth + 1)} }`;
    if (!isAbstractType(named)) throw new Error(`${type.name}.${name} is neither leaf nor object`);
    const parts = this.schema
      .getPossibleTypes(named)
      .filter(() => this.random.chance(0.6))
      .map((possible) => `... on ${possible.name} { ${this.#selection(possible, depth + 1)} }`);
    return `${call} { __typename ${parts.join(' ')} }`;
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < DEEPEST || isLeafType(getNamedType(field.type)),
    );
    const chosen = fields.filter(() => this.random.chance(3 / Math.max(3, fields.length)));
    const texts = chosen.map((field) => this.#field(type, field.name, depth));
    if (texts.length === 0 || this.random.chance(0.2)) texts.push('__typename');
    if (this.random.chance(0.15)) texts.push(`... on ${type.name} { f${this.#names++}: __typename }`);
    return texts.join(' ');
  }

  #condition(): string {
    if (this.random.chance(0.9)) return '';
    return this.random.pick([' @include(if: $yes)', ' @skip(if: $no)', ' @include(if: true)', ' @skip(if: $yes)']);
  }

  #arguments(args: readonly GraphQLArgument[], owner: string): string[] {
    if (owner !== 'Query.company') return args.flatMap((arg) => this.#argument(arg, owner));
    // Exactly one of its names is taken.
    const name = this.random.pick(['symbol', 'slug', 'cik']);
    const arg = args.find((candidate) => candidate.name === name) as GraphQLArgument;
    return [`${name}: ${this.#value(arg.type, name, owner)}`];
  }

  #argument(arg: GraphQLArgument, owner: string): string[] {
    const wanted = isNonNullType(arg.type) || this.random.chance(arg.name === 'filter' ? 0.7 : 0.3);
    const isGentle = this.hostility === GENTLE;
    if (!wanted || (isGentle && ['after', 'before', 'last', 'end'].includes(arg.name))) return [];
    const value = this.#value(arg.type, arg.name, owner);
    if (value === null) return [];
    if (!this.#asVariable || !this.random.chance(this.#asVariable)) return [`${arg.name}: ${value}`];
    const name = `v${this.#names++}`;
    this.#variables.set(name, { type: String(arg.type), value: valueFromASTUntyped(parseValue(value)) });
    return [`${arg.name}: $${name}`];
  }

  #value(type: GraphQLInputType, name: string, owner: string): string | null {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (inner === type && this.random.chance(this.hostility.nulls)) return 'null';
    if (this.random.chance(this.hostility.beyond)) {
      const strange = beyond(getNamedType(inner).name, name);
      if (strange && !isListType(inner)) return this.random.pick(strange);
    }
    if (isListType(inner)) {
      const items = Array.from({ length: 1 + this.random.below(2) }, () => this.#value(inner.ofType, name, owner));
      // Keys of groups are taken once each.
      return `[${[...new Set(items)].filter((item) => item !== null && item !== 'null').join(', ')}]`;
    }
    if (isEnumType(inner)) return this.random.pick(inner.getValues()).name;
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields());
      const chosen = fields.filter((field) => isNonNullType(field.type) || this.random.chance(1.5 / fields.length));
      const entries = chosen.flatMap((field) => {
        const value = this.#value(field.type, field.name, inner.name);
        return value === null ? [] : [`${field.name}: ${value}`];
      });
      return `{ ${entries.join(', ')} }`;
    }
    switch (getNamedType(inner).name) {
      case 'Boolean':
        return this.random.pick(['true', 'false']);
      case 'Int':
        return String(this.random.below(6));
      case 'Float':
        return this.random.pick(['0.25', '0.5', '1']);
      default: {
        const values = this.pool[`${owner}.${name}`] ?? this.pool[name] ?? this.pool[getNamedType(inner).name];
        return values ? JSON.stringify(this.random.pick(values)) : null;
      }
    }
  }
}
