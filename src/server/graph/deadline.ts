import type { ServerResponse } from 'node:http';

import { EarshotError } from '../../platform/errors';

/** How long work that was told to stop may take to say so itself, before the client is told instead. */
const GRACE_MS = 250;

/**
 * Aborts when the time for an answer is over or the client has gone; `expired` is called when the work has not ended by itself shortly
 * after that. Call `stop` when the answer is there.
 */
export function startDeadline(
  response: ServerResponse,
  milliseconds: number,
  expired: (error: EarshotError) => void,
): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  let grace: NodeJS.Timeout | undefined;
  const timer = setTimeout(() => {
    const error = new EarshotError(
      'DEADLINE_EXCEEDED',
      `The query took longer than ${milliseconds} ms and was stopped. Ask for less at a time.`,
    );
    controller.abort(error);
    grace = setTimeout(() => expired(error), GRACE_MS);
  }, milliseconds);
  const leave = () => controller.abort(new EarshotError('REQUEST_TIMEOUT', 'The client closed the connection.'));
  response.once('close', leave);
  return {
    signal: controller.signal,
    stop() {
      clearTimeout(timer);
      clearTimeout(grace);
      response.removeListener('close', leave);
    },
  };
}
