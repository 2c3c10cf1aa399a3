import { mayBeSameGivenName } from '../../language/name/given-name';
import type { Known, KnownCompany, KnownFirm, KnownPerson, Named } from '../known/known';
import { EVERYDAY_WORDS, STOP_WORDS } from '../text/stop-words';
import { type Place, type Word, wordsOf } from '../text/word';

/** Whom a run of words can name: all who bear the surest reading of it. */
export interface NameFind extends Place {
  readonly companies: readonly KnownCompany[];
  readonly people: readonly KnownPerson[];
  readonly firms: readonly KnownFirm[];
}

const LONGEST = 6;
/** What names of houses end in. */
const HOUSE_WORDS = new Set(
  'securities research capital partners bank advisors advisers market markets group co company investments asset management and'.split(
    ' ',
  ),
);
/** Between the words of one name. */
const INSIDE = /^[\s.,\-–/&]{0,3}$/;
/** Who stands between these is named, however everyday the word: `did cook say`, `by Price`. */
const BEFORE_SPEAKER = new Set([
  'did',
  'does',
  'has',
  'have',
  'by',
  'from',
  'mr',
  'mrs',
  'ms',
  'ceo',
  'cfo',
  'analyst',
]);
const AFTER_SPEAKER = new Set(
  'say said says saying talk talked on about mention mentioned discuss discussed comment commented speak spoke think explain ask asked answer answered regarding'.split(
    ' ',
  ),
);

/** Every run of words that names somebody, longer and shorter ones alike. */
export function findNames(question: string, words: readonly Word[], known: Known): NameFind[] {
  const found: NameFind[] = [];
  const people = known.peopleWith([...new Set(words.filter(isNameWord).map(({ folded }) => folded))]);
  for (let first = 0; first < words.length; first++)
    for (let last = first; last < Math.min(words.length, first + LONGEST); last++) {
      if (last > first && !isInside(question, words, last)) break;
      const run = words.slice(first, last + 1);
      const names = {
        companies: companiesCalled(run, known),
        people: isCompound(question, run) ? [] : peopleCalled(run, people),
        firms: firmsCalled(run, words[last + 1], known),
      };
      if (names.companies.length + names.people.length + names.firms.length === 0) continue;
      if (run.length === 1 && isEveryday(words, first, names.companies.length > 0)) continue;
      found.push({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0, ...names });
    }
  return found;
}

/** A symbol, typed in capitals or behind a dollar sign; in small letters where it can be no everyday word. */
export function companyOfSymbol(question: string, word: Word, day: string, known: Known): KnownCompany | null {
  const isMarked = question[word.start - 1] === '$';
  const letters = word.folded.length;
  const isWritten = word.text.replace(/['’].*$/, '') === word.text.replace(/['’].*$/, '').toUpperCase() && letters >= 2;
  const isPlain = letters >= 3 && !EVERYDAY_WORDS.has(word.folded) && !STOP_WORDS.has(word.folded);
  if (!isMarked && !isWritten && !isPlain) return null;
  if (!isMarked && !/\p{Ll}/u.test(question) && EVERYDAY_WORDS.has(word.folded)) return null;
  const [company, ...others] = known.companiesBySymbol(word.folded.toUpperCase(), day);
  return company && (others.length === 0 || others.every((other) => other.id === company.id))
    ? company
    : (company ?? null);
}

function isInside(question: string, words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return (
    before !== undefined &&
    word !== undefined &&
    !before.isPossessive &&
    INSIDE.test(question.slice(before.end, word.start))
  );
}

/** `Li-ion`: a short name that a hyphen joins to a word of small letters is a part of another word. */
const isCompound = (question: string, run: readonly Word[]): boolean =>
  run.length === 1 && (run[0]?.folded.length ?? 0) <= 3 && /^[-‐‑]\p{Ll}/u.test(question.slice(run[0]?.end));

