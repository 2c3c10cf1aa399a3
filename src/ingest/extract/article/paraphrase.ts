import { Directness } from '../../../domain/utterance-enums';
import { wordList } from '../../../language/lexicon/word-list';
import { ruleOf, TIES } from './attribution-rule';
import type { ReadSentence } from './context';
import { DAYS } from './lexicon/function-word';
import { isMarkedVerb, isModal } from './lexicon/verb-form';
import type { Clause } from './speech-clause';
import type { Story } from './story';
import { subjectAfter } from './subject';
import type { Token } from './token';
import type { FoundUtterance } from './utterance';

/** Verbs that tell what somebody holds even where no clause follows: "dismissed concerns", "highlighted its strength". */
const STANCE = wordList('stance-verbs');

/** Verbs that report words only with a clause: "responded that", "asked whether". */
const NEEDS_CLAUSE = wordList('verbs-that-need-a-clause');

/** Verbs of speaking that are as often deeds: they tell nothing that was said. */
const DEED = wordList('deed-verbs');

const ADJUNCT =
  /^(?:in|on|at|after|before|during|when|while|as|to|of|about|for|from|by|via|through|later|earlier|then|last|this|so)$/;
const CLAUSE_OPENER =
  /^(?:that|how|why|whether|if|what|there|it|he|she|they|we|its|his|her|their|the|a|an|this|these|those|while|although|as|in|no|some|most|many|all|both|more|such)$/;
const OBJECT =
  /^(?:reporters|analysts|investors|shareholders|lawmakers|employees|staff|viewers|journalists|congress|me|us|him|her|them|customers|people|on|to|in|at|with|of|during|from|for|a|an|the|call|interview|statement)$/;

/** What somebody is reported to have said without quotation marks, or around them: one utterance for each speaker's stretch. */
export function findParaphrases(story: Story, own: ReadSentence): FoundUtterance[] {
  const { tokens } = own.reading;
  const tail = attributedWhole(own);
  const found: FoundUtterance[] = [];
  const clauses = own.clauses.filter((clause) => isReport(tokens, clause));
  if (tail) clauses.splice(0, clauses.length, tail);
  let index = 0;
  while (index < clauses.length) {
    const first = clauses[index] as Clause;
    const referent = own.meant(first.subject);
    let next = index + 1;
    while (next < clauses.length && own.meant((clauses[next] as Clause).subject)?.entity === referent?.entity) next++;
    const unit = clauses.slice(index, next);
    index = next;
    if (!referent) continue;
    const from = tail ? 0 : startOf(tokens, own.clauses, first);
    const to = tail ? tokens.length : endOf(own, unit, referent.entity);
    const range = rangeOf(tokens.slice(from, to));
    if (!range || wordsOutside(tokens.slice(from, to)) < 5) continue;
    const mention = { start: first.subject.start, end: first.subject.end };
    found.push({
      ...range,
      directness: Directness.PARAPHRASE,
      speaker: referent.entity,
      label: story.text.slice(mention.start, mention.end),
      mention,
      rule: ruleOf(TIES.before, first.subject, referent),
      isByContext: false,
      sentence: own.index,
    });
  }
  return found.length > 0 || tail ? found : accordingTo(story, own);
}

/** Whether a clause tells what was said, beyond words that are quoted whole. */
function isReport(tokens: readonly Token[], { verb, speech, subject, isInverted, isOwn, isRelative }: Clause): boolean {
  if (!speech || isInverted || isRelative || speech.form === 'base') return false;
  // "hit back at the notion", "fired back that"
  const answersBack = tokens[verb + 1]?.lower === 'back' && /^(?:hit|shoot|push|fire)$/.test(speech.lemma);
  if (speech.strength === 'manner' && !answersBack) return false;
  if (subject.kind === 'group' || subject.kind === 'paper' || /^(?:i|we|you|it|who)$/.test(subject.head)) return false;
  if (isNegated(tokens, verb)) return false;
  // What a company expects or fears is its narrator's account unless a verb of saying reports it.
  if (
    subject.kind !== 'person' &&
    subject.kind !== 'pronoun' &&
    /^(?:expect|anticipate|foresee|forecast|predict|believe|think|feel|hope|worry|fear|know|project|estimate)$/.test(
      speech.lemma,
    )
  )
    return false;
  const content = contentOf(tokens, verb);
  if (content.words < (STANCE.has(speech.lemma) ? 1 : 3)) return false;
  // `“…,” he said after the vote.` tells who spoke, and when; nothing more of what.
  if (
    tokens[subject.from - 1]?.kind === 'quotation' &&
    subject.from < verb &&
    verb - subject.from < 30 &&
    content.first !== 'that' &&
    isOwn
  )
    return false;
  if (ADJUNCT.test(content.first) && !content.hasThat) return false;
  if (answersBack) return true;
  if (STANCE.has(speech.lemma))
    return !(/^to$/.test(content.first) && !/^(?:promise|pledge|vow|expect|claim)$/.test(speech.lemma));
  if (DEED.has(speech.lemma)) return false;
  if (!NEEDS_CLAUSE.has(speech.lemma) && speech.strength !== 'say') return false;
  if (
    /^(?:report|announce|post|disclose|reveal|agree|signal|hint|believe|read|write|speak|respond|reply|comment|testify)$/.test(
      speech.lemma,
    ) &&
    !content.hasThat
  )
    return false;
  return content.isClause;
}

