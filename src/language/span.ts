/**
 * Half-open range of a text in UTF-16 units, as regular expressions and JavaScript's strings count. Parsing and extraction
 * reckon in these.
 */
export interface TextRange {
  readonly start: number;
  readonly end: number;
  readonly [UNIT]?: 'UTF-16 unit';
}

/**
 * Half-open, `[start, end)`, in Unicode code points of a document's text: what an Extraction, the database and the graph
 * count in. A CodePointText makes one of the other.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly [UNIT]?: 'code point';
}

/** Never there at run time: it tells the compiler in which unit a range counts, so that neither passes for the other. */
declare const UNIT: unique symbol;

const WORD = /[\p{L}\p{N}]/u;

/**
 * A text addressed by Unicode code points. JavaScript counts UTF-16 units, which differ as soon as an emoji or a rare
 * character stands in the text; the offsets that we store and publish never do.
 */
export class CodePointText {
  readonly length: number;
  /** UTF-16 offset of each code point, and of the end; null where both counts agree. */
  readonly #units: Uint32Array | null;

  constructor(readonly value: string) {
    this.#units = /[\ud800-\udfff]/.test(value) ? unitsOf(value) : null;
    this.length = this.#units ? this.#units.length - 1 : value.length;
  }

  slice(span: Span): string {
    return this.value.slice(this.unitAt(span.start), this.unitAt(span.end));
  }

  /** Every place, within the given span, where the words stand alone: "Meta" is found in "Meta’s", not in "Metaverse". */
  find(words: string, within: Span = { start: 0, end: this.length }): Span[] {
    const found: Span[] = [];
    const last = this.unitAt(within.end);
    for (let at = this.value.indexOf(words, this.unitAt(within.start)); at >= 0 && words.length > 0; ) {
      const end = at + words.length;
      if (end > last) break;
      if (this.#standsAlone(at, end)) found.push({ start: this.pointAt(at), end: this.pointAt(end) });
      at = this.value.indexOf(words, end);
    }
    return found;
  }

  #standsAlone(start: number, end: number): boolean {
    const [before, first] = [this.value[start - 1] ?? '', this.value[start] ?? ''];
    const [last, after] = [this.value[end - 1] ?? '', this.value[end] ?? ''];
    return !(WORD.test(before) && WORD.test(first)) && !(WORD.test(last) && WORD.test(after));
  }

  /** The UTF-16 offset of a code point. */
  unitAt(point: number): number {
    return this.#units ? (this.#units[point] ?? this.value.length) : point;
  }

  /** The code point that a UTF-16 offset stands at. */
  pointAt(unit: number): number {
    if (!this.#units) return unit;
    let [low, high] = [0, this.#units.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#units[middle]! < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function unitsOf(value: string): Uint32Array {
  const units: number[] = [];
  let unit = 0;
  for (const character of value) {
    units.push(unit);
    unit += character.length;
  }
  return Uint32Array.from([...units, unit]);
}
