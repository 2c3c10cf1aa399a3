import { ImportError } from '../ingest/fault';
import { messageOf, OperatorError } from '../platform/operator-error';

/** Codes of Postgres that say what a person has to mend, and in which words. */
const SAID: Readonly<Record<string, (message: string) => string>> = {
  '25006': () =>
    'The database is read-only (it follows another server, or its sessions begin read-only): nothing was changed. Run this where it can be written to.',
  '42501': (message) =>
    `The role that Earshot connects as may not do this (${message}). Grant it, or run this as a role that may.`,
  '53100': (message) =>
    `The database has no room left on its disk (${message}). Make room and run this again: nothing is half done, and what was finished is kept.`,
};

/** Classes of Postgres for lost connections, lack of room and shutdowns, and what the system says of sockets. */
const LOST = /^(08|53|57P)|^E(CONN|PIPE|HOSTUNREACH|TIMEDOUT)/;

/** A database that goes away in the middle of the work, or takes nothing, is a fault that a person can mend. */
export function asOperatorError(thrown: unknown): unknown {
  if (thrown instanceof OperatorError || thrown instanceof ImportError) return thrown;
  const { code, message = '' } = (thrown ?? {}) as { code?: unknown; message?: string };
  const said = SAID[String(code)];
  if (said) return new OperatorError('database', said(message), { cause: thrown });
  if (!LOST.test(String(code ?? '')) && !message.startsWith('Connection terminated')) return thrown;
  return new OperatorError('database', `The database has ended or cannot be reached: ${messageOf(thrown)}`);
}
