import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';

import { addCost, type Cost, emptyCost, type Size } from './cost';
import { type GuardLimits, refuseExcess } from './limit';
import { isAbsent, isSized, listSize, pageSize, searchesIn } from './list-size';
import { inspectLiteral, inspectType } from './text';

/** The standard introspection query is 15 levels deep; graphql-js bounds its lists itself. */
const INTROSPECTION_DEPTH = 18;
/** An object of introspection comes out of memory, but graphql-js has to walk over it all the same. */
const INTROSPECTION_COST = 0.5;
/** Fragments inside fragments, with no field between them, lead nowhere but down the stack. */
const MOST_FRAGMENTS = 20;
/** An exact count has to look at every match. */
const COUNT_COST = 5;
/** Groups look at every match and keep what they count apart, whatever the number of groups that are shown. */
const GROUPS_COST = 25;
/** What is there is looked up beside what is found. */
const COVERAGE_COST = 10;
/** Those who speak of a topic in a quarter, wherever they work, are counted one by one: no company bounds them. */
const EVERYBODY_COST = 20;
/** A search ranks up to 2,000 matches before it shows a page of them. */
const SEARCH_COST = 10;
/** Each topic's first mention is looked for by a statement of its own. */
const FIRST_COST = 5;
/** Two calls are read passage by passage for what has changed between them. */
const DEAR_OBJECTS: ReadonlyMap<string, number> = new Map([['QuarterChanges', 50]]);
/** A document's words take the room of a hundred objects. */
const WHOLE_TEXT_COST = 100;
/** Reading a question or what a search box says takes the time of so many objects, and a search that of several lists. */
const READING_COST = 25;
/** A question may ask for many numbers; how many, only reading it tells. */
const ANSWER_NUMBERS = 100;
/** What a field costs whatever the number of things that it shows. */
const ASIDE: ReadonlyMap<string, number> = new Map([
  ['groupBy', GROUPS_COST],
  ['coverage', COVERAGE_COST],
  ['firstMention', FIRST_COST],
]);
/** Arguments for which a list is made out of much more than it shows. */
const DEAR_ARGUMENTS: ReadonlyMap<string, number> = new Map([['byShareChange', GROUPS_COST]]);
const TREND_POINT = 'TopicTrendPoint';
/** A value asked for under another name is written once more: a hundred names would make an answer a hundred times as long. */
const ALIAS_COST = 1;

/** Where in the answer a selection ends up; all selections of one place are compared with each other by the validation. */
class Place {
  readonly children = new Map<string, Place>();
  times = 0;
}

interface Scope {
  /** Undefined below a field that the schema does not have: validation will say so, the guard only counts. */
  readonly type: GraphQLNamedType | undefined;
  readonly place: Place;
  readonly depth: number;
  /** Fragments entered since the last field. */
  readonly fragments: number;
  /** The size of the page that this connection is; its own lists (nodes, edges) are that long. */
  readonly page: Size | undefined;
  /** Of the points of a trend: 1 where no companies are named. */
  readonly ofEverybody: Size;
  readonly deepest: number;
  readonly operation: OperationDefinitionNode | undefined;
}

