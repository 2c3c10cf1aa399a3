import type { ServerResponse } from 'node:http';

import { EarshotError } from '../../platform/errors';
import { Stop } from '../../platform/stop';

/** How long work that was told to stop may take to say so itself, before the client is told instead. */
const GRACE_MS = 250;

/**
 * Stops the work for a request when the time for its answer is over or the client has gone; `expired` is called when the work has not
 * ended by itself shortly after that.
 */
export class Deadline extends Stop {
  readonly #started = performance.now();
  #allowed: number;
  #timer: NodeJS.Timeout;
  #grace: NodeJS.Timeout | undefined;
  #response: ServerResponse | null;
  #expired: ((error: EarshotError) => void) | null;
  readonly #end = () => {
    const error = new EarshotError(
      'DEADLINE_EXCEEDED',
      `There was no answer within ${Math.round(this.#allowed)} ms, and it was given up. Ask for less at a time.`,
    );
    this.abort(error);
    this.#grace = setTimeout(() => this.#expired?.(error), GRACE_MS);
  };
  readonly #leave = () => this.abort(new EarshotError('REQUEST_TIMEOUT', 'The client closed the connection.'));

  constructor(response: ServerResponse, milliseconds: number, expired: (error: EarshotError) => void) {
    super();
    this.#response = response;
    this.#expired = expired;
    this.#allowed = milliseconds;
    this.#timer = setTimeout(this.#end, milliseconds);
    response.on('close', this.#leave);
  }

  /** Changes how much time there is, counted from its start as ever. */
  allow(milliseconds: number): void {
    if (milliseconds === this.#allowed || this.aborted) return;
    this.#allowed = milliseconds;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#end, Math.max(0, milliseconds - (performance.now() - this.#started)));
  }

  /** To be called when the answer is there. */
  end(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#grace);
    this.#response?.removeListener('close', this.#leave);
    // An operation that has ended still knows its signal. Once one of them has been moved to V8's old space, all that it leads to is
    // moved there as well, request by request, and stays until the next full collection: every short one then copies it all.
    this.#response = null;
    this.#expired = null;
  }
}
