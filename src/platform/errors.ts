/**
 * Every code that a client can meet, in one place. docs/errors.md explains each one and a test holds the two lists together.
 * A retired code is never used again for something else. `statuses` are those that an answer whose fault it is can have:
 * the first one where there is no data and nothing more special applies (src/server/http/status.ts decides).
 */
export const ERROR_CODES = {
  BAD_USER_INPUT: { statuses: [400, 200], meaning: 'An argument has a value that cannot be used.' },
  AMBIGUOUS: { statuses: [200], meaning: 'A name fits several things; the error lists them.' },
  BAD_REQUEST: { statuses: [400, 431], meaning: 'The HTTP request is not a GraphQL request.' },
  QUERY_TOO_COMPLEX: { statuses: [400], meaning: 'The query is deeper, wider or dearer than the server allows.' },
  ANSWER_TOO_LARGE: { statuses: [400], meaning: 'The answer has more bytes than the server sends at once.' },
  BODY_TOO_LARGE: { statuses: [413], meaning: 'The request body is larger than the server allows.' },
  UNSUPPORTED_MEDIA_TYPE: { statuses: [415], meaning: 'The request body is not JSON, or is compressed.' },
  NOT_ACCEPTABLE: { statuses: [406], meaning: 'The client accepts no form that a GraphQL answer can have.' },
  METHOD_NOT_ALLOWED: { statuses: [405], meaning: 'The path exists, but not with this HTTP method.' },
  NOT_FOUND: { statuses: [404], meaning: 'There is nothing at this path.' },
  REQUEST_TIMEOUT: { statuses: [408], meaning: 'The request did not arrive in time.' },
  FORBIDDEN_ORIGIN: {
    statuses: [403],
    meaning: 'The page that asks, or the host name under which it does, is on no list.',
  },
  UNAUTHENTICATED: { statuses: [401, 200], meaning: 'An API key is needed, or the one that was sent is not valid.' },
  FORBIDDEN: { statuses: [403, 200], meaning: 'The API key that was sent does not allow this.' },
  RATE_LIMITED: {
    statuses: [429],
    meaning: 'The budget of this address or key is used up; Retry-After says for how long.',
  },
  READ_ONLY: { statuses: [503, 200], meaning: 'The database takes no changes at the moment; reading goes on.' },
  SERVER_BUSY: { statuses: [503], meaning: 'Too many requests are waiting; try again shortly.' },
  DEADLINE_EXCEEDED: { statuses: [503], meaning: 'The query took longer than the server allows and was stopped.' },
  DATABASE_UNAVAILABLE: { statuses: [503], meaning: 'The database did not answer, or has no room left.' },
  INTERNAL_SERVER_ERROR: { statuses: [500, 200], meaning: 'An unforeseen fault; the log has it under the request id.' },
} as const;

/** Codes of the protocol itself: graphql-js and Apollo find these faults in the request, and their words are safe to pass on. */
export const PROTOCOL_CODES = {
  GRAPHQL_PARSE_FAILED: { statuses: [400, 200] },
  GRAPHQL_VALIDATION_FAILED: { statuses: [400, 200] },
  OPERATION_RESOLUTION_FAILURE: { statuses: [400] },
  // Clients that offer persisted queries fall back to the text on these two, and expect them to come as any other answer.
  PERSISTED_QUERY_NOT_FOUND: { statuses: [200] },
  PERSISTED_QUERY_NOT_SUPPORTED: { statuses: [200] },
} as const;

/**
 * Faults of the server's state, not of the question: what else was read of a query is no answer then, and the same question is
 * right a little later. Seconds after which it is worth asking again.
 */
export const PASSING_FAULTS: ReadonlyMap<unknown, number> = new Map<ErrorCode, number>([
  ['SERVER_BUSY', 1],
  ['DATABASE_UNAVAILABLE', 2],
  ['DEADLINE_EXCEEDED', 5],
]);

/** Codes of `userErrors` in the payload of a mutation: what a sender can mend. docs/errors.md explains each of them too. */
export const REFUSAL_CODES = {
  UNREADABLE: 'The content cannot be read as the format that was named, or as any.',
  BAD_ENCODING: 'The content is not written as `encoding` says.',
  INVALID: 'A field of the input has a value that cannot be used.',
  UNKNOWN: 'Something that the input names does not exist.',
  REMOVED: 'The document was taken down and is not taken in again.',
  NOT_STORED: 'The document was read, and the database or the program could not take it; the log has why.',
  TOO_SLOW: 'Reading the document took longer than its size allows, and was given up.',
} as const;

/** A name that fits several things has one code, wherever it is met. */
export type RefusalCode = keyof typeof REFUSAL_CODES | 'AMBIGUOUS';

export type ErrorCode = keyof typeof ERROR_CODES;

export interface ErrorDetails {
  /** The argument at fault as a path, such as `filter.period`. */
  readonly argument?: string;
  /** Whatever else helps to mend the request; it is sent to the client, so nothing secret. */
  readonly [name: string]: unknown;
}

/** A refusal that is meant for the client's eyes: its message and details are sent as they are. */
export class EarshotError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EarshotError';
    this.code = code;
    this.details = details;
  }
}

/** Shorthand for the commonest refusal. `argument` is a path such as `first` or `filter.topics`. */
export function badInput(argument: string, message: string, details: ErrorDetails = {}): EarshotError {
  return new EarshotError('BAD_USER_INPUT', message, { argument, ...details });
}
