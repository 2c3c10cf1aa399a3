import { wordList } from '../../../language/lexicon/word-list';
import type { Gender } from '../../../language/name/given-name';
import type { FoundRun } from './found-run';
import { FUNCTION_WORDS } from './lexicon/function-word';
import { speechVerb } from './lexicon/speech-verb';
import { isMarkedVerb } from './lexicon/verb-form';
import { organizationEvidence } from './organization-evidence';
import type { Token } from './token';

/** What people have and bodies have not. */
const OWNED = wordList('owned-by-people');
/** As far as a pronoun may stand behind a name that it takes up, in tokens. */
const REACH = 45;
const ENOUGH = 3;

/** Somebody whom a document never names in full, with the gender that its pronouns tell. */
export interface LoneSurname {
  readonly name: string;
  readonly gender: Gender | null;
}

/**
 * Names of one word that a document uses of people without ever giving a fuller form: everybody knows them. They are told
 * from bodies and places by what follows: a relative "who", what only people have, and pronouns before any other name.
 */
export function loneSurnames(runs: readonly FoundRun[], lowered: ReadonlySet<string>): LoneSurname[] {
  const found = new Map<string, { score: number; places: number; male: number; female: number; body: number }>();
  const named = new Map(
    runs.map(({ paragraph, from, words }) => [startOf(paragraph.tokens, from), words[0] as string]),
  );
  for (const run of runs) {
    const [name] = run.words;
    if (run.words.length !== 1 || name === undefined || !mayBeSurname(name, lowered)) continue;
    const { tokens } = run.paragraph;
    let known = found.get(name);
    if (!known) {
      known = { score: 0, places: 0, male: 0, female: 0, body: 0 };
      found.set(name, known);
    }
    known.places++;
    known.body += organizationEvidence(tokens, run) > 1 ? 1 : 0;
    const [next, after] = [tokens[run.to], tokens[run.to + 1]];
    if (next?.text === ',' && /^(?:who|whose|whom)$/.test(after?.lower ?? '')) known.score += 2;
    else if (/^['’]s?$/.test(next?.text ?? '') && OWNED.has(after?.lower ?? '')) known.score += 2;
    const pronoun = isSubject(run) ? pronounBehind(run, named) : null;
    if (!pronoun) continue;
    known.score += 1.5;
    known[pronoun]++;
  }
  return [...found]
    .filter(([, { score, places, body }]) => score >= ENOUGH && places > 1 && body === 0)
    .map(([name, { male, female }]) => ({
      name,
      gender: male > 0 === female > 0 ? null : male > 0 ? 'male' : 'female',
    }));
}

const startOf = (tokens: readonly Token[], at: number): number => (tokens[at] as Token).start;

const mayBeSurname = (name: string, lowered: ReadonlySet<string>): boolean =>
  /^\p{Lu}[\p{L}’'-]*\p{Ll}$/u.test(name) &&
  name.length > 2 &&
  !FUNCTION_WORDS.has(name.toLowerCase()) &&
  !lowered.has(name.toLowerCase());

function isSubject({ paragraph: { tokens }, from, to }: FoundRun): boolean {
  const next = tokens[to];
  const before = tokens[from - 1];
  if (!next || /^(?:in|at|of|from|near|to|for|with|on)$/.test(before?.lower ?? '')) return false;
  return next.text === ',' || speechVerb(next.lower) !== null || isMarkedVerb(next.lower) || /ly$/.test(next.lower);
}

/** The gender of the first pronoun outside quotations that follows before anybody or anything else is named. */
function pronounBehind(run: FoundRun, named: ReadonlyMap<number, string>): Gender | null {
  const { tokens, isQuoted } = run.paragraph;
  for (let at = run.to; at < tokens.length && at - run.to < REACH; at++) {
    const token = tokens[at] as Token;
    if (isQuoted(token.start)) continue;
    const name = named.get(token.start);
    if (name !== undefined && name !== run.words[0] && !/^(?:of|in|at|from)$/.test(tokens[at - 1]?.lower ?? ''))
      return null;
    if (/^(?:he|his|him)$/.test(token.lower)) return 'male';
    if (/^(?:she|her)$/.test(token.lower)) return 'female';
  }
  return null;
}
