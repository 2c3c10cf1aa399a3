/** Words of a text as the taxonomy compares them, with their places in UTF-16 units. */
export interface Tokens {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Number of the word in the vocabulary; UNKNOWN for all others. */
  readonly ids: readonly number[];
  readonly cases: readonly Case[];
  /** What stands between a word and the one before it. */
  readonly breaks: readonly Break[];
}

export const UNKNOWN = -1;

/** Different words that are remembered before all are forgotten: more than a year of calls has. */
const REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 40;

/** Folded words by number. Folding is the dear part of reading, and the same few thousand words come again and again. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #seen = new Map<string, number>();

  /** The number of a folded word, which is known from now on. */
  add(folded: string): number {
    const id = this.#ids.get(folded) ?? this.#ids.size;
    this.#ids.set(folded, id);
    if (this.#seen.size > 0) this.#seen.clear();
    return id;
  }

  /** The number of a word as it stands in a text. */
  idOf(word: string): number {
    const known = this.#seen.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.get(foldWord(word)) ?? UNKNOWN;
    if (this.#seen.size >= REMEMBERED) this.#seen.clear();
    // A slice of a text keeps the whole text in memory; a copy does not.
    if (word.length <= LONGEST_REMEMBERED) this.#seen.set(Buffer.from(word).toString(), id);
    return id;
  }
}

/** How a word is written; one of a taxonomy asks for at least its own. */
export enum Case {
  LOWER = 0,
  CAPITAL = 1,
  ALL_CAPITALS = 2,
}

export enum Break {
  /** White space, hyphens, quotation marks, brackets: the run of words goes on. */
  NONE = 0,
  /** Commas, dashes and the like: no phrase reaches across. */
  PHRASE = 1,
  SENTENCE = 2,
}

/**
 * Numbers the words of a text by `vocabulary`, which knows folded words only. Scans by character codes, since this is most of
 * the time that tagging takes. "U.S." is one word, "5G" and "1GW" are two, "H100" and "R&D" are one.
 */
export function tokenize(text: string, vocabulary: Vocabulary): Tokens {
  const [starts, ends, ids]: [number[], number[], number[]] = [[], [], []];
  const [cases, breaks]: [Case[], Break[]] = [[], []];
  let gap: Break = Break.SENTENCE;
  let isLineEmpty = false;
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind === Kind.OTHER) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) {
        if (isLineEmpty) gap = Break.SENTENCE;
        isLineEmpty = true;
      } else if (!JOINS.has(code)) {
        gap = ENDS.has(code) ? Break.SENTENCE : (Math.max(gap, Break.PHRASE) as Break);
        isLineEmpty = false;
      }
      at++;
      continue;
    }
    const end = kind === Kind.DIGIT ? endOfNumber(text, at) : endOfWord(text, at);
    const word = text.slice(at, end);
    const id = vocabulary.idOf(word);
    starts.push(at);
    ends.push(end);
    ids.push(id);
    cases.push(id === UNKNOWN ? Case.LOWER : caseOf(word));
    breaks.push(gap);
    gap = Break.NONE;
    isLineEmpty = false;
    at = end;
  }
  return { starts, ends, ids, cases, breaks };
}

enum Kind {
  OTHER = 0,
  LETTER = 1,
  DIGIT = 2,
}

const NEWLINE = 10;
const codesOf = (characters: string) => new Set([...characters].map((character) => character.charCodeAt(0)));
const JOINS = codesOf(' \t\r\u00a0-‐‑\'"“”‘’()');
const ENDS = codesOf('.!?…');
const [DOT, COMMA] = [46, 44];
/** Within a word: "don't", "R&D". */
const APOSTROPHES = codesOf("'’&");

const ASCII: readonly Kind[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z]/.test(character)) return Kind.LETTER;
  return /\d/.test(character) ? Kind.DIGIT : Kind.OTHER;
});

function kindAt(text: string, at: number): Kind {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code]!;
  // General punctuation: dashes and curly quotation marks, which are most of what is not ASCII.
  if (Number.isNaN(code) || (code >= 0x2000 && code <= 0x206f)) return Kind.OTHER;
  const character = text[at]!;
  if (/[\p{L}\p{M}]/u.test(character)) return Kind.LETTER;
  return /\p{N}/u.test(character) ? Kind.DIGIT : Kind.OTHER;
}

function endOfWord(text: string, start: number): number {
  const initials = endOfInitials(text, start);
  if (initials > start) return initials;
  let at = start + 1;
  for (;;) {
    if (kindAt(text, at) !== Kind.OTHER) at++;
    else if (APOSTROPHES.has(text.charCodeAt(at)) && kindAt(text, at + 1) === Kind.LETTER) at += 2;
    else return at;
  }
}

/** Behind "U.S." or "E.U."; `start` where it is none. */
function endOfInitials(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at + 1) === DOT && /[A-Z]/.test(text[at]!)) at += 2;
  return at - start >= 4 ? at : start;
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (kindAt(text, at) === Kind.DIGIT) at++;
    else if ((code === DOT || code === COMMA) && kindAt(text, at + 1) === Kind.DIGIT) at += 2;
    else return at;
  }
}

/** The folded words of an entry of the taxonomy, and how they must be written. */
export function wordsOf(entry: string): { word: string; written: Case }[] {
  const words: { word: string; written: Case }[] = [];
  for (let at = 0; at < entry.length; ) {
    const kind = kindAt(entry, at);
    const end = kind === Kind.OTHER ? at + 1 : kind === Kind.DIGIT ? endOfNumber(entry, at) : endOfWord(entry, at);
    const word = entry.slice(at, end);
    if (kind !== Kind.OTHER) words.push({ word: foldWord(word), written: caseOf(word) });
    at = end;
  }
  return words;
}

function caseOf(word: string): Case {
  const first = word.charAt(0);
  if (first === first.toLowerCase()) return Case.LOWER;
  return word.length > 1 && word === word.toUpperCase() ? Case.ALL_CAPITALS : Case.CAPITAL;
}

const ACCENT = /\p{M}/gu;

/** British endings and how Americans write them, each with a part that a word has to have: most words have none of them. */
const ENDINGS: readonly (readonly [part: string, ending: RegExp, plain: string])[] = [
  ['is', /is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1'],
  ['our', /our(s|ed|ing|able|ite)?$/, 'or$1'],
  ['tre', /tre(s?)$/, 'ter$1'],
  ['amme', /amme(s?)$/, 'am$1'],
  ['ence', /ence(s?)$/, 'ense$1'],
];

/**
 * Makes spellings of one word equal: case, accents, the possessive, dots of abbreviations, British endings. That "advertising"
 * comes out as "advertizing" does no harm, since the taxonomy's words go the same way.
 */
export function foldWord(word: string): string {
  let folded = word.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the plain ASCII range, which needs no decomposition
  if (/[^\x00-\x7f]/.test(folded)) folded = folded.replaceAll('’', "'").normalize('NFD').replace(ACCENT, '');
  if (folded.endsWith("'s")) folded = folded.slice(0, -2);
  if (folded.includes('.') && /^[a-z]/.test(folded)) folded = folded.replaceAll('.', '');
  if (folded.length < 6) return folded === 'fibre' ? 'fiber' : folded;
  for (const [part, ending, plain] of ENDINGS) if (folded.includes(part)) folded = folded.replace(ending, plain);
  return folded;
}
