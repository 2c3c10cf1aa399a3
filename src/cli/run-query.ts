import { execute, GraphQLError, parse } from 'graphql';
import { toText } from '../platform/long-text';
import { OperatorError } from '../platform/operator-error';
import { loadGraph } from './load-graph';
import { refusePending } from './refuse-pending';
import { withDatabase } from './work';

/** The data that a query of the graph brings, as a client gets it. Faults of the question are the operator's to mend. */
export async function runQuery<T>(source: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
  const { ANYBODY, buildGraph, NO_WRITES, Reader } = loadGraph();
  const [schema, document] = [buildGraph(), parse(source)];
  return withDatabase(async ({ url }, { config, log }) => {
    await refusePending(url);
    const reader = await Reader.open({
      databaseUrl: url,
      log,
      schema,
      poolSize: 1,
      statementTimeoutMs: config.deadline,
    });
    const operation = reader.begin();
    try {
      const answer = await reader.answer(document, undefined, { ...variables }, operation);
      if (answer) return JSON.parse(toText(answer.text)) as T;
      const contextValue = { operation, caller: ANYBODY, ingest: null, writes: NO_WRITES };
      const { data, errors = [] } = await execute({ schema, document, variableValues: variables, contextValue });
      if (errors.length > 0) throw asFault(errors[0] as GraphQLError);
      return data as T;
    } finally {
      operation.end();
      await reader.close();
    }
  });
}

function asFault(error: GraphQLError): Error {
  return error.originalError instanceof OperatorError ? error.originalError : new OperatorError('usage', error.message);
}
