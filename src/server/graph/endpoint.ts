import type { IncomingMessage } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';

import type { Caller } from '../../api/caller';
import { describeCommitted, NO_WRITES, WriteOutcomes } from '../../api/write-outcome';
import type { Ingest } from '../../ingest/ingest';
import type { Config } from '../../platform/config';
import { EarshotError } from '../../platform/errors';
import { LineLog } from '../../platform/line-log';
import type { Authenticate } from '../auth/authenticate';
import { ANSWER_TYPES, chooseAnswerType } from '../http/media-type';
import type { Outbox } from '../http/outbox';
import { sendError } from '../http/reply';
import { checkJsonBody, readBody, runOut } from '../http/request-body';
import type { Metrics } from '../metrics';
import { type RateLimit, REFUSAL_COST } from '../rate-limit';
import type { Admitted } from './admission';
import { answerKnown } from './answer-known';
import { askApollo } from './apollo-http';
import { Deadline } from './deadline';
import type { Executor, RunningOperation } from './executor';
import { logFault } from './log-fault';
import { type Parameters, parseBody, readParameters, readSearch } from './parameters';
import type { GraphqlRequest, Incoming, ServerContext } from './request';
import { logRequest } from './request-log';

export interface EndpointParts {
  readonly apollo: ApolloServer<ServerContext>;
  readonly authenticate: Authenticate;
  readonly executor: Executor;
  readonly ingest: Ingest;
  readonly admit: (parameters: Parameters, mayRead: boolean) => Admitted;
  readonly rateLimit: RateLimit;
  readonly outbox: Outbox;
  readonly metrics: Metrics;
  readonly config: Config;
  readonly log: Logger;
}

export interface GraphqlEndpoint {
  handle(incoming: Incoming): Promise<void>;
  /** Requests in work. */
  readonly inFlight: number;
}

