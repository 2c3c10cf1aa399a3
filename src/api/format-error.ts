import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { shorten } from '../domain/shorten';
import { EarshotError, PROTOCOL_CODES } from '../platform/errors';

const PASSED_ON = new Set<unknown>([...Object.keys(PROTOCOL_CODES), 'BAD_REQUEST', 'BAD_USER_INPUT']);

/** Hook of Apollo Server: what a client gets to see of an error. Whatever nobody foresaw is masked. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const refusal = refusalOf(error);
  if (refusal) {
    // Around a scalar's own words graphql-js says which variable or value they are about.
    const message = formatted.message.includes(refusal.message) ? formatted.message : refusal.message;
    return { ...formatted, message: withoutMiddle(message), extensions: { code: refusal.code, ...refusal.details } };
  }
  const code = formatted.extensions?.code;
  if (PASSED_ON.has(code)) return { ...formatted, message: withoutMiddle(formatted.message), extensions: { code } };
  return { ...formatted, message: MASK, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** graphql-js quotes a value that it refuses, once for each of its faults, and says after it what is wrong. */
const QUOTED = [1500, 400] as const;

/** A long message without its middle: a document that was sent is not sent back fifty times for fifty faults around it. */
function withoutMiddle(message: string): string {
  const [head, tail] = QUOTED;
  if (message.length <= head + tail) return message;
  return `${shorten(message, head)} ${message.slice(-tail).replace(/^[\uDC00-\uDFFF]/, '')}`;
}

/** The same for errors that never reached Apollo. */
export function describeError(error: unknown, requestId: string): GraphQLFormattedError {
  const { extensions = {}, path } = error instanceof GraphQLError ? error : {};
  const message = error instanceof Error ? error.message : '';
  const formatted = formatError({ message, ...(path && { path }), extensions }, error);
  return nameRequest(formatted, requestId);
}

/** A masked error carries the id under which the log has the rest. */
export function nameRequest(formatted: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  if (!isMasked(formatted)) return formatted;
  return { ...formatted, extensions: { ...formatted.extensions, requestId } };
}

export function isMasked(formatted: GraphQLFormattedError): boolean {
  const code = formatted.extensions?.code;
  return code === 'INTERNAL_SERVER_ERROR' || code === 'DATABASE_UNAVAILABLE';
}

const MASK = 'Something went wrong here. Report it with the request id, and try again.';

/** The refusal inside an error, through whatever wrapped it; faults of the database are named without their words. */
export function refusalOf(error: unknown): EarshotError | null {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; depth += 1) {
    if (cause instanceof EarshotError) return cause;
    const fault = databaseFaultOf(cause);
    if (fault) return fault;
    cause = cause instanceof GraphQLError ? cause.originalError : cause.cause;
  }
  return null;
}

/** SQLSTATE classes and socket errors that say something about the database's state, not about the query. */
const UNAVAILABLE = /^(08|57P0|53)|^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH)$/;
const CANCELLED = '57014';
/** A session, or a role, that may not write: something was written just when the database ceased to take it. */
const READ_ONLY = new Set(['25006', '42501']);
const NO_ROOM = '53100';

function databaseFaultOf(error: Error): EarshotError | null {
  const code: unknown = 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return null;
  if (code === CANCELLED) {
    return new EarshotError('DEADLINE_EXCEEDED', 'The query took too long and was stopped. Ask for less at a time.');
  }
  if (READ_ONLY.has(code))
    return new EarshotError('READ_ONLY', 'The database is read-only at the moment. Nothing was changed.');
  if (code === NO_ROOM) {
    return new EarshotError(
      'DATABASE_UNAVAILABLE',
      'The database has no room left. Tell whoever operates this server.',
    );
  }
  if (!UNAVAILABLE.test(code)) return null;
  return new EarshotError('DATABASE_UNAVAILABLE', 'The database does not answer at the moment. Try again shortly.');
}
