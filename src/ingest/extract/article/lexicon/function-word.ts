import { wordList } from '../../../../language/lexicon/word-list';
import { wordSet } from './word-list';

/** Words with a grammatical task; with a capital they still are no names. */
export const FUNCTION_WORDS = wordList('function-words');

export const PRONOUNS = wordSet('he she they it i we you who');

/** Words that may stand between a subject and its verb of saying. */
export const SKIPPED_BEFORE_VERB = wordList('skipped-before-verb');

export const PREPOSITIONS = wordList('prepositions');

export const DETERMINERS = wordList('determiners');

export const DAYS = wordList('days');

export const MONTHS = wordList('months');
