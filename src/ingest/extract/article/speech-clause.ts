import { DETERMINERS, PREPOSITIONS } from './lexicon/function-word';
import { type SpeechVerb, speechVerb } from './lexicon/speech-verb';
import { isMarkedVerb, isModal } from './lexicon/verb-form';
import { phraseEndingAt, type Reading, type Subject } from './noun-phrase';
import { subjectAfter, subjectBefore } from './subject';
import type { Token } from './token';

/** A verb of a sentence with whoever it is told of. */
export interface Clause {
  readonly verb: number;
  /** Null: the verb is none of speaking. */
  readonly speech: SpeechVerb | null;
  readonly subject: Subject;
  /** The subject is the verb's own, not carried over from the clause before ("…, adding", "and said"). */
  readonly isOwn: boolean;
  /** "a woman who said": told by the way. */
  readonly isRelative: boolean;
  /** "said Smith" */
  readonly isInverted: boolean;
}

const AUXILIARY = /^(?:is|are|was|were|has|have|had|does|did|do|am)$/;
const OBJECT = /^(?:him|her|them|us|me|it|you|reporters|analysts|investors|lawmakers)$/;

/** The clauses of a sentence in order, each with its subject: verbs of speaking, and the others that carry a subject on. */
export function clausesOf(reading: Reading): Clause[] {
  const { tokens } = reading;
  const clauses: Clause[] = [];
  let main: Subject | null = openingName(reading);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || (token.isCapital && at > 0)) continue;
    const speech = speechVerb(token.lower);
    const isVerb = speech ? speech.form !== 'ing' && isVerbHere(tokens, at, speech) : isOtherVerb(token.lower);
    if (speech?.form === 'ing') {
      const subject = participleSubject(reading, at, main);
      if (subject) clauses.push({ verb: at, speech, subject, isOwn: false, isRelative: false, isInverted: false });
      continue;
    }
    if (!isVerb) continue;
    const own = subjectBefore(reading, at);
    if (own && !isNounUse(tokens, at, own)) {
      if (!isRelative(tokens, own, at) && (!main || opensClause(tokens, own.from))) main = own;
      clauses.push({
        verb: at,
        speech,
        subject: own,
        isOwn: true,
        isRelative: isRelative(tokens, own, at),
        isInverted: false,
      });
      continue;
    }
    if (!speech) continue;
    const inverted = speech.lemma !== 'tell' && mayInvert(tokens, at, main !== null) ? subjectAfter(reading, at) : null;
    if (inverted && (inverted.kind !== 'pronoun' || !OBJECT.test(inverted.head))) {
      main ??= inverted;
      clauses.push({ verb: at, speech, subject: inverted, isOwn: true, isRelative: false, isInverted: true });
    } else if (main && carriesOn(tokens, at, speech)) {
      clauses.push({ verb: at, speech, subject: main, isOwn: false, isRelative: false, isInverted: false });
    }
  }
  return clauses;
}

/** `House Speaker Paul Ryan, despite admitting that …`: a name that opens a sentence before a comma is what it is about. */
function openingName(reading: Reading): Subject | null {
  const comma = reading.tokens.findIndex(({ text }) => text === ',');
  if (comma < 1 || comma > 7) return null;
  const subject = phraseEndingAt(reading, comma - 1);
  const isName = subject?.kind === 'person' || (subject?.kind === 'name' && subject.to - subject.from === 1);
  return subject && isName && subject.from === 0 ? subject : null;
}

/** A subject after a comma, a semicolon or at the start opens a clause of its own; "said X was" embeds one. */
function opensClause(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  if (!before) return true;
  if (/^[,;:—–]$/.test(before.text) || before.kind === 'quotation') return true;
  // "Then Smith took the floor", "But the senator …"
  if (
    from === 1 &&
    /^(?:then|but|and|so|yet|later|now|still|instead|meanwhile|soon|once|or|only|even)$/.test(before.lower)
  )
    return true;
  return (
    /^(?:and|but|while|as|though|although|whereas)$/.test(before.lower) && /^[,;]$/.test(tokens[from - 2]?.text ?? '')
  );
}

/** Whether a subject opens a main clause: "While X grew, Y said Z was" has one for Y alone. */
export function isMainSubject(tokens: readonly Token[], { from }: Subject): boolean {
  const before = tokens[from - 1];
  if (
    before &&
    /^(?:while|as|if|when|after|before|because|although|though|since|whereas|unless|until|that|once)$/.test(
      before.lower,
    )
  )
    return false;
  return opensClause(tokens, from);
}

