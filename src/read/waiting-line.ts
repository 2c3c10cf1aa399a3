/** One who waits for a connection. */
interface Waiter<T> {
  /** By the monotonic clock. */
  readonly since: number;
  /** Whether a connection that cannot be made is no reason to give up: somebody else bounds the time. */
  readonly isPatient: boolean;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** First come, first served; whoever is told to stop waiting leaves at once. */
export class WaitingLine<T> {
  readonly #waiters = new Set<Waiter<T>>();

  get length(): number {
    return this.#waiters.size;
  }

  /**
   * `patienceMs`: rejects by itself after that time, and not for a connection that cannot be made; 0 leaves both to others. `hand` gets
   * the way to leave.
   */
  join(patienceMs: number, hand?: (leave: (reason: unknown) => void) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const settle = () => {
        this.#waiters.delete(waiter);
        clearTimeout(timer);
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
      };
      this.#waiters.add(waiter);
      if (patienceMs > 0) timer = setTimeout(() => waiter.reject(new Error('no connection in time')), patienceMs);
      hand?.(waiter.reject);
    });
  }

  /** Serves the first for whom it will do: the patient have seen connections go, and take none that was made before. */
  serve(value: T, madeAt: number): boolean {
    for (const waiter of this.#waiters) {
      if (waiter.isPatient && madeAt < waiter.since) continue;
      waiter.resolve(value);
      return true;
    }
    return false;
  }

  /** Sends away the first ones of whom it is true. */
  refuse(error: unknown, isMeant: (waiter: Waiter<T>) => boolean = () => true, most = Number.POSITIVE_INFINITY): void {
    let left = most;
    for (const waiter of this.#waiters) {
      if (left <= 0) return;
      if (!isMeant(waiter)) continue;
      left--;
      waiter.reject(error);
    }
  }
}
