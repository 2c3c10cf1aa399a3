import type { TextRange } from '../../neutral-document';
import { type Entity, type EntityMention, newEntity } from './entity';
import { FUNCTION_WORDS } from './lexicon/function-word';
import { type Gender, genderOfName } from './lexicon/given-name';
import { genderOfNoun, HONORIFICS, PERSON_NOUNS } from './lexicon/role-noun';
import { speechVerb } from './lexicon/speech-verb';
import { isMarkedVerb } from './lexicon/verb-form';
import { lastTitle, type NameRun, nameRuns, personInRun, withoutGeneration } from './name-run';
import { organizationEvidence } from './organization-evidence';
import { type TitlePhrase, titleAfter, titleBefore } from './title-phrase';
import type { Token } from './token';

/** A paragraph, or the headline (index -1), with its words; quotations are not folded. */
export interface NamedParagraph {
  readonly index: number;
  readonly tokens: readonly Token[];
  readonly isQuoted: (offset: number) => boolean;
}

interface FoundRun extends NameRun {
  readonly paragraph: NamedParagraph;
  readonly words: readonly string[];
}

/** Everybody and every body that a document names, with each place of a name. */
export class NameBook {
  readonly people: Entity[] = [];
  readonly organizations: Entity[] = [];
  /** By the offset where the name, without titles, starts. */
  readonly mentions = new Map<number, EntityMention>();
  readonly #bySurname = new Map<string, Entity[]>();
  readonly #organizations = new Map<string, Entity>();

  /** Words that somewhere are a name by themselves, right before a verb of saying or with a possessive. */
  readonly #alone: ReadonlySet<string>;

  constructor(paragraphs: readonly NamedParagraph[]) {
    const runs = paragraphs.flatMap((paragraph) => runsOf(paragraph));
    this.#alone = new Set(runs.filter(standsAlone).map(({ words }) => words[0] as string));
    const lowered = loweredIn(paragraphs);
    const rest = runs.filter((run) => !this.#addPerson(run));
    this.#findOrganizations(rest, lowered);
    for (const run of rest) this.#addSurname(run, lowered);
    for (const entity of [...this.people, ...this.organizations]) entity.mentions.sort((a, b) => a.start - b.start);
  }

  /** People of a surname, or bodies of a name, as printed. */
  peopleOf(surname: string): readonly Entity[] {
    return this.#bySurname.get(surname.toLowerCase()) ?? [];
  }

  #addPerson(run: FoundRun): boolean {
    const { tokens } = run.paragraph;
    const before = titleBefore(tokens, run.from);
    const isTitled = before.title !== null && !/s$/.test(before.nouns.at(-1) ?? '');
    const part = personInRun(run.words, isTitled) ?? this.#unknownGivenName(run);
    if (!part || part[1] - part[0] < 2) return false;
    const [from, to] = [run.from + part[0], run.from + part[1]];
    const words = run.words.slice(part[0], part[1]);
    const core = withoutGeneration(words);
    const surname = surnameOf(core);
    const person = this.#person(core, surname);
    describe(person, tokens, from, to, run.words);
    this.#mention(person, run.paragraph, from, to, true);
    return true;
  }

  /** Two or three capitals that no lexicon knows, in a place where only a person stands: beside an office or a verb of saying. */
  #unknownGivenName({ paragraph: { tokens }, words, from, to }: FoundRun): readonly [number, number] | null {
    if (
      words.length < 2 ||
      words.length > 4 ||
      words.includes('&') ||
      FUNCTION_WORDS.has((words[0] as string).toLowerCase())
    )
      return null;
    if (words.some((word) => /^\p{Lu}{2,}$/u.test(word) || /^\p{Lu}\p{Ll}+\p{Lu}/u.test(word.replace(/^Mc|^Mac/, ''))))
      return null;
    if (organizationEvidence(tokens, { from, to, isInitial: false }) > 1) return null;
    if (words.some((word) => HONORIFICS.has(word.toLowerCase()) || PERSON_NOUNS.has(word.toLowerCase()))) return null;
    const [first, last] = [words[0] as string, words.at(-1) as string];
    // The last word stands alone elsewhere, the first never does: a surname. "Orbis" for Orbis Pay is the other way round.
    if (this.#alone.has(last) && !this.#alone.has(first) && words.length < 4) return [0, words.length];
    // `Marit Dahl, who announced`
    if (words.length < 4 && tokens[to]?.text === ',' && /^(?:who|whose|whom)$/.test(tokens[to + 1]?.lower ?? ''))
      return [0, words.length];
    // `Quina Jones, 25, said`
    if (
      words.length < 4 &&
      tokens[to]?.text === ',' &&
      /^\d{2}$/.test(tokens[to + 1]?.text ?? '') &&
      tokens[to + 2]?.text === ','
    )
      return [0, words.length];
    const after = titleAfter(tokens, to);
    if (tokens[to]?.text === ',' && after.nouns.length > 0) return [0, words.length];
    return null;
  }

