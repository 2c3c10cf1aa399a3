import type { Known, NamedTerm, Term } from '../known/known';
import { foldTerm } from '../text/fold-text';
import { SHORT_FORMS } from '../text/short-forms';
import type { Place, Word } from '../text/word';

/** The topics and metrics that a run of words names: those it names surest. */
export interface TermFind extends Place {
  readonly terms: readonly Term[];
}

const LONGEST = 8;
/** Letters of a word that is spelled out; more are tried in vain, and each is a look-up. */
const MOST_SPELLED = 6;
const INSIDE = /^[\s\-‐‑'"“”()]{0,2}$/;

/** Every run of words that names a topic or a metric, longer and shorter ones alike. */
export function findTerms(question: string, words: readonly Word[], known: Known): TermFind[] {
  // Who types no capitals at all means none by it.
  const mindsCase = words.some(({ isCapital }) => isCapital);
  const forms = words.map(({ folded }) => foldTerm(SHORT_FORMS.get(folded) ?? folded));
  return words.flatMap((word, first) => {
    const byLength = new Map<number, NamedTerm[]>();
    for (const named of known.terms(forms[first] ?? '')) {
      const { length } = named.words;
      if (
        length <= LONGEST &&
        !isAskedAbout(question, words, first, named) &&
        isThere(question, words, forms, first, named, mindsCase)
      )
        byLength.set(length, [...(byLength.get(length) ?? []), named]);
    }
    const spelled = spelledTerm(question, words, first, known);
    if (spelled) return [spelled];
    return [...byLength].map(([length, named]) => ({
      start: word.start,
      end: words[first + length - 1]?.end ?? word.end,
      terms: surest(named),
    }));
  });
}

/** `on demand` with a space: the words are about demand; it is another word only with a hyphen. */
const isAskedAbout = (
  question: string,
  words: readonly Word[],
  first: number,
  { term, words: named }: NamedTerm,
): boolean =>
  term.kind === 'neither' &&
  named[0] === 'on' &&
  named.length === 2 &&
  /\s/.test(question.slice(words[first]?.end, words[first + 1]?.start));

/** `a i`, `g p u s`: letters that are dictated one by one. */
function spelledTerm(question: string, words: readonly Word[], first: number, known: Known): TermFind | null {
  const isLetter = (word: Word | undefined) => word !== undefined && /^[a-z]$/.test(word.folded);
  let last = first;
  while (
    last - first < MOST_SPELLED - 1 &&
    isLetter(words[last]) &&
    isLetter(words[last + 1]) &&
    /^\s$/.test(question.slice(words[last]?.end, words[last + 1]?.start))
  )
    last++;
  for (; last > first; last--) {
    const letters = words
      .slice(first, last + 1)
      .map(({ folded }) => folded)
      .join('');
    const named = known.terms(foldTerm(letters)).filter((term) => term.words.length === 1);
    if (named.length > 0) return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0, terms: surest(named) };
  }
  return null;
}

function isThere(
  question: string,
  words: readonly Word[],
  forms: readonly string[],
  first: number,
  named: NamedTerm,
  mindsCase: boolean,
): boolean {
  return named.words.every((form, i) => {
    const [word, before] = [words[first + i], words[first + i - 1]];
    if (!word || forms[first + i] !== form) return false;
    if (mindsCase && named.capitals[i] && !word.isCapital) return false;
    return (
      i === 0 || (before !== undefined && !before.isPossessive && INSIDE.test(question.slice(before.end, word.start)))
    );
  });
}

/**
 * Of each kind the surest; words that mean neither stand only where nothing names a topic as surely. A word of an organisation's product
 * that names another topic too means that one: Azure is about the cloud.
 */
function surest(named: readonly NamedTerm[]): Term[] {
  const best = (kind: Term['kind']) => {
    const ofKind = named.filter(({ term }) => term.kind === kind);
    const rank = Math.min(...ofKind.map((term) => term.rank));
    return ofKind.filter((term) => term.rank === rank).map(({ term }) => term);
  };
  const namedTopics = best('topic');
  const others = namedTopics.filter((term) => term.kind === 'topic' && !term.isOrganization);
  const topics = others.length > 0 ? others : namedTopics;
  return [...unique(topics), ...unique(best('metric')), ...(topics.length === 0 ? best('neither').slice(0, 1) : [])];
}

function unique(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
}
