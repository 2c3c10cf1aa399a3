import { EarshotError } from '../../platform/errors';
import type { Known, KnownCompany, KnownPerson } from '../known/known';
import { type Place, type Word, wordsOf } from '../text/word';
import { anchorOf } from './anchor';
import { findPeriods } from './find-periods';
import { type Gathered, gather, type PlacedUnknown } from './gather';
import { hintOf, listNames } from './hint';
import { type AskTarget, type Interpretation, NOTHING } from './interpretation';
import { blank, type Item, itemsOf, type NameItem, quotationsOf } from './item';
import { groupPeriods, ONLY_A_RANGE, readTimes } from './join-periods';
import { type ChosenNames, chooseNames } from './name-choice';
import { noPeriodIn } from './no-period';
import { sortTerms } from './term-choice';
import { readUnknown, type UnknownReading } from './unknown-name';

/** Longer questions are refused: no question is that long, and every rule looks at all of it. */
export const LONGEST_QUESTION = 500;

/** Names alike are looked for so often in one question: each time, all words of all names are compared. */
const MOST_LOOKED_ALIKE = 5;

/**
 * Reads a question in plain words; asOf (YYYY-MM-DD) is the day on which it is asked. What is uncertain is not guessed: an unknown or an
 * ambiguous name gives an empty interpretation that says so. Throws BAD_USER_INPUT for more than LONGEST_QUESTION characters.
 */