  #person(core: readonly string[], surname: string): Entity {
    const name = core.join(' ');
    const known = this.peopleOf(surname).find((person) => isSamePerson(person.name, name));
    if (known) {
      if (name.length > known.name.length) {
        known.aliases.add(known.name);
        known.name = name;
      } else if (name !== known.name) known.aliases.add(name);
      return known;
    }
    return this.#enter(newEntity('PERSON', name, surname), genderOfName(core[0] as string));
  }

  #enter(person: Entity, gender: Gender | null): Entity {
    person.gender = gender;
    this.people.push(person);
    this.#bySurname.set(person.surname, [...this.peopleOf(person.surname), person]);
    return person;
  }

  #findOrganizations(runs: readonly FoundRun[], lowered: ReadonlySet<string>): void {
    const scores = new Map<string, number>();
    const firms = new Set(this.people.flatMap(({ firm }) => (firm ? [firm] : [])));
    for (const run of runs) {
      const name = run.words.join(' ');
      const isCommon = run.isInitial && run.words.length === 1 && lowered.has(name.toLowerCase());
      const score = isCommon ? 0 : organizationEvidence(run.paragraph.tokens, run) + (firms.has(name) ? 2 : 0);
      scores.set(name, (scores.get(name) ?? 0) + score);
    }
    // Full names first, so that their first words are known as short for them.
    for (const run of runs) if (run.words.length > 1) this.#addOrganization(run, scores);
    for (const run of runs) if (run.words.length === 1) this.#addOrganization(run, scores);
    if (this.organizations.length === 0) this.#likeliestBody(runs, lowered);
  }

  /** Where no body is told for certain: the name without a person that comes up most, twice at least, in places of a subject. */
  #likeliestBody(runs: readonly FoundRun[], lowered: ReadonlySet<string>): void {
    const counts = new Map<string, number>();
    for (const run of runs) {
      const name = run.words.join(' ');
      if (
        run.words.length > 2 ||
        lowered.has(name.toLowerCase()) ||
        this.peopleOf(run.words.at(-1) as string).length > 0
      )
        continue;
      if (standsAlone({ ...run, words: [name] }) && organizationEvidence(run.paragraph.tokens, run) >= 0)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    if (!best || best[1] < 2) return;
    const scores = new Map([[best[0], 2]]);
    for (const run of runs) this.#addOrganization(run, scores);
  }

  #addOrganization(run: FoundRun, scores: ReadonlyMap<string, number>): void {
    const name = run.words.join(' ');
    const score = run.words.length === 1 && this.#bodyBeginningWith(name) ? 2 : (scores.get(name) ?? 0);
    if (score < 2 || this.mentions.has((run.paragraph.tokens[run.from] as Token).start)) return;
    if (run.words.length === 1 && this.peopleOf(name).length > 0) return;
    const whole = run.words.length === 1 ? this.#bodyBeginningWith(name) : null;
    if (whole) {
      whole.aliases.add(name);
      this.#mention(whole, run.paragraph, run.from, run.to, false);
      return;
    }
    this.#mention(this.organization(name), run.paragraph, run.from, run.to, true);
  }

  /** The only body whose name begins with a word: Brightwell for Brightwell Stores. */
  #bodyBeginningWith(word: string): Entity | null {
    if (word.length < 4) return null;
    const found = this.organizations.filter(({ name }) => name.startsWith(`${word} `));
    return found.length === 1 ? (found[0] as Entity) : null;
  }

  /** The body of a name; entered when it is new. */
  organization(name: string): Entity {
    const key = name.toLowerCase();
    let entity = this.#organizations.get(key);
    if (!entity) {
      entity = newEntity('ORGANIZATION', name, key);
      this.#organizations.set(key, entity);
      this.organizations.push(entity);
    }
    return entity;
  }

  /** A surname, with or without a title; a title and a name that nothing else tells makes somebody new. */
  #addSurname(run: FoundRun, lowered: ReadonlySet<string>): void {
    const { tokens } = run.paragraph;
    if (this.mentions.has((tokens[run.from] as Token).start)) return;
    const title = lastTitle(run.words);
    const core = withoutGeneration(run.words.slice(title + 1));
    const before = titleBefore(tokens, run.from);
    if (core.length === 0 || core.length > 3) return;
    if (
      core.length === 1 &&
      run.isInitial &&
      title < 0 &&
      lowered.has((core[0] as string).toLowerCase()) &&
      !this.peopleOf(core[0] as string).length
    )
      return;
    const gender = genderOfTitle(run.words.slice(0, title + 1));
    const from = run.from + title + 1;
    const place = (tokens[from] as Token).start;
    const person =
      this.#bySurnameAt(core, gender, place) ??
      this.#newTitled(run, core, title, gender, before.title !== null && title < 0 ? before.nouns : []);
    if (!person) return;
    if (gender) person.gender ??= gender;
    describe(person, tokens, from, run.to, run.words);
    this.#mention(person, run.paragraph, from, run.to, false);
  }

  #bySurnameAt(core: readonly string[], gender: Gender | null, place: number): Entity | null {
    const surname = surnameOf(core);
    const known = this.peopleOf(surname).filter(
      (person) => gender === null || person.gender === null || person.gender === gender,
    );
    const named = core.length > 1 ? known.filter(({ name }) => name.endsWith(core.join(' '))) : known;
    if (named.length > 0) return mostLikely(named, place);
    const alike =
      named.length === 0 && core.length === 1 && surname.length >= 6
        ? this.people.filter((person) => isMisspelling(person.surname, surname))
        : [];
    if (alike.length === 1) return alike[0] as Entity;
    const given = core.length === 1 ? this.people.filter(({ name }) => name.split(' ')[0] === core[0]) : [];
    return given.length === 1 ? (given[0] as Entity) : null;
  }

  /** `Mr. Khan`, `President Obama`, `analyst Okafor`, where no fuller name is known. */
  #newTitled(
    run: FoundRun,
    core: readonly string[],
    title: number,
    gender: Gender | null,
    nouns: readonly string[],
  ): Entity | null {
    const titles = run.words.slice(0, title + 1).map((word) => word.replace(/\.$/, '').toLowerCase());
    const isTitled =
      titles.length > 0
        ? titles.every((word) => HONORIFICS.has(word) || PERSON_NOUNS.has(word) || /^[\p{L}-]+$/u.test(word))
        : nouns.length > 0;
    if (!isTitled || core.length > 2 || /^\p{Lu}{2,}$/u.test(core.at(-1) as string)) return null;
    if (titles.length === 0 && run.paragraph.tokens[run.from - 1]?.lower === 'of') return null;
    if (titles.length === 0 && core.length === 1 && organizationEvidence(run.paragraph.tokens, run) > 0) return null;
    if (FUNCTION_WORDS.has((core[0] as string).toLowerCase()) || PERSON_NOUNS.has((core[0] as string).toLowerCase()))
      return null;
    if (
      titles.length > 0 &&
      /^(?:first|general|chief|vice|prime|leader|board|party|house|senate|judge|director)$/.test(
        titles.at(-1) as string,
      ) &&
      core.length === 1
    ) {
      if (!speechVerb(run.paragraph.tokens[run.to]?.lower ?? '')) return null;
    }
    return this.#enter(
      newEntity('PERSON', core.join(' '), surnameOf(core)),
      gender ?? (core.length > 1 ? genderOfName(core[0] as string) : null),
    );
  }

  #mention(entity: Entity, paragraph: NamedParagraph, from: number, to: number, isFull: boolean): void {
    const { tokens } = paragraph;
    const [first, last] = [tokens[from] as Token, tokens[to - 1] as Token];
    const { from: titleFrom } = titleBefore(tokens, from);
    const range: TextRange = { start: first.start, end: last.end };
    const titled = { start: (tokens[Math.min(titleFrom, from)] as Token).start, end: last.end };
    const mention = {
      ...range,
      entity,
      paragraph: paragraph.index,
      titled,
      isFull,
      isQuoted: paragraph.isQuoted(first.start),
    };
    entity.mentions.push(mention);
    this.mentions.set(first.start, mention);
  }
}

