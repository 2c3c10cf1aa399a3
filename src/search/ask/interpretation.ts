import type { ExecutiveRole } from '../../domain/executive.entity';
import type { Directness, Section } from '../../domain/utterance-enums';
import type { KnownCompany, KnownFirm, KnownPerson } from '../known/known';
import { NO_TIME, type When } from './join-periods';

export type AskTarget = 'STATEMENTS' | 'ANALYST_COMMENTS' | 'METRICS' | 'EXCHANGES' | 'NOTHING';

/** How a question was read. What it does not name is empty or null. */
export interface Interpretation extends When {
  readonly target: AskTarget;
  readonly companies: readonly KnownCompany[];
  readonly excludedCompanies: readonly KnownCompany[];
  readonly people: readonly KnownPerson[];
  readonly excludedPeople: readonly KnownPerson[];
  readonly firms: readonly KnownFirm[];
  /** Slugs. */
  readonly topics: readonly string[];
  readonly excludedTopics: readonly string[];
  readonly executiveRoles: readonly `${ExecutiveRole}`[];
  readonly excludedRoles: readonly `${ExecutiveRole}`[];
  readonly sections: readonly `${Section}`[];
  readonly directness: readonly `${Directness}`[];
  /** Names in the catalogue. */
  readonly metrics: readonly string[];
  /** Words searched as text, as a search engine reads them. */
  readonly text: string | null;
  /** Words that mean something and were not used. */
  readonly ignored: readonly string[];
  /** What to type instead, where little or nothing was understood. */
  readonly hint: string | null;
  /** Names that may have been meant. */
  readonly candidates: readonly string[];
}

export const NOTHING: Interpretation = {
  ...NO_TIME,
  target: 'NOTHING',
  companies: [],
  excludedCompanies: [],
  people: [],
  excludedPeople: [],
  firms: [],
  topics: [],
  excludedTopics: [],
  executiveRoles: [],
  excludedRoles: [],
  sections: [],
  directness: [],
  metrics: [],
  text: null,
  ignored: [],
  hint: null,
  candidates: [],
};
