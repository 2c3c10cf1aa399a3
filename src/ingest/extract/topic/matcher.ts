import type { TopicDefinition } from '../../../language/topic/topic-definition';
import { Break, type Case, type Tokens, Vocabulary, wordsOf } from '../../../language/vocabulary';

/** Why a topic is believed to be meant. */
export type Evidence = 'phrase' | 'term' | 'hint';

/** Words that speak for a topic: the first and the last of them, by their number in the text. */
export interface Match {
  readonly topic: number;
  readonly evidence: Evidence;
  readonly first: number;
  readonly last: number;
}

interface Pattern {
  readonly topic: number;
  readonly kind: Evidence | 'exclusion' | 'opening' | 'closing';
  readonly written: readonly Case[];
  /** Opening and closing of an entry with a gap carry the same number. */
  readonly gap: number;
  /** Whether the whole entry with a gap is an exclusion. */
  readonly excludes: boolean;
}

interface TrieNode {
  readonly next: Map<number, TrieNode>;
  readonly patterns: Pattern[];
}

/** Words that `…` may stand for. */
const WIDEST_GAP = 6;

/** All words of a taxonomy as one tree of words, walked once from every word of a text: time grows with the text alone. */
export class Matcher {
  readonly vocabulary = new Vocabulary();
  readonly #root: TrieNode = { next: new Map(), patterns: [] };
  #gaps = 0;

  constructor(topics: readonly TopicDefinition[]) {
    topics.forEach((definition, topic) => {
      for (const entry of definition.exclusions ?? []) this.#add(entry, topic, 'exclusion');
      for (const entry of definition.terms ?? []) this.#add(entry, topic, 'term');
      for (const entry of definition.phrases ?? []) this.#add(entry, topic, 'phrase');
      for (const entry of definition.hints ?? []) this.#add(entry, topic, 'hint');
    });
  }

  /** What speaks for which topic, in order of the first words. Hints are not weighed here. */
  match(tokens: Tokens): Match[] {
    const found: Match[] = [];
    const excluded: Match[] = [];
    const openings: Part[] = [];
    const closings: Part[] = [];
    for (let first = 0; first < tokens.ids.length; first++) {
      let node = this.#root.next.get(tokens.ids[first]!);
      for (let last = first; node; last++) {
        for (const { topic, kind, written, gap, excludes } of node.patterns) {
          if (written.some((least, i) => tokens.cases[first + i]! < least)) continue;
          if (kind === 'exclusion') excluded.push({ topic, evidence: 'term', first, last });
          else if (kind === 'opening') openings.push({ topic, evidence: 'phrase', first, last, gap, excludes });
          else if (kind === 'closing') closings.push({ topic, evidence: 'phrase', first, last, gap, excludes });
          else found.push({ topic, evidence: kind, first, last });
        }
        if (tokens.breaks[last + 1] !== Break.NONE) break;
        node = node.next.get(tokens.ids[last + 1]!);
      }
    }
    for (const { excludes, gap, ...match } of joinGaps(openings, closings, tokens))
      (excludes ? excluded : found).push(match);
    return withoutExcluded(found, excluded).sort((a, b) => a.first - b.first);
  }

  #add(entry: string, topic: number, kind: Evidence | 'exclusion'): void {
    const [opening, closing] = entry.split('…');
    if (closing === undefined) {
      this.#plant(entry, { topic, kind, gap: 0, excludes: false });
      return;
    }
    this.#gaps++;
    const excludes = kind === 'exclusion';
    this.#plant(opening!, { topic, kind: 'opening', gap: this.#gaps, excludes });
    this.#plant(closing, { topic, kind: 'closing', gap: this.#gaps, excludes });
  }

  #plant(entry: string, pattern: Omit<Pattern, 'written'>): void {
    const parts = wordsOf(entry);
    const last = parts.pop();
    if (!last) throw new Error(`The taxonomy has an entry without words: '${entry}'`);
    const written = [...parts, last].map((part) => part.written);
    let node = this.#root;
    for (const { word } of parts) node = this.#step(node, word);
    for (const form of inflections(last.word)) this.#step(node, form).patterns.push({ ...pattern, written });
  }

  #step(node: TrieNode, word: string): TrieNode {
    const id = this.vocabulary.add(word);
    let next = node.next.get(id);
    if (!next) {
      next = { next: new Map(), patterns: [] };
      node.next.set(id, next);
    }
    return next;
  }
}

/** A word and its plural. Forms of verbs are listed in the taxonomy, since "computing" is another thing than "compute". */
function inflections(word: string): string[] {
  if (word.length < 2 || /^\d/.test(word) || /(?:ics|ss?ing|s)$/.test(word)) return [word];
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`];
  return [word, /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`];
}

type Part = Match & { readonly gap: number; readonly excludes: boolean };

function joinGaps(openings: readonly Part[], closings: readonly Part[], { breaks }: Tokens): Part[] {
  if (openings.length === 0 || closings.length === 0) return [];
  const byStart = new Map<string, Part>();
  for (const part of closings) byStart.set(`${part.gap}:${part.first}`, part);
  const found: Part[] = [];
  for (const opening of openings) {
    const { gap, last } = opening;
    for (let at = last + 1; at <= last + 1 + WIDEST_GAP && breaks[at] !== Break.SENTENCE; at++) {
      const closing = byStart.get(`${gap}:${at}`);
      if (!closing) continue;
      found.push({ ...opening, last: closing.last });
      break;
    }
  }
  return found;
}

/** Exclusions of a topic are few and near: they are looked up by each word that they cover. */
function withoutExcluded(found: readonly Match[], excluded: readonly Match[]): Match[] {
  const covered = new Map<string, number>();
  for (const { topic, first, last } of excluded) {
    for (let at = first; at <= last; at++) {
      const key = `${topic}:${at}`;
      covered.set(key, Math.max(covered.get(key) ?? 0, last));
    }
  }
  return found.filter(({ topic, first, last }) => (covered.get(`${topic}:${first}`) ?? -1) < last);
}