function isNegated(tokens: readonly Token[], verb: number): boolean {
  for (let at = verb - 1; at >= 0 && verb - at < 4; at--)
    if (/^(?:not|never|didn['’]t|hasn['’]t|wouldn['’]t|doesn['’]t)$/.test((tokens[at] as Token).lower)) return true;
  return false;
}

/** What follows a verb up to the sentence's end, quotations aside. */
function contentOf(tokens: readonly Token[], verb: number) {
  let at = verb + 1;
  const adverb = (token: Token | undefined): boolean =>
    token !== undefined &&
    (/ly$/.test(token.lower) ||
      /^(?:also|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(token.lower));
  while (adverb(tokens[at])) at++;
  while (
    tokens[at] &&
    OBJECT.test((tokens[at] as Token).lower) &&
    at - verb < 8 &&
    tokens[at + 1] &&
    /^(?:that|how|why|whether|if|in|on|at|during|a|an|the|of|to)$/.test((tokens[at + 1] as Token).lower)
  )
    at++;
  const first = tokens[at];
  const rest = tokens.slice(at, verb + 60);
  const introducesQuote = first !== undefined && (first.kind === 'quotation' || /^[,:.;—–]$/.test(first.text));
  const words = introducesQuote ? 0 : wordsOutside(rest.filter(({ lower }) => lower !== 'that'));
  const hasThat = rest.slice(0, 12).some(({ lower }) => /^(?:that|how|why|whether)$/.test(lower));
  const isClause =
    hasThat ||
    (first !== undefined &&
      (CLAUSE_OPENER.test(first.lower) ||
        first.isCapital ||
        first.kind === 'number' ||
        /s$/.test(first.lower) ||
        first.kind === 'word'));
  return { words, hasThat, isClause, first: first?.lower ?? '' };
}

const wordsOutside = (tokens: readonly Token[]): number =>
  tokens.filter(({ kind }) => kind === 'word' || kind === 'number').length;

/** A stretch begins with its subject's phrase; after a quotation's own attribution ("…,” he said, adding that") with the participle. */
function startOf(tokens: readonly Token[], all: readonly Clause[], first: Clause): number {
  const lead = all.find(({ subject, verb }) => subject === first.subject && verb <= first.verb) ?? first;
  const attributes = lead.speech !== null && lead.verb !== first.verb && contentOf(tokens, lead.verb).words < 3;
  if (attributes || tokens[lead.subject.from - 1]?.kind === 'quotation') return first.verb;
  return lead.subject.from;
}

/** A stretch ends with the sentence, or before a clause or an aside that is the narrator's own. */
function endOf(own: ReadSentence, unit: readonly Clause[], speaker: unknown): number {
  const { tokens } = own.reading;
  const last = unit.at(-1) as Clause;
  for (const { subject, verb } of own.clauses) {
    if (subject.from <= last.verb || own.meant(subject)?.entity === speaker) continue;
    const before = tokens[subject.from - 1];
    const comma = tokens[subject.from - 2];
    if (!before || !/^(?:and|but|while|whereas)$/.test(before.lower) || comma?.text !== ',') continue;
    // A verb that is shifted back still reports: "said sales fell, but margins would hold".
    if (/^(?:would|could|might|had)$/.test((tokens[verb] as Token).lower)) continue;
    return subject.from - 2;
  }
  const aside = ownClauseAt(tokens, last.verb);
  if (aside !== null) return aside;
  const dashes = tokens.flatMap(({ text, kind }, at) =>
    at > last.verb && kind === 'punctuation' && /^[—–―]$/.test(text) ? [at] : [],
  );
  const dash = dashes.length === 1 ? (dashes[0] as number) : -1;
  if (dash > 0 && /^(?:an?|the|which|its|his|her|one)$/.test(tokens[dash + 1]?.lower ?? '')) return dash;
  return tokens.length;
}

/** The comma before `and` and a clause with a subject of its own: "…, and daily users rose" is the narrator's. */
function ownClauseAt(tokens: readonly Token[], from: number): number | null {
  for (let at = from + 1; at + 3 < tokens.length; at++) {
    if ((tokens[at] as Token).text !== ',' || !/^(?:and|but|while|whereas)$/.test((tokens[at + 1] as Token).lower))
      continue;
    const first = tokens[at + 2] as Token;
    if (
      first.kind === 'quotation' ||
      /^(?:that|to|he|she|it|they|not|also|then|so)$/.test(first.lower) ||
      isFiniteToken(first)
    )
      continue;
    const stop = tokens.findIndex(
      (token, index) =>
        index > at + 2 && (isFiniteToken(token) || /^[,;:]$/.test(token.text) || token.kind === 'quotation'),
    );
    const verb = tokens[stop];
    // A verb that is shifted back still reports: "said sales fell, but margins would hold".
    if (verb?.kind === 'word' && stop - at < 16 && !/^(?:would|could|might|had)$/.test(verb.lower)) return at;
  }
  return null;
}

const isFiniteToken = ({ kind, lower, isCapital }: Token): boolean =>
  kind === 'word' &&
  !isCapital &&
  (isModal(lower) || isMarkedVerb(lower) || /^(?:is|are|was|were|has|have|had|does|did)$/.test(lower));

/** `Sales will grow, Smith said.`, `The plan, he said, would fail.`: the whole sentence is reported, and ends or pauses with who said it. */
function attributedWhole(own: ReadSentence): Clause | null {
  const { tokens } = own.reading;
  for (const clause of own.clauses) {
    if (clause.speech?.strength !== 'say' || !clause.isOwn || clause.speech.form === 'base') continue;
    const start = clause.isInverted ? clause.verb : clause.subject.from;
    const end = clause.isInverted ? clause.subject.to : clause.verb + 1;
    const closes =
      tokens[end] === undefined ||
      /^[.,;]$/.test((tokens[end] as Token).text) ||
      DAYS.has((tokens[end] as Token).lower) ||
      /^(?:in|on|at|during|to|after|late|early|earlier|last|this)$/.test((tokens[end] as Token).lower);
    const before = wordsOutside(tokens.slice(0, start));
    const isParenthetical = tokens[end]?.text === ',' && wordsOutside(tokens.slice(end)) >= 3;
    const opening = tokens[start - 1];
    if (!opening || (opening.text !== ',' && opening.kind !== 'quotation') || !closes) continue;
    if (tokens[0]?.kind === 'quotation') continue;
    if (before < (isParenthetical || opening.kind === 'quotation' ? 2 : 4)) continue;
    if (
      own.clauses.some(
        ({ subject, verb, speech }) => speech?.strength === 'say' && verb < start && subject.from < start,
      )
    )
      continue;
    if (
      /^(?:in|on|at|after|during|while|as|when|speaking|asked|despite|if|for|with)$/.test(tokens[0]?.lower ?? '') &&
      !own.clauses.some(({ verb, subject }) => verb < start && isFree(tokens, subject.from))
    )
      continue;
    return clause;
  }
  return null;
}

const isFree = (tokens: readonly Token[], from: number): boolean => from === 0 || tokens[from - 1]?.text === ',';

/** `According to Smith, sales will grow.` */
function accordingTo(story: Story, own: ReadSentence): FoundUtterance[] {
  const { tokens } = own.reading;
  const at = tokens.findIndex(({ lower }, index) => lower === 'according' && tokens[index + 1]?.lower === 'to');
  if (at < 0) return [];
  const subject = subjectAfter(own.reading, at + 1);
  if (subject?.kind !== 'person' || !subject.entity) return [];
  const range = rangeOf(tokens);
  const mention = { start: subject.start, end: subject.end };
  if (!range || wordsOutside(tokens) < 9) return [];
  return [
    {
      ...range,
      directness: Directness.PARAPHRASE,
      speaker: subject.entity,
      label: story.text.slice(mention.start, mention.end),
      mention,
      rule: ruleOf(TIES.according, subject, null),
      isByContext: false,
      sentence: own.index,
    },
  ];
}

function rangeOf(tokens: readonly Token[]): { start: number; end: number } | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return null;
  return { start: first.start, end: last.end };
}
