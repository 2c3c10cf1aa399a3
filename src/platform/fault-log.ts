import type { Logger } from 'pino';

/** A kind of fault is told in full once in this time, and then as a number. */
const WINDOW_MS = 5_000;
/** Beyond so many kinds at once they are no kinds any more; further ones are counted together. */
const MOST_KINDS = 200;

interface Kind {
  readonly about: string;
  more: number;
  /** The last request that met it. */
  requestId: string;
}

/**
 * Faults by kind and time: the first in full, with its stack, and every few seconds how many more there were. A database that is gone
 * fails every query in the same way, and thousands of stacks a second help nobody.
 */
export class FaultLog {
  readonly #kinds = new Map<string, Kind>();
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly log: Logger) {}

  tell(error: unknown, requestId: string, about: string): void {
    const key = this.#keyOf(`${about} ${kindOf(error)}`);
    const known = this.#kinds.get(key);
    if (known) {
      known.more += 1;
      known.requestId = requestId;
      return;
    }
    this.#kinds.set(key, { about, more: 0, requestId });
    this.#timer ??= setInterval(() => this.#count(), WINDOW_MS).unref();
    this.log.error({ err: error, requestId }, about);
  }

  #keyOf(key: string): string {
    return this.#kinds.has(key) || this.#kinds.size < MOST_KINDS ? key : 'others';
  }

  /** What has not come again is forgotten, so that its next time is told in full. */
  #count(): void {
    for (const [key, kind] of this.#kinds) {
      if (kind.more === 0) {
        this.#kinds.delete(key);
        continue;
      }
      this.log.error(
        { kind: key, more: kind.more, requestId: kind.requestId },
        `${kind.about}: ${kind.more} more times`,
      );
      kind.more = 0;
    }
    if (this.#kinds.size > 0 || !this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}

/** The code, and the message without what differs from one time to the next. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? String(error.code) : '';
  return `${error.name} ${code} ${error.message.slice(0, 120).replace(/\d+/g, '#')}`;
}

const logs = new WeakMap<Logger, FaultLog>();

/** One for each log, however many write to it. */
export function faultLogOf(log: Logger): FaultLog {
  let faults = logs.get(log);
  if (!faults) {
    faults = new FaultLog(log);
    logs.set(log, faults);
  }
  return faults;
}
