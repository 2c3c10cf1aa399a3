import type { TextRange } from '../../../language/span';
import type { Entity } from './entity';
import { DETERMINERS, PREPOSITIONS, PRONOUNS } from './lexicon/function-word';
import { BODY_NOUNS, GROUP_NOUNS, PAPER_NOUNS, PERSON_NOUNS } from './lexicon/role-noun';
import { speechVerb } from './lexicon/speech-verb';
import { isModal } from './lexicon/verb-form';
import type { NameBook } from './name-book';
import { FIRM_FORM } from './name-run';
import type { Token } from './token';

export type SubjectKind = 'person' | 'body' | 'pronoun' | 'nominal' | 'group' | 'paper' | 'name';

/** Who or what a verb of saying has for its subject, by its own words. */
export interface Subject extends TextRange {
  readonly kind: SubjectKind;
  /** Known for people and bodies that are named. */
  readonly entity: Entity | null;
  /** The pronoun, or the noun that heads the phrase; in lower case. */
  readonly head: string;
  /** Indices of its tokens in the sentence, `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

/** The words of a sentence with the names in it. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly book: NameBook;
}

/** The noun phrase whose last token is `last`, from its determiner or name on; null where none ends there. */
export function phraseEndingAt(reading: Reading, last: number): Subject | null {
  const { tokens } = reading;
  const token = tokens[last];
  if (!token || token.kind === 'quotation') return null;
  if (PRONOUNS.has(token.lower)) return simple(tokens, last, 'pronoun');
  if (token.text === ')') {
    const open = lastIndexOf(tokens, last, '(');
    return open > 0 && last - open < 10 ? phraseEndingAt(reading, open - 1) : null;
  }
  let from = startOfPhrase(tokens, last);
  // Phrases hang on one another by prepositions: "the head of research at Citi", "a spokesman for the bank".
  while (from > 1 && isLink(tokens, from - 1)) {
    const outer = startOfPhrase(tokens, from - 2);
    if (outer > from - 2) break;
    from = outer;
  }
  return subjectOf(reading, from, last + 1);
}

function isLink(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at] as Token;
  // "after the maker said" begins a clause; it hangs nothing on the words before.
  if (!/^(?:of|for|at|from|with|in|by|on|to|behind|under|inside|within|near|across|among|around|between)$/.test(lower))
    return false;
  const before = tokens[at - 1] as Token;
  return before.kind === 'word' && !PREPOSITIONS.has(before.lower) && !DETERMINERS.has(before.lower);
}

