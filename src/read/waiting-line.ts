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

  join(signal: AbortSignal | undefined, isPatient: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        if (this.#waiters.delete(waiter)) reject(signal?.reason);
      };
      const waiter: Waiter<T> = {
        since: performance.now(),
        isPatient,
        resolve(value) {
          signal?.removeEventListener('abort', leave);
          resolve(value);
        },
        reject(error) {
          signal?.removeEventListener('abort', leave);
          reject(error);
        },
      };
      this.#waiters.add(waiter);
      signal?.addEventListener('abort', leave);
      if (signal?.aborted) leave();
    });
  }

  /** False where nobody waits. */
  serve(value: T): boolean {
    for (const waiter of this.#waiters) {
      this.#waiters.delete(waiter);
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
      this.#waiters.delete(waiter);
      waiter.reject(error);
    }
  }
}