export function interpret(question: string, asOf: string, graph: Known): Interpretation {
  const known = boundLookups(graph);
  const length = Array.from(question).length;
  if (length > LONGEST_QUESTION) {
    const message = `\`question\` has ${length} characters; at most ${LONGEST_QUESTION} are read.`;
    throw new EarshotError('BAD_USER_INPUT', message, { argument: 'question', limit: LONGEST_QUESTION });
  }
  const quotations = quotationsOf(question);
  const open = blank(question, quotations);
  const times = groupPeriods(open, findPeriods(open));
  const items = itemsOf(question, quotations, times, asOf, known);
  const gathered = gather(items);
  if (gathered.isUnsaid)
    return nothing('What was not said cannot be listed. Ask what was said about it, and see who is missing.');

  const chosen = chooseNames(gathered, asOf, known);
  const [ambiguous] = chosen.ambiguous;
  if (ambiguous) {
    const typed = textAt(question, ambiguous.place.item);
    return nothing(
      `"${typed}" may be ${listNames(ambiguous.candidates)}. Write the name in full.`,
      ambiguous.candidates,
    );
  }
  const [unheard] = chosen.unheard;
  if (unheard)
    return nothing(
      `No company called "${textAt(question, unheard.item)}" is known here; its name can only be asked about.`,
    );
  const noPeriod = noPeriodIn(
    open,
    times,
    items.flatMap((item) => (item.type === 'unknown' ? [item] : [])),
  );
  if (noPeriod !== null) return nothing(`"${noPeriod}" is no period. Write Q4 2024, FY2024, CY2024Q4 or 2024.`);
  const mindsCase = wordsOf(question).some(({ isCapital }) => isCapital);
  const readings = gathered.unknown.map((place) => ({ place, reading: readUnknown(place, mindsCase, known) }));
  for (const { place, reading } of readings) {
    if (reading.kind !== 'nobody') continue;
    const meant = reading.candidates.length > 0 ? ` Did you mean ${listNames(reading.candidates)}?` : '';
    return nothing(`Nobody here is called "${bareText(place.item.words)}".${meant}`, reading.candidates);
  }
  const excluded = [...gathered.cannotExclude, ...chosen.cannotExclude.map(({ item }) => item)][0];
  if (excluded) return nothing(`"${textAt(question, excluded)}" cannot be left out here: name what you want instead.`);

  const named = withMistyped(chosen, readings);
  const both = named.people.find(({ id }) => named.excludedPeople.some((person) => person.id === id));
  if (both) return nothing(`${both.name} is asked for and left out at once. Write which of the two is meant.`);
  const other = items.find((item, i) => isSomebodyElse(item, items[i - 1]));
  if (other) return nothing(`Who the "${textAt(question, other)}" is, is not known here. Write the name.`);
  const former = gathered.ignored.find((item) => item.type === 'wording' && item.rule === 'former office');
  if (former && named.people.length === 0)
    return nothing(`Write the name of the "${textAt(question, former)}": an office is known for the day of speaking.`);
  const anchor = anchorOf(companiesMeant(named, asOf, known), asOf, known);
  const time = readTimes(open, times, anchor);
  if (time.fault) return nothing(time.fault);

  const { isNumbers, topics, excludedTopics, metrics, asText, kept } = sortTerms(gathered, named);
  if (time.hasGap && !isNumbers) return nothing(ONLY_A_RANGE);
  const parts: (Place & { readonly text: string; readonly isNegated: boolean })[] = [
    ...quotations.map((quotation, i) => ({
      ...quotation,
      text: `"${quotation.text}"`,
      isNegated: gathered.quotations[i]?.isNegated ?? false,
    })),
    ...[...asText, ...named.asText].map(({ item, isNegated }) => ({
      ...item,
      text: textAt(question, item),
      isNegated,
    })),
    ...gathered.asText.map((item) => ({ ...item, text: textAt(question, item), isNegated: false })),
    ...readings.flatMap(({ place, reading }) =>
      reading.kind === 'text' && !isNumber(place.item.words)
        ? [{ ...place.item, text: bareText(place.item.words), isNegated: place.isNegated }]
        : [],
    ),
  ].sort((a, b) => a.start - b.start);
  const text = isNumbers ? null : printText(parts);
  const ignored = [
    ...gathered.ignored,
    ...kept.map(({ item }) => item),
    ...readings.filter(({ place }) => isNumber(place.item.words)).map(({ place }) => place.item),
  ]
    .sort((a, b) => a.start - b.start)
    .map((item) => textAt(question, item));

  const interpretation: Interpretation = {
    ...time.when,
    target: targetOf(gathered, named, isNumbers, asOf, known),
    companies: named.companies,
    excludedCompanies: named.excludedCompanies,
    people: named.people,
    excludedPeople: named.excludedPeople,
    firms: named.firms,
    topics,
    excludedTopics,
    executiveRoles: gathered.roles,
    excludedRoles: gathered.excludedRoles,
    sections: gathered.wantsQuestions ? [] : gathered.sections,
    directness: gathered.directness,
    metrics,
    text,
    ignored: [...new Set(ignored)],
    hint: null,
    candidates: [],
  };
  // Numbers are a company's as a whole, and exchanges have several speakers.
  const [alsoLeftOut] = [...gathered.leftOut, ...chosen.leftOut.map(({ item }) => item)];
  if (alsoLeftOut && (interpretation.target === 'METRICS' || interpretation.target === 'EXCHANGES'))
    return nothing(`"${textAt(question, alsoLeftOut)}" cannot be left out here: name what you want instead.`);
  if (!isReadable(interpretation, gathered, quotations.length > 0))
    return { ...nothing(hintOf(question, known)), ignored: interpretation.ignored };
  if (isNumbers && named.companies.length === 0)
    return { ...interpretation, hint: 'Name a company, or its symbol: numbers are those of a company.' };
  if (time.hasGap)
    return { ...interpretation, hint: 'What lies between these periods is shown too: numbers are shown for a range.' };
  const [one] = kept;
  if (one) {
    const hint = `"${textAt(question, one.item)}" is a word for a topic that is asked for, and was not left out. Leave words out with a minus: -"…".`;
    return { ...interpretation, hint };
  }
  return withPronounHint(interpretation);
}

/** `Zuckerberg's lawyer`: words of somebody else are asked for, not his. */
function isSomebodyElse(item: Item, before: Item | undefined): boolean {
  const isOther = item.type === 'wording' && item.rule === 'somebody else';
  return isOther && before?.type === 'name' && before.isPossessive && before.people.length > 0;
}

function boundLookups(known: Known): Known {
  let left = MOST_LOOKED_ALIKE;
  return { ...known, similarNames: (word) => (left-- > 0 ? known.similarNames(word) : []) };
}

function nothing(hint: string, candidates: readonly string[] = []): Interpretation {
  return { ...NOTHING, hint, candidates };
}

