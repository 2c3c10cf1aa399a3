import type { Gender } from '../../../language/name/given-name';
import { type Entity, newEntity } from './entity';
import { BODY_NOUNS, genderOfNoun, PAPER_NOUNS } from './lexicon/role-noun';
import type { NameBook } from './name-book';
import type { Subject } from './noun-phrase';

/** Whom a phrase means, and how sure that is, in [0, 1]. */
export interface Referent {
  readonly entity: Entity;
  readonly certainty: number;
}

interface Trace {
  readonly entity: Entity;
  readonly offset: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly weight: number;
}

/** How much each part in a sentence keeps somebody in mind. */
const WEIGHT = {
  speaker: 2,
  subject: 1.6,
  introduced: 1.5,
  embedded: 1.1,
  other: 0.8,
  owner: 1.1,
  unnamed: 1.2,
  possessive: 0.65,
} as const;
export type Part = keyof typeof WEIGHT;

/** A page of prose leaves a hundred traces; of noise, which leaves one a word, not all within reach are weighed. */
const MOST_TRACES = 500;

/**
 * Who is in the reader's mind at each point of a text. Fed in reading order with every name outside quotations and every
 * pronoun once it is understood; asked for the person or body that a pronoun or a noun means.
 */
export class Coreference {
  readonly #traces: Trace[] = [];
  readonly #holders = new Map<string, ReadonlySet<Entity>>();

  constructor(
    private readonly book: NameBook,
    /** The company that the document is about; null where none stands out. */
    private readonly mainBody: Entity | null,
  ) {}

  /** Somebody, or a paper, that has no name: a pronoun behind may mean them, and then means nobody that is known. */
  noteUnnamed(kind: Entity['kind'], gender: Gender | null, offset: number, sentence: number, paragraph: number): void {
    const entity = { ...newEntity(kind, '', ''), gender };
    this.#traces.push({
      entity,
      offset,
      sentence,
      paragraph,
      weight: kind === 'PERSON' ? WEIGHT.unnamed : WEIGHT.other,
    });
  }

  note(entity: Entity, part: Part, offset: number, sentence: number, paragraph: number): void {
    this.#traces.push({ entity, offset, sentence, paragraph, weight: WEIGHT[part] });
  }

  /** `excluded` cannot be meant: "Shaw, whom he called". */
  resolve(
    subject: Subject,
    phrase: string,
    sentence: number,
    paragraph: number,
    excluded: Entity | null = null,
  ): Referent | null {
    const at = { offset: subject.start, sentence, paragraph };
    if (subject.entity) return { entity: subject.entity, certainty: 1 };
    if (subject.kind === 'pronoun') return this.#pronoun(subject.head, at, excluded);
    if (subject.kind === 'nominal') return this.#nominal(subject.head, phrase.toLowerCase(), at);
    return null;
  }

  #pronoun(pronoun: string, at: Omit<Trace, 'entity' | 'weight'>, excluded: Entity | null): Referent | null {
    if (pronoun === 'it') return this.#best(at, ({ kind }) => (kind === 'ORGANIZATION' ? 1 : 0));
    if (pronoun === 'they') return this.#best(at, ({ kind }) => (kind === 'ORGANIZATION' ? 1 : 0.2), 2);
    if (pronoun !== 'he' && pronoun !== 'she') return null;
    const gender = pronoun === 'he' ? 'male' : 'female';
    const found = this.#best(at, (entity) => {
      if (entity.kind !== 'PERSON' || entity === excluded) return 0;
      return entity.gender === gender ? 1 : entity.gender === null ? 0.7 : 0;
    });
    if (found?.entity.gender === null) return this.#learn(found, gender);
    return found;
  }

  /** Somebody whose name tells no gender is meant less surely; what a pronoun tells once holds from then on. */
  #learn({ entity, certainty }: Referent, gender: Gender): Referent {
    if (certainty > 0.6) entity.gender = gender;
    return { entity, certainty: certainty * 0.92 };
  }

  #nominal(noun: string, phrase: string, at: Omit<Trace, 'entity' | 'weight'>): Referent | null {
    if (/^(?:a|an|one|another|some)\s/.test(phrase)) return null;
    if (isBodyNoun(noun)) return this.#body(noun, phrase, at);
    const gender = genderOfNoun(noun);
    const wanted = officesIn(phrase, noun);
    const named = this.#holdersOf(wanted);
    const fits = (entity: Entity): boolean => gender === null || entity.gender === null || entity.gender === gender;
    if (named.size > 0) {
      const found = this.#best(at, (entity) => (named.has(entity) && fits(entity) ? 1 : 0), 60);
      if (found) return { ...found, certainty: found.certainty * 0.95 };
    }
    if (!/^(?:the|that|this)\s/.test(phrase) || isOffice(noun)) return null;
    const found = this.#best(at, (entity) => (entity.kind === 'PERSON' && fits(entity) ? 1 : 0), 3);
    return found && { ...found, certainty: found.certainty * 0.75 };
  }

  /** Everybody who holds one of the offices: looked for once, since a text says "the chief executive" again and again. */
  #holdersOf(offices: readonly string[]): ReadonlySet<Entity> {
    const key = offices.join();
    let holders = this.#holders.get(key);
    if (!holders) {
      holders = new Set(this.book.people.filter((person) => offices.some((office) => hasOffice(person, office))));
      this.#holders.set(key, holders);
    }
    return holders;
  }

  #body(noun: string, phrase: string, at: Omit<Trace, 'entity' | 'weight'>): Referent | null {
    if (!/^(?:the|this|that)\s/.test(phrase)) return null;
    const alike = this.book.organizationsWith(noun);
    if (alike.size > 0) return this.#best(at, (entity) => (alike.has(entity) ? 1 : 0), 60);
    const found = this.#best(
      at,
      (entity) => (entity.kind === 'ORGANIZATION' ? (entity === this.mainBody ? 2 : 1) : 0),
      12,
    );
    if (found) return { ...found, certainty: found.certainty * 0.9 };
    return this.mainBody && { entity: this.mainBody, certainty: 0.7 };
  }

  /** The candidate whose traces weigh most; each sentence and paragraph in between makes a trace fainter. */
  #best(at: Omit<Trace, 'entity' | 'weight'>, suits: (entity: Entity) => number, reach = 14): Referent | null {
    const scores = new Map<Entity, { readonly best: number; readonly sum: number }>();
    const last = Math.max(0, this.#traces.length - MOST_TRACES);
    for (let index = this.#traces.length - 1; index >= last; index--) {
      const trace = this.#traces[index] as Trace;
      if (trace.offset >= at.offset) continue;
      const distance = at.sentence - trace.sentence;
      if (distance > reach) break;
      const fitting = suits(trace.entity);
      if (fitting === 0) continue;
      const fading = 0.62 ** distance * 0.93 ** Math.max(0, at.paragraph - trace.paragraph);
      const score = trace.weight * fitting * Math.max(fading, 1e-6);
      const known = scores.get(trace.entity);
      // The clearest trace counts in full, the others a little: whoever is named again and again stays in mind.
      scores.set(
        trace.entity,
        known ? { best: Math.max(known.best, score), sum: known.sum + score } : { best: score, sum: score },
      );
    }
    let [best, second]: [Entity | null, number] = [null, 0];
    let top = 0;
    for (const [entity, { best: clearest, sum }] of scores) {
      const score = clearest + 0.12 * Math.min(sum - clearest, clearest);
      if (score > top) [best, second, top] = [entity, top, score];
      else if (score > second) second = score;
    }
    if (best === null || best.name === '') return null;
    return { entity: best, certainty: 0.5 + 0.5 * Math.min(1, (top - second) / (0.6 * top)) };
  }
}

