import type { ServerResponse } from 'node:http';

import { EarshotError } from '../../platform/errors';

/** How long work that was told to stop may take to say so itself, before the client is told instead. */
const GRACE_MS = 250;

export interface Deadline {
  readonly signal: AbortSignal;
  /** Changes how much time there is, counted from its start as ever. */
  allow(milliseconds: number): void;
  /** To be called when the answer is there. */
  stop(): void;
}

/**
 * Aborts when the time for an answer is over or the client has gone; `expired` is called when the work has not ended by itself shortly
 * after that.
 */
export function startDeadline(
  response: ServerResponse,
  milliseconds: number,
  expired: (error: EarshotError) => void,
): Deadline {
  const controller = new AbortController();
  const started = performance.now();
  let allowed = milliseconds;
  let grace: NodeJS.Timeout | undefined;
  const end = () => {
    const error = new EarshotError(
      'DEADLINE_EXCEEDED',
      `There was no answer within ${Math.round(allowed)} ms, and it was given up. Ask for less at a time.`,
    );
    controller.abort(error);
    grace = setTimeout(() => expired(error), GRACE_MS);
  };
  let timer = setTimeout(end, milliseconds);
  const leave = () => controller.abort(new EarshotError('REQUEST_TIMEOUT', 'The client closed the connection.'));
  response.once('close', leave);
  return {
    signal: controller.signal,
    allow(most) {
      if (most === allowed || controller.signal.aborted) return;
      allowed = most;
      clearTimeout(timer);
      timer = setTimeout(end, Math.max(0, most - (performance.now() - started)));
    },
    stop() {
      clearTimeout(timer);
      clearTimeout(grace);
      response.removeListener('close', leave);
    },
  };
}
