import type { Tie } from './attribution';
import type { Referent } from './coreference';
import type { Subject, SubjectKind } from './noun-phrase';

/**
 * Names of the rules that give words a speaker. The evaluation counts how often each is right, and what it counted is how sure
 * a finding is (lexicon/confidence.json). A rule says by what the speaker was found, and in which words the speaker stands there.
 */

/** How words are tied to their speaker within a sentence. */
export const TIES: Readonly<Record<Tie, string>> = {
  after: 'said behind the words',
  inverted: 'said behind the words',
  before: 'said before the words',
  governed: 'said before the words',
  dash: 'told without a verb',
  colon: 'told without a verb',
  according: 'told without a verb',
};

/** No sentence around tells a speaker whom anybody could name. */
export const NOBODY_IS_TOLD = 'nobody is told';
/** A quotation that is never closed: its end is guessed, whoever says it. */
export const UNCLOSED = 'a quotation that is not closed';

const WHO: Readonly<Record<SubjectKind, string>> = {
  person: 'a person by name',
  body: 'a body by name',
  name: 'a name of nobody known',
  pronoun: 'a pronoun',
  nominal: 'an office or a part',
  group: 'a group',
  paper: 'a paper',
};

/** Below it somebody else is nearly as likely to be meant. */
const CLEAR = 0.8;

/** The name of a rule that finds its speaker in a subject. */
export function ruleOf(tie: string, { kind }: Subject, referent: Referent | null): string {
  const isOpen = referent !== null && referent.certainty < CLEAR;
  return `${tie}: ${WHO[kind]}${isOpen ? ' that may mean others' : ''}`;
}
