import { wordList } from '../../../language/lexicon/word-list';
import { type Gender, genderOfName } from '../../../language/name/given-name';
import { isHonorific } from '../../../language/name/honorific';
import { isNoPerson } from '../../../language/name/no-person';
import type { TextRange } from '../../../language/span';
import { BodyIndex } from './body-index';
import { type Entity, type EntityMention, newEntity } from './entity';
import { type FoundRun, loweredIn, type NamedParagraph, namesInHeadline, runsOf, standsAlone } from './found-run';
import { FUNCTION_WORDS } from './lexicon/function-word';
import { genderOfNoun, PERSON_NOUNS } from './lexicon/role-noun';
import { speechVerb } from './lexicon/speech-verb';
import { isMarkedVerb } from './lexicon/verb-form';
import { loneSurnames } from './lone-surname';
import { isMisspelling, isSamePerson, mostLikely, surnameOf } from './name-match';
import { lastTitle, personInRun, withoutGeneration } from './name-run';
import { organizationEvidence } from './organization-evidence';
import { describe, genderOfTitle } from './person-office';
import { printed, titleAfter, titleBefore } from './title-phrase';
import type { Token } from './token';

/** Given names that are words, months, places or firms just as often. */
const AMBIGUOUS = wordList('ambiguous-names');

/** Relations before a given name that needs no surname. */
const RELATIONS = wordList('relations');

/** More of one surname than any text tells apart; a further one is somebody whom nobody can mean by the surname alone. */
const MOST_NAMESAKES = 24;
/** Far more people than an article names. In lists beyond it, slips and given names are held against the first ones alone. */
const MOST_PEOPLE = 300;

/** As the text has it: `Brindle Outfitters, Inc.` */
const nameOf = ({ paragraph, from, to }: FoundRun): string => printed(paragraph.tokens.slice(from, to));

/** O’Neill and O'Neill are one surname. */
const plainKey = (surname: string): string => surname.toLowerCase().replace(/’/g, "'");

/** Whether a phrase for somebody's office, trade or relation ends before a comma. */
function isOffice(tokens: readonly Token[], comma: number): boolean {
  for (let at = comma - 1; at >= 0 && comma - at < 8; at--) {
    const { lower, kind, isCapital } = tokens[at] as Token;
    if (PERSON_NOUNS.has(lower)) return true;
    const isTail = at < comma - 1 || isCapital || kind === 'word';
    if (!isTail || kind === 'punctuation' || isMarkedVerb(lower)) return false;
  }
  return false;
}

/** Everybody and every body that a document names, with each place of a name. */
export class NameBook {
  readonly people: Entity[] = [];
  readonly organizations: Entity[] = [];
  /** By the offset where the name, without titles, starts. */
  readonly mentions = new Map<number, EntityMention>();
  readonly #bySurname = new Map<string, Entity[]>();
  readonly #organizations = new Map<string, Entity>();
  readonly #bodies = new BodyIndex();

  /** Words that somewhere are a name by themselves, right before a verb of saying or with a possessive. */
  readonly #alone: ReadonlySet<string>;

