import { nameKey } from '../../language/name/name-key';

/** A word of a text with its place in UTF-16 units. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** Words that recur anywhere tell nothing about a place; six in a row that stand once in each text do. */
const SHINGLE = 6;
/** Gaps between anchors are compared word by word up to this many pairs; larger ones only from their ends. */
const MOST_PAIRS = 250_000;

export function tokensOf(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const at = start + match.index;
    tokens.push({ word: nameKey(match[0]).replaceAll('’', "'"), start: at, end: at + match[0].length });
  }
  return tokens;
}

/**
 * For each word of `a` the place of the same word in `b`, or -1: two records of one speech, set side by side. Places ascend.
 * Anchors are runs of words that stand once in each; what lies between is compared in full, as a text comparison does. Whoever
 * lays many texts beside one gives what stands once in that one.
 */
export function alignWords(
  a: readonly string[],
  b: readonly string[],
  inB: ReadonlyMap<string, number> = uniqueShingles(b),
): Int32Array {
  const places = new Int32Array(a.length).fill(-1);
  let [fromA, fromB] = [0, 0];
  for (const [atA, atB] of [...anchorsOf(a, inB), [a.length, b.length] as const]) {
    if (atA < fromA || atB < fromB) continue;
    fillGap(a, b, fromA, atA, fromB, atB, places);
    [fromA, fromB] = [atA, atB];
    while (fromA < a.length && fromB < b.length && a[fromA] === b[fromB]) places[fromA++] = fromB++;
  }
  return places;
}

function anchorsOf(a: readonly string[], inB: ReadonlyMap<string, number>): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (const [shingle, at] of uniqueShingles(a)) {
    const other = inB.get(shingle);
    if (other !== undefined && other >= 0 && at >= 0) pairs.push([at, other]);
  }
  return longestAscending(pairs.sort((x, y) => x[0] - y[0]));
}

/** Places of the runs of words of a text; -1: more than once. */
export function uniqueShingles(words: readonly string[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    const shingle = words.slice(i, i + SHINGLE).join(' ');
    seen.set(shingle, seen.has(shingle) ? -1 : i);
  }
  return seen;
}

/** The most pairs whose second places ascend as the first ones do (patience sorting). */
function longestAscending(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [i, [, place]] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < place) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = tails[low - 1]!;
    tails[low] = i;
  }
  const chain: (readonly [number, number])[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) chain.push(pairs[i]!);
  return chain.reverse();
}

function fillGap(
  a: readonly string[],
  b: readonly string[],
  startA: number,
  endA: number,
  startB: number,
  endB: number,
  places: Int32Array,
): void {
  let [lowA, lowB, highA, highB] = [startA, startB, endA, endB];
  while (lowA < highA && lowB < highB && a[lowA] === b[lowB]) places[lowA++] = lowB++;
  while (lowA < highA && lowB < highB && a[highA - 1] === b[highB - 1]) places[--highA] = --highB;
  const [height, width] = [highA - lowA, highB - lowB];
  if (height === 0 || width === 0 || height * width > MOST_PAIRS) return;
  // Longest common subsequence, from the back, so that the way through it is read forwards.
  const longest = new Uint16Array((height + 1) * (width + 1));
  const at = (i: number, j: number) => i * (width + 1) + j;
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      longest[at(i, j)] =
        a[lowA + i] === b[lowB + j]
          ? longest[at(i + 1, j + 1)]! + 1
          : Math.max(longest[at(i + 1, j)]!, longest[at(i, j + 1)]!);
    }
  }
  for (let i = 0, j = 0; i < height && j < width; ) {
    if (a[lowA + i] === b[lowB + j]) places[lowA + i++] = lowB + j++;
    else if (longest[at(i + 1, j)]! >= longest[at(i, j + 1)]!) i++;
    else j++;
  }
}