/** Walks the selections of one document with its fragments expanded in place; all counters are of the whole document. */
export class SelectionWalk {
  readonly spread = new Set<string>();
  private fields = 0;
  private aliases = 0;
  private directives = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly limits: GuardLimits,
  ) {}

  operation(operation: OperationDefinitionNode): Cost {
    this.countDirectives(operation.directives);
    for (const variable of operation.variableDefinitions ?? []) {
      this.countDirectives(variable.directives);
      inspectType(variable.type, variable.variable.name.value);
      if (variable.defaultValue) inspectLiteral(variable.defaultValue, variable.variable.name.value);
    }
    const place = new Place();
    const type = this.schema.getRootType(operation.operation);
    if (!type) throw refuseKind(operation);
    const cost = this.select(operation.selectionSet, this.scope(type, place, operation), emptyCost());
    this.compare('maxRootFields', place.children.size);
    return cost;
  }

  fragment(fragment: FragmentDefinitionNode, cost: Cost): Cost {
    const type = this.schema.getType(fragment.typeCondition.name.value);
    this.countDirectives(fragment.directives);
    return this.select(fragment.selectionSet, this.scope(type, new Place(), undefined), cost);
  }

  private scope(
    type: GraphQLNamedType | undefined,
    place: Place,
    operation: OperationDefinitionNode | undefined,
  ): Scope {
    return {
      type,
      place,
      depth: 0,
      fragments: 0,
      page: undefined,
      ofEverybody: 0,
      deepest: this.limits.maxDepth,
      operation,
    };
  }

  private select(set: SelectionSetNode, scope: Scope, cost: Cost): Cost {
    for (const selection of set.selections) {
      this.fields += 1;
      this.compare('maxFields', this.fields);
      this.countDirectives(selection.directives);
      if (selection.kind === Kind.FIELD) {
        this.field(selection, scope, cost);
        continue;
      }
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      const target = isSpread ? this.fragments.get(selection.name.value) : selection;
      if (isSpread) {
        this.spread.add(selection.name.value);
        this.countDirectives(target?.directives);
      }
      if (!target) continue;
      const type = target.typeCondition ? this.schema.getType(target.typeCondition.name.value) : scope.type;
      const fragments = scope.fragments + 1;
      if (fragments > MOST_FRAGMENTS) throw refuseExcess('maxDepth', this.limits.maxDepth, scope.depth + fragments);
      this.select(target.selectionSet, { ...scope, type, fragments }, cost);
    }
    return cost;
  }

  private field(node: FieldNode, scope: Scope, cost: Cost): void {
    const name = node.name.value;
    const depth = scope.depth + 1;
    const deepest = name === '__schema' || name === '__type' ? INTROSPECTION_DEPTH : scope.deepest;
    if (depth > deepest) throw refuseExcess('maxDepth', deepest, depth);
    if (node.alias) {
      this.aliases += 1;
      this.compare('maxAliases', this.aliases);
    }
    const place = this.repeat(scope.place, node.alias?.value ?? name);
    for (const argument of node.arguments ?? []) {
      inspectLiteral(argument.value, argument.name.value);
      cost.fixed += DEAR_ARGUMENTS.get(argument.name.value) ?? 0;
      if (argument.name.value === 'filter')
        addCost(cost, { fixed: SEARCH_COST, sized: [] }, searchesIn(argument, scope.operation));
    }

    const field = this.find(scope.type, name);
    const type = field && getNamedType(field.type);
    const own = emptyCost();
    own.fixed = weigh(name, type, scope.type, node.alias !== undefined);
    if (name === 'speakers') addCost(own, { fixed: EVERYBODY_COST, sized: [] }, scope.ofEverybody);
    const sized = field && isSized(field) ? pageSize(field, node, scope.operation) : undefined;
    const isList = field !== undefined && isListType(getNullableType(field.type));
    if (node.selectionSet) {
      const page = isList ? undefined : sized;
      const ofEverybody = type?.name === TREND_POINT ? isAbsent('symbols', node, scope.operation) : 0;
      this.select(node.selectionSet, { ...scope, type, place, depth, fragments: 0, deepest, page, ofEverybody }, own);
    }
    cost.fixed += ASIDE.get(name) ?? 0;
    addCost(cost, own, isList ? (sized ?? scope.page ?? this.listed(field, node, scope)) : 1);
  }

  private listed(field: GraphQLField<unknown, unknown>, node: FieldNode, scope: Scope): Size {
    if (scope.type?.name === 'Answer') return ANSWER_NUMBERS;
    if (scope.type?.name === '__Schema' && field.name === 'types') return Object.keys(this.schema.getTypeMap()).length;
    return listSize(field, node, scope.operation);
  }

  private find(type: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  }

  private repeat(parent: Place, name: string): Place {
    let place = parent.children.get(name);
    if (!place) {
      place = new Place();
      parent.children.set(name, place);
    }
    place.times += 1;
    this.compare('maxRepeats', place.times);
    return place;
  }

  private countDirectives(directives: readonly DirectiveNode[] | undefined): void {
    if (!directives?.length) return;
    this.directives += directives.length;
    this.compare('maxDirectives', this.directives);
    for (const directive of directives) {
      for (const argument of directive.arguments ?? []) inspectLiteral(argument.value, argument.name.value);
    }
  }

  private compare(measure: keyof GuardLimits, actual: number): void {
    if (actual > this.limits[measure]) throw refuseExcess(measure, this.limits[measure], actual);
  }
}

function weigh(
  name: string,
  type: GraphQLNamedType | undefined,
  parent: GraphQLNamedType | undefined,
  isAlias: boolean,
) {
  if (type && isLeafType(type)) {
    if (name === 'text' && parent?.name === 'Document') return WHOLE_TEXT_COST;
    return name === 'totalCount' || (name === 'speakers' && parent?.name === TREND_POINT)
      ? COUNT_COST
      : isAlias
        ? ALIAS_COST
        : 0;
  }
  if (type?.name === 'Answer' || type?.name === 'SearchConnection') return READING_COST;
  return type?.name.startsWith('__') ? INTROSPECTION_COST : (DEAR_OBJECTS.get(type?.name ?? '') ?? 1);
}

/** Validation passes over `subscription { __typename }` where there are none, and graphql-js then fails as if it were at fault. */
function refuseKind(operation: OperationDefinitionNode): GraphQLError {
  return new GraphQLError(`This server has no ${operation.operation}s.`, {
    nodes: operation,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
}
