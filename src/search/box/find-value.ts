import { findNames } from '../ask/find-names';
import type { Known, KnownCompany, KnownFirm, KnownPerson, SimilarName } from '../known/known';
import { foldTerm, foldText } from '../text/fold-text';
import { isSlip } from '../text/slip';
import { wordsOf } from '../text/word';

/** What a value names; where nothing, what may have been meant. */
export interface Found<T> {
  readonly nodes: readonly T[];
  readonly candidates: readonly string[];
}

/** Fewer letters begin too many names. */
const LEAST_PREFIX = 3;
const LEAST_SLIP = 5;

/** All who are called so: a box shows what there is, where a question asks back. */
export function findSpeaker(value: string, known: Known): Found<KnownPerson> {
  const nodes = wholeName(value, known).flatMap(({ people }) => people);
  return nodes.length > 0 ? { nodes, candidates: [] } : near(value, known, ({ person }) => person);
}

export function findCompany(value: string, asOf: string, known: Known): Found<KnownCompany> {
  const symbol = value.replace(/^\$/, '').toUpperCase();
  const byName = wholeName(value.replaceAll('-', ' '), known).flatMap(({ companies }) => companies);
  const nodes = byName.length > 0 ? byName : known.companiesBySymbol(symbol, asOf).slice(0, 1);
  return nodes.length > 0 ? { nodes, candidates: [] } : near(value, known, ({ company }) => company);
}

export function findFirm(value: string, known: Known): Found<KnownFirm> {
  const words = wordsOf(value).map(({ folded }) => folded);
  const named = known.firmNames(words[0] ?? '');
  const whole = named.filter((name) => name.words.join(' ') === words.join(' '));
  // `firm:goldman` begins one.
  const nodes = (
    whole.length > 0 ? whole : named.filter((name) => words.every((word, i) => name.words[i] === word))
  ).map(({ node }) => node);
  return nodes.length > 0
    ? { nodes: [...new Set(nodes)], candidates: [] }
    : near(value, known, ({ firm }) => firm, known.similarFirms);
}

/** Slugs, by what filters accept: slug, name or alias. */
export function findTopic(value: string, known: Known): Found<string> {
  const words = wordsOf(value).map(({ folded }) => foldTerm(folded));
  const named = known
    .terms(words[0] ?? '')
    .filter(({ words: other, term, rank }) => term.kind === 'topic' && rank <= 2 && other.join(' ') === words.join(' '))
    .sort((a, b) => a.rank - b.rank);
  const best = named.filter(({ rank }) => rank === named[0]?.rank);
  const nodes = [...new Set(best.flatMap(({ term }) => (term.kind === 'topic' ? [term.slug] : [])))];
  return nodes.length > 0 ? { nodes, candidates: [] } : near(value, known, ({ topic }) => topic);
}

/** Names that the value is the whole of. In a box nothing is an everyday word: who writes `speaker:cook` means a name. */
function wholeName(value: string, known: Known) {
  const typed = `by ${value}`;
  const words = wordsOf(typed);
  const [first, last] = [words[1], words.at(-1)];
  return first && last
    ? findNames(typed, words, known).filter(({ start, end }) => start === first.start && end === last.end)
    : [];
}

/** What begins with the value or is a slip of typing away from it, where that is one thing only. */
function near<T>(
  value: string,
  known: Known,
  pick: (name: SimilarName) => T | undefined,
  look = known.similarNames,
): Found<T> {
  const words = wordsOf(value).map(({ folded }) => folded);
  const last = words.at(-1) ?? foldText(value);
  const similar = look(last).flatMap((name) => {
    const node = pick(name);
    return node === undefined ? [] : [{ ...name, node }];
  });
  const meant = similar.filter(({ spelling }) =>
    wordsOf(spelling).some(
      ({ folded }) =>
        (last.length >= LEAST_PREFIX && folded.startsWith(last)) || (last.length >= LEAST_SLIP && isSlip(folded, last)),
    ),
  );
  const nodes = [...new Set(meant.map(({ node }) => node))];
  const candidates = [...new Set(similar.map(({ name }) => name))];
  return words.length === 1 && nodes.length === 1 ? { nodes, candidates: [] } : { nodes: [], candidates };
}
