import { type Committed, outcomeOf } from '../ingest/ingest';
import { EarshotError } from '../platform/errors';

/** What became of the mutations of one request, each by the name under which it answers. */
export class WriteOutcomes {
  readonly #outcomes = new Map<string, Committed>();

  /** `moved` is told when something begins to be written (true), and when that is over and only the answer is left (false). */
  constructor(private readonly moved: (isWriting: boolean) => void = () => {}) {}

  async run<T extends { readonly committed: boolean }>(name: string | number, write: () => Promise<T>): Promise<T> {
    this.#outcomes.set(String(name), null);
    this.moved(true);
    try {
      const outcome = await write();
      this.#outcomes.set(String(name), outcome.committed);
      return outcome;
    } catch (error) {
      const committed = outcomeOf(error);
      // A refusal in words of ours comes before anything is written, unless it says otherwise.
      this.#outcomes.set(
        String(name),
        committed === undefined ? (error instanceof EarshotError ? false : null) : committed,
      );
      throw error;
    } finally {
      this.moved(false);
    }
  }

  of(name: unknown): Committed {
    const outcome = this.#outcomes.get(String(name));
    return outcome === undefined ? false : outcome;
  }

  /** Of all of them: null where they differ, too. */
  get together(): Committed {
    const all = new Set(this.#outcomes.values());
    if (all.size === 0) return false;
    return all.size === 1 ? ([...all][0] as Committed) : null;
  }
}

/** For queries, which write nothing. */
export const NO_WRITES = new WriteOutcomes();

/** What is added to the words of an error, so that nobody takes a change that is stored for one that failed. */
export function describeCommitted(message: string, committed: Committed): string {
  if (committed === false) return message;
  return `${message} ${committed ? 'What was to be changed is stored.' : 'It is not known whether what was to be changed is stored.'}`;
}
