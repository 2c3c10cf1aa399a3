import { isHonorific } from '../../../language/name/honorific';
import { isTitle } from './fragment';
import { DAYS, DETERMINERS, MONTHS, PREPOSITIONS, PRONOUNS, SKIPPED_BEFORE_VERB } from './lexicon/function-word';
import { BODY_NOUNS, PERSON_NOUNS } from './lexicon/role-noun';
import { speechVerb } from './lexicon/speech-verb';
import { isMarkedVerb, isModal } from './lexicon/verb-form';
import {
  isBreak,
  isPhraseWord,
  joinsNouns,
  phraseEndingAt,
  type Reading,
  type Subject,
  simple,
  subjectOf,
} from './noun-phrase';
import type { Token } from './token';

const RELATIVE = /^(?:who|which|whose|that)$/;

/** The subject that ends right before a verb: adverbs, appositions, relative clauses and times may stand between. */
export function subjectBefore(reading: Reading, verb: number): Subject | null {
  const { tokens } = reading;
  const at = skipAdverbs(tokens, verb - 1);
  if (at < 0) return null;
  const token = tokens[at] as Token;
  if (RELATIVE.test(token.lower)) return antecedent(reading, at - 1);
  // The comma that closes an apposition stands inside the marks of a title: `for the film, “Letter Home,” said`.
  const isTitleEnd = token.kind === 'quotation' && at > 0 && isTitle(token.text) && token.text.endsWith(',');
  if (isTitleEnd || /^[,—–)-]$/.test(token.text)) return beforeApposition(reading, at);
  if (token.lower === 'and' || token.lower === 'but') return null;
  const phrase = phraseEndingAt(reading, at);
  return phrase && (explainedBy(reading, phrase) ?? phrase);
}

/** `Deepak Sharma, Co-Founder at IA commented`: an office behind a name's comma belongs to the name, closing comma or not. */
function explainedBy(reading: Reading, phrase: Subject): Subject | null {
  const { tokens } = reading;
  if (phrase.kind !== 'nominal' && phrase.kind !== 'name' && phrase.kind !== 'body') return null;
  if (phrase.from < 2 || tokens[phrase.from - 1]?.text !== ',') return null;
  const inside = tokens.slice(phrase.from, phrase.to);
  // `Asha Nair, VP Research, Orbis Broking said`
  if (phrase.kind !== 'nominal') {
    const comma = tokens.slice(0, phrase.from - 1).findLastIndex(({ text }) => text === ',');
    const office = comma > 0 ? tokens.slice(comma + 1, phrase.from - 1) : [];
    const holder = office.length < 9 && isOfficeOnly(office) ? phraseEndingAt(reading, comma - 1) : null;
    if (holder?.kind === 'person') return holder;
  }
  if (!inside.some(({ lower }) => PERSON_NOUNS.has(lower))) return null;
  const named = phraseEndingAt(reading, phrase.from - 2);
  return named?.kind === 'person' ? named : null;
}

const isOfficeOnly = (office: readonly Token[]): boolean =>
  office.some(({ lower }) => PERSON_NOUNS.has(lower)) &&
  office.every(
    ({ kind, isCapital, text, lower }) => isCapital || kind === 'number' || /^[-&]$/.test(text) || lower === 'and',
  );

/** "who said": whoever stands before the comma or right before. */
function antecedent(reading: Reading, from: number): Subject | null {
  let at = from;
  if (reading.tokens[at]?.text === ',') at--;
  return at >= 0 ? phraseEndingAt(reading, at) : null;
}

function skipAdverbs(tokens: readonly Token[], from: number): number {
  let at = from;
  for (; at >= 0; at--) {
    const { lower, kind } = tokens[at] as Token;
    if (
      SKIPPED_BEFORE_VERB.has(lower) ||
      (/^\p{Ll}+ly$/u.test(lower) && !/^(?:family|ally|supply|assembly|monopoly|july|reply)$/.test(lower))
    )
      continue;
    // "on Wednesday", "in January", "on Nov. 3"
    if (
      DAYS.has(lower) ||
      (MONTHS.has(lower) && at > 0) ||
      (kind === 'number' && MONTHS.has(tokens[at - 1]?.lower ?? ''))
    )
      continue;
    if (/^(?:on|in|last|this|late|early)$/.test(lower) && DAYS.has(tokens[at + 1]?.lower ?? '')) continue;
    if (/^(?:on|in)$/.test(lower) && MONTHS.has(tokens[at + 1]?.lower ?? '')) continue;
    break;
  }
  return at;
}

