import { plainWords } from '../../domain/plain-words';
import { badInput } from '../../platform/errors';

/** How what is typed is read. The values of the graph's MatchMode. */
export type MatchMode = 'WEB' | 'PHRASE' | 'ALL' | 'ANY' | 'PREFIX';

/** What a filter searches for. */
export interface TextSearch {
  readonly query: string;
  readonly mode?: MatchMode | null;
}

/** Of `query`, in code points. */
export const LONGEST_QUERY = 1_000;

/** A tsquery refuses words of 2 KB. Nobody's word comes near; of what does, only the beginning is looked for, which finds nothing. */
const LONG_WORD = /\S{65,}/gu;
const cut = (word: string): string => Array.from(word).slice(0, 64).join('');

/** What is typed, in the syntax of to_tsquery: words before they are stemmed. */
export interface TypedSearch {
  /** Under the configuration `earshot`. Empty: there is no word in it. */
  readonly words: string;
  /** The last word, which may be only begun; null but for PREFIX. */
  readonly begun: string | null;
}

/** A word, or several that follow each other. */
interface Term {
  readonly words: string;
  readonly isExcluded: boolean;
}

/** Throws BAD_USER_INPUT where it is too long; reads everything else that anybody may type. */
export function readSearch({ query, mode }: TextSearch, argument = 'filter.search.query'): TypedSearch {
  const length = Array.from(query).length;
  if (length > LONGEST_QUERY) {
    throw badInput(argument, `\`${argument}\` has ${length} characters; at most ${LONGEST_QUERY} are searched for.`, {
      limit: LONGEST_QUERY,
    });
  }
  switch (mode ?? 'WEB') {
    case 'WEB':
      return { words: printAlternatives(readWeb(query)), begun: null };
    case 'PHRASE':
      return { words: printAlternatives([termsOf([query])]), begun: null };
    case 'ALL':
      return { words: printAlternatives([termsOf(chunksOf(query))]), begun: null };
    case 'ANY':
      return { words: printAlternatives(termsOf(chunksOf(query)).map((term) => [term])), begun: null };
    case 'PREFIX':
      return readBegun(query);
  }
}

/** `-word`, `-"several words"`, `"several words"`, `or`, a word. Quotation marks of any kind; one that is not closed reaches to the end. */
const WEB_PART = /(?<minus>(?<![^\s])-)?(?:["“”„‟«»](?<phrase>[^"“”„‟«»]*)["“”„‟«»]?|(?<word>[^\s"“”„‟«»]+))/gu;

/** Alternatives of words that all have to be there: `or` binds looser than standing side by side. */
function readWeb(query: string): Term[][] {
  const alternatives: Term[][] = [[]];
  for (const { groups = {} } of query.matchAll(WEB_PART)) {
    const { minus, phrase, word } = groups;
    if (!minus && word && /^or$/i.test(word)) alternatives.push([]);
    else {
      const term = termOf(phrase ?? word ?? '', minus !== undefined);
      if (term) (alternatives.at(-1) as Term[]).push(term);
    }
  }
  return alternatives;
}

/** All words, the last one only begun. Of "third-qu" the first part is whole. */
function readBegun(query: string): TypedSearch {
  const words = chunksOf(plainWords(query).replace(LONG_WORD, cut)).filter(isWord);
  const begun = words.pop() ?? null;
  return {
    words: printAlternatives([termsOf(words)]),
    begun: begun === null ? null : `'${begun}':*`,
  };
}

const chunksOf = (text: string): string[] => text.split(/\s+/u);
const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const termsOf = (texts: readonly string[]): Term[] => texts.flatMap((text) => termOf(text, false) ?? []);

/** Null: no word is in it. What is written as one ("48.39", "long-term") is words that follow each other. */
function termOf(text: string, isExcluded: boolean): Term | null {
  const words = plainWords(text).trim().replace(LONG_WORD, cut);
  return isWord(words) ? { words, isExcluded } : null;
}

function printAlternatives(alternatives: readonly (readonly Term[])[]): string {
  return alternatives
    .filter((terms) => terms.length > 0)
    .map((terms) => terms.map(({ words, isExcluded }) => `${isExcluded ? '!' : ''}'${words}'`).join(' & '))
    .join(' | ');
}
