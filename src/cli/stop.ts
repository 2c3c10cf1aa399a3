/** A wish to stop, by Ctrl-C or SIGTERM: what is in work is finished. A second one ends at once, and what is in work is rolled back. */
export class StopWish {
  readonly #controller = new AbortController();
  readonly signal = this.#controller.signal;

  constructor() {
    process.once('SIGINT', () => this.#controller.abort());
    process.once('SIGTERM', () => this.#controller.abort());
  }

  get isMade(): boolean {
    return this.signal.aborted;
  }
}