/** The words that somewhere are written small: with a capital at a sentence's start they are no names. */
function loweredIn(paragraphs: readonly NamedParagraph[]): ReadonlySet<string> {
  const lowered = new Set<string>();
  for (const { tokens } of paragraphs) for (const { isCapital, lower } of tokens) if (!isCapital) lowered.add(lower);
  return lowered;
}

function standsAlone({ words, paragraph, from, to }: FoundRun): boolean {
  const [before, next] = [paragraph.tokens[from - 1], paragraph.tokens[to]];
  if (words.length !== 1 || !next || FUNCTION_WORDS.has((words[0] as string).toLowerCase())) return false;
  if (
    /^(?:['’]s|and|,|had|has|is|was|will|would)$/.test(next.lower) ||
    speechVerb(next.lower) !== null ||
    isMarkedVerb(next.lower)
  )
    return true;
  return speechVerb(before?.lower ?? '')?.strength === 'say';
}

function runsOf(paragraph: NamedParagraph): FoundRun[] {
  const { tokens } = paragraph;
  const startsSentence = (index: number): boolean => {
    const before = tokens[index - 1];
    return (
      !before ||
      /^[.!?…:“"‘'•(]$/.test(before.text) ||
      (before.text === '”' && /^[.!?…]$/.test(tokens[index - 2]?.text ?? ''))
    );
  };
  return nameRuns(tokens, startsSentence).flatMap((run) =>
    splitAtTitle({ ...run, paragraph, words: tokens.slice(run.from, run.to).map(({ text }) => text) }),
  );
}

/** `Meta CEO Mark Zuckerberg` is a body's run and a person's. */
function splitAtTitle(run: FoundRun): FoundRun[] {
  const first = run.words.findIndex(
    (word) => HONORIFICS.has(word.replace(/\.$/, '').toLowerCase()) && !/^(?:First|General|House|Attorney)$/.test(word),
  );
  if (first <= 0 || first >= run.words.length - 1) return [run];
  const head = run.words.slice(0, first);
  if (personInRun(head, false))
    return [
      { ...run, words: head, to: run.from + first },
      { ...run, isInitial: false, words: run.words.slice(first), from: run.from + first },
    ];
  return [
    { ...run, words: head, to: run.from + first },
    { ...run, isInitial: false, words: run.words.slice(first), from: run.from + first },
  ];
}

/** `finance chief Jane Roe`, and `The company's finance chief, Jane Roe,`. */
function officeBefore(tokens: readonly Token[], from: number, to: number): TitlePhrase {
  const direct = titleBefore(tokens, from);
  if (direct.title !== null || tokens[from - 1]?.text !== ',' || !/^[,:]$/.test(tokens[to]?.text ?? '')) return direct;
  const apart = titleBefore(tokens, from - 1);
  const owner = tokens[apart.from - 1];
  return apart.title !== null && (!owner || /^(?:['’]s|the|its|his|her|their|[.])$/.test(owner.lower)) ? apart : direct;
}

/** `became chief executive`, `was named CEO`, `, 45, as chief executive`. */
function officeTold(tokens: readonly Token[], to: number): TitlePhrase | null {
  let at = to;
  if (tokens[at]?.text === ',' && tokens[at + 1]?.kind === 'number' && tokens[at + 2]?.text === ',') at += 3;
  if (!/^(?:became|becomes|as|was|is|remains|took)$/.test(tokens[at]?.lower ?? '')) return null;
  at++;
  while (/^(?:named|appointed|over|made|elected|the|a|an|its|as|been)$/.test(tokens[at]?.lower ?? '')) at++;
  let end = at;
  while (end - at < 6 && tokens[end] && titleBefore(tokens, end + 1).from <= at) end++;
  const told = end > at ? titleBefore(tokens, end) : null;
  return told?.title ? { ...told, firm: null } : null;
}

const isFormer = (title: string): boolean => /^(?:a |an |the )?(?:former|ex-|retired)/i.test(title);

function describe(person: Entity, tokens: readonly Token[], from: number, to: number, words: readonly string[]): void {
  const before = officeBefore(tokens, from, to);
  const behind = titleAfter(tokens, to);
  const after = behind.title === null || isFormer(behind.title) ? (officeTold(tokens, to) ?? behind) : behind;
  for (const noun of [...before.nouns, ...after.nouns]) {
    person.nouns.add(noun);
    person.gender ??= genderOfNoun(noun);
  }
  for (const word of words)
    if (HONORIFICS.has(word.replace(/\.$/, '').toLowerCase())) person.nouns.add(word.replace(/\.$/, '').toLowerCase());
  person.gender ??= genderOfTitle(tokens.slice(Math.max(0, from - 2), from).map(({ text }) => text));
  if (
    person.title === null ||
    isFormer(person.title) ||
    (after.title !== null && person.firm === null && after.firm !== null)
  ) {
    const told = after.title !== null ? after : before;
    person.title = told.title ?? person.title;
    person.firm = told.firm ?? person.firm;
  }
  person.firm ??= after.firm;
}

const genderOfTitle = (titles: readonly string[]): Gender | null => {
  for (const title of titles) {
    const gender = genderOfNoun(title.replace(/\.$/, '').toLowerCase());
    if (gender) return gender;
  }
  return null;
};

const surnameOf = (core: readonly string[]): string => (core.at(-1) as string).toLowerCase();

const SHORT = new Map(
  'Bill:William Will:William Bob:Robert Rob:Robert Dick:Richard Rick:Richard Jim:James Jack:John Tony:Anthony Ted:Edward Ed:Edward Ned:Edward Peggy:Margaret Meg:Margaret Liz:Elizabeth Beth:Elizabeth Betty:Elizabeth Chuck:Charles Charlie:Charles Hank:Henry Harry:Henry Larry:Lawrence Mike:Michael Mick:Michael Nick:Nicholas Kate:Katherine Kathy:Katherine Sue:Susan Andy:Andrew Drew:Andrew Ron:Ronald Tom:Thomas Steve:Steven Dave:David Joe:Joseph Sandy:Alexander Bernie:Bernard Mitch:Mitchell'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** Ken for Kenneth, Bill for William. */
const isNickname = (short: string, long: string): boolean =>
  SHORT.get(short) === long ||
  (short.length >= 3 && short.length < long.length && long.startsWith(short) && !/[ay]$/.test(short));

/** The same surname, and given names that do not contradict: Marc H. Morial and Marc Morial, J. Smith and John Smith. */
function isSamePerson(a: string, b: string): boolean {
  const [given, other] = [a.split(' ')[0] as string, b.split(' ')[0] as string];
  if (!a.includes(' ') || !b.includes(' ')) return true;
  if (given === other || isNickname(given, other) || isNickname(other, given)) return true;
  return (/^\p{L}\.?$/u.test(given) || /^\p{L}\.?$/u.test(other)) && given[0] === other[0];
}

/** One letter too few, too many, other or swapped, after the first two. */
function isMisspelling(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || a.slice(0, 2) !== b.slice(0, 2)) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

/** Of namesakes, the one named in full last, but the document's main figure needs no full name. */
function mostLikely(people: readonly Entity[], place: number): Entity {
  if (people.length === 1) return people[0] as Entity;
  const score = ({ mentions }: Entity): number => {
    let best = 0;
    // The latest of very many tell as much as all.
    for (const { start, isFull, paragraph } of mentions.slice(-80))
      if (isFull) best += start < place ? (paragraph < 0 ? 2 : 1) + (place - start < 400 ? 1.5 : 0) : 0.2;
    return best;
  };
  return people.reduce((best, person) => (score(person) > score(best) ? person : best));
}