function companiesCalled(run: readonly Word[], known: Known): readonly KnownCompany[] {
  return surest(exactly(run, known.companyNames(run[0]?.folded ?? '')));
}

/** By the whole name; else by its beginning, where only words that houses end in are left out and one house alone begins so. */
function firmsCalled(run: readonly Word[], next: Word | undefined, known: Known): readonly KnownFirm[] {
  const named = known.firmNames(run[0]?.folded ?? '');
  const whole = surest(exactly(run, named));
  if (whole.length > 0) return whole;
  const [head] = run;
  const isName = head?.isCapital && !HOUSE_WORDS.has(head.folded);
  // The first word of a question is a capital, whatever it is.
  if (!isName || (head.start === 0 && !run.at(-1)?.isPossessive && !AFTER_SPEAKER.has(next?.folded ?? ''))) return [];
  const begun = named.filter(
    ({ words }) => words.length > run.length && run.every(({ folded }, i) => folded === words[i]),
  );
  const firms = [...new Set(begun.map(({ node }) => node))];
  const isShort = begun.every(({ words }) => words.slice(run.length).every((word) => HOUSE_WORDS.has(word)));
  return firms.length === 1 && isShort ? firms : [];
}

function exactly<T>(run: readonly Word[], names: readonly Named<T>[]): Named<T>[] {
  return names.filter(({ words }) => words.length === run.length && words.every((word, i) => word === run[i]?.folded));
}

function surest<T>(names: readonly Named<T>[]): T[] {
  const best = Math.min(...names.map(({ rank }) => rank));
  return [...new Set(names.filter(({ rank }) => rank === best).map(({ node }) => node))];
}

/** By a whole name or alias first, then by a given name in any form and the family name, then by the family name alone. */
function peopleCalled(
  run: readonly Word[],
  people: ReadonlyMap<string, readonly KnownPerson[]>,
): readonly KnownPerson[] {
  const typed = run.map(({ folded }) => folded);
  const last = typed.at(-1) ?? '';
  if (run.length > 4 || last.length < 2) return [];
  const ranked = (people.get(last) ?? []).flatMap((node) => {
    const rank = Math.min(
      ...[node.name, ...node.aliases].map((name) =>
        rankOf(
          typed,
          wordsOf(name).map(({ folded }) => folded),
        ),
      ),
    );
    return Number.isFinite(rank) ? [{ node, rank, words: typed }] : [];
  });
  return surest(ranked);
}

function rankOf(typed: readonly string[], name: readonly string[]): number {
  if (typed.join(' ') === name.join(' ')) return 1;
  const family = name.at(-1);
  if (name.length < 2 || typed.at(-1) !== family) return Number.POSITIVE_INFINITY;
  if (typed.length === 1) return 3;
  const [given] = [name[0] ?? ''];
  const isInitial = typed[0]?.length === 1 && given.startsWith(typed[0] as string);
  if (typed.length === 2 && (mayBeSameGivenName(typed[0] as string, given) || isInitial)) return 2;
  return typed.every((word, i) => word === name[name.length - typed.length + i]) ? 2 : Number.POSITIVE_INFINITY;
}

/** Words of questions are nobody's family name, unless written as a name. */
const isNameWord = ({ folded, isCapital }: Word) => folded.length > 1 && (isCapital || !STOP_WORDS.has(folded));

function isEveryday(words: readonly Word[], at: number, isCompany: boolean): boolean {
  const word = words[at] as Word;
  if (STOP_WORDS.has(word.folded) && !word.isCapital) return true;
  if (!EVERYDAY_WORDS.has(word.folded)) return STOP_WORDS.has(word.folded);
  if (
    word.isPossessive ||
    BEFORE_SPEAKER.has(words[at - 1]?.folded ?? '') ||
    AFTER_SPEAKER.has(words[at + 1]?.folded ?? '')
  )
    return false;
  return !word.isCapital || (at === 0 && !isCompany);
}
