interface Keyed {
  readonly id: number;
}

/**
 * The nodes of one kind in memory. Complete: all that exist. Otherwise the most recently used ones within the budget, and
 * whoever needs a list has to ask the database.
 */
export class Shelf<T extends Keyed> {
  #nodes = new Map<number, T>();
  #indexes = new Map<string, unknown>();
  complete = false;

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.#nodes.size;
  }

  get(id: number): T | undefined {
    const node = this.#nodes.get(id);
    if (node && !this.complete) {
      this.#nodes.delete(id);
      this.#nodes.set(id, node);
    }
    return node;
  }

  all(): IterableIterator<T> {
    return this.#nodes.values();
  }

  /** Replaces everything. `complete` says whether these are all that exist. */
  fill(nodes: readonly T[], complete: boolean): void {
    this.#nodes = new Map(nodes.map((node) => [node.id, node]));
    this.complete = complete;
    this.#shed();
    this.#indexes.clear();
  }

  put(nodes: readonly T[]): void {
    if (nodes.length === 0) return;
    for (const node of nodes) this.#nodes.set(node.id, node);
    this.#shed();
    this.#indexes.clear();
  }

  /** A look-up table over all nodes, made at first use and again after a change. Only for complete kinds. */
  index<I>(key: string, make: (nodes: readonly T[]) => I): I {
    let made = this.#indexes.get(key) as I | undefined;
    if (made === undefined) {
      made = make([...this.#nodes.values()]);
      this.#indexes.set(key, made);
    }
    return made;
  }

  #shed(): void {
    if (this.#nodes.size <= this.capacity) return;
    this.complete = false;
    for (const id of this.#nodes.keys()) {
      if (this.#nodes.size <= this.capacity) return;
      this.#nodes.delete(id);
    }
  }
}
