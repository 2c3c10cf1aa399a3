import { type ApolloServerPlugin, type GraphQLRequestContext, type GraphQLResponse, HeaderMap } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

import { describeError, nameRequest } from '../../api/format-error';
import { describeCommitted, type WriteOutcomes } from '../../api/write-outcome';
import { isPassing, judgeAnswer } from '../http/status';
import type { Executor } from './executor';
import { logFault, noteFault } from './log-fault';
import { extensionsOf, type ServerContext } from './request';
import { SplicedData } from './spliced-data';

/**
 * Puts the compiled executor into Apollo's pipeline, after validation and before execution. It has no `willResolveField`: that hook
 * alone makes graphql-js 1.4 to 1.6 times as dear.
 */
export function compiledExecutor(executor: Executor, log: Logger): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ contextValue: { request } }) {
          if (request.known) request.known.isValid = true;
        },
        responseForOperation: (context) => answer(executor, context, log),
        async didEncounterErrors({ errors, contextValue: { request } }) {
          request.outcome = 'errors';
          for (const error of errors) logFault(log, error, request.id);
        },
        async willSendResponse({ response, operation: asked, contextValue: { request, operation, writes } }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          if (request.executor !== 'compiled') {
            result.errors = result.errors?.map((error) => nameRequest(error, request.id));
            if (asked?.operation === 'mutation')
              result.errors = result.errors?.map((error) => tellOutcome(error, writes));
            // What a mutation has done is told whatever came after it; a query is asked again as a whole.
            if (asked?.operation === 'query' && result.errors?.some(isPassing)) result.data = null;
            const extensions = extensionsOf(request, await operation.tellWarnings());
            if (extensions) result.extensions = { ...result.extensions, ...extensions };
          }
          const judged = judgeAnswer(result, request.answerType);
          request.refusal = judged.refusal;
          response.http.status = judged.status;
          for (const [name, value] of Object.entries(judged.headers)) response.http.headers.set(name, value);
        },
      };
    },
  };
}

/** Whatever went wrong, whoever sent a change has to know what became of it. */
function tellOutcome(error: GraphQLFormattedError, writes: WriteOutcomes): GraphQLFormattedError {
  if (!error.path) return error;
  const committed = writes.of(error.path[0]);
  const message = describeCommitted(error.message, committed);
  return { ...error, message, extensions: { ...error.extensions, committed } };
}

async function answer(
  executor: Executor,
  { contextValue, operation, operationName, document, request: asked }: GraphQLRequestContext<ServerContext>,
  log: Logger,
): Promise<GraphQLResponse | null> {
  const { request } = contextValue;
  request.executor = 'graphql-js';
  if (operation?.operation !== 'query' || !document) return null;
  try {
    const compiled = await executor.answer(
      // The same object for the same text, since plans are kept by document.
      request.known?.document ?? document,
      operationName ?? undefined,
      asked.variables ?? {},
      contextValue.operation,
    );
    if (compiled === null) return null;
    request.executor = 'compiled';
    return respond({ data: new SplicedData(compiled.text), extensions: extensionsOf(request, compiled.warnings) });
  } catch (error) {
    // Apollo takes an error of this hook for a broken plugin, so it is put into words here.
    noteFault(log, error, request);
    return respond({ errors: [describeError(error, request.id)], data: null });
  }
}

function respond(singleResult: Extract<GraphQLResponse['body'], { kind: 'single' }>['singleResult']): GraphQLResponse {
  return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
}