  constructor(paragraphs: readonly NamedParagraph[]) {
    const printed = paragraphs.flatMap((paragraph) => runsOf(paragraph));
    this.#alone = new Set(printed.filter(standsAlone).map(({ words }) => words[0] as string));
    const runs = printed.flatMap((run) => namesInHeadline(run, this.#alone));
    const lowered = loweredIn(paragraphs);
    const unnamed = runs.filter((run) => !this.#addPerson(run));
    const rest = unnamed.filter((run) => !this.#addRelative(run));
    this.#addLone(rest, lowered);
    this.#findOrganizations(rest, lowered);
    for (const run of rest) this.#addSurname(run, lowered);
    for (const entity of [...this.people, ...this.organizations]) entity.mentions.sort((a, b) => a.start - b.start);
  }

  /** People of a surname, or bodies of a name, as printed. */
  peopleOf(surname: string): readonly Entity[] {
    return this.#bySurname.get(plainKey(surname)) ?? [];
  }

  #addPerson(run: FoundRun): boolean {
    const { tokens } = run.paragraph;
    const before = titleBefore(tokens, run.from);
    // "pastor of Emanuel Baptist" is where he serves.
    const isTitled =
      before.title !== null && !/s$/.test(before.nouns.at(-1) ?? '') && tokens[run.from - 1]?.lower !== 'of';
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
  #unknownGivenName({ paragraph, words, from, to }: FoundRun): readonly [number, number] | null {
    const { tokens } = paragraph;
    if (
      words.length < 2 ||
      words.length > 4 ||
      words.includes('&') ||
      isNoPerson(words) ||
      FUNCTION_WORDS.has((words[0] as string).toLowerCase())
    )
      return null;
    if (
      words.some(
        (word) =>
          /^\p{Lu}{2,}$/u.test(word) ||
          /^\p{Lu}\p{Ll}+\p{Lu}/u.test(word.replace(/^(?:Mc|Mac|De|Di|La|Le|Lu|Van|Fitz|Jo|Ma)(?=\p{Lu})/u, '')),
      )
    )
      return null;
    if (organizationEvidence(tokens, { from, to, isInitial: false }) > 1) return null;
    if (words.some((word) => isHonorific(word.toLowerCase()) || PERSON_NOUNS.has(word.toLowerCase()))) return null;
    const [first, last] = [words[0] as string, words.at(-1) as string];
    // The last word stands alone elsewhere, the first never does: a surname. "Orbis" for Orbis Pay is the other way round.
    // In a headline the first may be any word: "Calls Orbis".
    const isHeadline = paragraph.index < 0;
    if (!isHeadline && this.#alone.has(last) && !this.#alone.has(first) && words.length < 4) return [0, words.length];
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
    // `Its foreign policy chief, Oda Brekke, said`
    if (words.length < 4 && tokens[to]?.text === ',' && tokens[from - 1]?.text === ',' && isOffice(tokens, from - 1))
      return [0, words.length];
    const after = titleAfter(tokens, to);
    if (tokens[to]?.text === ',' && after.nouns.length > 0) return [0, words.length];
    return null;
  }

  /** Those among whom somebody is looked for by less than a surname. */
  #known(): readonly Entity[] {
    return this.people.length > MOST_PEOPLE ? this.people.slice(0, MOST_PEOPLE) : this.people;
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
    const key = plainKey(person.surname);
    const namesakes = this.#bySurname.get(key);
    if (!namesakes) this.#bySurname.set(key, [person]);
    else if (namesakes.length < MOST_NAMESAKES) namesakes.push(person);
    return person;
  }

  /** `His widow, Shanice, sat`: a given name alone, between the commas after a relation. */
  #addRelative(run: FoundRun): boolean {
    const { tokens } = run.paragraph;
    const [name] = run.words;
    const noun = tokens[run.from - 2]?.lower ?? '';
    if (run.words.length !== 1 || name === undefined || this.peopleOf(name).length > 0) return false;
    if (tokens[run.from - 1]?.text !== ',' || !/^[,.]$/.test(tokens[run.to]?.text ?? '')) return false;
    if (!RELATIONS.has(noun) || !/^\p{Lu}\p{Ll}+$/u.test(name)) return false;
    const person = this.#enter(newEntity('PERSON', name, name.toLowerCase()), genderOfNoun(noun) ?? genderOfName(name));
    person.nouns.add(noun);
    this.#mention(person, run.paragraph, run.from, run.to, true);
    return true;
  }

  /** People whom the document calls by a surname alone. */
  #addLone(runs: readonly FoundRun[], lowered: ReadonlySet<string>): void {
    for (const { name, gender } of loneSurnames(runs, lowered))
      if (this.peopleOf(name).length === 0) this.#enter(newEntity('PERSON', name, name.toLowerCase()), gender);
  }

  #findOrganizations(runs: readonly FoundRun[], lowered: ReadonlySet<string>): void {
    const scores = new Map<string, number>();
    const firms = new Set(this.people.flatMap(({ firm }) => (firm ? [firm] : [])));
    for (const run of runs) {
      const name = nameOf(run);
      const isCommon = run.isInitial && run.words.length === 1 && lowered.has(name.toLowerCase());
      const score = isCommon ? 0 : organizationEvidence(run.paragraph.tokens, run) + (firms.has(name) ? 2 : 0);
      scores.set(name, (scores.get(name) ?? 0) + score);
    }
    // Full names first, so that their first words are known as short for them.
    const byLength = runs.filter(({ words }) => words.length > 1).sort((a, b) => b.words.length - a.words.length);
    for (const run of byLength) this.#addOrganization(run, scores);
    for (const run of runs) if (run.words.length === 1) this.#addOrganization(run, scores);
    if (this.organizations.length === 0) this.#likeliestBody(runs, lowered);
  }

