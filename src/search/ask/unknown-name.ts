import type { Known, KnownCompany, KnownPerson, Term } from '../known/known';
import { foldText } from '../text/fold-text';
import { isMistyped, isNearlySame } from '../text/slip';
import { EVERYDAY_WORDS } from '../text/stop-words';
import { type Word, wordsOf } from '../text/word';
import type { PlacedUnknown } from './gather';

/** What names of companies end in. */
const COMPANY_WORDS = new Set('inc corp corporation incorporated ltd plc holdings bancorp'.split(' '));

/** Shorter words are a slip away from too many others. */
const LEAST_LETTERS = 6;

export type UnknownReading =
  /** It stands where somebody is named, and is one slip of typing away from the only name that is that near. */
  | { readonly kind: 'mistyped'; readonly company?: KnownCompany; readonly person?: KnownPerson; readonly topic?: Term }
  /** It stands where somebody is named, and nobody here is called so. */
  | { readonly kind: 'nobody'; readonly candidates: readonly string[] }
  | { readonly kind: 'text' };

/** Whether unknown words name somebody whom the graph does not know: then nothing else of the question can be answered either. */
export function readUnknown(place: PlacedUnknown, mindsCase: boolean, known: Known): UnknownReading {
  const { words } = place.item;
  // Nobody is called by a number.
  const isSomebody = standsForSomebody(place, mindsCase) && words.some(({ folded }) => /\D/.test(folded));
  if (isSomebody || (place.slot !== 'about' && words.length === 1)) {
    const corrected = correct(
      words.map(({ folded }) => folded),
      known,
    );
    if (corrected) return corrected;
  }
  if (!isSomebody) return topicMistyped(words, known) ?? shortened(place, known) ?? { kind: 'text' };
  const near = words.flatMap(({ folded }) => known.similarNames(folded)).filter(({ topic }) => topic === undefined);
  return { kind: 'nobody', candidates: [...new Set(near.map(({ name }) => name))].slice(0, 5) };
}

function correct(words: readonly string[], known: Known): UnknownReading | null {
  const last = words.at(-1) ?? '';
  if (last.length < LEAST_LETTERS || EVERYDAY_WORDS.has(last)) return null;
  const near = known
    .similarNames(last)
    .filter(
      ({ spelling, topic }) =>
        topic === undefined && wordsOf(spelling).some(({ folded }) => isNearlySame(folded, last)),
    );
  const owners = new Map(
    near.map((name) => [name.company ? `company ${name.company.id}` : `person ${name.person?.id}`, name]),
  );
  const [only] = owners.values();
  if (!only || owners.size !== 1) return null;
  return { kind: 'mistyped', company: only.company, person: only.person };
}

/** `zuck on headcount`: the beginning of a family name where somebody speaks. Whose it is, is asked back. */
function shortened({ item, slot, after }: PlacedUnknown, known: Known): UnknownReading | null {
  const [word, ...others] = item.words;
  const isAsked = slot !== 'about' && after?.type === 'wording' && ['about', 'said'].includes(after.mark.kind);
  if (!word || others.length > 0 || word.folded.length < 4 || EVERYDAY_WORDS.has(word.folded) || !isAsked) return null;
  const called = known
    .similarNames(word.folded)
    .filter(({ person, spelling }) => person && wordsOf(spelling).at(-1)?.folded.startsWith(word.folded));
  return called.length > 0 ? { kind: 'nobody', candidates: [...new Set(called.map(({ name }) => name))] } : null;
}

/** One word that is the only topic's name with a slip of typing in it. */
function topicMistyped([word, ...others]: readonly Word[], known: Known): UnknownReading | null {
  if (!word || others.length > 0 || word.folded.length < LEAST_LETTERS || EVERYDAY_WORDS.has(word.folded)) return null;
  const near = known
    .similarNames(word.folded)
    .filter(({ spelling, topic }) => topic !== undefined && isMistyped(word.folded, foldText(spelling)));
  const [slug, ...more] = new Set(near.map(({ topic }) => topic));
  return slug === undefined || more.length > 0
    ? null
    : { kind: 'mistyped', topic: { kind: 'topic', slug, isOrganization: false } };
}

function standsForSomebody({ item, slot, before, after }: PlacedUnknown, mindsCase: boolean): boolean {
  const { words } = item;
  if (words.some(({ isPossessive }) => isPossessive)) return true;
  const marks = (neighbour: typeof before, ...kinds: string[]) =>
    neighbour?.type === 'wording' && kinds.includes(neighbour.mark.kind);
  const isCapital = words.some((word) => word.isCapital);
  // `did … say`
  if (slot === 'by' && marks(after, 'said', 'about', 'asked') && marks(before, 'by')) return true;
  // `by …`, `from …`, `the CEO of …`
  if (marks(before, 'by') && (isCapital || !mindsCase)) return true;
  if (marks(before, 'place') && isCapital && slot !== 'about') return true;
  // `for acme corp`
  if (marks(before, 'place', 'by') && words.length > 1 && COMPANY_WORDS.has(words.at(-1)?.folded ?? '')) return true;
  // `… on AWS`
  if (slot === 'lead' && isCapital && marks(after, 'about', 'said')) return true;
  return slot !== 'about' && words.filter((word) => word.isCapital).length >= 2;
}
