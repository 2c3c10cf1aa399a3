import { execute, type GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { ANYBODY } from '../../src/api/caller';
import { refusalOf } from '../../src/api/format-error';
import { NO_WRITES } from '../../src/api/write-outcome';
import { toText } from '../../src/platform/long-text';
import type { Reader, ToldWarning } from '../../src/read/reader';

/** May read whatever asks for a scope, as whoever compares the executors wants to. */
const AUDITOR = { key: {}, scopes: new Set(['audit']) };

/** What both executors made of one operation. */
export interface BothAnswers {
  /** JSON text of `data`; null where the compiled executor handed over. */
  readonly compiled: string | null;
  readonly walked: string;
  readonly errors: readonly string[];
  /** Of the errors; INTERNAL_SERVER_ERROR for what no client is to blame for. */
  readonly codes: readonly string[];
  /** As they go out in `extensions`, the same of both. */
  readonly warnings: readonly ToldWarning[];
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
  const begin = () => Object.assign(reader.begin(), { caller: AUDITOR });
  const compiledOperation = begin();
  const answer = await ended(compiledOperation, () => reader.answer(document, undefined, variables, compiledOperation));
  // Once more from the kept plan and the kept texts.
  const repeated = begin();
  const again = await ended(repeated, () => reader.answer(document, undefined, variables, repeated));
  const [text, textAgain] = [answer, again].map((each) => each && toText(each.text));
  if (textAgain !== text) throw new Error(`answered differently the second time:\n${source}`);
  const walked = begin();
  const contextValue = { operation: walked, caller: ANYBODY, ingest: null, writes: NO_WRITES };
  const [result, warnings] = await ended(walked, async () => [
    await execute({ schema, document, variableValues: variables, contextValue }),
    await walked.tellWarnings(),
  ]);
  for (const warned of [answer?.warnings, again?.warnings]) {
    if (warned && JSON.stringify(warned) !== JSON.stringify(warnings))
      throw new Error(`warned differently: ${JSON.stringify([warned, warnings])}\n${source}`);
  }
  return {
    compiled: text ?? null,
    walked: JSON.stringify(result.data),
    errors: (result.errors ?? []).map((error) => error.message),
    codes: (result.errors ?? []).map(codeOf),
    warnings,
    statements: compiledOperation.statements,
    roundTrips: compiledOperation.roundTrips,
  };
}

/** Ended at once: operations of a small pool would wait for each other. */
async function ended<const T>(operation: { end(): void }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    operation.end();
  }
}

/** What has no path was found by graphql-js in the variables, before anything ran. */
const codeOf = (error: GraphQLError): string =>
  refusalOf(error)?.code ?? (error.path ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT');
