import { shorten } from '../../domain/shorten';
import { badInput } from '../../platform/errors';
import { anchorOf } from '../ask/anchor';
import { findPeriods } from '../ask/find-periods';
import { type Interpretation, NOTHING } from '../ask/interpretation';
import { type Bound, readTimes, type When } from '../ask/join-periods';
import type { Known, KnownCompany, KnownFirm, KnownPerson } from '../known/known';
import type { Box, BoxTerm, Operator } from './box';
import { findCompany, findFirm, findSpeaker, findTopic } from './find-value';
import { LONGEST_BOX } from './parse-box';
import { printTerm } from './print-box';
import { ALL_DIRECTNESS, ALL_SECTIONS, IS_VALUES, ROLE_VALUES, SECTION_VALUES, type SearchType } from './value';

/** A name that nobody bears: what asks for it finds nothing. */
export interface BoxWarning {
  readonly code: 'UNKNOWN_NAME' | 'UNKNOWN_SYMBOL' | 'UNKNOWN_TOPIC' | 'UNKNOWN_FIRM';
  readonly message: string;
  readonly candidates: readonly string[];
}

export interface BoxReading {
  readonly interpretation: Interpretation;
  /** Kinds of things that `is:` names; null: all. */
  readonly types: readonly SearchType[] | null;
  readonly warnings: readonly BoxWarning[];
}

type OperatorTerm = Extract<BoxTerm, { kind: 'operator' }>;

const BOUNDS: Readonly<Record<'in' | 'from' | 'to', Bound>> = { in: 'IN', from: 'FROM', to: 'TO' };
/** What may stand with a minus before it. */
const LEAVABLE: ReadonlySet<Operator> = new Set(['speaker', 'company', 'topic', 'is', 'section']);

/**
 * What a box asks for; asOf as in `interpret`. Several values of one operator are alternatives. Throws BAD_USER_INPUT for values that
 * cannot be: the message names the good ones and where. Names that nobody bears are warnings, and the reading then matches nothing.
 */
export function readBox(box: Box, asOf: string, known: Known): BoxReading {
  const terms = box.groups.flat();
  const operators = terms.filter((term): term is OperatorTerm => term.kind === 'operator');
  const of = (operator: Operator, isNegated = false) =>
    operators.filter((term) => term.operator === operator && term.isNegated === isNegated);
  for (const term of operators) if (term.isNegated && !LEAVABLE.has(term.operator)) throw cannotLeaveOut(term);

  const warnings: BoxWarning[] = [];
  const unknown = (code: BoxWarning['code'], what: string, { value }: OperatorTerm, candidates: readonly string[]) =>
    warnings.push({ code, message: `${what} "${shorten(value)}".`, candidates });
  const roles = of('speaker').filter(({ value }) => roleOf(value));
  const notRoles = of('speaker', true).filter(({ value }) => roleOf(value));
  const people = (list: readonly OperatorTerm[]): KnownPerson[] =>
    unique(list, (term) => {
      const found = findSpeaker(term.value, known);
      if (found.nodes.length === 0) unknown('UNKNOWN_NAME', 'Nobody is called', term, found.candidates);
      return found.nodes;
    });
  const topics = (list: readonly OperatorTerm[]): string[] =>
    unique(list, (term) => {
      const found = findTopic(term.value, known);
      if (found.nodes.length === 0) unknown('UNKNOWN_TOPIC', 'There is no topic', term, found.candidates);
      return found.nodes;
    });
  const companiesOf = (list: readonly OperatorTerm[]): KnownCompany[] =>
    unique(list, (term) => {
      const found = findCompany(term.value, asOf, known);
      if (found.nodes.length === 0) unknown('UNKNOWN_SYMBOL', 'There is no company', term, found.candidates);
      return found.nodes;
    });
  const [companies, unwantedCompanies] = [companiesOf(of('company')), companiesOf(of('company', true))];
  const firms: KnownFirm[] = unique(of('firm'), (term) => {
    const found = findFirm(term.value, known);
    if (found.nodes.length === 0) unknown('UNKNOWN_FIRM', 'There is no firm', term, found.candidates);
    return found.nodes;
  });
  const speakers = people(of('speaker').filter((term) => !roles.includes(term)));
  const forms = readForms(of('is'), of('is', true));
  const meant = companies.length > 0 ? companies.map(({ id }) => id) : homesOf(speakers, asOf, known);
  const [wantedTopics, unwantedTopics] = [topics(of('topic')), topics(of('topic', true))];
  const unwantedPeople = people(of('speaker', true).filter((term) => !notRoles.includes(term)));
  const words = printWords(box);
  const length = Array.from(words).length;
  // Each term stands apart there, so that of many short ones it has more than was typed.
  if (length > LONGEST_BOX) {
    throw badInput(
      'query',
      `The words of \`query\` have ${length} characters with spaces between all of them; at most ${LONGEST_BOX} are searched for.`,
      {
        limit: LONGEST_BOX,
      },
    );
  }
  return {
    interpretation: {
      ...NOTHING,
      ...readWhen(operators, meant, asOf, known),
      target:
        warnings.length > 0 || terms.length === 0
          ? 'NOTHING'
          : forms.isQuestion
            ? 'EXCHANGES'
            : forms.types?.includes('ANALYST_COMMENT')
              ? 'ANALYST_COMMENTS'
              : 'STATEMENTS',
      companies,
      excludedCompanies: unwantedCompanies,
      people: speakers,
      excludedPeople: unwantedPeople,
      firms,
      topics: wantedTopics,
      excludedTopics: unwantedTopics,
      executiveRoles: roles.flatMap(({ value }) => roleOf(value) ?? []),
      excludedRoles: notRoles.flatMap(({ value }) => roleOf(value) ?? []),
      sections: readSections(of('section'), of('section', true)),
      directness: forms.directness,
      text: words === '' ? null : words,
      candidates: [...new Set(warnings.flatMap(({ candidates }) => candidates))],
    },
    types: forms.types,
    warnings,
  };
}

