import { EarshotError } from '../errors';

/** Codes of connections that are gone, and errors without one; a cancelled statement (57014) leaves its connection well. */
export const isLost = (code: string | undefined): boolean =>
  !code || code.startsWith('08') || (code.startsWith('57') && code !== '57014') || /^E[A-Z]+$/.test(code);

/** What a client is told where the database is to blame; its own words stay in the log. */
export function unavailable(message: string, cause?: unknown): EarshotError {
  return new EarshotError('DATABASE_UNAVAILABLE', message, {}, { cause });
}
