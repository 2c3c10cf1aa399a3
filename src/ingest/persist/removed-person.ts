import type { Client } from 'pg';
import { nameKey } from '../resolve/name-key';
import { personWords } from '../resolve/person-name';
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
export async function findRemoved(client: Client, names: readonly string[]): Promise<Set<string>> {
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

/** Full names, and the surnames by which texts go on; a surname that somebody else of the text has too is left alone. */
export function writtenForms(names: readonly string[], others: readonly string[]): string[] {
  const taken = new Set(others.map((name) => personWords(name).at(-1)));
  const surnames = names.flatMap((name) => {
    const word = name.trim().split(/\s+/).at(-1) ?? '';
    const key = personWords(name).at(-1);
    return personWords(name).length > 1 && key && nameKey(word) === key && !taken.has(key) ? [word] : [];
  });
  return [...new Set([...names, ...surnames])];
}
