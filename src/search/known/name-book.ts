import { wordsOf } from '../text/word';
import type { Named } from './known';

/** Names by their first word, folded. */
export class NameBook<T> {
  readonly #byFirst = new Map<string, Named<T>[]>();

  add(node: T, name: string, rank: number): void {
    const words = wordsOf(name).map(({ folded }) => folded);
    const [first] = words;
    if (first === undefined) return;
    const named = this.#byFirst.get(first) ?? [];
    if (named.some((known) => known.node === node && known.words.join(' ') === words.join(' '))) return;
    this.#byFirst.set(first, [...named, { words, rank, node }]);
  }

  startingWith(first: string): readonly Named<T>[] {
    return this.#byFirst.get(first) ?? [];
  }

  *all(): IterableIterator<Named<T>> {
    for (const named of this.#byFirst.values()) yield* named;
  }
}
