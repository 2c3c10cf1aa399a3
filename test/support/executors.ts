import { execute, type GraphQLSchema, parse, validate } from 'graphql';
import { ANYBODY } from '../../src/api/caller';
import type { Reader } from '../../src/read/reader';

/** What both executors made of one operation. */
export interface BothAnswers {
  /** JSON text of `data`; null where the compiled executor handed over. */
  readonly compiled: string | null;
  readonly walked: string;
  readonly errors: readonly string[];
  /** Of the compiled executor. */
  readonly statements: number;
  readonly roundTrips: number;
}

export async function runBoth(
  reader: Reader,
  schema: GraphQLSchema,
  source: string,
  variables: Record<string, unknown> = {},
): Promise<BothAnswers> {
  const document = parse(source);
  const faults = validate(schema, document);
  if (faults.length > 0) throw new Error(`invalid operation: ${faults[0]?.message}\n${source}`);
  const compiledOperation = reader.begin();
  const walkedOperation = reader.begin();
  try {
    const answer = await reader.answer(document, undefined, variables, compiledOperation);
    const result = await execute({
      schema,
      document,
      variableValues: variables,
      contextValue: { operation: walkedOperation, rateLimit: null, caller: ANYBODY, ingest: null },
    });
    return {
      compiled: answer?.text ?? null,
      walked: JSON.stringify(result.data),
      errors: (result.errors ?? []).map((error) => error.message),
      statements: compiledOperation.statements,
      roundTrips: compiledOperation.roundTrips,
    };
  } finally {
    compiledOperation.end();
    walkedOperation.end();
  }
}
