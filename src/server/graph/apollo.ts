import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';

import { formatError } from '../../api/format-error';
import { compiledExecutor } from './compiled-executor';
import type { Executor } from './executor';
import type { ServerContext } from './request';
import { stringifyResult } from './spliced-data';

/** A request with a hundred faults is not helped by hearing of each, and suggestions for each are slow to find. */
const MOST_FAULTS = 20;

export async function startApollo(
  schema: GraphQLSchema,
  executor: Executor,
  log: Logger,
  maxTokens: number,
): Promise<ApolloServer<ServerContext>> {
  const apollo = new ApolloServer<ServerContext>({
    schema,
    formatError,
    stringifyResult,
    introspection: true,
    parseOptions: { maxTokens },
    validationOptions: { maxErrors: MOST_FAULTS },
    // One body, one operation: a batch would pass the guard as many queries at once.
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // The origin policy does this for every path, and lets GET through for clients that are no browsers.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    plugins: [
      // Its hints cost more than many an answer.
      ApolloServerPluginCacheControlDisabled(),
      // Nothing is reported to anybody, whatever APOLLO_ variables say.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      compiledExecutor(executor, log),
    ],
    logger: {
      debug: (message) => log.trace(message),
      info: (message) => log.debug(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
  });
  await apollo.start();
  return apollo;
}
