import type { Known, KnownCompany, KnownFirm, KnownPerson, Term } from '../known/known';
import { Covered } from '../text/covered';
import { EVERYDAY_WORDS, STOP_WORDS } from '../text/stop-words';
import { overlaps, type Place, type Word, wordsOf } from '../text/word';
import { companyOfSymbol, findNames } from './find-names';
import { findTerms } from './find-terms';
import { findMinuses, findWording } from './wording';
import type { Mark } from './wording-rule';

/** A piece of a question. Every word belongs to exactly one. */
export type Item = Place &
  (
    | { readonly type: 'quotation'; readonly text: string }
    | { readonly type: 'time' }
    | { readonly type: 'wording'; readonly mark: Mark; readonly rule: string }
    | {
        readonly type: 'name';
        readonly companies: readonly KnownCompany[];
        readonly people: readonly KnownPerson[];
        readonly firms: readonly KnownFirm[];
        readonly terms: readonly Term[];
        readonly isPossessive: boolean;
      }
    | { readonly type: 'stop'; readonly word: string }
    /** Words that nothing here knows, side by side. */
    | { readonly type: 'unknown'; readonly words: readonly Word[] }
  );

export type NameItem = Extract<Item, { type: 'name' }>;
export type UnknownItem = Extract<Item, { type: 'unknown' }>;

const QUOTATION = /"([^"]+)"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]/g;

/** What stands in quotation marks is meant letter by letter. */
export function quotationsOf(question: string): (Place & { readonly text: string })[] {
  return [...question.matchAll(QUOTATION)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: (match.slice(1).find(Boolean) ?? '').trim(),
    }))
    .filter(({ text }) => wordsOf(text).length > 0);
}

/** The question with these places blank, so that rules do not look into them. */
export function blank(question: string, places: readonly Place[]): string {
  return places.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    question,
  );
}

/**
 * Takes a question apart. Quotations and times are fixed; of all other readings that overlap the longest stands, and of equally long
 * ones a turn of phrase before a name.
 */
export function itemsOf(
  question: string,
  quotations: readonly (Place & { readonly text: string })[],
  times: readonly Place[],
  asOf: string,
  known: Known,
): Item[] {
  const open = blank(question, [...quotations, ...times]);
  const words = wordsOf(open);
  const items: Item[] = [
    ...quotations.map((quotation) => ({ ...quotation, type: 'quotation' as const })),
    ...times.map(({ start, end }) => ({ start, end, type: 'time' as const })),
  ];
  const covered = new Covered(question.length, items);
  const candidates: Item[] = [
    ...[...findWording(open, words), ...findMinuses(question)].map((find) => ({ ...find, type: 'wording' as const })),
    ...namesAndTerms(open, words, asOf, known),
  ];
  const before = wordsBefore(question.length, words);
  const length = ({ start, end }: Place) => (before[end] as number) - (before[start] as number);
  // "CFO's" is an office before it is cash flow from operations.
  candidates.sort(
    (a, b) => length(b) - length(a) || order(a) - order(b) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  for (const candidate of candidates) if (covered.claim(candidate)) items.push(candidate);
  items.push(...leftOver(open, words, covered, asOf, known));
  return items.sort((a, b) => a.start - b.start);
}

const order = (item: Item) => (item.type === 'wording' ? 0 : 1);

/** How many words begin before each place. */
function wordsBefore(length: number, words: readonly Word[]): Uint16Array {
  const before = new Uint16Array(length + 1);
  for (const { start } of words) before[start + 1] = 1;
  for (let at = 1; at <= length; at++) before[at] = (before[at] as number) + (before[at - 1] as number);
  return before;
}

function namesAndTerms(question: string, words: readonly Word[], asOf: string, known: Known): NameItem[] {
  const byPlace = new Map<string, NameItem>();
  const at = (place: Place): NameItem => {
    const key = `${place.start}-${place.end}`;
    const isPossessive = words.some((word) => word.end === place.end && word.isPossessive);
    const { start, end } = place;
    return (
      byPlace.get(key) ?? { type: 'name', start, end, companies: [], people: [], firms: [], terms: [], isPossessive }
    );
  };
  for (const find of findNames(question, words, known))
    byPlace.set(`${find.start}-${find.end}`, { ...at(find), ...find });
  for (const find of findTerms(question, words, known))
    byPlace.set(`${find.start}-${find.end}`, { ...at(find), ...find });
  return [...byPlace.values()].map((item) => {
    // A symbol may be a word of a topic on the company: NVDA.
    const [word, ...others] = words.filter((typed) => overlaps(typed, item));
    if (
      !word ||
      others.length > 0 ||
      item.companies.length > 0 ||
      !item.terms.some((term) => term.kind === 'topic' && term.isOrganization)
    )
      return item;
    const company = companyOfSymbol(question, word, asOf, known);
    return company ? { ...item, companies: [company] } : item;
  });
}

const isBuilding = (word: string): boolean =>
  STOP_WORDS.has(word) || (word.length > 6 && word.endsWith('s') && STOP_WORDS.has(word.slice(0, -1)));

/** Words that nothing read: symbols, words of questions, and runs that are unknown. */
function leftOver(question: string, words: readonly Word[], covered: Covered, asOf: string, known: Known): Item[] {
  const left: Item[] = [];
  for (const [index, word] of words.entries()) {
    if (covered.touches(word)) continue;
    const { start, end, isPossessive } = word;
    // "informations" is no name either; "May's" is one, or a month: nothing that may be passed over.
    const isStop = isBuilding(word.folded) && !(isPossessive && word.isCapital && EVERYDAY_WORDS.has(word.folded));
    const company = isStop && !/^\p{Lu}{2}/u.test(word.text) ? null : companyOfSymbol(question, word, asOf, known);
    const before = left.at(-1);
    if (company)
      left.push({ type: 'name', start, end, companies: [company], people: [], firms: [], terms: [], isPossessive });
    else if (isStop) left.push({ type: 'stop', start, end, word: word.folded });
    else if (
      before?.type === 'unknown' &&
      before.words.at(-1) === words[index - 1] &&
      /^[\s.\-’']*$/.test(question.slice(before.end, start))
    )
      left[left.length - 1] = { ...before, end, words: [...before.words, word] };
    else left.push({ type: 'unknown', start, end, words: [word] });
  }
  return left;
}
