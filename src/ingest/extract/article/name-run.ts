import { wordList } from '../../../language/lexicon/word-list';
import { isGivenName } from '../../../language/name/given-name';
import { isHonorific } from '../../../language/name/honorific';
import { isNoPerson } from '../../../language/name/no-person';
import { FUNCTION_WORDS } from './lexicon/function-word';
import { ORGANIZATION_SUFFIXES, PERSON_NOUNS } from './lexicon/role-noun';
import { wordSet } from './lexicon/word-list';
import type { Token } from './token';

/** Capitalised words in a row, as indices into a paragraph's tokens; `[from, to)`. */
export interface NameRun {
  readonly from: number;
  readonly to: number;
  /** Stands where any word would have a capital. */
  readonly isInitial: boolean;
}

/** Small words inside names of people: Ludwig van Beethoven, Rosa de la Cruz. */
const PARTICLES = wordList('name-particles');
const GENERATIONS = wordSet('Jr Sr II III IV');

/** Legal forms that a comma may set off from a firm's name. */
export const FIRM_FORM = /^(?:Inc|Ltd|LLC|Corp|LLP|PLC|L\.P|N\.V|S\.A)\.?$/i;

const PLACE_OPENERS = wordList('place-openers');
const NO_SURNAME = wordList('no-surname');

/** The runs of capitalised words of a paragraph. A comma, a possessive or a sentence's end closes a run. */
export function nameRuns(tokens: readonly Token[], isSentenceStart: (index: number) => boolean): NameRun[] {
  const runs: NameRun[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (!isNameWord(token) || (isSentenceStart(index) && isGrammatical(token, tokens[index + 1]))) continue;
    let to = index + 1;
    while (to < tokens.length && to - index < 14) {
      const next = tokens[to] as Token;
      if (isNameWord(next) && !isSentenceStart(to)) to++;
      else if (joins(tokens, to)) to += PARTICLES.has((tokens[to + 1] as Token).lower) ? 3 : 2;
      else break;
    }
    runs.push({ from: index, to, isInitial: isSentenceStart(index) });
    index = to - 1;
  }
  return runs;
}

const isGrammatical = (token: Token, next: Token | undefined): boolean =>
  FUNCTION_WORDS.has(token.lower) &&
  !(isGivenName(token.text) && next !== undefined && isNameWord(next) && token.text === 'Will');

const isNameWord = (token: Token): boolean =>
  token.kind === 'word' && token.isCapital && token.text !== 'I' && !/^I['’]/.test(token.text);

/** A particle or an ampersand with another name word behind it. */
function joins(tokens: readonly Token[], at: number): boolean {
  const [here, next, after] = [tokens[at] as Token, tokens[at + 1], tokens[at + 2]];
  if (!next) return false;
  // `Brindle Outfitters, Inc.`
  if (here.text === ',' && FIRM_FORM.test(next.text)) return true;
  if (PARTICLES.has(here.text) && isNameWord(next)) return true;
  if (PARTICLES.has(here.text) && PARTICLES.has(next.text)) return after !== undefined && isNameWord(after);
  return here.text === '&' && isNameWord(next);
}

/** The part of a run that names a person in full, `[from, to)` in the run's own words; null: it names none for certain. */
export function personInRun(words: readonly string[], isTitled: boolean): readonly [number, number] | null {
  if (isNoPerson(words)) return null;
  let start = lastTitle(words) + 1;
  const titled = isTitled || start > 0;
  if (start >= words.length) return null;
  let end = words.length;
  while (end > start + 1 && GENERATIONS.has(bare(words[end - 1] as string))) end--;
  const inner = titled
    ? words.findIndex(
        (word, index) => index > start && isGivenName(word) && index + 1 < end && isSurname(words[index + 1] as string),
      )
    : -1;
  // "Secretary of State John F. Kerry": the office goes on into the run.
  if (inner > start && inner <= start + 2 && !isGivenName(words[start] as string)) start = inner;
  if (!titled) {
    const given = words.findIndex(
      (word, index) => index >= start && isGivenName(word) && index + 1 < end && isSurname(words[index + 1] as string),
    );
    if (given < 0 || given > start + 2) return null;
    if (given > 0 && PLACE_OPENERS.has(words[given - 1] as string)) return null;
    start = given;
  }
  if (PLACE_OPENERS.has(words[start] as string) && !isGivenName(words[start] as string)) return null;
  const last = bare(words[end - 1] as string);
  if (ORGANIZATION_SUFFIXES.has(last) && !(titled && end - start === 2 && isGivenName(words[start] as string))) {
    if (end - start < 3 || !/^(?:Stanley|Lynch|Chase|Press|Post|Church|Bank|Park)$/.test(last)) return null;
  }
  if (NO_SURNAME.has(last) || words.slice(start, end).includes('&')) return null;
  if (end - start > 5) return null;
  return [start, words.length];
}

const bare = (word: string): string => word.replace(/\.$/, '');

function isSurname(word: string): boolean {
  if (NO_SURNAME.has(word) || isHonorific(bare(word).toLowerCase()) || PERSON_NOUNS.has(word.toLowerCase()))
    return false;
  return /^\p{Lu}/u.test(word) || PARTICLES.has(word) || word.length <= 2;
}

/** Index of the last title in a run, -1 without one: `Meta CEO Mark Zuckerberg`, `Secretary General Ban Ki-moon`. */
export function lastTitle(words: readonly string[]): number {
  for (let index = words.length - 1; index >= 0; index--) {
    const word = bare(words[index] as string).toLowerCase();
    const isName = index > 0 && isGivenName(words[index - 1] as string) && index === words.length - 1;
    if (isHonorific(word) && !isName) return index;
  }
  return -1;
}

/** The words of a name without what only marks a generation. */
export function withoutGeneration(words: readonly string[]): string[] {
  return words.filter((word, index) => index === 0 || !GENERATIONS.has(bare(word)));
}
