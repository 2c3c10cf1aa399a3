/** How alike two folded words are, by their runs of three letters, as pg_trgm reckons: shared runs of all runs, in [0, 1]. */
export function similarity(a: string, b: string): number {
  const [x, y] = [trigramsOf(a), trigramsOf(b)];
  let shared = 0;
  for (const run of x) if (y.has(run)) shared++;
  const all = x.size + y.size - shared;
  return all === 0 ? 0 : shared / all;
}

export function trigramsOf(word: string): Set<string> {
  const padded = `  ${word} `;
  const runs = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) runs.add(padded.slice(at, at + 3));
  return runs;
}

/** Whether one slip of typing makes one word of the other: a letter left out, added, changed, or two of them exchanged. */
export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  const [left, right] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Words by their runs of three letters: finds what is alike without looking at all of them. */
export class SimilarWords<T> {
  readonly #entries: { readonly word: string; readonly node: T }[] = [];
  readonly #byRun = new Map<string, number[]>();

  add(word: string, node: T): void {
    const at = this.#entries.push({ word, node }) - 1;
    for (const run of trigramsOf(word)) {
      const list = this.#byRun.get(run);
      if (list) list.push(at);
      else this.#byRun.set(run, [at]);
    }
  }

  /** The closest first; of equal closeness in the order of adding. */
  near(
    word: string,
    least: number,
    count: number,
  ): { readonly word: string; readonly node: T; readonly similarity: number }[] {
    const shared = new Map<number, number>();
    const runs = trigramsOf(word);
    for (const run of runs) for (const at of this.#byRun.get(run) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    return [...shared]
      .map(([at, common]) => {
        const entry = this.#entries[at] as { word: string; node: T };
        return { ...entry, at, similarity: common / (runs.size + trigramsOf(entry.word).size - common) };
      })
      .filter((found) => found.similarity >= least)
      .sort((a, b) => b.similarity - a.similarity || a.at - b.at)
      .slice(0, count)
      .map(({ at: _, ...found }) => found);
  }
}
