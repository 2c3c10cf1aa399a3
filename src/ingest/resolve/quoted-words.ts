import type { NewRendering, NewUtterance } from '../persist/document-rows';
import { alignWords, tokensOf } from './align';
import type { Resolution } from './resolution';

/** Shorter quotations stand in too many places to tell one. */
const LEAST_WORDS = 5;
/** A quotation may leave out fillers and change a word; what shares less is another sentence, or an altered one. */
const LEAST_SHARED = 0.85;
/** How far apart the words of a quotation may have been spoken: what was left out between them. */
const MOST_APART = 6;

interface Words {
  readonly words: readonly string[];
  readonly distinct: ReadonlySet<string>;
}

/** For each quotation the place of the passage that it repeats; null where none does, or more than one equally well. */
export function findQuoted(quotes: readonly string[], passages: readonly string[]): (number | null)[] {
  const spoken = passages.map(wordsOf);
  return quotes.map((quote) => {
    const quoted = wordsOf(quote);
    if (quoted.words.length < LEAST_WORDS) return null;
    let best: { place: number | null; share: number } = { place: null, share: 0 };
    for (const [place, passage] of spoken.entries()) {
      if (sharedOf(quoted.distinct, passage.distinct) < LEAST_SHARED) continue;
      const share = coverage(quoted.words, passage.words);
      if (share < LEAST_SHARED || share < best.share) continue;
      best = { place: share === best.share ? null : place, share };
    }
    return best.place;
  });
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
function coverage(quote: readonly string[], passage: readonly string[]): number {
  let [run, longest, before] = [0, 0, Number.NEGATIVE_INFINITY];
  for (const place of alignWords(quote, passage)) {
    if (place < 0) continue;
    run = place - before <= MOST_APART ? run + 1 : 1;
    longest = Math.max(longest, run);
    before = place;
  }
  return longest / quote.length;
}
