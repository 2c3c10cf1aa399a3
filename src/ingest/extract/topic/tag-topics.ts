import { splitSentences } from '../../../language/sentence';
import type { TextRange } from '../../../language/span';
import { type TopicDefinition, taxonomyVersion, topicTaxonomy } from '../../../language/topic/topic-taxonomy';
import { Break, type Tokens, tokenize } from '../../../language/vocabulary';
import type { TopicFinding } from '../finding';
import { type Evidence, type Match, Matcher } from './matcher';

/** Words on either side within which hints and what makes them count belong to one train of thought: some three sentences. */
const REACH = 80;

/** Words of the longest entries, gaps included. */
const LONGEST = 12;

/** An utterance of so few words says little without the sentence that it stands in. */
const SHORT = 8;

/** One that points back, "things they did", leans on it a little longer. */
const SHORT_POINTING_BACK = 12;

/** Above so many words an utterance names for itself what "they" are. */
const SELF_CONTAINED = 40;

const WEIGHT: Readonly<Record<Evidence | 'context', number>> = { phrase: 0.92, term: 0.85, hint: 0.62, context: 0.5 };
const STRENGTH: readonly (Evidence | 'context')[] = ['phrase', 'term', 'hint', 'context'];
const HIGHEST = 0.99;

/** Words that stand for an organisation named before; one word may tell more of it, `the smaller company`, `that Danish lab`. */
const ANAPHOR =
  /\b(?:they|them|their|theirs)\b|\b(?:the|that|this) (?:[\p{L}-]+ )?(?:company|startup|start-up|firm|lab)\b|\b(?:the|that|this) model\b/iu;

/** Topics of a stretch of text, best score first. To tag many stretches of one text, read it once with `readTopics`. */
export function tagTopics(text: string, range: TextRange): TopicFinding[] {
  return readTopics(text).within(range);
}

/**
 * Reads a text with the taxonomy of this version; linear in its length. The company that a document is about is no topic of
 * it: `about` is its name, where it is known. Another reading of the same words takes another TAGGER_REVISION.
 */
export function readTopics(text: string, about: string | null = null): TopicReading {
  taxonomy ??= new CompiledTaxonomy(topicTaxonomy());
  return new TopicReading(text, taxonomy, about);
}

let taxonomy: CompiledTaxonomy | null = null;

/** Topics as the tagger asks for them; made once, it reads any number of texts. */
export class CompiledTaxonomy {
  readonly matcher: Matcher;
  /** For each topic those that make its hints count near by, and those that do in the same sentence. */
  readonly near: readonly ReadonlySet<number>[];
  readonly beside: readonly ReadonlySet<number>[];
  /** For topics that stand for what nothing narrower fits: all that lies below; for others nothing. */
  readonly narrower: readonly ReadonlySet<number>[];

  constructor(readonly topics: readonly TopicDefinition[]) {
    this.matcher = new Matcher(topics);
    const indices = new Map(topics.map(({ slug }, index) => [slug, index]));
    const below = (slug: string): number[] => {
      const index = indices.get(slug);
      if (index === undefined) throw new Error(`The taxonomy has no topic '${slug}'`);
      return [index, ...topics.filter(({ parent }) => parent === slug).flatMap((child) => below(child.slug))];
    };
    this.narrower = topics.map(({ slug, isResidual }) => new Set(isResidual ? below(slug) : []));
    this.beside = topics.map(({ beside }) => new Set((beside ?? []).flatMap(below)));
    this.near = topics.map(({ slug, near }) => new Set((near ?? [slug]).flatMap(below)));
  }
}

/** What a text says of which topics, ready to be asked for any stretch of it. */
export class TopicReading {
  readonly #tokens: Tokens;
  /** By their first words; hints only where they count. */
  readonly #matches: readonly Match[];