const textAt = (question: string, { start, end }: Place) => question.slice(start, end).trim();
/** "5" of "top 5": a number alone finds nothing that was meant. */
const isNumber = (words: readonly Word[]) => words.every(({ folded }) => /^\d+$/.test(folded));
const bareText = (words: readonly Word[]) => words.map(({ text }) => text.replace(/['’]s?$/, '')).join(' ');

/** In the syntax of a search engine: what was left out has a minus before each of its words. */
function printText(parts: readonly { readonly text: string; readonly isNegated: boolean }[]): string | null {
  const printed = parts.map(({ text, isNegated }) => {
    if (!isNegated) return text;
    return text.startsWith('"')
      ? `-${text}`
      : text
          .split(/\s+/)
          .map((word) => `-${word}`)
          .join(' ');
  });
  return printed.length > 0 ? printed.join(' ') : null;
}

/** Names with a slip of typing count as the ones that were meant. */
function withMistyped(
  chosen: ChosenNames,
  readings: readonly { readonly place: PlacedUnknown; readonly reading: UnknownReading }[],
): ChosenNames {
  const terms = [...chosen.terms];
  const companies = new Map<number, KnownCompany>(chosen.companies.map((company) => [company.id, company]));
  const people = new Map<number, KnownPerson>(chosen.people.map((person) => [person.id, person]));
  const excludedPeople = new Map<number, KnownPerson>(chosen.excludedPeople.map((person) => [person.id, person]));
  for (const { place, reading } of readings) {
    if (reading.kind !== 'mistyped') continue;
    if (reading.topic) terms.push({ place: { ...place, item: nameItem(place.item) }, terms: [reading.topic] });
    if (reading.company && !place.isNegated) companies.set(reading.company.id, reading.company);
    if (reading.person) (place.isNegated ? excludedPeople : people).set(reading.person.id, reading.person);
  }
  return {
    ...chosen,
    terms,
    companies: [...companies.values()],
    people: [...people.values()],
    excludedPeople: [...excludedPeople.values()],
  };
}

const nameItem = ({ start, end }: Place): NameItem => ({
  type: 'name',
  start,
  end,
  companies: [],
  people: [],
  firms: [],
  terms: [],
  isPossessive: false,
});

/** Whose quarters are meant: of the companies that are named, else of those for which the people speak. */
function companiesMeant({ companies, people }: ChosenNames, asOf: string, known: Known): number[] {
  if (companies.length > 0) return companies.map(({ id }) => id);
  return [...new Set(people.flatMap(({ id }) => known.occupationOf(id, asOf).companyIds.slice(0, 1)))];
}

function targetOf(
  gathered: Gathered,
  { people, firms }: ChosenNames,
  isNumbers: boolean,
  asOf: string,
  known: Known,
): AskTarget {
  if (isNumbers) return 'METRICS';
  if (gathered.wantsQuestions) return 'EXCHANGES';
  if (gathered.wantsAnalysts || firms.length > 0) return 'ANALYST_COMMENTS';
  const areOutside = people
    .map(({ id }) => known.occupationOf(id, asOf))
    .map(({ companyIds, isAnalyst }) => isAnalyst && companyIds.length === 0);
  return areOutside.length > 0 && areOutside.every(Boolean) ? 'ANALYST_COMMENTS' : 'STATEMENTS';
}

/** What an interpretation lists that was recognised. */
const NAMED = [
  'companies',
  'people',
  'excludedPeople',
  'firms',
  'topics',
  'excludedTopics',
  'executiveRoles',
  'excludedCompanies',
  'excludedRoles',
  'sections',
  'directness',
  'metrics',
] as const satisfies readonly (keyof Interpretation)[];

/** Unknown words alone are no question: they count beside a word of saying, or in quotation marks. */
function isReadable(read: Interpretation, gathered: Gathered, isQuoted: boolean): boolean {
  if (NAMED.some((list) => read[list].length > 0) || isQuoted) return true;
  if (read.period || read.periodFrom || read.periodTo || read.saidFrom || read.saidTo) return true;
  if (read.text !== null && (gathered.saidSomething || gathered.isAbout)) return true;
  return gathered.wantsQuestions || gathered.wantsAnalysts;
}

function withPronounHint(read: Interpretation): Interpretation {
  const pronoun = read.ignored.find((word) => /^(?:he|she|him)$/i.test(word));
  if (pronoun === undefined || read.people.length > 0) return read;
  return { ...read, hint: `Whom "${pronoun}" means is not known here: write the name.` };
}
