import { type Period, printPeriod } from '../../domain/fiscal/period';
import { metricNamed } from '../../domain/metric-catalogue';
import { printValue } from '../box/print-box';
import { ALL_DIRECTNESS, ALL_SECTIONS, IS_VALUES, ROLE_VALUES, SECTION_VALUES } from '../box/value';
import type { Known, KnownPerson } from '../known/known';
import { wordsOf } from '../text/word';
import type { Interpretation } from './interpretation';

/** The question in the search box's syntax, which reads it the same way; empty where nothing was understood. */
export function writeBox(read: Interpretation, known: Known): string {
  if (read.target === 'NOTHING') return '';
  const sections = Object.entries(SECTION_VALUES).filter(([, section]) => read.sections.includes(section));
  const parts = [
    ...read.people.map((person) => `speaker:${nameOf(person, known)}`),
    ...Object.entries(ROLE_VALUES)
      .filter(([, role]) => read.executiveRoles.includes(role))
      .map(([value]) => `speaker:${value}`),
    ...read.excludedPeople.map((person) => `-speaker:${nameOf(person, known)}`),
    ...Object.entries(ROLE_VALUES)
      .filter(([, role]) => read.excludedRoles.includes(role))
      .map(([value]) => `-speaker:${value}`),
    ...read.companies.map(({ slug }) => `company:${slug}`),
    ...read.excludedCompanies.map(({ slug }) => `-company:${slug}`),
    ...read.firms.map(({ name }) => `firm:${printValue(name)}`),
    ...read.topics.map((slug) => `topic:${slug}`),
    ...read.excludedTopics.map((slug) => `-topic:${slug}`),
    ...whenOf(read),
    ...(read.target === 'ANALYST_COMMENTS' ? ['is:comment'] : read.target === 'EXCHANGES' ? ['is:question'] : []),
    ...formsOf(read),
    // What leaves one out is shorter than all the others.
    ...(sections.length > ALL_SECTIONS.length / 2
      ? Object.entries(SECTION_VALUES)
          .filter(([, section]) => !read.sections.includes(section))
          .map(([value]) => `-section:${value}`)
      : sections.map(([value]) => `section:${value}`)),
    ...read.metrics.map((name) => printValue(metricNamed(name)?.label.toLowerCase() ?? name)),
    ...(read.text === null ? [] : [read.text]),
  ];
  return parts.join(' ');
}

/** The family name where one person alone bears it. */
function nameOf(person: KnownPerson, known: Known): string {
  const family = wordsOf(person.name).at(-1)?.folded ?? '';
  const isUnique = known.peopleWith([family]).get(family)?.length === 1 && !(family in ROLE_VALUES);
  return isUnique ? family : printValue(person.name);
}

function whenOf(read: Interpretation): string[] {
  const one = (operator: string, period: Period | null) => (period ? [`${operator}:${printShort(period)}`] : []);
  return [
    ...one('in', read.period),
    ...one('from', read.periodFrom),
    ...one('to', read.periodTo),
    ...(read.saidFrom ? [`from:${read.saidFrom}`] : []),
    ...(read.saidTo ? [`to:${read.saidTo}`] : []),
  ];
}

/** Without FY, which is what a bare period is read as. */
const printShort = (period: Period) => printPeriod(period).replace(/^FY/, '');

function formsOf({ directness }: Interpretation): string[] {
  if (directness.length === 0) return [];
  const wanted = new Set(directness);
  const same = Object.entries(IS_VALUES).find(
    ([, form]) =>
      'directness' in form &&
      form.directness.length === wanted.size &&
      form.directness.every((value) => wanted.has(value)),
  );
  if (same) return [`is:${same[0]}`];
  const left = ALL_DIRECTNESS.filter((value) => !wanted.has(value));
  const out = Object.entries(IS_VALUES).find(
    ([, form]) =>
      'directness' in form &&
      form.directness.length === left.length &&
      form.directness.every((value) => left.includes(value)),
  );
  return out ? [`-is:${out[0]}`] : [];
}
