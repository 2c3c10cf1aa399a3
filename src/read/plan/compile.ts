import { type DocumentNode, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { conditionVariables, findOperation, fragmentsOf, type Variables } from './collect';
import { NotCompiled, planSelection } from './plan';
import type { Selection } from './selection';

interface Compiled {
  readonly conditions: readonly string[];
  readonly plans: Map<string, Selection | null>;
}

/** A client that sends ever new values for conditions cannot fill the memory: plans beyond this many are not kept. */
const MOST_PLANS = 64;

/** Plans of documents, kept for as long as Apollo keeps the parsed document. */
export class PlanCache {
  readonly #documents = new WeakMap<DocumentNode, Compiled>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Null: graphql-js has to run it (introspection, mutations). */
  planFor(document: DocumentNode, operationName: string | undefined, variables: Variables): Selection | null {
    let compiled = this.#documents.get(document);
    if (!compiled) {
      compiled = { conditions: conditionVariables(document), plans: new Map() };
      this.#documents.set(document, compiled);
    }
    const key = `${operationName ?? ''} ${JSON.stringify(compiled.conditions.map((name) => variables[name] ?? null))}`;
    const known = compiled.plans.get(key);
    if (known !== undefined) return known;
    const plan = this.#compile(document, operationName, variables);
    if (compiled.plans.size < MOST_PLANS) compiled.plans.set(key, plan);
    return plan;
  }

  #compile(document: DocumentNode, operationName: string | undefined, variables: Variables): Selection | null {
    const operation = findOperation(document, operationName);
    const root = this.schema.getQueryType();
    if (!operation || !root || operation.operation !== OperationTypeNode.QUERY) return null;
    try {
      const source = { schema: this.schema, fragments: fragmentsOf(document), variables };
      return planSelection(source, root, [operation.selectionSet]);
    } catch (error) {
      if (error instanceof NotCompiled) return null;
      throw error;
    }
  }
}
