import type { AskedPeriod } from '../../domain/fiscal/period';
import type { Operation } from '../operation';

/** What a connection over utterances was asked for, where its SQL conditions do not say it: parts that count need it. */
export interface Question {
  /** Null: both. */
  readonly kind: 'Statement' | 'AnalystComment' | null;
  /** Ids of the companies that its filter names; null: it names none. */
  readonly companies: readonly number[] | null;
  /** Ids of the topics that its filter names, with those below them where they count; null: it names none. */
  readonly topics: readonly number[] | null;
  readonly periods: {
    readonly period?: AskedPeriod | null;
    readonly periodFrom?: AskedPeriod | null;
    readonly periodTo?: AskedPeriod | null;
  };
  /** The company of all rows of a parent, by the parent's keys. Null: a parent's rows may be those of several. May throw NeedLookup. */
  readonly companyOf: ((keys: readonly unknown[], op: Operation) => number | null) | null;
}

/** Whether all of a connection's rows are one company's, so that quarters can be counted as it does. */
export const isOfOneCompany = ({ companies, companyOf }: Question): boolean =>
  companyOf !== null || companies?.length === 1;

/** That company, for the rows of one parent. */
export function companyOfRows(
  { companies, companyOf }: Question,
  keys: readonly unknown[],
  op: Operation,
): number | null {
  if (companyOf) return companyOf(keys, op);
  return companies?.length === 1 ? (companies[0] as number) : null;
}
