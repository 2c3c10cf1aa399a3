import type { Place } from './word';

/** Which characters of a text are taken: asked once for each reading, so that a long text of many readings takes no time squared. */
export class Covered {
  readonly #taken: Uint8Array;

  constructor(length: number, places: readonly Place[] = []) {
    this.#taken = new Uint8Array(length);
    for (const place of places) this.take(place);
  }

  take({ start, end }: Place): void {
    this.#taken.fill(1, start, end);
  }

  /** Whether any of it is taken. */
  touches({ start, end }: Place): boolean {
    return this.#taken.subarray(start, end).includes(1);
  }

  /** Takes it where none of it is taken yet; whether it did. */
  claim(place: Place): boolean {
    if (this.touches(place)) return false;
    this.take(place);
    return true;
  }
}
