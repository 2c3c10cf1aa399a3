import type { TextRange } from '../../../language/span';
import type { SentenceAttribution } from './attribution';
import { NOBODY_IS_TOLD, ruleOf } from './attribution-rule';
import type { Referent } from './coreference';
import type { Entity } from './entity';
import type { Reading, Subject } from './noun-phrase';
import type { Clause } from './speech-clause';
import type { Story } from './story';
import type { Sentence, Token } from './token';
import type { FoundUtterance } from './utterance';

export interface QuotedWords {
  readonly token: Token;
  readonly isClause: boolean;
  readonly attribution: SentenceAttribution | null;
}

/** A sentence with all that was made out of it. */
export interface ReadSentence {
  readonly sentence: Sentence;
  /** Over the whole document. */
  readonly index: number;
  readonly reading: Reading;
  readonly clauses: readonly Clause[];
  readonly meant: (subject: Subject) => Referent | null;
  readonly quoted: QuotedWords[];
}

interface ByContext {
  readonly speaker: Entity | null;
  readonly label: string;
  readonly mention: TextRange | null;
  readonly rule: string;
  readonly isByContext: true;
}

const NOBODY: ByContext = { speaker: null, label: '', mention: null, rule: NOBODY_IS_TOLD, isByContext: true };

/** The speaker of a quotation whose own sentence names none, by the sentences and quotations around it. */
export function attributeByContext(
  story: Story,
  read: readonly ReadSentence[],
  own: ReadSentence,
  found: readonly FoundUtterance[],
): ByContext {
  const previous = read[own.index - 1];
  const next = read[own.index + 1];
  const paragraph = own.sentence.paragraph;
  const earlier = found.at(-1);
  const same = ({ speaker, label, mention }: FoundUtterance, rule: string): ByContext => ({
    speaker,
    label,
    mention,
    rule,
    isByContext: true,
  });
  const by = (sentence: ReadSentence, subject: Subject, rule: string): ByContext => {
    const referent = sentence.meant(subject);
    const mention = { start: subject.start, end: subject.end };
    return {
      speaker: referent?.entity ?? null,
      label: story.text.slice(mention.start, mention.end),
      mention,
      rule: ruleOf(rule, subject, referent),
      isByContext: true,
    };
  };
  // Somebody is told of whom nothing more is known: "one of the miners said".
  if (
    own.reading.tokens.some(
      ({ lower, isCapital }) => !isCapital && /^(?:said|says|told|asked|added|wrote)$/.test(lower),
    )
  )
    return NOBODY;
  // `Ada Voss, The Post: “A.”`: what stands there as a name is nobody known, and surely not who spoke before.
  if (isUnderLabel(own)) return NOBODY;
  // `“A.”`, then in a paragraph of its own `That was how Voss described it.`
  const taken = next && isQuotedAlone(own) ? takenUp(next) : null;
  if (next && taken) return by(next, taken, 'said in a sentence beside');
  // `“A,” he said. “B.”`
  if (earlier && previous && earlier.sentence === own.index) return same(earlier, 'goes on in its paragraph');
  if (earlier && earlier.sentence === own.index - 1 && previous?.sentence.paragraph === paragraph)
    return same(earlier, 'goes on in its paragraph');
  // `He put it like this: “…”`
  const introduction = previous && introducer(previous);
  if (previous && introduction && endsWithColon(previous))
    return by(previous, introduction, 'said in a sentence beside');
  // `“A. … ” “B,” he said.`
  if (next?.sentence.paragraph === paragraph) {
    const later = next.quoted.find(({ attribution }) => attribution)?.attribution;
    if (later && (next.sentence.tokens[0]?.quotation || later.tie === 'dash'))
      return by(next, later.subject, 'said in a sentence beside');
  }
  if (previous && previous.sentence.paragraph === paragraph && introduction) {
    const speaks = previous.clauses.some(
      ({ speech, subject }) => speech && speech.strength !== 'manner' && subject === introduction,
    );
    return by(previous, introduction, speaks ? 'said in a sentence beside' : 'done in a sentence beside');
  }
  const afterwards = next && next.sentence.paragraph === paragraph && !next.quoted.length ? speechIn(next) : null;
  if (next && afterwards) return by(next, afterwards, 'said in a sentence beside');
  // A dash and a name on the next line.
  const signature = next && signer(next);
  if (next && signature) return by(next, signature, 'told without a verb');
  if (previous && introduction) {
    const spoken = earlier && previous.index - earlier.sentence <= 1;
    if (!spoken)
      return by(
        previous,
        introduction,
        speechIn(previous) ? 'said in the paragraph before' : 'done in the paragraph before',
      );
  }
  // Two people speak in turn, a paragraph each.
  const other =
    earlier && found.slice(-RECENT).findLast(({ speaker }) => speaker !== null && speaker !== earlier.speaker);
  if (earlier && other && isTurn(own, read[earlier.sentence], 1) && isTurn(own, read[other.sentence], 2))
    return same(other, 'in turn');
  if (earlier && own.index - earlier.sentence <= 3)
    return same(earlier, endsAsQuestion(story, earlier) ? 'behind a question' : 'goes on');
  return NOBODY;
}

