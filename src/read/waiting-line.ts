/** One who waits for a connection, between those who came before and after. */
interface Waiter<T> {
  /** By the monotonic clock. */
  readonly since: number;
  /** Whether a connection that cannot be made is no reason to give up: somebody else bounds the time. */
  readonly isPatient: boolean;
  resolve(value: T): void;
  reject(error: unknown): void;
  before: Waiter<T> | null;
  after: Waiter<T> | null;
}

/**
 * First come, first served; whoever is told to stop waiting leaves at once. A list by hand: the table of a Set is made anew after so many
 * changes and the old one points to the new one, so that one of them in V8's old space brings all that have ever waited there as well.
 */
export class WaitingLine<T> {
  #first: Waiter<T> | null = null;
  #last: Waiter<T> | null = null;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /**
   * `patienceMs`: rejects by itself after that time, and not for a connection that cannot be made; 0 leaves both to others. `hand` gets
   * the way to leave.
   */
  join(patienceMs: number, hand?: (leave: (reason: unknown) => void) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      let isWaiting = true;
      const settle = () => {
        if (!isWaiting) return;
        isWaiting = false;
        this.#leave(waiter);
        if (timer) clearTimeout(timer);
      };
      const waiter: Waiter<T> = {
        since: performance.now(),
        isPatient: patienceMs > 0,
        resolve(value) {
          settle();
          resolve(value);
        },
        reject(error) {
          settle();
          reject(error);
        },
        before: this.#last,
        after: null,
      };
      if (this.#last) this.#last.after = waiter;
      else this.#first = waiter;
      this.#last = waiter;
      this.#length++;
      if (patienceMs > 0) timer = setTimeout(() => waiter.reject(new Error('no connection in time')), patienceMs);
      hand?.(waiter.reject);
    });
  }

  /** Serves the first for whom it will do: the patient have seen connections go, and take none that was made before. */
  serve(value: T, madeAt: number): boolean {
    for (let waiter = this.#first; waiter; waiter = waiter.after) {
      if (waiter.isPatient && madeAt < waiter.since) continue;
      waiter.resolve(value);
      return true;
    }
    return false;
  }

  /** Sends away the first ones of whom it is true. */
  refuse(error: unknown, isMeant: (waiter: Waiter<T>) => boolean = () => true, most = Number.POSITIVE_INFINITY): void {
    let left = most;
    let waiter = this.#first;
    while (waiter && left > 0) {
      const { after } = waiter;
      if (isMeant(waiter)) {
        left--;
        waiter.reject(error);
      }
      waiter = after;
    }
  }

  #leave(waiter: Waiter<T>): void {
    const { before, after } = waiter;
    if (before) before.after = after;
    else this.#first = after;
    if (after) after.before = before;
    else this.#last = before;
    waiter.before = null;
    waiter.after = null;
    this.#length--;
  }
}
