import { createHash } from 'node:crypto';
import { type DocumentNode, type GraphQLSchema, getOperationAST, type OperationDefinitionNode, parse } from 'graphql';

import { type Cost, emptyCost } from './cost';
import { inspectDocument } from './document';
import type { GuardLimits } from './limit';

/** A document that has been parsed and has passed the guard; kept, so that both happen once. */
export class KnownDocument {
  /** Set when Apollo has validated it too; from then on it may be answered without asking again. */
  isValid = false;
  private shortHash: string | undefined;
  private readonly costs: ReadonlyMap<OperationDefinitionNode, Cost>;

  constructor(
    readonly text: string,
    readonly document: DocumentNode,
    schema: GraphQLSchema,
    limits: GuardLimits,
  ) {
    this.costs = inspectDocument(document, schema, limits).costs;
  }

  /** Enough of the SHA-256 to tell documents apart in a log. */
  get hash(): string {
    this.shortHash ??= createHash('sha256').update(this.text).digest('hex').slice(0, 16);
    return this.shortHash;
  }

  /** Undefined where the name fits no operation, or where there are several and no name says which. */
  operation(name: string | undefined): OperationDefinitionNode | undefined {
    return getOperationAST(this.document, name) ?? undefined;
  }

  costOf(operation: OperationDefinitionNode): Cost {
    return this.costs.get(operation) ?? emptyCost();
  }
}

/** Parses a document within the limits; a syntax error is thrown as graphql-js words it. */
export function readDocument(text: string, schema: GraphQLSchema, limits: GuardLimits): KnownDocument {
  return new KnownDocument(text, parse(text, { maxTokens: limits.maxTokens, noLocation: true }), schema, limits);
}