/** The free part, as a search engine reads it. */
function printWords({ groups }: Box): string {
  return groups
    .filter(([first]) => first?.kind !== 'operator')
    .map((group) => group.map(printTerm).join(' or '))
    .join(' ');
}

function readForms(wanted: readonly OperatorTerm[], unwanted: readonly OperatorTerm[]) {
  const directness = new Set(
    unwanted.length > 0 && !wanted.some((term) => 'directness' in formOf(term)) ? ALL_DIRECTNESS : [],
  );
  const types = new Set<SearchType>();
  let isQuestion = false;
  for (const term of wanted) {
    const form = formOf(term);
    if ('directness' in form) for (const value of form.directness) directness.add(value);
    else if ('type' in form) types.add(form.type);
    else {
      isQuestion = true;
      types.add('ANALYST_COMMENT');
    }
  }
  for (const term of unwanted) {
    const form = formOf(term);
    if (!('directness' in form)) throw cannotLeaveOut(term);
    for (const value of form.directness) directness.delete(value);
  }
  if (directness.size === 0) refuseEmpty([...wanted, ...unwanted], unwanted);
  return { directness: [...directness], types: types.size > 0 ? [...types] : null, isQuestion };
}

function formOf(term: OperatorTerm) {
  return IS_VALUES[term.value.toLowerCase()] ?? refuse(term, Object.keys(IS_VALUES));
}

function readSections(wanted: readonly OperatorTerm[], unwanted: readonly OperatorTerm[]) {
  const sectionOf = (term: OperatorTerm) =>
    SECTION_VALUES[term.value.toLowerCase()] ?? refuse(term, Object.keys(SECTION_VALUES));
  const without = unwanted.map(sectionOf);
  const sections = wanted.length > 0 ? wanted.map(sectionOf) : without.length > 0 ? ALL_SECTIONS : [];
  const left = [...new Set(sections)].filter((section) => !without.includes(section));
  if (left.length === 0) refuseEmpty([...wanted, ...unwanted], unwanted);
  return left;
}

/** Without any value there would be no condition at all. */
function refuseEmpty(terms: readonly OperatorTerm[], unwanted: readonly OperatorTerm[]): void {
  const [first] = unwanted;
  if (!first) return;
  const typed = terms.map(printTerm).join(' ');
  throw badInput('query', `"${typed}" (character ${first.at} of \`query\`) leaves nothing to find.`, {
    offset: first.at,
  });
}

/** `in:`, `from:` and `to:` take whatever a question can say of time, as a whole value. */
function readWhen(operators: readonly OperatorTerm[], companyIds: readonly number[], asOf: string, known: Known): When {
  const anchor = anchorOf(companyIds, asOf, known);
  const groups = operators.flatMap((term) => {
    if (term.operator !== 'in' && term.operator !== 'from' && term.operator !== 'to') return [];
    const finds = findPeriods(term.value);
    const [find] = finds;
    if (!find || finds.length > 1 || find.start > 0 || find.end < term.value.length) {
      throw badInput(
        'query',
        `"${printTerm(term)}" (character ${term.at} of \`query\`) names no period. Write 2024Q4, CY2024Q4, 2024, latest, or a day such as 2025-01-29.`,
        { offset: term.at },
      );
    }
    return [{ finds, bound: BOUNDS[term.operator], isList: false, start: 0, end: term.value.length, term }];
  });
  const { when, fault } = readTimes('', groups, anchor);
  if (fault === null) return when;
  const at = groups[0]?.term.at ?? 0;
  throw badInput(
    'query',
    `"${groups.map(({ term }) => printTerm(term)).join(' ')}" (character ${at} of \`query\`): ${fault}`,
    { offset: at },
  );
}

function homesOf(people: readonly KnownPerson[], asOf: string, known: Known): number[] {
  return [...new Set(people.flatMap(({ id }) => known.occupationOf(id, asOf).companyIds.slice(0, 1)))];
}

function refuse(term: OperatorTerm, good: readonly string[]): never {
  const list = good.map((value) => `${term.operator}:${value}`).join(' ');
  throw badInput('query', `"${printTerm(term)}" (character ${term.at} of \`query\`) is not known. There are ${list}.`, {
    offset: term.at,
  });
}

function cannotLeaveOut(term: OperatorTerm) {
  return badInput(
    'query',
    `"${printTerm(term)}" (character ${term.at} of \`query\`) cannot be left out. A minus can stand before words, phrases, speaker:, company:, topic:, section:, and is: with quote, fragment, paraphrase, transcript or verbatim.`,
    { offset: term.at },
  );
}

const roleOf = (value: string) => ROLE_VALUES[value.toLowerCase()];

function unique<T>(terms: readonly OperatorTerm[], find: (term: OperatorTerm) => readonly T[]): T[] {
  return [...new Set(terms.flatMap(find))];
}
