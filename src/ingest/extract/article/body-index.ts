import type { Entity } from './entity';

/** Words of a body's name by which it is found; longer runs of capitals are headlines. */
const MOST_WORDS = 12;
const NONE: ReadonlySet<Entity> = new Set();

/** The bodies of a document by parts of their names, which never change. */
export class BodyIndex {
  /** By the words with which names begin, without the whole name: the first body, and whether there are others. */
  readonly #beginnings = new Map<string, { readonly first: Entity; isAlone: boolean }>();
  readonly #byWord = new Map<string, Set<Entity>>();

  add(body: Entity): void {
    const words = body.name.split(' ', MOST_WORDS + 1);
    const beginnings = new Set<string>();
    let beginning = '';
    for (const word of words.slice(0, -1)) {
      beginning = beginning ? `${beginning} ${word}` : word;
      beginnings.add(beginning);
      if (beginning.endsWith(',')) beginnings.add(beginning.slice(0, -1));
    }
    for (const words of beginnings) {
      const known = this.#beginnings.get(words);
      if (known) known.isAlone = false;
      else this.#beginnings.set(words, { first: body, isAlone: true });
    }
    for (const word of body.name.toLowerCase().split(/\s+/, MOST_WORDS)) {
      const known = this.#byWord.get(word);
      if (known) known.add(body);
      else this.#byWord.set(word, new Set([body]));
    }
  }

  /** The only body whose name goes on after these words. */
  beginningWith(words: string): Entity | null {
    const found = this.#beginnings.get(words);
    return found?.isAlone ? found.first : null;
  }

  /** Those with a word in their names, in lower case. */
  withWord(word: string): ReadonlySet<Entity> {
    return this.#byWord.get(word) ?? NONE;
  }
}