  /** Where no body is told for certain: the name without a person that comes up most, twice at least, in places of a subject. */
  #likeliestBody(runs: readonly FoundRun[], lowered: ReadonlySet<string>): void {
    const counts = new Map<string, number>();
    for (const run of runs) {
      const name = nameOf(run);
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
    const name = nameOf(run);
    const score = this.#bodyBeginningWith(name) ? 2 : (scores.get(name) ?? 0);
    if (score < 2 || this.mentions.has((run.paragraph.tokens[run.from] as Token).start)) return;
    if (run.words.length === 1 && this.peopleOf(name).length > 0) return;
    const whole = this.#bodyBeginningWith(name);
    if (whole) {
      whole.aliases.add(name);
      this.#mention(whole, run.paragraph, run.from, run.to, false);
      return;
    }
    this.#mention(this.organization(name), run.paragraph, run.from, run.to, true);
  }

  /** The only body whose name begins with a word: Brightwell for Brightwell Stores. */
  #bodyBeginningWith(word: string): Entity | null {
    return word.length < 4 ? null : this.#bodies.beginningWith(word);
  }

  /** Bodies with a word in their names, in lower case. */
  organizationsWith(word: string): ReadonlySet<Entity> {
    return this.#bodies.withWord(word);
  }

  /** The body of a name; entered when it is new. */
  organization(name: string): Entity {
    const key = name.toLowerCase();
    let entity = this.#organizations.get(key);
    if (!entity) {
      entity = newEntity('ORGANIZATION', name, key);
      this.#organizations.set(key, entity);
      this.organizations.push(entity);
      this.#bodies.add(entity);
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
    if (title < 0 && this.#addFirstName(run)) return;
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

  /** `Kevin was asleep`: somebody whom the document calls by a given name alone. */
  #addFirstName(run: FoundRun): boolean {
    const [name] = run.words;
    if (run.words.length !== 1 || name === undefined || genderOfName(name) === null || AMBIGUOUS.has(name))
      return false;
    if (this.peopleOf(name).length > 0 || this.#known().some((person) => person.name.startsWith(`${name} `)))
      return false;
    const { tokens } = run.paragraph;
    const isRelative = PERSON_NOUNS.has(tokens[run.from - 1]?.lower ?? '');
    if (/^(?:of|in|at|from|near|to)$/.test(tokens[run.from - 1]?.lower ?? '')) return false;
    if (!isRelative && !this.#alone.has(name)) return false;
    if (organizationEvidence(tokens, run) > 1) return false;
    this.#mention(
      this.#enter(newEntity('PERSON', name, name.toLowerCase()), genderOfName(name)),
      run.paragraph,
      run.from,
      run.to,
      true,
    );
    return true;
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
        ? this.#known().filter((person) => isMisspelling(person.surname, surname))
        : [];
    if (alike.length === 1) return alike[0] as Entity;
    const given =
      core.length === 1 ? this.#known().filter(({ name }) => name.startsWith(`${core[0]} `) || name === core[0]) : [];
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
        ? titles.every((word) => isHonorific(word) || PERSON_NOUNS.has(word) || /^[\p{L}-]+$/u.test(word))
        : nouns.length > 0;
    if (!isTitled || core.length > 2 || isNoPerson(core) || /^\p{Lu}{2,}$/u.test(core.at(-1) as string)) return null;
    if (titles.length === 0 && run.paragraph.tokens[run.from - 1]?.lower === 'of') return null;
    if (titles.length === 0 && core.length === 1 && organizationEvidence(run.paragraph.tokens, run) > 0) return null;
    // "Managing Director & Head" goes on with offices, not with a name.
    if (titles.at(-1) === 'first') return null;
    if (
      core.some(
        (word) => word === '&' || FUNCTION_WORDS.has(word.toLowerCase()) || PERSON_NOUNS.has(word.toLowerCase()),
      )
    )
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
