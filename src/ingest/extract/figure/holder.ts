import type { TextRange } from '../../../language/span';

/** Finds the words that hold a place: the innermost of ranges in order of their starts. */
export class Holders {
  /** By range: the furthest end of those up to it. Where that lies before a place, none of them holds it. */
  readonly #reach: readonly number[];

  constructor(readonly ranges: readonly TextRange[]) {
    let reach = 0;
    this.#reach = ranges.map(({ end }) => {
      reach = Math.max(reach, end);
      return reach;
    });
  }

  indexOf({ start, end }: TextRange): number | null {
    let inner: number | null = null;
    let length = Number.POSITIVE_INFINITY;
    for (let i = this.#lastBefore(start); i >= 0 && (this.#reach[i] as number) >= end; i--) {
      const range = this.ranges[i] as TextRange;
      if (range.end < end || range.end - range.start >= length) continue;
      inner = i;
      length = range.end - range.start;
    }
    return inner;
  }

  /** The last range that begins at a place or before it. */
  #lastBefore(start: number): number {
    let [low, high] = [0, this.ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ranges[middle] as TextRange).start <= start) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
