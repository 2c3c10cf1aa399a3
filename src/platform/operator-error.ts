/** What the process ends with; docs/running.md explains each. 1 is left for faults that nobody foresaw. */
export const EXIT_CODES = {
  /** Wrong arguments or settings. */
  usage: 2,
  /** Somebody else holds what is needed: the state folder, the port. */
  busy: 3,
  /** The database cannot be started, reached or used. */
  database: 4,
  /** Done only on request, because it would overwrite or drop something. */
  refused: 5,
  /** A document cannot be read; of a batch, at least one. */
  unreadable: 6,
  /** Stopped by Ctrl-C or SIGTERM before the end; what was done is kept. */
  interrupted: 7,
  /** A document was read, and nothing was found in it that anybody said or filed. */
  nothingRead: 8,
  /** What is kept beside the words differs from them. */
  differs: 9,
} as const;

export type ExitReason = keyof typeof EXIT_CODES;

/** A fault that the person who runs Earshot can mend: printed without a stack, it says what happened, where, and what to do. */
export class OperatorError extends Error {
  readonly reason: ExitReason;

  constructor(reason: ExitReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OperatorError';
    this.reason = reason;
  }

  get exitCode(): number {
    return EXIT_CODES[this.reason];
  }
}

/** Text of whatever was thrown, for a message that quotes it. */
export function messageOf(thrown: unknown): string {
  // A failed connection to a name with several addresses is an AggregateError without words of its own.
  if (thrown instanceof AggregateError && !thrown.message) return thrown.errors.map(messageOf).join('; ');
  return thrown instanceof Error ? thrown.message : String(thrown);
}