export function createGraphqlEndpoint(parts: EndpointParts): GraphqlEndpoint {
  const { apollo, authenticate, executor, ingest, rateLimit, outbox, metrics, config, log } = parts;
  const lines = new LineLog(log);
  let inFlight = 0;

  async function handle(incoming: Incoming): Promise<void> {
    const { request, response } = incoming;
    const started = performance.now();
    let hasExpired = false;
    const deadline = new Deadline(response, config.deadline, (error) => {
      hasExpired = true;
      expire(incoming, error, writes);
    });
    let writes: WriteOutcomes = NO_WRITES;
    let asked: GraphqlRequest | undefined;
    let operation: RunningOperation | undefined;
    let isCounted = false;
    const enter = (): void => {
      if (inFlight >= config.maxRequests) throw busy();
      inFlight += 1;
      isCounted = true;
    };
    const leave = (): void => {
      if (isCounted) inFlight -= 1;
      isCounted = false;
    };
    try {
      enter();
      const caller = await authenticate(request);
      // A request holds no place while its body arrives, or senders of slow bodies could take them all.
      leave();
      if (caller.scopes.has('import')) deadline.allow(patienceOf(true));
      const body = await readRequest(incoming, caller);
      enter();
      const parameters = request.method === 'GET' ? readSearch(incoming.search) : readParameters(body);
      const { known, cost } = await admit(parameters, request, caller);
      const spending = await rateLimit.spend(request, cost);
      asked = nameRequest(incoming, parameters, known, cost);
      const isMutation = known?.operation(parameters.operationName)?.operation === 'mutation';
      refuseForm(incoming, asked, isMutation);
      deadline.allow(patienceOf(isMutation));
      if (isMutation) writes = new WriteOutcomes((isWriting) => deadline.allow(patienceFor(isWriting, started)));
      // Whoever has been told that the time is over must not find afterwards that something was written.
      deadline.throwIfAborted();
      operation = executor.begin(deadline);
      operation.rateLimit = spending.state;
      operation.caller = caller;
      const context: ServerContext = { operation, caller, ingest, writes, request: asked };
      if (await answerKnown(executor, outbox, log, incoming, parameters, context, spending.headers)) return;
      await askApollo(apollo, outbox, incoming, body, context, spending.headers);
    } catch (error) {
      refuse(incoming, error, asked);
    } finally {
      deadline.end();
      leave();
      operation?.end();
      const seconds = (performance.now() - started) / 1000;
      const seen = asked ?? REFUSED;
      metrics.record(seen, seconds, operation?.statements ?? 0, operation?.roundTrips ?? 0);
      if (asked?.refusal && !hasExpired) metrics.countRefusal(asked.refusal);
      if (asked) logRequest(lines, asked, seconds, operation);
    }
  }

  /** How long a request may take from its head to its answer. */
  const patienceOf = (mayWrite: boolean): number =>
    mayWrite ? Math.max(config.deadline, config.mutationDeadline) : config.deadline;

  /** Once something is written, its answer may take as long as that of a query from then on. */
  const patienceFor = (isWriting: boolean, started: number): number =>
    isWriting ? patienceOf(true) : Math.min(patienceOf(true), performance.now() - started + config.deadline);

  async function admit(parameters: Parameters, request: IncomingMessage, { scopes }: Caller): Promise<Admitted> {
    try {
      // Where reading is open, a key never has less than nobody.
      return parts.admit(parameters, !config.requireKey || scopes.has('read'));
    } catch (error) {
      await rateLimit.spend(request, REFUSAL_COST);
      throw error;
    }
  }

  async function readRequest({ request }: Incoming, { scopes }: Caller): Promise<unknown> {
    if (request.method === 'GET') return undefined;
    const limit = scopes.has('import') ? Math.max(config.bodyLimit, config.importBodyLimit) : config.bodyLimit;
    try {
      checkJsonBody(request, limit);
      return parseBody(await readBody(request, limit, config.maxVariableValues));
    } catch (error) {
      await rateLimit.spend(request, REFUSAL_COST);
      throw error;
    }
  }

  function nameRequest(
    { request, id }: Incoming,
    { query, operationName, variables }: Parameters,
    known: Admitted['known'],
    cost: number,
  ): GraphqlRequest {
    const wantsCost = request.headers['x-earshot-cost'] === '1';
    return {
      id,
      answerType: chooseAnswerType(request.headers.accept),
      query,
      operationName,
      variables,
      known,
      cost: wantsCost ? { cost, limit: config.maxCost, maxAnswerBytes: config.maxAnswerBytes } : undefined,
      executor: 'none',
      outcome: 'ok',
      refusal: null,
    };
  }

  function refuse(incoming: Incoming, error: unknown, asked: GraphqlRequest | undefined): void {
    if (asked) asked.outcome = 'refused';
    logFault(log, error, incoming.id);
    void runOut(incoming.request).then(() => sendFault(incoming, error));
  }

  function expire(incoming: Incoming, error: EarshotError, writes: WriteOutcomes): void {
    const { complete } = incoming.request;
    const told = writes === NO_WRITES ? error : tellOutcome(error, writes);
    sendFault(incoming, complete ? told : new EarshotError('REQUEST_TIMEOUT', 'The request did not arrive in time.'));
  }

  /** Counts at once: work that does not even end when it is told to may never come to be counted. */
  function sendFault({ request, response, id }: Incoming, error: unknown): void {
    if (response.headersSent || response.destroyed) return;
    // The rest of a body that nobody reads would be taken for the next request.
    if (!request.complete) response.setHeader('connection', 'close');
    const code = sendError(response, error, id, chooseAnswerType(request.headers.accept) ?? undefined);
    if (code) metrics.countRefusal(code);
  }

  return {
    handle,
    get inFlight() {
      return inFlight;
    },
  };
}

/** What HTTP has to say of a request before anything is run: Apollo would run it first, and name each of these BAD_REQUEST. */
function refuseForm({ request, response }: Incoming, { answerType }: GraphqlRequest, writes: boolean): void {
  if (answerType === null) throw new EarshotError('NOT_ACCEPTABLE', `Accept one of ${ANSWER_TYPES.join(', ')}.`);
  if (request.method !== 'GET') return;
  if (writes) {
    response.setHeader('allow', 'POST');
    throw new EarshotError('METHOD_NOT_ALLOWED', 'GET is for queries; mutations go by POST.');
  }
  const contentType = request.headers['content-type'];
  if (contentType === undefined || contentType.toLowerCase().startsWith('application/json')) return;
  throw new EarshotError('UNSUPPORTED_MEDIA_TYPE', 'A GET has no body; leave its content-type out.', { contentType });
}

function tellOutcome({ code, message, details }: EarshotError, { together }: WriteOutcomes): EarshotError {
  return new EarshotError(code, describeCommitted(message, together), { ...details, committed: together });
}

const REFUSED = { executor: 'none', outcome: 'refused' } as const;

function busy(): EarshotError {
  return new EarshotError('SERVER_BUSY', 'Too many queries are in work. Try again in a second.', { retryAfter: 1 });
}
