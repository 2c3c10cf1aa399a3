import type { Client } from 'pg';
import { plainWords } from '../../domain/plain-words';
import type { KnownQuarter } from './document-rows';
import { type KnownWord, type WordBook, wordBookOf } from './word-book';

/** What is searched of an utterance, by what the function earshot_lexemes of the database makes its lexemes. */
export interface SearchedWords {
  readonly type: 'Statement' | 'AnalystComment';
  readonly text: string;
  readonly companyId: number | null;
  readonly quarter: KnownQuarter | null;
}

export interface LexemeCounts {
  readonly lexemes: string[];
  readonly statements: number[];
  readonly comments: number[];
}

/** UTF-16 units. A longer text may have more places than a tsvector tells apart. */
const MOST = 20_000;
/** Of one lexeme in one text, as the database keeps them. */
const MOST_PLACES = 255;

/** Looks up what the utterances are made of. Texts of unusual length are left to the database. */
export async function makeLexemes(client: Client, utterances: readonly SearchedWords[]): Promise<LexemeMaker> {
  const book = wordBookOf(client);
  const words = await book.lookUp(
    client,
    utterances.map(({ text }) => (text.length > MOST ? [] : plainWords(text).split(' ').filter(Boolean))),
  );
  const unusual = new Set(
    utterances.flatMap(({ text }, i) => (text.length > MOST || hasManyPlaces(words[i]!) ? [utterances[i]!] : [])),
  );
  const asked = unusual.size > 0 ? await ask(client, [...unusual]) : [];
  return new LexemeMaker(book, utterances, words, new Map([...unusual].map((words, i) => [words, asked[i]!])));
}

/** Whether a lexeme has more places than are kept. */
function hasManyPlaces(words: readonly KnownWord[]): boolean {
  if (words.length <= MOST_PLACES) return false;
  const places = new Map<number, number>();
  for (const { lexemes } of words) for (const lexeme of lexemes) places.set(lexeme, (places.get(lexeme) ?? 0) + 1);
  return Math.max(...places.values()) > MOST_PLACES;
}

/** Makes the lexemes of utterances one after the other, and counts in how many of them each stands. */
export class LexemeMaker {
  readonly #book: WordBook;
  readonly #utterances: readonly SearchedWords[];
  readonly #words: readonly (readonly KnownWord[])[];
  readonly #asked: ReadonlyMap<SearchedWords, AskedLexemes>;
  /** Statements and comments that have a lexeme: by its number in the book, or by itself. */
  readonly #counts = new Map<number | string, [statements: number, comments: number]>();
  /** By a lexeme's number: where it stands among those of the text at hand, if it is there. */
  readonly #slots: number[] = [];

  constructor(
    book: WordBook,
    utterances: readonly SearchedWords[],
    words: readonly (readonly KnownWord[])[],
    asked: ReadonlyMap<SearchedWords, AskedLexemes>,
  ) {
    this.#book = book;
    this.#utterances = utterances;
    this.#words = words;
    this.#asked = asked;
  }

  /** As tsvector reads them; of each utterance once. */
  vector(utterance: number): string {
    const { type, companyId, quarter } = this.#utterances[utterance]!;
    const asked = this.#asked.get(this.#utterances[utterance]!);
    if (asked) {
      for (const lexeme of asked.lexemes) this.#count(lexeme, type);
      return asked.vector;
    }
    let vector = this.#print(this.#words[utterance]!, type);
    for (const mark of marksOf(companyId, quarter)) {
      this.#count(mark, type);
      vector += `'${mark}' `;
    }
    return vector;
  }

  #print(words: readonly KnownWord[], type: SearchedWords['type']): string {
    const found: number[] = [];
    const places: (number | string)[] = [];
    const slots = this.#slots;
    let before = 1;
    for (const { lexemes, places: own, length } of words) {
      for (let i = 0; i < lexemes.length; i++) {
        const lexeme = lexemes[i]!;
        const place = before + own[i]!;
        const slot = slots[lexeme];
        if (slot !== undefined && found[slot] === lexeme) {
          places[slot] = `${places[slot]},${place}`;
          continue;
        }
        slots[lexeme] = found.length;
        found.push(lexeme);
        places.push(place);
      }
      before += length;
    }
    let vector = '';
    for (let i = 0; i < found.length; i++) {
      this.#count(found[i]!, type);
      vector += `${this.#book.lexemes[found[i]!]!.printed}${places[i]} `;
    }
    return vector;
  }

  #count(lexeme: number | string, type: SearchedWords['type']): void {
    const counts = this.#counts.get(lexeme) ?? [0, 0];
    counts[type === 'Statement' ? 0 : 1]++;
    this.#counts.set(lexeme, counts);
  }

  /** Of the utterances whose lexemes were made. */
  counts(): LexemeCounts {
    const all = new Map<string, [number, number]>();
    for (const [lexeme, [statements, comments]] of this.#counts) {
      const text = typeof lexeme === 'number' ? this.#book.lexemes[lexeme]!.text : lexeme;
      const more = all.get(text) ?? [0, 0];
      all.set(text, [more[0] + statements, more[1] + comments]);
    }
    return {
      lexemes: [...all.keys()],
      statements: [...all.values()].map(([n]) => n),
      comments: [...all.values()].map(([, n]) => n),
    };
  }
}

/** A lexeme each for the company and the calendar quarter, with a space, so that no word is one. */
const marksOf = (companyId: number | null, quarter: KnownQuarter | null): [string, string] => [
  companyId === null ? 'c -' : `c ${companyId}`,
  quarter === null ? 'q -' : `q ${quarter.calendar_year} ${quarter.calendar_quarter}`,
];

interface AskedLexemes {
  readonly vector: string;
  readonly lexemes: readonly string[];
}

async function ask(client: Client, utterances: readonly SearchedWords[]): Promise<AskedLexemes[]> {
  const { rows } = await client.query(
    `SELECT v.v::text AS vector, tsvector_to_array(v.v) AS lexemes FROM unnest($1::text[], $2::int[], $3::int[], $4::int[]) WITH ORDINALITY t(words, c, y, q, n)
     CROSS JOIN LATERAL (SELECT earshot_lexemes(t.words, t.c, t.y, t.q) AS v) v ORDER BY t.n`,
    [
      utterances.map(({ text }) => text),
      utterances.map(({ companyId }) => companyId),
      utterances.map(({ quarter }) => quarter?.calendar_year ?? null),
      utterances.map(({ quarter }) => quarter?.calendar_quarter ?? null),
    ],
  );
  return rows;
}
