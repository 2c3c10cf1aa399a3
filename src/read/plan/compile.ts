import { type DocumentNode, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { conditionVariables, findOperation, fragmentsOf, type Variables } from './collect';
import { NotCompiled, planSelection } from './plan';
import type { Selection } from './selection';
import { variableReader } from './variable-reader';

type Values = Record<string, unknown>;

interface Compiled {
  readonly conditions: readonly string[];
  readonly plans: Map<string, Selection | null>;
  /** By name of the operation. */
  readonly readers: Map<string | undefined, ReturnType<typeof variableReader>>;
}

/** A client that sends ever new values for conditions cannot fill the memory: plans beyond this many are not kept. */
const MOST_PLANS = 64;

/** Plans of documents, kept for as long as Apollo keeps the parsed document. */
export class PlanCache {
  readonly #documents = new WeakMap<DocumentNode, Compiled>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The variables as the document declares them. Null: graphql-js has to say what is wrong, with them or with the name. */
  variablesFor(document: DocumentNode, operationName: string | undefined, given: Values): Values | null {
    const { readers } = this.#known(document);
    let read = readers.get(operationName);
    if (!read) {
      const operation = findOperation(document, operationName);
      if (!operation) return null;
      read = variableReader(this.schema, operation);
      readers.set(operationName, read);
    }
    return read(given);
  }

  /** Null: graphql-js has to run it (introspection, mutations). */
  planFor(document: DocumentNode, operationName: string | undefined, variables: Variables): Selection | null {
    const compiled = this.#known(document);
    const { conditions } = compiled;
    const values = conditions.length > 0 ? JSON.stringify(conditions.map((name) => variables[name] ?? null)) : '';
    const key = `${operationName ?? ''} ${values}`;
    const known = compiled.plans.get(key);
    if (known !== undefined) return known;
    const plan = this.#compile(document, operationName, variables);
    if (compiled.plans.size < MOST_PLANS) compiled.plans.set(key, plan);
    return plan;
  }

  #known(document: DocumentNode): Compiled {
    let compiled = this.#documents.get(document);
    if (!compiled) {
      compiled = { conditions: conditionVariables(document), plans: new Map(), readers: new Map() };
      this.#documents.set(document, compiled);
    }
    return compiled;
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
