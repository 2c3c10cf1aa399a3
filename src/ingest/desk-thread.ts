import 'reflect-metadata';
import { parentPort } from 'node:worker_threads';
import { EarshotError } from '../platform/errors';
import { readBytes } from './container/read-items';
import type { DeskAnswer, DeskFault, DeskTask } from './import-desk';
import { importItems } from './import-items';
import { outcomeOf } from './persist/commit-outcome';

/** What a client sends, in its parts, is split, read and written here: one task after the other, for as long as there are some. */
parentPort?.on('message', ({ databaseUrl, limitMs, name, bytes, options }: DeskTask) => {
  importItems(databaseUrl, readBytes(name, Buffer.from(bytes)), {
    ...options,
    limitMs,
    onRead: (source) => answer({ reading: source.name, size: source.bytes.length }),
    onItem: (item) => answer({ item }),
  }).then(
    () => answer('done'),
    (error: unknown) => answer({ fault: faultOf(error as Error) }),
  );
});

const answer = (message: DeskAnswer): void => parentPort?.postMessage(message);

/** Between threads only the words of an error come through. */
function faultOf(error: Error & { code?: string }): DeskFault {
  const { message, stack = '', code = null } = error;
  return {
    message,
    stack,
    code,
    committed: outcomeOf(error),
    details: error instanceof EarshotError ? error.details : null,
  };
}
