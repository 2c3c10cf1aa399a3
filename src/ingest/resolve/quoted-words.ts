import type { NewRendering, NewUtterance } from '../persist/document-rows';
import { alignWords, tokensOf, uniqueShingles } from './align';
import type { Resolution } from './resolution';

/** Shorter quotations stand in too many places to tell one. */
const LEAST_WORDS = 5;
/** A quotation may leave out fillers and change a word; what shares less is another sentence, or an altered one. */
const LEAST_SHARED = 0.85;
/** How far apart the words of a quotation may have been spoken: what was left out between them. */
const MOST_APART = 6;

/** Words that stand in more passages than this tell no place; beyond so many passages that share its words a quotation stands anywhere. */
const MOST_PASSAGES = 1000;

interface Words {
  readonly words: readonly string[];
  readonly distinct: ReadonlySet<string>;
}

interface Passage extends Words {
  /** Null: other passages have the same words. */
  place: number | null;
  /** Made where a quotation is laid beside it. */
  shingles?: ReadonlyMap<string, number>;
}

/** For each quotation the place of the passage that it repeats; null where none does, or more than one equally well. */
export function findQuoted(quotes: readonly string[], passages: readonly string[]): (number | null)[] {
  const book = new PassageBook(passages);
  const found = new Map<string, number | null>();
  return quotes.map((quote) => {
    const known = found.get(quote);
    if (known !== undefined) return known;
    const place = book.find(wordsOf(quote));
    found.set(quote, place);
    return place;
  });
}

/** Passages by their words. */
class PassageBook {
  readonly #passages = new Map<string, Passage>();
  readonly #byWord = new Map<string, Passage[]>();

  constructor(passages: readonly string[]) {
    for (const [place, text] of passages.entries()) {
      const words = wordsOf(text);
      const key = words.words.join(' ');
      const same = this.#passages.get(key);
      if (same) same.place = null;
      else this.#passages.set(key, { ...words, place });
    }
    for (const passage of this.#passages.values()) {
      for (const word of passage.distinct) {
        const list = this.#byWord.get(word);
        if (list) list.push(passage);
        else this.#byWord.set(word, [passage]);
      }
    }
  }

  find({ words, distinct }: Words): number | null {
    if (words.length < LEAST_WORDS) return null;
    let best: { place: number | null; share: number } = { place: null, share: 0 };
    for (const passage of this.#near(distinct)) {
      if (sharedOf(distinct, passage.distinct) < LEAST_SHARED) continue;
      passage.shingles ??= uniqueShingles(passage.words);
      const share = coverage(words, passage.words, passage.shingles);
      if (share < LEAST_SHARED || share < best.share) continue;
      best = { place: share === best.share ? null : passage.place, share };
    }
    return best.place;
  }

  /** Passages that can share enough: of so many words of the quotation as may be missing and one more, they have one. */
  #near(distinct: ReadonlySet<string>): Iterable<Passage> {
    const lists = [...distinct].map((word) => this.#byWord.get(word) ?? []).sort((a, b) => a.length - b.length);
    const rare = lists.slice(0, Math.floor(distinct.size * (1 - LEAST_SHARED)) + 1);
    const near = new Set<Passage>();
    for (const list of rare) for (const passage of list) near.add(passage);
    return near.size > MOST_PASSAGES ? [] : near;
  }
}

/** Quotations of an article whose words stand in the event's transcript: further renderings of its statements. */
export async function quotedFrom(
  { client }: Resolution,
  transcript: number,
  utterances: readonly NewUtterance[],
): Promise<NewRendering[]> {
  const { rows } = await client.query<{ id: string; text: string }>(
    "SELECT id, coalesce(words, text) AS text FROM utterance WHERE document_id = $1 AND directness = 'TRANSCRIPT' ORDER BY position",
    [transcript],
  );
  const quotes = utterances.filter(({ directness, eventId }) => directness === 'DIRECT_QUOTE' && eventId !== null);
  const found = findQuoted(
    quotes.map(({ text }) => text),
    rows.map(({ text }) => text),
  );
  return quotes.flatMap(({ start, end }, i) => {
    const place = found[i];
    return place == null ? [] : [{ utterance: { id: Number(rows[place]!.id) }, documentId: null, start, end }];
  });
}

/** The other way round: the event's transcript comes after articles that quote from it. */
export async function quotedIn(
  { client }: Resolution,
  eventId: number,
  utterances: readonly NewUtterance[],
): Promise<NewRendering[]> {
  const { rows } = await client.query<{ document_id: number; span_start: number; span_end: number; text: string }>(
    `SELECT u.document_id, u.span_start, u.span_end, coalesce(u.words, u.text) AS text FROM utterance u
     WHERE u.event_id = $1 AND u.directness = 'DIRECT_QUOTE' AND u.document_kind <> 'TRANSCRIPT' ORDER BY u.document_id, u.position`,
    [eventId],
  );
  const found = findQuoted(
    rows.map(({ text }) => text),
    utterances.map(({ text }) => text),
  );
  return rows.flatMap(({ document_id, span_start, span_end }, i) => {
    const place = found[i];
    return place == null ? [] : [{ utterance: { place }, documentId: document_id, start: span_start, end: span_end }];
  });
}

function wordsOf(text: string): Words {
  const words = tokensOf(text).map(({ word }) => word);
  return { words, distinct: new Set(words) };
}

function sharedOf(quoted: ReadonlySet<string>, spoken: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of quoted) if (spoken.has(word)) shared++;
  return quoted.size === 0 ? 0 : shared / quoted.size;
}

/** Which part of a quotation stands in a passage, in order and close together; a word found far off belongs to other words. */
function coverage(quote: readonly string[], passage: readonly string[], shingles: ReadonlyMap<string, number>): number {
  let [run, longest, before] = [0, 0, Number.NEGATIVE_INFINITY];
  for (const place of alignWords(quote, passage, shingles)) {
    if (place < 0) continue;
    run = place - before <= MOST_APART ? run + 1 : 1;
    longest = Math.max(longest, run);
    before = place;
  }
  return longest / quote.length;
}
