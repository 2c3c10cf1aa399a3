import { wordList } from '../../../language/lexicon/word-list';
import { isCutOff } from '../../../language/name/honorific';
import { isNamesake } from '../../../language/name/no-person';
import { BODY_NOUNS, ORGANIZATION_SUFFIXES, PERSON_NOUNS } from './lexicon/role-noun';
import { speechVerb } from './lexicon/speech-verb';
import { lastTitle, type NameRun } from './name-run';
import type { Token } from './token';

const PLURAL_BODIES = wordList('plural-bodies');
const BUSINESS_NOUN =
  /^(?:shares|stock|stocks|shareholders|investors|executives|earnings|revenue|profit|sales|results|board|management|customers|products|platforms|apps|products|factory|factories|stores|unit|subsidiary|employees|spokesman|spokeswoman|spokesperson|investment|investments|business)$/;
const ROLE =
  /^(?:CEO|CFO|COO|CTO|CMO|Chief|Chairman|Chair|President|Vice|EVP|SVP|VP|co-founder|Co-Founder|founder|Founder|chief|executive|chairman|finance|boss|spokesman|spokeswoman|spokesperson|analyst|analysts|economist|strategist|director)$/;

/** Capitals that stand for no body: places, peoples, things, times, and shorthand of business talk. */
const NO_BODY = wordList('no-bodies');
const NO_BODY_RUN =
  /^(?:Wall Street|Main Street|Silicon Valley|White House|New York|San Francisco|Los Angeles|Hong Kong|United States|Supreme Court|Oval Office)$/;

/** Offices that are said before a surname and begin no body's name, as `General` or `King` do. */
const SAID_BEFORE = wordList('offices-before-surnames');

/** `Mr. Wellbeck`, `Finance Minister Sharma`: a courtesy or an office before one or two words, that is nobody but a person, whatever stands behind it. */
function isTitledName(words: readonly string[]): boolean {
  const title = lastTitle(words);
  const bare = words.map((word) => word.replace(/\.$/, ''));
  if (title < 0 || words.length - title > 3 || title === words.length - 1 || isNamesake(bare.slice(title)))
    return false;
  if (ORGANIZATION_SUFFIXES.has(bare.at(-1) as string)) return false;
  return isCutOff(words[title] as string) || SAID_BEFORE.has((bare[title] as string).toLowerCase());
}

/** How strongly a place of a name speaks for a body: 2 is enough. `words` are those of the run. */
export function organizationEvidence(tokens: readonly Token[], run: NameRun): number {
  const words = tokens.slice(run.from, run.to).map(({ text }) => text);
  const name = words.join(' ');
  const last = (words.at(-1) as string).replace(/\.$/, '');
  if (NO_BODY_RUN.test(name) || (words.length === 1 && NO_BODY.has(words[0] as string))) return -10;
  if (isTitledName(words) && tokens[run.to]?.text !== '(') return -10;
  if (words.every((word) => word === '&' || PERSON_NOUNS.has(word.toLowerCase()) || ROLE.test(word))) return -10;
  let score = 0;
  if (words.length > 1 && ORGANIZATION_SUFFIXES.has(last)) score += 2;
  // PayPal is a firm's spelling, McNair a family's.
  if (
    words.length === 1 &&
    /^\p{Lu}\p{Ll}+\p{Lu}/u.test(last) &&
    !/^(?:Ma?c|De|Di|Du|La|Le|Fitz|Van)\p{Lu}/u.test(last)
  )
    score += 2;
  if (words.length === 1 && /^\p{Lu}{2,6}$/u.test(last)) score += 1;
  const [before, next] = [tokens[run.from - 1], tokens[run.to]];
  if (before && BODY_NOUNS.has(before.lower) && words.length < 4) score += 2;
  if (listedAfterBodies(tokens, run)) score += 2;
  // `the company, Brightwell, said`
  if (
    before?.text === ',' &&
    next?.text === ',' &&
    BODY_NOUNS.has(tokens[run.from - 2]?.lower ?? '') &&
    words.length < 4
  )
    score += 2;
  if (before && /^(?:at|with|from)$/.test(before.lower) && PERSON_NOUNS.has(tokens[run.from - 2]?.lower ?? ''))
    score += 2;
  if (
    /^(?:of|in)$/.test(before?.lower ?? '') &&
    /^(?:shares|stake|acquisition)$/.test(tokens[run.from - 2]?.lower ?? '')
  )
    score += 2;
  if (next) score += evidenceBehind(tokens, run, next);
  return score;
}

function evidenceBehind(tokens: readonly Token[], run: NameRun, next: Token): number {
  const after = tokens[run.to + 1];
  if (/^['’]s$/.test(next.text) && after && (BUSINESS_NOUN.test(after.lower) || ROLE.test(after.text))) return 2;
  if (/^(?:shares|stock|shareholders)$/.test(next.lower) || ROLE.test(next.text)) return 2;
  if (next.text === '(' && /^(?:NYSE|NASDAQ|Nasdaq|NSE|BSE|LSE|TSX)$/.test(after?.text ?? '')) return 3;
  if (next.text === ',' && isBodyApposition(tokens, run.to + 1)) return 2;
  const verb = speechVerb(next.lower);
  return verb && verb.form !== 'ing' && verb.form !== 'base' && run.to - run.from < 4 ? 1 : 0;
}

/** `, the world's largest chipmaker`, `, a maker of`: a body's noun soon after a comma. */
function isBodyApposition(tokens: readonly Token[], from: number): boolean {
  for (const token of tokens.slice(from, from + 7)) {
    if (token.text === ',' || PERSON_NOUNS.has(token.lower)) return false;
    if (BODY_NOUNS.has(token.lower)) return true;
  }
  return false;
}

/** `rivals like OpenAI and Anthropic`, `competitors such as A, B and C`. */
function listedAfterBodies(tokens: readonly Token[], run: NameRun): boolean {
  for (let index = run.from - 1; index >= 0 && run.from - index < 12; index--) {
    const token = tokens[index] as Token;
    if (PLURAL_BODIES.has(token.lower)) return true;
    const isListed =
      token.text === ',' || /^(?:and|or|like|such|as|including|namely|are|the)$/.test(token.lower) || token.isCapital;
    if (!isListed) return false;
  }
  return false;
}