/** `Deepak Sharma, Co-Founder at IA, said`: from the comma before the verb back to the phrase that is explained. */
function beforeApposition(reading: Reading, comma: number): Subject | null {
  const { tokens } = reading;
  const dash = /^[—–-]$/.test((tokens[comma] as Token).text);
  let nominal: Subject | null = null;
  for (let at = comma - 1; at > 0 && comma - at < 45; at--) {
    const token = tokens[at] as Token;
    // A work's title belongs to whoever made it: `who wrote “Letter Home,” said`.
    if (token.kind === 'quotation' && !isTitle(token.text)) break;
    const isMark = dash
      ? /^[—–-]$/.test(token.text)
      : token.text === ',' || (token.text === '(' && tokens[comma]?.text === ')');
    if (!isMark) continue;
    const inside = tokens.slice(at + 1, comma);
    if (!isApposition(inside)) {
      if (hasFreeVerb(inside)) break;
      continue;
    }
    const phrase = phraseEndingAt(reading, at - 1);
    if (!phrase) continue;
    if (phrase.kind === 'person') return phrase;
    // `His finance director, Gemma Hale, was`: the name explains the office.
    const named =
      phrase.kind === 'nominal' && PERSON_NOUNS.has(phrase.head)
        ? inside.slice(0, 3).flatMap(({ start }) => reading.book.mentions.get(start) ?? [])[0]
        : undefined;
    if (named?.entity.kind === 'PERSON' && named.end <= (tokens[comma] as Token).start)
      return {
        start: named.start,
        end: named.end,
        kind: 'person',
        entity: named.entity,
        head: phrase.head,
        from: phrase.from,
        to: comma,
      };
    const body = phrase.kind === 'nominal' ? reading.book.mentions.get((tokens[at + 1] as Token).start) : undefined;
    // `The company, Brightwell, said`
    if (body?.entity.kind === 'ORGANIZATION' && BODY_NOUNS.has(phrase.head) && body.end === tokens[comma - 1]?.end)
      return { ...phrase, start: body.start, end: body.end, kind: 'body', entity: body.entity };
    if (phrase.kind === 'body' || phrase.kind === 'pronoun') nominal ??= phrase;
    else if (isOpening(tokens[phrase.from - 1])) nominal ??= phrase;
  }
  if (nominal) return nominal;
  // "Asked about prices, Smith, …" has been tried; "In a note, the bank said" ends at the verb itself.
  return null;
}

const isOpening = (before: Token | undefined): boolean =>
  before === undefined || before.kind === 'quotation' || /^[,:;]$/.test(before.text);

function isApposition(inside: readonly Token[]): boolean {
  const first = inside[0];
  if (!first) return false;
  if (RELATIVE.test(first.lower)) return true;
  if (hasFreeVerb(inside)) return false;
  if (/^['’]s$/.test(inside[1]?.text ?? '')) return true;
  if (DETERMINERS.has(first.lower) || PREPOSITIONS.has(first.lower) || first.kind === 'number') return true;
  if (/ing$/.test(first.lower) || /ed$/.test(first.lower)) return true;
  return (
    inside.some(({ lower }) => PERSON_NOUNS.has(lower) || isHonorific(lower) || BODY_NOUNS.has(lower)) ||
    inside.length <= 3
  );
}

/** A finite verb outside a relative clause: then the stretch is a clause, not an apposition. */
function hasFreeVerb(inside: readonly Token[]): boolean {
  let relative = false;
  for (const [index, { lower, isCapital }] of inside.entries()) {
    if (RELATIVE.test(lower)) relative = true;
    if (isCapital || relative) continue;
    const before = inside[index - 1]?.lower ?? '';
    if (/^(?:is|are|was|were|has|have|had)$/.test(lower) || isModal(lower)) return true;
    if (index > 0 && isMarkedVerb(lower) && PRONOUNS.has(before)) return true;
    if (speechVerb(lower)?.strength === 'say' && index > 0 && /^(?:said|says|told|added)$/.test(lower)) return true;
  }
  return false;
}

/** The subject that follows a verb or "according to": `said Don Fowler, who …`, `according to the bank`. */
export function subjectAfter(reading: Reading, verb: number): Subject | null {
  const { tokens } = reading;
  let from = verb + 1;
  while (from < tokens.length && from - verb < 3 && /ly$/.test((tokens[from] as Token).lower)) from++;
  const first = tokens[from];
  if (!first || (first.kind !== 'word' && first.kind !== 'number')) return null;
  if (PRONOUNS.has(first.lower)) return from === verb + 1 ? simple(tokens, from, 'pronoun') : null;
  let to = from;
  while (to < tokens.length && to - from < 24) {
    const token = tokens[to] as Token;
    const inName =
      token.text === '.' &&
      /^\p{Lu}$|^(?:Sen|Rep|Gov|Dr|Mr|Ms|Mrs|Del|Rev|Gen|Prof|St|Jr|Sr)$/u.test(tokens[to - 1]?.text ?? '');
    const isOpen =
      isPhraseWord(token) ||
      inName ||
      /^['’]s?$|^[&/-]$/.test(token.text) ||
      (token.kind === 'number' && to === from) ||
      (token.lower === 'and' && joinsNouns(tokens, to));
    const isLinked = to > from && PREPOSITIONS.has(token.lower) && isNounAhead(tokens, to);
    if (!isOpen && !isLinked) break;
    if (to > from && isBreak(token)) break;
    to++;
  }
  const subject = to > from ? subjectOf(reading, from, to) : null;
  // `said Nordwind's chief executive, Katarina Lund`: the name explains the office.
  if (subject && isExplained(subject, tokens[from]) && tokens[to]?.text === ',') {
    const named = reading.book.mentions.get(tokens[to + 1]?.start ?? -1);
    if (
      named &&
      named.entity.kind ===
        (BODY_NOUNS.has(subject.head) && !PERSON_NOUNS.has(subject.head) ? 'ORGANIZATION' : 'PERSON')
    )
      return { ...subject, start: named.start, end: named.end, kind: 'person', entity: named.entity };
  }
  return subject && (subject.kind !== 'name' || first.isCapital || DETERMINERS.has(first.lower)) ? subject : null;
}

/** `said one of them, Ana Ruiz`, `said the chief executive, Katarina Lund`. */
const isExplained = ({ kind }: Subject, first: Token | undefined): boolean =>
  kind === 'nominal' || (kind === 'group' && first?.lower === 'one');

const isNounAhead = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return (
    next !== undefined &&
    /^(?:of|for|at|with|from|in)$/.test((tokens[at] as Token).lower) &&
    (next.isCapital || DETERMINERS.has(next.lower) || next.kind === 'word')
  );
};
