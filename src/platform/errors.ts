/**
 * Every code that a client can meet, in one place. docs/errors.md explains each one and a test holds the two lists together.
 * A retired code is never used again for something else.
 */
export const ERROR_CODES = {
  BAD_USER_INPUT: { status: 200, meaning: 'An argument has a value that cannot be used.' },
  AMBIGUOUS: { status: 200, meaning: 'A name fits several things; the error lists them.' },
  BAD_REQUEST: { status: 400, meaning: 'The HTTP request is not a GraphQL request.' },
  QUERY_TOO_COMPLEX: { status: 400, meaning: 'The query is deeper, wider or dearer than the server allows.' },
  BODY_TOO_LARGE: { status: 413, meaning: 'The request body is larger than the server allows.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, meaning: 'The request body is not JSON, or is compressed.' },
  METHOD_NOT_ALLOWED: { status: 405, meaning: 'The path exists, but not with this HTTP method.' },
  NOT_FOUND: { status: 404, meaning: 'There is nothing at this path.' },
  REQUEST_TIMEOUT: { status: 408, meaning: 'The request did not arrive in time.' },
  FORBIDDEN_ORIGIN: { status: 403, meaning: 'The browser page that asks is not on the list of allowed origins.' },
  UNAUTHENTICATED: { status: 401, meaning: 'An API key is needed, or the one that was sent is not valid.' },
  FORBIDDEN: { status: 403, meaning: 'The API key that was sent does not allow this.' },
  RATE_LIMITED: {
    status: 429,
    meaning: 'The budget of this address or key is used up; Retry-After says for how long.',
  },
  SERVER_BUSY: { status: 503, meaning: 'Too many requests are waiting; try again shortly.' },
  DEADLINE_EXCEEDED: { status: 200, meaning: 'The query took longer than the server allows and was stopped.' },
  DATABASE_UNAVAILABLE: { status: 200, meaning: 'The database did not answer; nothing was changed.' },
  INTERNAL_SERVER_ERROR: { status: 200, meaning: 'An unforeseen fault; the log has it under the request id.' },
} as const;

/** Codes of `userErrors` in the payload of a mutation: what a sender can mend. docs/errors.md explains each of them too. */
export const REFUSAL_CODES = {
  UNREADABLE: 'The content cannot be read as the format that was named, or as any.',
  BAD_ENCODING: 'The content is not written as `encoding` says.',
  INVALID: 'A field of the input has a value that cannot be used.',
  UNKNOWN: 'Something that the input names does not exist.',
  REMOVED: 'The document was taken down and is not taken in again.',
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
