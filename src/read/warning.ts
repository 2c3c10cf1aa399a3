/** Something in the request that did not fit what is known; the answer is right, but perhaps not what was meant. */
export interface Warning {
  readonly code:
    | 'NOTHING_TO_SEARCH'
    | 'UNKNOWN_SYMBOL'
    | 'UNKNOWN_TOPIC'
    | 'UNKNOWN_METRIC'
    | 'UNKNOWN_ID'
    | 'UNKNOWN_NAME'
    | 'UNKNOWN_SECTOR'
    | 'UNKNOWN_PERIOD'
    | 'MORE_WARNINGS'
    | 'STALE_MEMORY';
  readonly message: string;
  /** As a path, such as `filter.symbols`. Absent: it is about none. */
  readonly argument?: string;
  /** What may have been meant, best first, at most five: what the argument would take. Found when asked for. May throw NeedLookup. */
  readonly candidates?: () => readonly string[];
}

/** As it goes out with the answer. */
export interface ToldWarning extends Omit<Warning, 'candidates'> {
  readonly candidates: readonly string[];
}

/** May throw NeedLookup. */
export const tellWarning = ({ code, message, argument, candidates }: Warning): ToldWarning => ({
  code,
  message,
  ...(argument !== undefined && { argument }),
  candidates: candidates?.() ?? [],
});

/** Of answers from a memory that could not be compared with the database for longer than is allowed. */
export const STALE_MEMORY: Warning = {
  code: 'STALE_MEMORY',
  message:
    'Companies, people and the like could not be compared with the database for a while; what has changed since may be missing.',
};

/** That go out beside an answer: each connection tells its own in full. */
const MOST_TOLD = 100;

/** The first of them, and how many there are beside. */
export function shortened(warnings: readonly Warning[]): readonly Warning[] {
  if (warnings.length <= MOST_TOLD) return warnings;
  const more = warnings.length - MOST_TOLD;
  const message = `${more} more warnings are not listed here. Ask each connection for its own: \`warnings { message }\`.`;
  return [...warnings.slice(0, MOST_TOLD), { code: 'MORE_WARNINGS', message }];
}

/** Warnings, each once. */
export class WarningList {
  /** Null until there is one: most requests have none. */
  #byKey: Map<string, Warning> | null = null;
  #count = 0;

  add(warning: Warning): void {
    this.#count++;
    const key = `${warning.argument ?? ''} ${warning.message}`;
    this.#byKey ??= new Map();
    if (!this.#byKey.has(key)) this.#byKey.set(key, warning);
  }

  /** How many have been added, those that it held already included. */
  get count(): number {
    return this.#count;
  }

  /** As they were met. */
  get met(): readonly Warning[] {
    return this.#byKey ? [...this.#byKey.values()] : NONE;
  }

  /** In an order that does not depend on which executor met them. */
  get sorted(): readonly Warning[] {
    if (!this.#byKey) return NONE;
    return [...this.#byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, warning]) => warning);
  }
}

export const NONE: readonly Warning[] = Object.freeze([]);
