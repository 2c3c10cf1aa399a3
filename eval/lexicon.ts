import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type TopicDefinition, topicTaxonomy } from '../src/language/topic/topic-taxonomy';
import { wordsOf } from '../src/language/vocabulary';

/** Shorter entries are anybody's words. */
const FEWEST_WORDS = 3;
const WIDEST_GAP = 6;

/** What stands in one document by chance, since everybody who speaks of the thing calls it so. */
const TERMS: ReadonlySet<string> = new Set(
  readFileSync(join(__dirname, 'terms-of-the-field.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
);

/** A phrase or hint of the taxonomy that one document of the data holds and no other. */
export interface LoneEntry {
  readonly topic: string;
  readonly list: 'phrases' | 'hints';
  readonly entry: string;
  readonly document: string;
}

/**
 * Phrases and hints of three words and more that occur in one document alone: whoever wrote them had read it, and they tell nothing about
 * others. Records of one call, and articles that quote it, count as that one document.
 */
export function findLoneEntries(
  folders: readonly string[],
  topics: readonly TopicDefinition[] = topicTaxonomy(),
): LoneEntry[] {
  const texts = folders.flatMap(documentsOf).map((path) => ({ path, text: ` ${folded(readFileSync(path, 'utf8'))} ` }));
  const occasions = occasionsOf(texts.map(({ text }) => text));
  const found: LoneEntry[] = [];
  for (const topic of topics) {
    for (const list of ['phrases', 'hints'] as const) {
      for (const entry of topic[list] ?? []) {
        if (TERMS.has(entry)) continue;
        if (
          entry
            .replace('…', ' ')
            .trim()
            .split(/[\s-]+/).length < FEWEST_WORDS
        )
          continue;
        const pattern = patternOf(entry);
        const holders = texts.flatMap(({ text }, i) => (pattern.test(text) ? [i] : []));
        if (holders.length === 0 || new Set(holders.map((i) => occasions[i])).size > 1) continue;
        const document = basename(texts[holders[0] as number]?.path ?? '');
        found.push({ topic: topic.slug, list, entry, document });
      }
    }
  }
  return found;
}

function patternOf(entry: string): RegExp {
  const parts = entry.split('…').map((part) => folded(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(` ${parts.join(` (?:\\S+ ){0,${WIDEST_GAP}}`)}(?:s|es)? `);
}

/** Runs of so many words that few documents share are no turn of speech, but the same speech. */
const SHINGLE = 10;
const FEW = 5;
const SHARED = 3;

/** For each text the first one that records the same occasion. */
function occasionsOf(texts: readonly string[]): number[] {
  const holders = new Map<string, number[]>();
  for (const [i, text] of texts.entries()) {
    const words = text.trim().split(' ');
    for (let at = 0; at + SHINGLE <= words.length; at++) {
      const shingle = words.slice(at, at + SHINGLE).join(' ');
      const known = holders.get(shingle);
      if (!known) holders.set(shingle, [i]);
      else if (known.at(-1) !== i && known.length <= FEW) known.push(i);
    }
  }
  const shared = new Map<string, number>();
  for (const known of holders.values()) {
    if (known.length < 2 || known.length > FEW) continue;
    const [first, ...others] = known;
    for (const other of others) shared.set(`${first} ${other}`, (shared.get(`${first} ${other}`) ?? 0) + 1);
  }
  const first = texts.map((_, i) => i);
  const rootOf = (i: number): number => (first[i] === i ? i : rootOf(first[i] as number));
  for (const [pair, count] of shared) {
    if (count < SHARED) continue;
    const [a = 0, b = 0] = pair.split(' ').map(Number);
    first[Math.max(rootOf(a), rootOf(b))] = Math.min(rootOf(a), rootOf(b));
  }
  return first.map((_, i) => rootOf(i));
}

const folded = (text: string): string =>
  wordsOf(text)
    .map(({ word }) => word)
    .join(' ');

/** Texts of a folder; keys and notes are no documents. */
function documentsOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md|html|diarized\.json)$/.test(name) && !/^(?:LICENSE|SOURCES|README)/.test(name))
    .map((name) => join(folder, name));
}

/** The folders that rules may be written from; those that end in -sealed are opened by nobody. */
export function openFolders(data: string): string[] {
  if (!existsSync(data)) return [];
  return readdirSync(data)
    .filter((name) => !name.endsWith('-sealed') && statSync(join(data, name)).isDirectory())
    .map((name) => join(data, name));
}

if (resolve(process.argv[1] ?? '') === __filename) {
  const folders = openFolders(join(__dirname, '..', '..', 'shared', 'data'));
  if (folders.length === 0) console.log('The real documents are not beside this checkout: nothing was looked at.');
  const lone = findLoneEntries(folders);
  for (const { topic, list, entry, document } of lone) console.log(`${topic}\t${list}\t${entry}\t${document}`);
  console.log(`${lone.length} phrases and hints of three words and more stand in one document alone`);
  if (lone.length > 0) process.exitCode = 1;
}