/** As many utterances back as an exchange is looked for. */
const RECENT = 6;

/** Longer words than these are no turn of a quick exchange. */
const TURN = 140;

/** A short paragraph, so many before another short one that is nothing but quoted. */
const isTurn = (own: ReadSentence, earlier: ReadSentence | undefined, before: number): boolean =>
  earlier?.sentence.paragraph === own.sentence.paragraph - before &&
  own.sentence.tokens.every(({ kind }) => kind === 'quotation') &&
  own.sentence.end - own.sentence.start < TURN &&
  earlier.sentence.end - earlier.sentence.start < TURN;

const isQuotedAlone = ({ sentence: { tokens } }: ReadSentence): boolean =>
  tokens.every(({ kind }) => kind === 'quotation');

/** Names with at most a paper or an office between commas, a colon, and nothing but the quotation behind. */
function isUnderLabel({ sentence: { tokens } }: ReadSentence): boolean {
  const colon = tokens.findIndex(({ text }) => text === ':');
  return (
    colon > 0 &&
    colon < 8 &&
    tokens[colon + 1]?.kind === 'quotation' &&
    tokens
      .slice(0, colon)
      .every(({ isCapital, text, lower }) => isCapital || text === ',' || /^(?:of|the)$/.test(lower))
  );
}

/** Who said what a sentence takes up as a whole: `That was how Ada Voss once described the merger.` */
function takenUp({ clauses, sentence: { tokens } }: ReadSentence): Subject | null {
  if (!/^that$/i.test(tokens[0]?.text ?? '') || !/^(?:was|is|['’]s)$/.test(tokens[1]?.lower ?? '')) return null;
  if (!/^(?:how|what)$/.test(tokens[2]?.lower ?? '')) return null;
  return clauses.find(({ speech, subject }) => speech && canSpeak(subject))?.subject ?? null;
}

const endsWithColon = ({ sentence }: ReadSentence): boolean => /^[:]$/.test(sentence.tokens.at(-1)?.text ?? '');

const endsAsQuestion = (story: Story, { end }: FoundUtterance): boolean => story.text[end - 1] === '?';

/** Who a sentence is about: its first subject that can speak. */
function introducer({ clauses }: ReadSentence): Subject | null {
  const speaking = clauses.find(({ speech, subject }) => speech?.strength === 'say' && canSpeak(subject));
  return (speaking ?? clauses.find(({ subject }) => canSpeak(subject)))?.subject ?? null;
}

const canSpeak = ({ kind, head }: Subject): boolean =>
  kind !== 'name' && kind !== 'group' && !/^(?:it|i|we|you|this|that)$/.test(head);

function speechIn({ clauses }: ReadSentence): Subject | null {
  const found = clauses.find(({ speech, isOwn, subject }) => speech?.strength === 'say' && isOwn && canSpeak(subject));
  return found?.subject ?? null;
}

/** `— Jane Doe, analyst` on a line of its own. */
function signer({ sentence: { tokens }, reading }: ReadSentence): Subject | null {
  if (!/^[—–―-]$/.test(tokens[0]?.text ?? '') || tokens.length > 30) return null;
  const mention = reading.book.mentions.get(tokens[1]?.start ?? -1);
  if (mention?.entity.kind !== 'PERSON') return null;
  return { start: mention.start, end: mention.end, kind: 'person', entity: mention.entity, head: '', from: 1, to: 2 };
}
