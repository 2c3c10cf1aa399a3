import { createHash } from 'node:crypto';
import { type LexiconEntry, readEntries } from '../lexicon/lexicon-entry';
import { lazily, lexiconFault } from '../lexicon/lexicon-file';
import { type TopicDefinition, type TopicEntry, topicEntry } from './topic-definition';

export type { TopicDefinition };

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Every topic, the wider ones before or after their parts: order carries no meaning. */
export const topicTaxonomy: () => readonly TopicDefinition[] = lazily(() => {
  const topics = new Map<string, TopicEntry>();
  const entries = readEntries('topics/*.yaml', topicEntry);
  for (const { key, value } of entries) topics.set(key, joined(topics.get(key), value));
  for (const entry of entries) check(entry, topics);
  return [...topics].map(([slug, topic]) => ({ ...topic, slug }) as TopicDefinition);
});

/**
 * Counts the ways in which the tagger has read the same words. Whoever changes what it finds (in ingest/extract/topic, or in how texts are cut
 * into words and sentences) raises it, so that stored words are read again; a test over fixed texts holds both together.
 */
export const TAGGER_REVISION = 2;

/**
 * Tells by what a mention was found: a digest of all of the lexicon that tagging depends on and of the tagger's revision, so that what was
 * tagged by others is read again (`earshot retag`). Descriptions of topics are no part of it, and names are only those of organisations, by
 * which a document about one of them is known.
 */
export const taxonomyVersion: () => string = lazily(() => versionOf(topicTaxonomy(), TAGGER_REVISION));

/** The version of these topics as the tagger of a revision reads them. */
export function versionOf(topics: readonly TopicDefinition[], revision: number): string {
  const read = topics.map(({ name, description, aliases, ...words }) =>
    words.isOrganization ? { ...words, name } : words,
  );
  const sorted = read.sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const keys = [...new Set(sorted.flatMap((words) => Object.keys(words)))].sort();
  return createHash('sha256')
    .update(`${revision}\n${JSON.stringify(sorted, keys)}`)
    .digest('hex')
    .slice(0, 12);
}

/** What a further entry of a topic adds: its words to the words, and it has the last word on everything else. */
function joined(known: TopicEntry = {}, more: TopicEntry): TopicEntry {
  const lists = Object.entries(known).filter(([field, value]) => Array.isArray(value) && field in more);
  const both = lists.map(([field, value]) => [
    field,
    [...new Set([...(value as string[]), ...(more[field as keyof TopicEntry] as string[])])],
  ]);
  return { ...known, ...more, ...Object.fromEntries(both) };
}

function check({ key: slug, value, path }: LexiconEntry<TopicEntry>, topics: ReadonlyMap<string, TopicEntry>): void {
  const fault = (what: string) => lexiconFault(path, null, `${slug}: ${what}`);
  if (!SLUG.test(slug)) throw fault('must be written in lower case with hyphens, such as data-centers');
  const topic = topics.get(slug) as TopicEntry;
  if (!topic.name || !topic.description) throw fault('needs a name and a description');
  for (const field of ['parent', 'near', 'beside'] as const)
    for (const other of [value[field] ?? []].flat())
      if (!topics.has(other as string)) throw fault(`${field} names ${other}, which is no topic`);
  for (let wider = topic.parent, steps = 0; wider !== undefined; wider = topics.get(wider)?.parent)
    if (wider === slug || ++steps > topics.size) throw fault('lies below itself');
}
