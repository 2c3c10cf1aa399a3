import { Directness } from '../../../domain/utterance-enums';
import { isNoPerson } from '../../../language/name/no-person';
import type { TextRange } from '../../../language/span';
import { attributeInSentence, type SentenceAttribution } from './attribution';
import { ruleOf, TIES, UNCLOSED } from './attribution-rule';
import { attributeByContext, type ReadSentence } from './context';
import { Coreference, type Part, type Referent } from './coreference';
import type { Entity } from './entity';
import { hasFiniteClause } from './finite-clause';
import { isSpoken } from './fragment';
import { BODY_NOUNS, genderOfNoun, PERSON_NOUNS } from './lexicon/role-noun';
import type { Reading, Subject } from './noun-phrase';
import { findParaphrases } from './paraphrase';
import { type Clause, clausesOf, isMainSubject } from './speech-clause';
import type { Story } from './story';
import type { Sentence, Token } from './token';
import type { FoundUtterance } from './utterance';

/** Quotations of one sentence; what has more is no prose but a list or noise, and would take time for nothing. */
const MOST_QUOTED = 100;

/** Reads a story from its first sentence to its last: who is meant, who says what. */
export function readSpeech(story: Story, mainBody: Entity | null): FoundUtterance[] {
  const coreference = new Coreference(story.book, mainBody);
  const read: ReadSentence[] = [];
  story.sentences.forEach((sentence, index) => {
    const reading = { tokens: sentence.tokens, book: story.book };
    const clauses = clausesOf(reading);
    const meant = understand(story, reading, sentence, index, clauses, coreference);
    const own: ReadSentence = { sentence, index, reading, clauses, meant, quoted: [] };
    read.push(own);
    const isProse = sentence.tokens.filter(({ quotation }) => quotation).length <= MOST_QUOTED;
    for (const [at, token] of sentence.tokens.entries()) {
      if (!token.quotation || !isProse) continue;
      const attribution = attributeInSentence(reading, clauses, at);
      const isClause = hasFiniteClause(token.text);
      if (!isSpoken(sentence.tokens, at, attribution)) continue;
      own.quoted.push({ token, isClause, attribution });
    }
    for (const { attribution } of own.quoted) {
      const speaker = attribution && speakerOf(story, meant(attribution.subject), attribution.subject);
      if (speaker && attribution)
        coreference.note(speaker, 'speaker', attribution.subject.start, index, sentence.paragraph);
    }
  });
  const utterances = [...quoted(story, read), ...read.flatMap((own) => findParaphrases(story, own))];
  return utterances.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Feeds the names and subjects of a sentence to the reader's mind in their order; gives what each subject means. */
function understand(
  story: Story,
  { tokens, book }: Reading,
  { paragraph }: Sentence,
  index: number,
  clauses: readonly Clause[],
  coreference: Coreference,
): (subject: Subject) => Referent | null {
  const meant = new Map<number, Referent | null>();
  const subjects = new Map(clauses.map(({ subject }) => [subject.start, subject]));
  const main = new Set(
    clauses
      .filter(({ subject, isRelative }) => !isRelative && isMainSubject(tokens, subject))
      .map(({ subject }) => subject.start),
  );
  const at = (subject: Subject): Referent | null => {
    if (!meant.has(subject.start)) {
      const phrase = story.text.slice((tokens[subject.from] as Token).start, subject.end);
      meant.set(
        subject.start,
        coreference.resolve(subject, phrase, index, paragraph, antecedentBefore({ tokens, book }, subject.from)),
      );
    }
    return meant.get(subject.start) ?? null;
  };
  tokens.forEach((token, position) => {
    const subject = subjects.get(token.start);
    const mention = book.mentions.get(token.start);
    if (mention) {
      let behind = position;
      while (behind < tokens.length && (tokens[behind] as Token).start < mention.end) behind++;
      const next = tokens[behind];
      // "the Trump campaign", "Trump’s plan": named only to tell whose.
      const isPossessive = /^['’]s?$/.test(next?.text ?? '') || BODY_NOUNS.has(next?.lower ?? '');
      const isNew =
        mention.isFull &&
        mention.entity.kind === 'PERSON' &&
        mention.entity.mentions.find(({ paragraph: at }) => at >= 0) === mention;
      const isSubject = subject?.entity === mention.entity && !isPossessive;
      const part: Part = isSubject
        ? main.has(token.start)
          ? 'subject'
          : 'embedded'
        : isPossessive
          ? position === 0 && !BODY_NOUNS.has(next?.lower ?? '')
            ? 'owner'
            : 'possessive'
          : position === 0
            ? 'subject'
            : isNew && next?.text === ','
              ? 'introduced'
              : 'other';
      coreference.note(mention.entity, part, token.start, index, paragraph);
    } else if (subject && !subject.entity) {
      const referent = at(subject);
      if (!referent && main.has(token.start)) noteUnnamed(coreference, subject, index, paragraph);
      if (referent)
        coreference.note(
          referent.entity,
          main.has(token.start) ? 'subject' : 'embedded',
          token.start,
          index,
          paragraph,
        );
    } else if (/^(?:he|she)$/.test(token.lower)) {
      const pronoun: Subject = {
        start: token.start,
        end: token.end,
        kind: 'pronoun',
        entity: null,
        head: token.lower,
        from: position,
        to: position + 1,
      };
      const referent = at(pronoun);
      if (referent) coreference.note(referent.entity, 'other', token.start, index, paragraph);
    }
  });
  return at;
}

/** A subject that means nobody known still is what a pronoun behind it may take up. */
function noteUnnamed(coreference: Coreference, { kind, head, start }: Subject, index: number, paragraph: number): void {
  if (kind === 'paper') coreference.noteUnnamed('ORGANIZATION', null, start, index, paragraph);
  else if (kind === 'name' || (kind === 'nominal' && PERSON_NOUNS.has(head)))
    coreference.noteUnnamed('PERSON', genderOfNoun(head), start, index, paragraph);
}

/** Whoever a relative pronoun right before a subject stands for: "Martin Shaw, whom he called". */
function antecedentBefore({ tokens, book }: Reading, from: number): Entity | null {
  if (!/^(?:whom|who|that)$/.test(tokens[from - 1]?.lower ?? '')) return null;
  const last = tokens[from - 2]?.text === ',' ? tokens[from - 3] : tokens[from - 2];
  for (let at = from - 2; at >= 0 && from - at < 8; at--) {
    const mention = book.mentions.get((tokens[at] as Token).start);
    if (mention && last && mention.end === last.end) return mention.entity;
  }
  return null;
}

function quoted(story: Story, read: readonly ReadSentence[]): FoundUtterance[] {
  const found: FoundUtterance[] = [];
  for (const own of read) {
    for (const { token, isClause, attribution } of own.quoted) {
      const { start, end, isClosed, continues } = token.quotation as NonNullable<Token['quotation']>;
      const directness = isClause ? Directness.DIRECT_QUOTE : Directness.FRAGMENT;
      const base = { start, end, directness, sentence: own.index };
      const before = found.at(-1);
      const told =
        continues && before
          ? bySame(before)
          : attribution
            ? byWords(story, own, attribution)
            : attributeByContext(story, read, own, found);
      found.push({ ...base, ...told, rule: isClosed ? told.rule : UNCLOSED });
    }
  }
  return found;
}

const bySame = ({ speaker, label, mention }: FoundUtterance) => ({
  speaker,
  label,
  mention,
  rule: 'goes on in the next paragraph',
  isByContext: true,
});

/** Whoever a subject means; a name that nothing else is known of is taken for a body's, and said to be one where no person is called so. */
function speakerOf(story: Story, referent: Referent | null, { kind, start, end }: Subject): Entity | null {
  if (referent || kind !== 'name') return referent?.entity ?? null;
  const name = story.text.slice(start, end);
  const body = story.book.organization(name);
  if (body.mentions.length === 0 && isNoPerson(name.split(/\s+/)))
    body.mentions.push({
      start,
      end,
      entity: body,
      paragraph: -1,
      titled: { start, end },
      isFull: true,
      isQuoted: false,
    });
  return body;
}

function byWords(story: Story, own: ReadSentence, { subject, tie }: SentenceAttribution) {
  const referent = own.meant(subject);
  const mention: TextRange = { start: subject.start, end: subject.end };
  return {
    speaker: speakerOf(story, referent, subject),
    label: story.text.slice(mention.start, mention.end),
    mention,
    rule: ruleOf(TIES[tie], subject, referent),
    isByContext: false,
  };
}
