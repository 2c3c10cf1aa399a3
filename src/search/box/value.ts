import type { ExecutiveRole } from '../../domain/executive.entity';
import type { Directness, Section } from '../../domain/utterance-enums';

export type SearchType = 'STATEMENT' | 'ANALYST_COMMENT' | 'COMPANY' | 'PERSON' | 'TOPIC' | 'DOCUMENT';

/** Values of `is:`: how words reach us, or what kind of thing is looked for. */
export const IS_VALUES: Readonly<
  Record<
    string,
    { readonly directness: readonly `${Directness}`[] } | { readonly type: SearchType } | { readonly question: true }
  >
> = {
  quote: { directness: ['DIRECT_QUOTE', 'FRAGMENT'] },
  fragment: { directness: ['FRAGMENT'] },
  paraphrase: { directness: ['PARAPHRASE'] },
  transcript: { directness: ['TRANSCRIPT'] },
  verbatim: { directness: ['TRANSCRIPT', 'DIRECT_QUOTE', 'FRAGMENT'] },
  statement: { type: 'STATEMENT' },
  comment: { type: 'ANALYST_COMMENT' },
  question: { question: true },
  company: { type: 'COMPANY' },
  person: { type: 'PERSON' },
  topic: { type: 'TOPIC' },
  document: { type: 'DOCUMENT' },
};

export const SECTION_VALUES: Readonly<Record<string, `${Section}`>> = {
  prepared: 'PREPARED_REMARKS',
  question: 'QUESTION',
  answer: 'ANSWER',
  operator: 'OPERATOR',
  article: 'ARTICLE',
  unknown: 'UNKNOWN',
};

/** Offices that `speaker:` takes beside names. */
export const ROLE_VALUES: Readonly<Record<string, `${ExecutiveRole}`>> = {
  ceo: 'CEO',
  cfo: 'CFO',
  coo: 'COO',
  cto: 'CTO',
  president: 'PRESIDENT',
  chair: 'CHAIR',
  ir: 'IR',
};

export const ALL_DIRECTNESS: readonly `${Directness}`[] = ['TRANSCRIPT', 'DIRECT_QUOTE', 'FRAGMENT', 'PARAPHRASE'];
export const ALL_SECTIONS = Object.values(SECTION_VALUES);