const isBodyNoun = (noun: string): boolean => BODY_NOUNS.has(noun) && !PAPER_NOUNS.has(noun);

/** Nouns that say which office; where nobody in the document holds it, nobody is meant for certain. */
const isOffice = (noun: string): boolean =>
  /^(?:president|chairman|chairwoman|ceo|cfo|executive|officer|spokesman|spokeswoman|spokesperson|analyst|economist|judge|mayor|governor|official|lawyer|attorney|professor|reporter)$/.test(
    noun,
  );

/** The offices that a phrase can mean: "the chief executive" is a CEO, "the finance chief" a CFO. */
function officesIn(phrase: string, noun: string): string[] {
  if (/\b(?:chief executive|ceo)\b/.test(phrase)) return ['ceo', 'chief executive'];
  if (/\b(?:chief financial|finance chief|cfo)\b/.test(phrase)) return ['cfo', 'chief financial', 'finance chief'];
  if (/\b(?:chief operating|coo)\b/.test(phrase)) return ['coo', 'chief operating'];
  if (noun === 'executive' || noun === 'officer') return ['chief', 'ceo', 'executive'];
  if (noun === 'chief' || noun === 'boss') return ['ceo', 'chief', 'boss'];
  if (noun === 'lawyer' || noun === 'attorney') return ['lawyer', 'attorney', 'counsel'];
  if (noun === 'senator') return ['senator', 'sen'];
  if (/^(?:congressman|congresswoman|representative|lawmaker)$/.test(noun))
    return ['representative', 'rep', 'congressman', 'congresswoman', 'sen', 'senator'];
  if (/^(?:nominee|candidate)$/.test(noun)) return ['nominee', 'candidate'];
  if (noun === 'professor' || noun === 'scholar') return ['professor', 'prof', 'scholar'];
  if (noun === 'governor') return ['governor', 'gov'];
  return [noun];
}

function hasOffice(person: Entity, office: string): boolean {
  if (person.nouns.has(office)) return true;
  const title = person.title
    ?.toLowerCase()
    .split(/[^\p{L}]+/u)
    .join(' ');
  return title?.includes(office) ?? false;
}
