import type { Client } from 'pg';
import { nameKey } from '../../language/name/name-key';
import { personWords } from '../../language/name/person-words';
import { digestOf } from './banned-source';

/** A name without titles before and behind it: `Dr. Ada Lindqvist, PhD` is `ada lindqvist`. A surname alone is nobody's. */
function digestOfName(name: string): string | null {
  const words = personWords(name);
  return words.length < 2 ? null : digestOf(nameKey(words.join(' ')));
}

/** Keeps people of these names out from now on, by digests alone. */
export async function banNames(
  client: Client,
  personId: number,
  names: readonly string[],
  reason: string,
): Promise<void> {
  await client.query(
    `INSERT INTO removed_person (digest, person_id, reason) SELECT digest, $2, $3 FROM unnest($1::text[]) digest
     ON CONFLICT (digest) DO NOTHING`,
    [[...new Set(names.flatMap((name) => digestOfName(name) ?? []))], personId, reason],
  );
}

/** Those of the names that belong to somebody who was taken out. */
export async function findRemoved(client: Client, names: Iterable<string>): Promise<Set<string>> {
  const byDigest = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const digest = digestOfName(name);
    if (digest !== null) byDigest.set(digest, [...(byDigest.get(digest) ?? []), name]);
  }
  if (byDigest.size === 0) return new Set();
  const { rows } = await client.query<{ digest: string }>({
    name: 'earshot_removed_person',
    text: 'SELECT digest FROM removed_person WHERE digest = ANY ($1)',
    values: [[...byDigest.keys()]],
  });
  return new Set(rows.flatMap(({ digest }) => byDigest.get(digest) ?? []));
}

/** Words of a name in a text: they begin with a capital. */
const NAME_WORD = /\p{Lu}[\p{L}\p{M}'’.-]*/gu;
/** Of `Maria del Carmen Ruiz Ortega` enough. */
const MOST_WORDS = 4;

/** Those names of people who were taken out that stand anywhere in texts, whether or not somebody is read from them. */
export async function findRemovedIn(client: Client, texts: readonly string[]): Promise<Set<string>> {
  const { rows } = await client.query({
    name: 'earshot_any_removed',
    text: 'SELECT FROM removed_person LIMIT 1',
  });
  return rows.length === 0 ? new Set() : findRemoved(client, new Set(texts.flatMap((text) => [...namesIn(text)])));
}

/** Every run of two words and more that could be a name. */
function* namesIn(text: string): Generator<string> {
  let run: string[] = [];
  let end = -1;
  for (const { 0: word, index } of text.matchAll(NAME_WORD)) {
    if (end < 0 || !/^\s+$/.test(text.slice(end, index))) run = [];
    end = index + word.length;
    run = [...run, word].slice(-MOST_WORDS);
    for (let first = 0; first < run.length - 1; first++)
      yield run
        .slice(first)
        .join(' ')
        .replace(/['’]s?$/, '');
  }
}

/** Full names, and the surnames by which texts go on; a surname that somebody else of the text has too is left alone. */
export function writtenForms(names: readonly string[], others: readonly string[]): string[] {
  // A surname alone may well be the very person who goes.
  const taken = new Set(others.flatMap((name) => personWords(name).slice(1).at(-1) ?? []));
  const surnames = names.flatMap((name) => {
    const word = name.trim().split(/\s+/).at(-1) ?? '';
    const key = personWords(name).at(-1);
    return personWords(name).length > 1 && key && nameKey(word) === key && !taken.has(key) ? [word] : [];
  });
  return [...new Set([...names, ...surnames])];
}
