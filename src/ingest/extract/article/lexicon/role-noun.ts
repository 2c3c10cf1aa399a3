import { wordList } from '../../../../language/lexicon/word-list';
import type { Gender } from '../../../../language/name/given-name';

/** Nouns that name a person by office, trade or relation; in lower case. */
export const PERSON_NOUNS = wordList('person-nouns');

/** Groups of people: plural, spoken for by "they". */
export const GROUP_NOUNS = wordList('group-nouns');

/** Nouns that name a body, or a paper that speaks for one. */
export const BODY_NOUNS = wordList('body-nouns');

/** Papers among the bodies: they say things, but nobody is meant by "the company" after them. */
export const PAPER_NOUNS = wordList('paper-nouns');

export const FEMALE_NOUNS = wordList('female-nouns');
export const MALE_NOUNS = wordList('male-nouns');

export function genderOfNoun(noun: string): Gender | null {
  if (FEMALE_NOUNS.has(noun)) return 'female';
  return MALE_NOUNS.has(noun) ? 'male' : null;
}

/** Words that end the name of a body. */
export const ORGANIZATION_SUFFIXES = wordList('organization-suffixes');
