import { wordList } from '../lexicon/word-list';

/** Bodies that are called like people. */
const NAMESAKES = wordList('namesakes');

/** `Wells Fargo`, `Morgan Stanley`: the first two words are those of a firm, a place or an index that sounds like a person. */
export const isNamesake = (words: readonly string[]): boolean => NAMESAKES.has(words.slice(0, 2).join('_'));
