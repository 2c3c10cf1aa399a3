import type { Logger } from 'pino';

/** How long it stays quiet about what has been said, and about how many things it speaks in that time. */
const QUIET_MS = 600_000;
const MOST_SUBJECTS = 100;

/**
 * Tells the operator of refusals that a setting would change: one line for each subject (an origin, a host name) in ten minutes, however
 * often it asks, so that nobody can fill the log by asking.
 */
export class RefusalLog {
  readonly #said = new Set<string>();
  #since = performance.now();

  constructor(private readonly log: Logger) {}

  tell(subject: string, fields: Readonly<Record<string, string>>, message: string): void {
    if (performance.now() - this.#since > QUIET_MS) {
      this.#said.clear();
      this.#since = performance.now();
    }
    if (this.#said.has(subject) || this.#said.size >= MOST_SUBJECTS) return;
    this.#said.add(subject);
    this.log.warn(fields, message);
  }
}

/** Text of a client for the log and for messages: short, and without anything that a terminal would obey. */
export function printable(text: string | undefined): string {
  return (text ?? '').replace(/[^\x21-\x7e]/g, '?').slice(0, 100);
}
