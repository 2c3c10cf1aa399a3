import { isTitle } from './fragment';
import type { Reading, Subject } from './noun-phrase';
import { type Clause, isMainSubject } from './speech-clause';
import { subjectAfter } from './subject';
import type { Token } from './token';

/** How a quotation is tied to its speaker. */
export type Tie = 'after' | 'inverted' | 'before' | 'governed' | 'dash' | 'colon' | 'according';

export interface SentenceAttribution {
  readonly subject: Subject;
  readonly tie: Tie;
  /** Index of the verb among the sentence's tokens; null for dashes and colons. */
  readonly verb: number | null;
  /** How sure the tie is, whoever the subject may mean; in [0, 1]. */
  readonly certainty: number;
}

/** The speaker of a quotation by the words of its own sentence; null where the sentence tells none. */
export function attributeInSentence(
  reading: Reading,
  clauses: readonly Clause[],
  at: number,
): SentenceAttribution | null {
  return (
    attributionAfter(reading, clauses, at) ??
    attributionByColon(reading, clauses, at) ??
    attributionBefore(reading, clauses, at) ??
    accordingToBefore(reading, at) ??
    attributionAtEnd(reading, clauses, at)
  );
}

/** `“…,” he said`, `“…,” said Smith`, `“…,” according to Smith`, `“…” — Smith`. */
function attributionAfter(reading: Reading, clauses: readonly Clause[], at: number): SentenceAttribution | null {
  const { tokens } = reading;
  let next = at + 1;
  while (next < tokens.length && /^[,—–―-]$/.test((tokens[next] as Token).text)) next++;
  const first = tokens[next];
  if (!first || first.kind === 'quotation') return null;
  const dash = next > at + 1 && /^[—–―-]$/.test((tokens[next - 1] as Token).text);
  const source =
    first.lower === 'according' && tokens[next + 1]?.lower === 'to' ? next + 1 : first.lower === 'per' ? next : null;
  if (source !== null) {
    const subject = subjectAfter(reading, source);
    return subject && { subject, tie: 'according', verb: null, certainty: 0.95 };
  }
  // `“A,” she wrote, “B,” after he had said so`: the words go on with whoever wrote.
  const goesOn =
    /^(?:after|as|when|while|before|since)$/.test(first.lower) &&
    tokens[at - 1]?.text === ',' &&
    clauses.some(
      (clause) => clause.verb < at && clause.speech && clause.isOwn && isAttributionOfEarlier(tokens, clause, at),
    );
  if (goesOn) return null;
  for (const clause of clauses) {
    if (clause.verb < next || !clause.speech) continue;
    const starts = clause.isInverted ? clause.verb : clause.subject.from;
    if (!clause.isOwn || !isNear(tokens, next, starts)) break;
    if (starts > next && !/[,.!?—–]['’]?$/.test((tokens[at] as Token).text)) break;
    if (clause.speech.strength === 'manner' && (starts > next || clause.subject.head === 'it')) break;
    if (starts > next && /^[.?!]$/.test(lastSign((tokens[at] as Token).text)) && !dash) break;
    const certainty = clause.speech.strength === 'say' ? 0.99 : clause.speech.strength === 'claim' ? 0.95 : 0.93;
    return { subject: clause.subject, tie: clause.isInverted ? 'inverted' : 'after', verb: clause.verb, certainty };
  }
  const isLast = isNameTail(tokens, next);
  if (dash && isLast) {
    const subject = subjectAfter(reading, next - 1);
    if (subject && (subject.kind === 'person' || subject.kind === 'name'))
      return { subject, tie: 'dash', verb: null, certainty: 0.95 };
  }
  return null;
}

const lastSign = (text: string): string => text.at(-1) ?? '';

/** Nothing but a phrase like "in a statement," stands between the quotation and its attribution. */
function isNear(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from) return to === from;
  return (
    to - from < 9 &&
    /^(?:in|on|at|during|after|as|when|later|then|and|to|an?|the|co-founder|chief)$/.test(
      (tokens[from] as Token).lower,
    ) &&
    tokens.slice(from, to).every(({ kind }) => kind !== 'quotation')
  );
}

/** After a dash: a name and what explains it, then the sentence ends or the next quotation begins. */
function isNameTail(tokens: readonly Token[], from: number): boolean {
  return tokens[from]?.isCapital === true && tokens.length - from < 40;
}

/** `Smith: “…”` */
function attributionByColon(reading: Reading, clauses: readonly Clause[], at: number): SentenceAttribution | null {
  const { tokens, book } = reading;
  if (tokens[at - 1]?.text !== ':') return null;
  const told = clauses.findLast(
    ({ verb, isOwn, isRelative, subject }) =>
      verb < at && isOwn && !isRelative && isMainSubject(tokens, subject) && isSomebody(subject),
  );
  const spoken = clauses.some(
    ({ verb, speech }) => verb < at && verb >= (told?.verb ?? 0) && speech && speech.strength !== 'manner',
  );
  // `She was more careful: “…”`
  if (told && !spoken) return { subject: told.subject, tie: 'colon', verb: null, certainty: 0.92 };
  const named = spoken
    ? undefined
    : tokens
        .slice(0, at)
        .map(({ start }) => book.mentions.get(start))
        .find((found) => found?.entity.kind === 'PERSON');
  if (named) {
    const subject: Subject = {
      start: named.start,
      end: named.end,
      kind: 'person',
      entity: named.entity,
      head: '',
      from: 0,
      to: at - 1,
    };
    return { subject, tie: 'colon', verb: null, certainty: 0.88 };
  }
  if (at < 2 || at > 14) return null;
  const first = tokens[0] as Token;
  const mention =
    book.mentions.get(first.start) ??
    [...tokens.slice(0, at)].map((t) => book.mentions.get(t.start)).find((found) => found);
  if (mention?.entity.kind !== 'PERSON' || mention.end < (tokens[Math.max(0, at - 3)] as Token).end) return null;
  const to = at - 1;
  const subject: Subject = {
    start: mention.start,
    end: mention.end,
    kind: 'person',
    entity: mention.entity,
    head: first.lower,
    from: 0,
    to,
  };
  return { subject, tie: 'colon', verb: null, certainty: 0.97 };
}

/** Words between `according to` and what it is the source of; more would be another sentence. */
const FARTHEST_SOURCE = 60;

/** `According to Smith, “…”` */
function accordingToBefore(reading: Reading, at: number): SentenceAttribution | null {
  const { tokens } = reading;
  for (let from = at - 2; from >= Math.max(0, at - FARTHEST_SOURCE); from--) {
    if ((tokens[from] as Token).lower !== 'according' || tokens[from + 1]?.lower !== 'to') continue;
    const subject = subjectAfter(reading, from + 1);
    return subject && { subject, tie: 'according', verb: null, certainty: 0.92 };
  }
  return null;
}

const isSomebody = ({ kind, head }: Subject): boolean =>
  /^(?:person|pronoun|nominal)$/.test(kind) && !/^(?:it|i|we|you)$/.test(head);

/** Verbs of speaking that are as often deeds. */
const DEED = /^(?:take|issue|release|address|support|back|hold|push|offer|make|give|find|draw|see)$/;
const NAMING = /^(?:call|dub|name|label|title|deem|term|brand|refer)$/;

/** A verb to the left that governs the quotation: `Smith said, “…”`, `called it “a shame”`, `emphasizing that it has a “…”`. */
function attributionBefore(reading: Reading, clauses: readonly Clause[], at: number): SentenceAttribution | null {
  const { tokens } = reading;
  const before = tokens[at - 1];
  const isIntroduced = before?.text === ',' || before?.text === ':';
  for (let index = clauses.length - 1; index >= 0; index--) {
    const clause = clauses[index] as Clause;
    if (clause.verb >= at || !clause.speech) continue;
    if (clause.speech.strength === 'manner' && !(isIntroduced && at - clause.verb < 14)) continue;
    // "added a “handling fee”" is a deed.
    if (
      /^(?:add|post|report)$/.test(clause.speech.lemma) &&
      /^(?:an?|the|its|another)$/.test(tokens[clause.verb + 1]?.lower ?? '') &&
      at - clause.verb < 5
    )
      continue;
    if (NAMING.test(clause.speech.lemma) && isMereName(tokens, clause, at)) return null;
    const between = tokens.slice(clause.verb + 1, at);
    const quoted = between.filter(({ kind }) => kind === 'quotation').length;
    if (isAttributionOfEarlier(tokens, clause, at)) {
      // `“A,” he said, “B”` and `“A,” he said, adding that “B”` go on with the same speaker.
      const goesOn =
        /^[,—–;]$/.test(before?.text ?? '') || (quoted === 0 && !between.some(({ lower }) => lower === 'who'));
      if (!goesOn) continue;
    }
    // "Smith, who told her that “…”" still governs what follows at once.
    if (clause.isRelative && at - clause.verb > (before?.lower === 'that' ? 5 : 2)) continue;
    if (
      clause.subject.head === 'who' ||
      (clause.subject.kind === 'pronoun' && /^(?:i|we|you)$/.test(clause.subject.head))
    )
      continue;
    // "takes issue with Smith's claim that it is “…”": the noun stands nearer than a verb that tells little.
    const noun = DEED.test(clause.speech.lemma) ? nounOfSaying(reading, at) : null;
    if (noun && noun.subject.from > clause.verb) return noun;
    const near = between.length <= 3 || isIntroduced;
    const strength = clause.speech.strength === 'say' ? 0.97 : 0.93;
    return {
      subject: clause.subject,
      tie: near ? 'before' : 'governed',
      verb: clause.verb,
      certainty: strength - (near ? 0 : 0.03) - (clause.isOwn ? 0 : 0.02),
    };
  }
  return asGoodAsSaid(tokens, clauses, at) ?? nounOfSaying(reading, at);
}

const isAttributionOfEarlier = (tokens: readonly Token[], clause: Clause, at: number): boolean => {
  const start = clause.isInverted ? clause.verb : clause.subject.from;
  const before = tokens[start - 1];
  return start < at && before?.kind === 'quotation' && !isTitle(before.text);
};

/** "a feature called “Reels”", "an initiative dubbed “X”": a name, nothing that was said. */
function isMereName(tokens: readonly Token[], { verb, subject, isOwn }: Clause, at: number): boolean {
  if (at - verb !== 1) return false;
  // "what lawmakers called “…”"
  if (isOwn && tokens[subject.from - 1]?.lower === 'what') return false;
  const before = tokens[verb - 1];
  if (!before) return false;
  return (
    before.kind === 'word' &&
    !before.isCapital &&
    !/^(?:he|she|it|they|has|have|had|also|who|once|what)$/.test(before.lower)
  );
}

/** No verb of speaking, but what amounts to it: `has used the phrase “…”`, `has gone after him as a “…”`. */
function asGoodAsSaid(tokens: readonly Token[], clauses: readonly Clause[], at: number): SentenceAttribution | null {
  const article = /^(?:an?|the)$/.test(tokens[at - 1]?.lower ?? '') ? 1 : 0;
  const before = tokens[at - 1 - article]?.lower ?? '';
  const isTerm = article === 0 && /^(?:phrase|word|words|term|expression|line)$/.test(before);
  const isCharge =
    before === 'as' &&
    tokens
      .slice(0, at)
      .some(({ lower }, index) => /^(?:gone|going|went|goes)$/.test(lower) && tokens[index + 1]?.lower === 'after');
  if (!isTerm && !isCharge) return null;
  const clause = clauses.findLast(
    ({ verb, isOwn, subject }) =>
      verb < at && isOwn && (subject.kind === 'person' || /^(?:he|she)$/.test(subject.head)),
  );
  return clause ? { subject: clause.subject, tie: 'governed', verb: clause.verb, certainty: 0.9 } : null;
}

const SAYING =
  /^(?:claim|claims|assertion|comment|comments|remark|remarks|statement|suggestion|warning|promise|vow|pledge|accusation|accusations|contention|description|characterization|argument|insistence|declaration|reference|assurance|complaint|question|answer|reply|response|message|call|calls|prediction|admission|line|words)$/;

/** `Smith's claim that it is “…”`, `her description of the plan as “…”`: a noun of saying and whose it is. */
function nounOfSaying({ tokens, book }: Reading, at: number): SentenceAttribution | null {
  for (let index = at - 1; index > 0 && at - index < 14; index--) {
    const token = tokens[index] as Token;
    if (token.kind === 'quotation' || /^[;:]$/.test(token.text)) return null;
    if (!SAYING.test(token.lower)) continue;
    for (let owner = index - 1; owner >= 0 && index - owner < 4; owner--) {
      const { start, end, text, lower } = tokens[owner] as Token;
      const pronoun = lower === 'his' ? 'he' : lower === 'her' ? 'she' : null;
      if (pronoun)
        return {
          subject: { start, end, kind: 'pronoun', entity: null, head: pronoun, from: owner, to: owner + 1 },
          tie: 'governed',
          verb: null,
          certainty: 0.85,
        };
      if (!/^['’]s?$/.test(text)) continue;
      const mention = [1, 2, 3]
        .map((back) => book.mentions.get(tokens[owner - back]?.start ?? -1))
        .find((found) => found?.end === start);
      if (mention)
        return {
          subject: {
            start: mention.start,
            end: mention.end,
            kind: 'person',
            entity: mention.entity,
            head: '',
            from: owner - 1,
            to: owner,
          },
          tie: 'governed',
          verb: null,
          certainty: 0.88,
        };
    }
  }
  return null;
}

/** A quotation in the middle of what is told, with the attribution at the end: `It is “well-paid,” making $30, Smith said.` */
function attributionAtEnd({ tokens }: Reading, clauses: readonly Clause[], at: number): SentenceAttribution | null {
  for (const clause of clauses) {
    if (clause.verb <= at || !clause.speech || clause.speech.strength !== 'say' || !clause.isOwn) continue;
    const start = clause.isInverted ? clause.verb : clause.subject.from;
    const opening = tokens[start - 1];
    const isTail = opening?.text === ',' || opening?.kind === 'quotation';
    const ending = tokens[clause.isInverted ? clause.subject.to : clause.verb + 1];
    const closes =
      !ending ||
      /^[.,;:—–]$/.test(ending.text) ||
      /^(?:in|on|at|to|during|after|of|when|as|while|referring|referencing|reporters)$/.test(ending.lower) ||
      ending.kind === 'quotation';
    if (isTail && closes && clause.speech.form !== 'base')
      return { subject: clause.subject, tie: 'governed', verb: clause.verb, certainty: 0.92 };
  }
  return null;
}
