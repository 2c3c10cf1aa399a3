import type { GraphQLFormattedError } from 'graphql';

import { ERROR_CODES, PASSING_FAULTS, PROTOCOL_CODES } from '../../platform/errors';
import type { AnswerType } from './media-type';
import { rateLimitHeaders } from './rate-limit-header';

/** The parts of an answer that its status depends on. `data` is absent where nothing was run, null where a fault took all of it, all null where faults took each root. */
export interface AnswerFaults {
  readonly errors?: readonly GraphQLFormattedError[];
  readonly data?: unknown;
}

export interface Judgement {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The code that the status comes from; null where the client gets data. */
  readonly refusal: string | null;
}

const FINE: Judgement = { status: 200, headers: {}, refusal: null };
const CODES: Readonly<Record<string, { readonly statuses: readonly number[] }>> = { ...ERROR_CODES, ...PROTOCOL_CODES };

/**
 * In the older form of answers a status other than 200 says that no GraphQL server spoke, so well-formed requests with a fault in their
 * document get 200 there ("GraphQL over HTTP", 6.4.1); the newer form says 400.
 */
const DOCUMENT_FAULTS = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * The status of every answer of this server, whichever way it came about, and the headers that go with it. Without data a fault of the
 * server is one for HTTP too, or whoever watches statuses (balancers, retries, alarms) takes it for a success, and so is a lack of
 * rights. A fault of the question that shows only while it runs stays 200, as "GraphQL over HTTP" has it.
 */
export function judgeAnswer({ errors, data }: AnswerFaults, type: AnswerType | null): Judgement {
  if (!errors || errors.length === 0) return FINE;
  // A refused root can be null beside one that failed: nothing was answered then either.
  if (data != null && !(isHollow(data) && errors.some(isServerFault))) return FINE;
  const gravest = errors.find(isPassing) ?? errors.find(isServerFault) ?? errors.find(isNotPermitted) ?? errors[0]!;
  const status = statusOf(gravest);
  const hasRun = data === null && status < 500 && !isNotPermitted(gravest);
  const isFine = hasRun || (type === 'application/json' && errors.every(isDocumentFault));
  return { status: isFine ? 200 : status, headers: headersOf(gravest), refusal: codeOf(gravest) };
}

/** Whether an error ends a query as a whole, even where the graph would let its field be null. */
export function isPassing(error: GraphQLFormattedError): boolean {
  return PASSING_FAULTS.has(error.extensions?.code);
}

/** Of every root there is null. */
const isHollow = (data: unknown): boolean =>
  typeof data === 'object' && Object.values(data as object).every((root) => root === null);

function isServerFault(error: GraphQLFormattedError): boolean {
  return statusOf(error) >= 500;
}

function isNotPermitted(error: GraphQLFormattedError): boolean {
  return error.extensions?.code === 'UNAUTHENTICATED' || error.extensions?.code === 'FORBIDDEN';
}

function isDocumentFault(error: GraphQLFormattedError): boolean {
  return DOCUMENT_FAULTS.has(codeOf(error));
}

function codeOf(error: GraphQLFormattedError): string {
  return String(error.extensions?.code);
}

/** Without any data to go with it. */
function statusOf(error: GraphQLFormattedError): number {
  return CODES[codeOf(error)]?.statuses[0] ?? 500;
}

function headersOf(error: GraphQLFormattedError): Readonly<Record<string, string>> {
  const { code, retryAfter = PASSING_FAULTS.get(code), limit, window } = error.extensions ?? {};
  if (typeof retryAfter !== 'number') return FINE.headers;
  const headers = { 'retry-after': String(retryAfter) };
  if (code !== 'RATE_LIMITED') return headers;
  return { ...headers, ...rateLimitHeaders(Number(limit), Number(window), 0, retryAfter) };
}