function participleSubject(reading: Reading, at: number, main: Subject | null): Subject | null {
  const { tokens } = reading;
  const before = tokens[at - 1];
  if (!before) return null;
  if (
    /^(?:by|of|despite|without|from|in|for|after|before|when|while|and|but|is|was|are|were|been|then)$/.test(
      before.lower,
    )
  )
    return main;
  if (/^[,—–;]$/.test(before.text) || before.kind === 'quotation') return main;
  // "a statement calling the test", "a memo saying"
  const own = before.lower === 'as' ? phraseEndingAt(reading, at - 2) : subjectBefore(reading, at);
  if (own?.kind === 'paper') return main ?? own;
  return own && isTold(tokens, own, at) ? own : main;
}

/** "the aide as saying", "footage of Smith calling it", ", with the campaign saying": whoever stands before the participle is told of. */
function isTold(tokens: readonly Token[], { kind, from, to }: Subject, at: number): boolean {
  if (kind !== 'person' && kind !== 'nominal' && kind !== 'body' && kind !== 'group') return false;
  const isCited = tokens[at - 1]?.lower === 'as';
  if (to !== (isCited ? at - 1 : at)) return false;
  if (isCited) return true;
  const [link, outer] = [tokens[from - 1], tokens[from - 2]];
  if (link?.lower === 'with') return outer === undefined || outer.text === ',';
  return (
    kind === 'person' && link !== undefined && (link.lower === 'of' || link.kind === 'word') && !isPlaced(link.lower)
  );
}

const isPlaced = (word: string): boolean => word !== 'of' && PREPOSITIONS.has(word);

function isRelative(tokens: readonly Token[], subject: Subject, verb: number): boolean {
  const between = tokens.slice(subject.to, verb).findLast(({ lower }) => /^(?:who|which|that|whose)$/.test(lower));
  return (
    between !== undefined &&
    !tokens.slice(subject.to, verb).some(({ text }, index, all) => text === ',' && index > all.indexOf(between))
  );
}

/** "and urged Tehran to" goes on with its subject, where there is one. */
const mayInvert = (tokens: readonly Token[], at: number, goesOn: boolean): boolean => {
  const before = tokens[at - 1];
  return (
    !before ||
    before.kind === 'quotation' ||
    /^[,—–]$/.test(before.text) ||
    before.lower === 'as' ||
    (before.lower === 'and' && !goesOn) ||
    /ly$/.test(before.lower)
  );
};

/** "and said", "to call": the verb shares the subject of the clause before. */
function carriesOn(tokens: readonly Token[], at: number, speech: SpeechVerb): boolean {
  let before = at - 1;
  while (
    before >= 0 &&
    /^(?:also|then|later|has|have|had|\w+ly|not|never|always|further)$/.test((tokens[before] as Token).lower)
  )
    before--;
  const { lower, text } = tokens[before] ?? { lower: '', text: '' };
  if (speech.form === 'base') return lower === 'to';
  return lower === 'and' || lower === 'but' || text === ',';
}

/** A plain form is a verb after a plural or a pronoun; "a claim", "the report" are nouns. */
function isVerbHere(tokens: readonly Token[], at: number, speech: SpeechVerb): boolean {
  const before = tokens[at - 1];
  const word = (tokens[at] as Token).lower;
  if (
    before &&
    (DETERMINERS.has(before.lower) || /^['’]s$/.test(before.text)) &&
    !/^(?:said|says|told|wrote)$/.test(word)
  )
    return false;
  if (speech.form === 'base')
    return (
      !before ||
      before.lower === 'to' ||
      /^(?:they|we|i|you|who|did|does|do)$/.test(before.lower) ||
      /s$/.test(before.lower) ||
      isModal(before.lower)
    );
  // "was told", "is called", "been asked": told of, not telling.
  if (speech.form === 'past' && /^(?:was|were|been|being|is|are|be|get|gets|got)$/.test(before?.lower ?? ''))
    return false;
  return true;
}

const isOtherVerb = (word: string): boolean => AUXILIARY.test(word) || isModal(word) || isMarkedVerb(word);

/** "the company reports", with no object and another verb behind, is a noun phrase. */
function isNounUse(tokens: readonly Token[], at: number, subject: Subject): boolean {
  const speech = speechVerb((tokens[at] as Token).lower);
  if (speech?.form !== 'third' || subject.kind === 'pronoun') return false;
  const next = tokens[at + 1];
  return next !== undefined && (AUXILIARY.test(next.lower) || isModal(next.lower));
}
