import type { AnyUtteranceFilter } from '../filter/utterance-filter';
import type { Operation } from '../operation';

/** What the parent of a connection is, by whose keys its rows are found. An office: a person's at a company, between two days. */
export type ParentKind = 'company' | 'quarter' | 'office' | 'event' | 'document' | 'person';

/** What a connection over utterances was asked for, where its SQL conditions do not say it: parts that count need it. */
export interface Question {
  /** Null: both. */
  readonly kind: 'Statement' | 'AnalystComment' | null;
  /** Ids of the companies that its filter names; null: it names none. */
  readonly companies: readonly number[] | null;
  /** Ids of the topics that its filter names, with those below them where they count; null: it names none. */
  readonly topics: readonly number[] | null;
  readonly filter: AnyUtteranceFilter;
  /** Null: any of all rows, or those of an analyst, can be its. */
  readonly parent: ParentKind | null;
}

const ONE_COMPANY: ReadonlySet<ParentKind | null> = new Set(['company', 'quarter', 'office', 'event'] as const);

/** Whether all of a connection's rows are one company's, so that quarters can be counted as it does. */
export const isOfOneCompany = ({ companies, parent }: Question): boolean =>
  ONE_COMPANY.has(parent) || companies?.length === 1;

/** That company, for the rows of one parent, by the parent's keys. May throw NeedLookup. */
export function companyOfRows(question: Question, keys: readonly unknown[], op: Operation): number | null {
  const { companies, parent } = question;
  if (parent === 'company' || parent === 'quarter') return keys[0] as number;
  if (parent === 'office') return keys[1] as number;
  if (parent === 'event') return op.view.linked('event', keys[0] as number).companyId;
  return companies?.length === 1 ? (companies[0] as number) : null;
}
