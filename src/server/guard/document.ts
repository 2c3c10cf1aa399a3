import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

import { type Cost, emptyCost } from './cost';
import type { GuardLimits } from './limit';
import { SelectionWalk } from './selection-walk';

/** What is known of a document that has passed: the cost of each of its operations. */
export interface InspectedDocument {
  readonly costs: ReadonlyMap<OperationDefinitionNode, Cost>;
}

/**
 * Measures a parsed document before anybody validates it: graphql-js compares fields that could overlap pair by pair, so a
 * document of 200 KB can keep it busy for minutes. Fragments are expanded in place, under one budget for the whole document, and
 * the walk ends at the first excess; hence its time is bounded by the limits, not by the document.
 */
export function inspectDocument(document: DocumentNode, schema: GraphQLSchema, limits: GuardLimits): InspectedDocument {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  refuseCycles(fragments);

  const walk = new SelectionWalk(schema, fragments, limits);
  const costs = new Map<OperationDefinitionNode, Cost>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      costs.set(definition, walk.operation(definition));
    }
  }
  // Fragments that nobody spreads are validated too, so they count as well.
  for (const fragment of fragments.values()) {
    if (!walk.spread.has(fragment.name.value)) walk.fragment(fragment, emptyCost());
  }
  return { costs };
}

/** A cycle could be expanded for ever. Validation says the same, but only after the pairs have been compared. */
function refuseCycles(fragments: ReadonlyMap<string, FragmentDefinitionNode>): void {
  const done = new Set<string>();
  const open = new Set<string>();

  function visit(name: string): void {
    const fragment = fragments.get(name);
    if (!fragment || done.has(name)) return;
    if (open.has(name)) {
      throw new GraphQLError(`Cannot spread fragment "${name}" within itself, directly or through others.`, {
        nodes: fragment,
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
    }
    open.add(name);
    for (const spread of spreadsOf(fragment)) visit(spread);
    open.delete(name);
    done.add(name);
  }

  for (const name of fragments.keys()) visit(name);
}

/** The names of the fragments that a fragment spreads, at whatever depth. */
function spreadsOf(fragment: FragmentDefinitionNode): Set<string> {
  const names = new Set<string>();
  const pending = [fragment.selectionSet];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const selection of next.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) names.add(selection.name.value);
      else if (selection.selectionSet) pending.push(selection.selectionSet);
    }
  }
  return names;
}
