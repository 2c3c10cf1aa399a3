import { nameForm, SLIPPED, tellingWords, trigramsOf, wordLikeness } from './name-likeness';

/** A way to write a node's name. */
export interface Spelling {
  readonly id: number;
  readonly name: string;
  /** How much is known of the node; settles ties. */
  readonly weight: number;
}

export interface FoundName {
  readonly id: number;
  /** The spelling that fits best. */
  readonly name: string;
  /** In (0, 1]: 1 what is typed is a name; from 0.8 whole words of one; from 0.65 beginnings of words; below, like one. */
  readonly score: number;
}

/** Less like than this is another word. */
const LEAST = 0.4;

interface Entry extends Spelling {
  readonly form: string;
  readonly short: string;
}

/** Names of one kind by their words. Made once for a state of memory; a search looks at each different word at most once. */
export class NameIndex {
  readonly #byForm = new Map<string, Entry[]>();
  readonly #byWord = new Map<string, Entry[]>();
  /** In order, so that those that begin alike lie together. */
  readonly #words: readonly string[];

  constructor(spellings: Iterable<Spelling>) {
    for (const spelling of spellings) {
      const form = nameForm(spelling.name);
      if (form === '') continue;
      const entry = { ...spelling, form, short: tellingWords(form).join(' ') };
      for (const whole of new Set([form, entry.short])) put(this.#byForm, whole, entry);
      for (const word of new Set(form.split(' '))) put(this.#byWord, word, entry);
    }
    this.#words = [...this.#byWord.keys()].sort();
  }

  /** Best first; of equal ones that of which most is known. A node is found once. */
  find(typed: string, limit: number): FoundName[] {
    const form = nameForm(typed);
    if (form === '') return [];
    const found = new Map<number, FoundName & { weight: number }>();
    const keep = ({ id, name, weight }: Entry, score: number): void => {
      if (score > (found.get(id)?.score ?? 0)) found.set(id, { id, name, weight, score });
    };
    for (const entry of this.#byForm.get(form) ?? []) keep(entry, entry.form === form ? 1 : 0.98);
    for (const entry of this.#byForm.get(tellingWords(form).join(' ')) ?? []) keep(entry, 0.96);
    const words = form.split(' ');
    this.#keepAll(words, (word) => this.#byWord.get(word) ?? [], 0.8, keep);
    if (found.size < limit) this.#keepAll(words, (word) => this.#beginning(word), 0.65, keep);
    if (found.size < limit) this.#keepLike(words, keep);
    return [...found.values()]
      .sort((a, b) => b.score - a.score || b.weight - a.weight || compare(a.name, b.name) || a.id - b.id)
      .slice(0, limit)
      .map(({ id, name, score }) => ({ id, name, score }));
  }

  /** Names that have all the words, in any order; the more of the name is typed, the better. */
  #keepAll(
    words: readonly string[],
    having: (word: string) => Iterable<Entry>,
    base: number,
    keep: (entry: Entry, score: number) => void,
  ): void {
    const [first = '', ...others] = words;
    const rest = others.map((word) => new Set(having(word)));
    const typed = words.join('').length;
    for (const entry of having(first)) {
      if (!rest.every((entries) => entries.has(entry))) continue;
      keep(entry, base + 0.14 * Math.min(1, typed / entry.short.replaceAll(' ', '').length));
    }
  }

  *#beginning(start: string): Generator<Entry> {
    for (let i = lowerBound(this.#words, start); this.#words[i]?.startsWith(start); i++) {
      yield* this.#byWord.get(this.#words[i] as string) ?? [];
    }
  }

  /** Names with a word that is like each of the words typed. */
  #keepLike(words: readonly string[], keep: (entry: Entry, score: number) => void): void {
    let candidates: Map<Entry, number> | null = null;
    for (const word of words) {
      const liked = this.#like(word);
      const next = new Map<Entry, number>();
      for (const [entry, likeness] of liked) {
        const before = candidates ? candidates.get(entry) : 0;
        if (before !== undefined) next.set(entry, before + likeness);
      }
      candidates = next;
    }
    for (const [entry, sum] of candidates ?? []) keep(entry, (0.64 * sum) / words.length);
  }

  #like(typed: string): Map<Entry, number> {
    const liked = new Map<Entry, number>();
    // Fewer letters have nearly everything in common with everything.
    if (typed.length < 3) return liked;
    const trigrams = trigramsOf(typed);
    const common = new Map<number, number>();
    const words = this.#byTrigram();
    for (const trigram of trigrams) {
      for (const place of words.get(trigram) ?? []) common.set(place, (common.get(place) ?? 0) + 1);
    }
    for (const [place, shared] of common) {
      if (shared < Math.min(LEAST * trigrams.size, trigrams.size - SLIPPED)) continue;
      const word = this.#words[place] as string;
      const likeness = word === typed ? 1 : wordLikeness(typed, word, trigrams);
      if (likeness < LEAST) continue;
      for (const entry of this.#byWord.get(word) ?? []) {
        if (likeness > (liked.get(entry) ?? 0)) liked.set(entry, likeness);
      }
    }
    return liked;
  }

  /** Places among the words by trigram, so that only words with something in common are compared. Made at the first word with a slip. */
  #byTrigram(): ReadonlyMap<string, readonly number[]> {
    if (!this.#trigrams) {
      const made = new Map<string, number[]>();
      this.#words.forEach((word, place) => {
        for (const trigram of trigramsOf(word)) put(made, trigram, place);
      });
      this.#trigrams = made;
    }
    return this.#trigrams;
  }

  #trigrams: Map<string, number[]> | null = null;
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function lowerBound(words: readonly string[], start: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as string) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
