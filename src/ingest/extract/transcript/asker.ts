/** By turn: who was heard for the first time after the last announcement before it. Askers are new then; colleagues were heard before. */
export class Askers {
  /** By turn: the last announcement before it, -1 without. */
  readonly #announcement: readonly number[];
  /** By turn: the next turn behind it with which a voice begins; past the last one where there is none. */
  readonly #fresh: readonly number[];

  constructor(
    readonly of: readonly number[],
    announced: readonly unknown[],
  ) {
    let last = -1;
    // One more than there are turns: the end of the call is asked about too.
    this.#announcement = Array.from({ length: of.length + 1 }, (_, i) => {
      const before = last;
      if (announced[i]) last = i;
      return before;
    });
    const first = new Map<number, number>();
    of.forEach((voice, i) => {
      if (voice >= 0 && !first.has(voice)) first.set(voice, i);
    });
    const begins = new Set(first.values());
    const fresh: number[] = [];
    for (let i = of.length - 1, next = of.length; i >= 0; i--) {
      fresh[i] = next;
      if (begins.has(i)) next = i;
    }
    this.#fresh = fresh;
  }

  /** The voice; -1 before any announcement, and where nobody new was heard. */
  before(at: number): number {
    const announcement = this.#announcement[at] ?? -1;
    if (announcement < 0) return -1;
    const fresh = this.#fresh[announcement] as number;
    return fresh < at ? (this.of[fresh] as number) : -1;
  }
}
