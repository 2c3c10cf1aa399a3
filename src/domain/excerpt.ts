/**
 * Which part of a document that is given out in excerpts is given out. The excerpt is chosen once, when the document is written, and
 * kept with it: a reader who asks a thousand times, piece by piece, gets the same part as one who asks once.
 */

/**
 * At most this part of a text. Enough for the quotations of a usual article with a line around each; too little to read the text
 * in place of its source. A transcript is nothing but statements, so there this bounds the statements themselves.
 */
export const EXCERPT_SHARE = 0.3;

/** Code points on either side of a passage that are given out with it while the share lasts. */
const SURROUNDING = 120;

/** Stands for what is left out. */
export const ELLIPSIS = '…';

/** Half-open, in code points of the document's text. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/**
 * The passages that are given out, in order and apart: those of the given spans first, one after the other, then what stands around
 * them, until the share is reached. Cut between words, never inside one.
 */
export function chooseExcerpt(text: string, spans: readonly Passage[], share = EXCERPT_SHARE): Passage[] {
  const excerpt = new Excerpt(Array.from(text), share);
  for (const { start, end } of spans) excerpt.show(start, end);
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  for (const { start, end } of inOrder) {
    // The nearest words first, where there is not room for all.
    excerpt.show(excerpt.wordStart(start - Math.min(SURROUNDING, excerpt.left)), start);
    excerpt.show(end, excerpt.wordEnd(end + Math.min(SURROUNDING, excerpt.left)));
  }
  return excerpt.passages();
}

class Excerpt {
  readonly #shown: Uint8Array;
  #left: number;

  /** How many code points may still be shown. */
  get left(): number {
    return this.#left;
  }

  constructor(
    private readonly points: readonly string[],
    share: number,
  ) {
    this.#shown = new Uint8Array(points.length);
    this.#left = Math.floor(points.length * share);
  }

  /** Shows a range, or as many of its words as may still be shown; then nothing more. */
  show(from: number, to: number): void {
    const end = Math.min(to, this.points.length);
    const start = this.#joined(Math.max(0, from));
    if (this.#left === 0 || start >= end) return;
    let cost = 0;
    let last = end;
    for (let i = start; i < end; i++) {
      if (this.#shown[i]) continue;
      if (cost === this.#left) {
        last = this.#wordBefore(i, start);
        break;
      }
      cost++;
    }
    for (let i = start; i < last; i++) {
      if (!this.#shown[i]) this.#left--;
      this.#shown[i] = 1;
    }
    if (last < end) this.#left = 0;
  }

  wordStart(at: number): number {
    let start = Math.max(0, at);
    while (start > 0 && start < this.points.length && !this.#isSpace(start - 1)) start++;
    return start;
  }

  wordEnd(at: number): number {
    let end = Math.min(at, this.points.length);
    while (end > 0 && end < this.points.length && !this.#isSpace(end)) end--;
    return end;
  }

  passages(): Passage[] {
    const passages: Passage[] = [];
    for (let i = 0; i < this.points.length; i++) {
      if (!this.#shown[i]) continue;
      const start = i;
      while (i < this.points.length && this.#shown[i]) i++;
      passages.push({ start, end: i });
    }
    return passages;
  }

  /** White space between a passage and what is shown before it is shown too: nothing is left out there. */
  #joined(start: number): number {
    let from = start;
    while (from > 0 && !this.#shown[from - 1] && this.#isSpace(from - 1)) from--;
    return from > 0 && this.#shown[from - 1] ? from : start;
  }

  /** The end of the last word that ends at `at` or before it. */
  #wordBefore(at: number, start: number): number {
    let end = at;
    while (end > start && !this.#isSpace(end)) end--;
    while (end > start && this.#isSpace(end - 1)) end--;
    return end;
  }

  #isSpace(at: number): boolean {
    return /\s/.test(this.points[at] ?? ' ');
  }
}

/** What is given out of words that stand at `start`; an ellipsis stands for each part that is left out. */
export function cutWords(words: string, start: number, excerpt: readonly Passage[]): string {
  const points = Array.from(words);
  const end = start + points.length;
  let out = '';
  let at = start;
  for (const passage of excerpt) {
    const [from, to] = [Math.max(passage.start, start), Math.min(passage.end, end)];
    if (from >= to) continue;
    if (from > at) out += ELLIPSIS;
    out += points.slice(from - start, to - start).join('');
    at = to;
  }
  return at < end ? out + ELLIPSIS : out;
}

/** The form of Postgres' int4multirange. */
export const printExcerpt = (excerpt: readonly Passage[]): string =>
  `{${excerpt.map(({ start, end }) => `[${start},${end})`).join(',')}}`;

export const parseExcerpt = (text: string): Passage[] =>
  [...text.matchAll(/\[(\d+),(\d+)\)/g)].map(([, start, end]) => ({ start: Number(start), end: Number(end) }));
