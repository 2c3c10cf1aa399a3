import type { Client } from 'pg';

/** What the database's text search makes of a word that stands alone between spaces. */
export interface KnownWord {
  /** Numbers of its lexemes (see `WordBook.lexemes`), one for each place of each of them. Nothing for a stop word. */
  readonly lexemes: readonly number[];
  /** Their places, from 0. */
  readonly places: readonly number[];
  /** So many places the words behind it are moved on. */
  readonly length: number;
}

/** Beyond so many words the book begins anew, so that it stays within some tens of megabytes. */
const MOST_WORDS = 200_000;

/** The last word of each text is this one: where it stands says how many places there are before it. */
const END = 'w';
const ASK = `
  SELECT w.word, max(l.place) FILTER (WHERE l.lexeme = '${END}') - 1 AS length,
    json_agg(json_build_array(l.lexeme, l.place) ORDER BY l.place, l.lexeme) AS lexemes
  FROM unnest($1::text[]) w(word) CROSS JOIN LATERAL (
    SELECT v.lexeme, p.place FROM unnest(to_tsvector('earshot', w.word || ' ${END}')) v CROSS JOIN LATERAL unnest(v.positions) p(place)
  ) l GROUP BY 1`;

/**
 * Words with their lexemes, each asked of the database once: its parser and its dictionaries alone say what a word is found by, and looking a word
 * up again takes most of the time of storing it. Words between spaces do not change each other's lexemes.
 */
export class WordBook {
  /** By number; printed as tsvector reads it, before its places. */
  readonly lexemes: { readonly text: string; readonly printed: string }[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #words = new Map<string, KnownWord>();

  /** Of each text its words in their order; those that nobody has asked for yet are asked of the database, all at once. */
  async lookUp(client: Client, texts: readonly (readonly string[])[]): Promise<KnownWord[][]> {
    if (this.#words.size > MOST_WORDS) this.#beginAnew();
    const unknown = new Set<string>();
    const found = texts.map((words) =>
      words.map((word) => {
        const known = this.#words.get(word);
        if (!known) unknown.add(word);
        return known;
      }),
    );
    if (unknown.size === 0) return found as KnownWord[][];
    await this.#learn(client, [...unknown]);
    return texts.map((words, i) => found[i]!.map((known, j) => known ?? this.#words.get(words[j]!)!));
  }

  async #learn(client: Client, words: readonly string[]): Promise<void> {
    const { rows } = await client.query<{ word: string; length: number; lexemes: [string, number][] }>({
      name: 'earshot_words',
      text: ASK,
      values: [words],
    });
    for (const { word, length, lexemes } of rows) {
      const own = lexemes.filter(([, place]) => place <= length);
      this.#words.set(word, {
        lexemes: own.map(([lexeme]) => this.#numberOf(lexeme)),
        places: own.map(([, place]) => place - 1),
        length,
      });
    }
  }

  #beginAnew(): void {
    this.#words.clear();
    this.#numbers.clear();
    this.lexemes.length = 0;
  }

  #numberOf(lexeme: string): number {
    const known = this.#numbers.get(lexeme);
    if (known !== undefined) return known;
    const number = this.lexemes.length;
    this.lexemes.push({ text: lexeme, printed: `'${lexeme.replace(/['\\]/g, '$&$&')}':` });
    this.#numbers.set(lexeme, number);
    return number;
  }
}

const books = new WeakMap<Client, WordBook>();

/** Of the connection: another database may have other dictionaries. */
export function wordBookOf(client: Client): WordBook {
  const book = books.get(client) ?? new WordBook();
  books.set(client, book);
  return book;
}
