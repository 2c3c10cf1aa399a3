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
    | 'STALE_MEMORY';
  readonly message: string;
  readonly argument?: string;
}

/** Of answers from a memory that could not be compared with the database for longer than is allowed. */
export const STALE_MEMORY: Warning = {
  code: 'STALE_MEMORY',
  message:
    'Companies, people and the like could not be compared with the database for a while; what has changed since may be missing.',
};

/** Each once, in an order that does not depend on which executor met them. */
export class WarningList {
  readonly #byMessage = new Map<string, Warning>();

  add(warning: Warning): void {
    this.#byMessage.set(`${warning.argument ?? ''} ${warning.message}`, warning);
  }

  get list(): readonly Warning[] {
    return [...this.#byMessage.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, warning]) => warning);
  }
}