  constructor(
    readonly text: string,
    readonly taxonomy: CompiledTaxonomy,
    about: string | null,
  ) {
    this.#tokens = tokenize(text, taxonomy.matcher.vocabulary);
    const own = taxonomy.topics.findIndex(
      ({ isOrganization, name }) =>
        isOrganization && about?.toLowerCase().split(/[^\p{L}\p{N}]+/u)[0] === name.toLowerCase(),
    );
    const all = taxonomy.matcher.match(this.#tokens).filter(({ topic }) => topic !== own);
    this.#matches = all
      .filter((match) => match.evidence !== 'hint' || this.#counts(all, match))
      .filter((match, i, kept) => !isPartOf(kept, i, taxonomy.narrower[match.topic]!));
  }

  #counts(all: readonly Match[], hint: Match): boolean {
    const { near, beside } = this.taxonomy;
    if (hasWitness(all, hint, near[hint.topic]!, hint.first - REACH, hint.last + REACH)) return true;
    const others = beside[hint.topic]!;
    if (others.size === 0) return false;
    const [first, past] = this.#sentenceAround(hint.first, hint.last + 1);
    return hasWitness(all, hint, others, first, past - 1);
  }

  /** Topics of a stretch, best score first: what its words name, and for short ones what the words around lend them. */
  within(range: TextRange): TopicFinding[] {
    const { topics } = this.taxonomy;
    const own = this.#matchesIn(range);
    const found = new Map<number, { evidence: (Evidence | 'context')[]; ranges: TextRange[] }>();
    const sentences = splitSentences(this.text, range);
    let at = 0;
    for (const { topic, evidence, first } of own) {
      while (at + 1 < sentences.length && this.#tokens.starts[first]! >= sentences[at + 1]!.start) at++;
      const sentence = sentences[at] ?? range;
      const entry = found.get(topic);
      if (!entry) found.set(topic, { evidence: [evidence], ranges: [sentence] });
      else {
        entry.evidence.push(evidence);
        if (entry.ranges.at(-1) !== sentence) entry.ranges.push(sentence);
      }
    }
    for (const topic of this.#lentTo(range)) {
      if (!found.has(topic)) found.set(topic, { evidence: ['context'], ranges: sentences.slice(0, 1) });
    }
    return [...found]
      .map(([topic, { evidence, ranges }]) => ({
        slug: topics[topic]!.slug,
        score: scoreOf(evidence),
        method: `taxonomy/${taxonomyVersion()} ${STRENGTH.find((kind) => evidence.includes(kind))}`,
        ranges,
      }))
      .sort((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1));
  }

  /** Topics that the sentence around a short stretch speaks of, and organisations that its "they" stands for. */
  #lentTo(range: TextRange): Set<number> {
    const lent = new Set<number>();
    const [first, last] = this.#tokensIn(range);
    const count = last - first;
    if (count <= 0 || count > SELF_CONTAINED) return lent;
    const sentence = this.#sentenceAround(first, last);
    // What begins a line has a label above it, not the rest of its sentence.
    if (this.#followsLineBreak(first)) sentence[0] = first;
    const isOrganization = (topic: number) => this.taxonomy.topics[topic]!.isOrganization === true;
    const pointsBack = ANAPHOR.test(this.text.slice(range.start, range.end));
    if (count <= (pointsBack ? SHORT_POINTING_BACK : SHORT) && sentence[1] - sentence[0] > count) {
      for (const { topic } of this.#matchesOf(sentence)) if (!isOrganization(topic)) lent.add(topic);
    }
    if (!pointsBack) return lent;
    const before = sentence[0] > 0 ? this.#sentenceAround(sentence[0] - 1, sentence[0]) : sentence;
    // The nearest sentence that names any; what comes after the stretch cannot be what it points back to.
    for (const reach of [[sentence[0], first], before] as const) {
      const named = this.#matchesOf(reach).filter(({ topic }) => isOrganization(topic));
      for (const { topic } of named) lent.add(topic);
      if (named.length > 0) break;
    }
    return lent;
  }

  /** The words from one end of a sentence to the next that hold those from `first` to before `last`. */
  #sentenceAround(first: number, last: number): [number, number] {
    const { breaks, ids } = this.#tokens;
    let [from, to] = [first, last];
    while (from > 0 && first - from < REACH && breaks[from] !== Break.SENTENCE) from--;
    while (to < ids.length && to - last < REACH && breaks[to] !== Break.SENTENCE) to++;
    return [from, to];
  }

  #followsLineBreak(token: number): boolean {
    const { starts, ends } = this.#tokens;
    return token > 0 && this.text.slice(ends[token - 1], starts[token]).includes('\n');
  }

  #matchesIn(range: TextRange): readonly Match[] {
    return this.#matchesOf(this.#tokensIn(range));
  }

  #matchesOf([first, last]: readonly [number, number]): readonly Match[] {
    const from = lowest(this.#matches.length, (i) => this.#matches[i]!.first >= first);
    const to = lowest(this.#matches.length, (i) => this.#matches[i]!.first >= last);
    return this.#matches.slice(from, to).filter((match) => match.last < last);
  }

  #tokensIn({ start, end }: TextRange): [number, number] {
    const { starts, ids } = this.#tokens;
    return [lowest(ids.length, (i) => starts[i]! >= start), lowest(ids.length, (i) => starts[i]! >= end)];
  }
}

/** Whether something stronger than a hint speaks for one of the topics between two words. Matches are in order of their first. */
function hasWitness(
  matches: readonly Match[],
  hint: Match,
  topics: ReadonlySet<number>,
  from: number,
  to: number,
): boolean {
  for (let i = lowest(matches.length, (k) => matches[k]!.first >= from); matches[i] && matches[i]!.first <= to; i++) {
    const { topic, evidence, first, last } = matches[i]!;
    // What the hint's own words say of another topic is no second witness.
    const isApart = last < hint.first || first > hint.last || last - first > hint.last - hint.first;
    if (evidence !== 'hint' && topics.has(topic) && isApart) return true;
  }
  return false;
}

/** Whether the words are part of longer ones that name a narrower topic: the "AI" of "AI model" is not AI at large. */
function isPartOf(matches: readonly Match[], index: number, narrower: ReadonlySet<number>): boolean {
  const { topic, first, last } = matches[index]!;
  for (let i = index - 1; i >= 0 && matches[i]!.first >= first - LONGEST; i--) if (isAround(matches[i]!)) return true;
  for (let i = index + 1; matches[i]?.first === first; i++) if (isAround(matches[i]!)) return true;
  return false;

  function isAround(other: Match): boolean {
    const isLonger = other.last - other.first > last - first;
    return isLonger && other.topic !== topic && narrower.has(other.topic) && other.first <= first && last <= other.last;
  }
}

function scoreOf(evidence: readonly (Evidence | 'context')[]): number {
  const doubt = evidence.reduce((product, kind) => product * (1 - WEIGHT[kind]), 1);
  return Math.min(HIGHEST, Math.round((1 - doubt) * 100) / 100);
}

/** The first index for which `isPast` holds, which holds for all behind it as well. */
function lowest(length: number, isPast: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