/** Walks left over the words of one noun phrase. */
function startOfPhrase(tokens: readonly Token[], last: number): number {
  let at = last;
  if (!isPhraseWord(tokens[at] as Token)) return last + 1;
  while (at > 0) {
    const before = tokens[at - 1] as Token;
    if (DETERMINERS.has(before.lower)) return at - 1;
    if (/^['’]s$/.test(before.text) || before.text === '’' || before.text === '.') {
      if (
        before.text === '.' &&
        !/^\p{Lu}$|^(?:Sen|Rep|Gov|Dr|Mr|Ms|Mrs|Del|Rev|Gen|Prof|Inc|Corp|Co)$/u.test(tokens[at - 2]?.text ?? '')
      )
        break;
      at -= 1;
      continue;
    }
    if (before.text === '&' || (/^[-/]$/.test(before.text) && before.end === (tokens[at] as Token).start)) at -= 1;
    else if (isPhraseWord(before) && !isBreak(before)) at -= 1;
    else if (before.text === ',' && FIRM_FORM.test((tokens[at] as Token).text)) at -= 2;
    else if (before.text === ',' && /-based$/.test((tokens[at] as Token).lower) && tokens[at - 2]?.isCapital) at -= 2;
    else if (before.lower === 'and' && at > 1 && joinsNouns(tokens, at - 1)) at -= 1;
    else break;
  }
  return at;
}

/** "Chairman and CEO", "Co-Founder & Partner": a conjunction inside an office. */
export const joinsNouns = (tokens: readonly Token[], at: number): boolean =>
  PERSON_NOUNS.has(tokens[at - 1]?.lower ?? '') &&
  (PERSON_NOUNS.has(tokens[at + 1]?.lower ?? '') ||
    /^(?:chief|managing|executive|senior|vice|deputy|interim|general)$/i.test(tokens[at + 1]?.text ?? ''));

export const isPhraseWord = ({ kind, lower }: Token): boolean =>
  (kind === 'word' || kind === 'number') &&
  !PREPOSITIONS.has(lower) &&
  !PRONOUNS.has(lower) &&
  !/^(?:and|or|but|nor|so|that|if|when|then|not|while|because|although|though|where|whether|than|what|how|why)$/.test(
    lower,
  );

export function isBreak({ lower, isCapital }: Token): boolean {
  if (isCapital) return false;
  if (PERSON_NOUNS.has(lower) || BODY_NOUNS.has(lower) || GROUP_NOUNS.has(lower)) return false;
  return (
    speechVerb(lower)?.strength === 'say' ||
    isModal(lower) ||
    /^(?:is|are|was|were|has|have|had|be|been|do|did|does)$/.test(lower)
  );
}

export function simple(tokens: readonly Token[], at: number, kind: SubjectKind): Subject {
  const { start, end, lower } = tokens[at] as Token;
  return { start, end, kind, entity: null, head: lower, from: at, to: at + 1 };
}

/** What kind of subject the tokens `[from, to)` are; null for phrases that cannot speak. */
export function subjectOf({ tokens, book }: Reading, from: number, to: number): Subject | null {
  if (to <= from) return null;
  const range = { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end };
  const make = (kind: SubjectKind, head: string, entity: Entity | null, at: TextRange = range): Subject => ({
    ...at,
    kind,
    entity,
    head,
    from,
    to,
  });
  const officer = namedOfficer(tokens, book, from, to);
  if (officer) return make('person', (tokens[to - 1] as Token).lower, officer.entity, officer);
  const core = beforeParticiple(tokens, from, beforeLink(tokens, from, to));
  const isCoordinated =
    tokens.slice(from, to).some(({ lower }) => lower === 'and') && !joinsNouns(tokens, indexOfAnd(tokens, from, to));
  const head = tokens[core - 1] as Token;
  for (let at = core - 1; at >= from; at--) {
    const mention = book.mentions.get((tokens[at] as Token).start);
    if (mention?.entity.kind !== 'PERSON') continue;
    if (/^['’]s?$/.test(tokens[indexAt(tokens, mention.end, at)]?.text ?? '')) break;
    // "the Trump campaign": the name only tells which one.
    if (mention.end < head.end && (BODY_NOUNS.has(head.lower) || GROUP_NOUNS.has(head.lower))) break;
    if (mention.end < head.end && PERSON_NOUNS.has(head.lower) && !head.isCapital) break;
    return isCoordinated ? make('group', head.lower, null) : make('person', head.lower, mention.entity, mention);
  }
  if (isCoordinated || /^(?:them|us)$/.test(head.lower)) return make('group', head.lower, null);
  if (PAPER_NOUNS.has(head.lower) && !head.isCapital) return make('paper', head.lower, null);
  if (PERSON_NOUNS.has(head.lower) || /^\d+-year-old$/.test(head.lower)) return make('nominal', head.lower, null);
  if (GROUP_NOUNS.has(head.lower)) return make('group', head.lower, null);
  const named = namedBody(tokens, book, from, core);
  if (named) return make('body', head.lower, named.entity, named);
  // "the Fed", "the Senate": a name, unless a body that is named so is known.
  const isOwnName =
    head.isCapital &&
    core - from <= 2 &&
    (from > 0 || core - from === 2) &&
    book.organizationsWith(head.lower).size === 0;
  if (BODY_NOUNS.has(head.lower) && !isOwnName) return make('nominal', head.lower, null);
  if (head.isCapital) return make('name', head.text, null, capitalPart(tokens, from, core));
  return null;
}

function indexOfAnd(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) if ((tokens[at] as Token).lower === 'and') return at;
  return from;
}

function indexAt(tokens: readonly Token[], offset: number, from: number): number {
  let at = from;
  while (at < tokens.length && (tokens[at] as Token).start < offset) at++;
  return at;
}

/** The head stands before the first preposition: "the head of research" is a head, not research. */
function beforeLink(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) {
    const { lower, isCapital } = tokens[at] as Token;
    if (!PREPOSITIONS.has(lower) || isCapital) continue;
    // "The Department of Justice", "Bank of America" are one name.
    const outer = tokens[at - 1] as Token;
    if (lower === 'of' && outer.isCapital && !PERSON_NOUNS.has(outer.lower) && tokens[at + 1]?.isCapital) continue;
    if (
      lower === 'of' &&
      /^(?:spokesman|one|some|many|most|number|group|pair|couple|series|handful|majority)$/.test(
        (tokens[at - 1] as Token).lower,
      )
    )
      continue;
    return at;
  }
  return to;
}

/** "Secretary of State John F. Kerry": the name behind an office that has a preposition inside; "son of John Kerry" is none. */
function namedOfficer(tokens: readonly Token[], book: NameBook, from: number, to: number) {
  const end = (tokens[to - 1] as Token).end;
  for (let at = to - 1; at > from + 2; at--) {
    const mention = book.mentions.get((tokens[at] as Token).start);
    if (mention?.entity.kind !== 'PERSON' || mention.end !== end) continue;
    const link = tokens.slice(from, at).findLastIndex(({ lower }) => PREPOSITIONS.has(lower)) + from;
    return link > from && link < at - 1 && PERSON_NOUNS.has((tokens[link - 1] as Token).lower) ? mention : null;
  }
  return null;
}

/** "a memo seen by the paper": the head is the memo. */
function beforeParticiple(tokens: readonly Token[], from: number, to: number): number {
  const last = tokens[to - 1] as Token;
  const isParticiple =
    to < tokens.length && to - from > 2 && !last.isCapital && /(?:ed|en|ing|sent|held|made|led)$/.test(last.lower);
  return isParticiple && !PERSON_NOUNS.has(last.lower) && !BODY_NOUNS.has(last.lower) ? to - 1 : to;
}

function namedBody(tokens: readonly Token[], book: NameBook, from: number, to: number) {
  for (let at = to - 1; at >= from; at--) {
    const mention = book.mentions.get((tokens[at] as Token).start);
    if (mention && mention.end === (tokens[to - 1] as Token).end) return mention;
  }
  return null;
}

function capitalPart(tokens: readonly Token[], from: number, to: number): TextRange {
  let start = from;
  while (start < to - 1 && !(tokens[start] as Token).isCapital) start++;
  if (start < to - 1 && DETERMINERS.has((tokens[start] as Token).lower)) start++;
  return { start: (tokens[start] as Token).start, end: (tokens[to - 1] as Token).end };
}

function lastIndexOf(tokens: readonly Token[], from: number, text: string): number {
  for (let at = from; at >= 0 && from - at < 12; at--) if ((tokens[at] as Token).text === text) return at;
  return -1;
}
