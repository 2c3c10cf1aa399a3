import { GraphQLError, type GraphQLSchema } from 'graphql';

import type { Config } from '../../platform/config';
import { confine } from '../auth/confine';
import { evaluateCost } from '../guard/cost';
import { GenerationCache } from '../guard/generation-cache';
import { type KnownDocument, readDocument } from '../guard/known-document';
import { type GuardLimits, refuseExcess } from '../guard/limit';
import { inspectVariables } from '../guard/variables';
import type { Parameters } from './parameters';

/** Characters of query text kept in a generation; a parsed document takes some 100 times the memory of its text. */
const KNOWN_TEXT = 400_000;
/** Whatever exhausts the stack is nested deeper than this. */
const DEEPEST_PARSED = 500;
/** What does not become an operation has cost work all the same. */
export const LEAST_COST = 1;

export interface Admitted {
  /** Undefined where the text does not parse; Apollo will say why. */
  readonly known: KnownDocument | undefined;
  readonly cost: number;
}

/** The guard before validation: everything that can be said of a request without asking the schema's rules or the database. */
export function createAdmission(
  schema: GraphQLSchema,
  limits: GuardLimits & Pick<Config, 'maxCost'>,
): (parameters: Parameters, mayRead: boolean) => Admitted {
  const documents = new GenerationCache<KnownDocument>(KNOWN_TEXT);

  function know(text: string): KnownDocument | undefined {
    const known = documents.get(text);
    if (known) return known;
    try {
      const read = readDocument(text, schema, limits);
      documents.set(text, read);
      return read;
    } catch (error) {
      // graphql-js parses by recursion: what is nested by the thousand exhausts the stack, here where it can be caught.
      if (error instanceof RangeError) throw refuseExcess('maxDepth', limits.maxDepth, DEEPEST_PARSED);
      if (!isSyntaxError(error)) throw error;
      if (error.message.includes('tokens. Parsing aborted'))
        throw refuseExcess('maxTokens', limits.maxTokens, limits.maxTokens + 1);
      return undefined;
    }
  }

  return ({ query, operationName, variables }, mayRead) => {
    if (query === undefined) return { known: undefined, cost: LEAST_COST };
    inspectVariables(variables, limits.maxVariableValues);
    const known = know(query);
    const operation = known?.operation(operationName);
    if (!known || !operation) return { known, cost: LEAST_COST };
    // Here, and not where fields are resolved: whichever way an operation is answered, it comes by here.
    if (!mayRead) confine(schema, known.document, operation);
    const cost = Math.round(evaluateCost(known.costOf(operation), variables));
    if (cost > limits.maxCost) throw refuseExcess('maxCost', limits.maxCost, cost);
    return { known, cost };
  };
}

function isSyntaxError(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.message.startsWith('Syntax Error');
}
