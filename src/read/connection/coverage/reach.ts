import { quarterOrdinal } from '../../../domain/fiscal/period-arithmetic';
import { companiesInSectors, resolveCompanies, resolveIds } from '../../filter/resolve';
import type { AnyUtteranceFilter } from '../../filter/utterance-filter';
import type { Operation } from '../../operation';
import { narrowest, type QuarterRange, quarterRange } from '../quarter-range';
import type { ParentKind } from '../question';

/** What is looked through for what is there: the events and documents of some companies, of all, one event, or some documents. */
export interface Reach {
  readonly of: 'company' | 'everything' | 'event' | 'document';
  /** Of the companies, the event or the documents; none of everything. */
  readonly ids: readonly number[];
  /** First and last day of speaking. */
  readonly from: string;
  readonly to: string;
  /** Of one company the quarters are its own. */
  readonly counting: 'FY' | 'CY';
  /** The quarters that are asked for. */
  readonly range: QuarterRange;
  /** The only quarter, as the company counts. */
  readonly quarter: { readonly year: number; readonly quarter: number } | null;
}

/** Where the rows of one parent could be. Words that a filter looks for do not matter: where they would be does. May throw NeedLookup. */
export function reachOf(
  parent: ParentKind | null,
  filter: AnyUtteranceFilter,
  keys: readonly unknown[],
  op: Operation,
): Reach {
  const { of, ids } = placeOf(parent, filter, keys, op);
  const [only = null] = of === 'company' && ids.length === 1 ? ids : [];
  const counting = only === null ? 'CY' : 'FY';
  const [, year, quarter] = parent === 'quarter' ? (keys as number[]) : [];
  const own = year === undefined || quarter === undefined ? null : { year, quarter };
  const [, , since, until] = parent === 'office' ? (keys as string[]) : [];
  const range = quarterRange({ filter, counting, company: only }, op);
  const at = own && quarterOrdinal(own.year, own.quarter);
  return {
    of,
    ids,
    from: latest(since ?? '-infinity', filter.from ?? '-infinity'),
    to: earliest(until ?? 'infinity', filter.to ?? 'infinity'),
    counting,
    range: { from: narrowest(Math.max, range.from, at), to: narrowest(Math.min, range.to, at) },
    quarter: own,
  };
}

function placeOf(
  parent: ParentKind | null,
  filter: AnyUtteranceFilter,
  keys: readonly unknown[],
  op: Operation,
): Pick<Reach, 'of' | 'ids'> {
  if (parent === 'event') return { of: 'event', ids: [keys[0] as number] };
  if (parent === 'document') return { of: 'document', ids: [keys[0] as number] };
  if (filter.documentIds) {
    return { of: 'document', ids: resolveIds(op, 'Document', 'filter.documentIds', filter.documentIds) };
  }
  const bounds = [
    ownCompany(parent, keys),
    resolveCompanies(op, filter),
    filter.sectors ? companiesInSectors(op, filter.sectors) : null,
  ].filter((ids) => ids !== null);
  if (bounds.length === 0) {
    const served = companiesOf(speakersOf(parent, filter, keys, op), op);
    return served.length > 0 ? { of: 'company', ids: served } : { of: 'everything', ids: [] };
  }
  return { of: 'company', ids: bounds.reduce((all, ids) => all.filter((id) => ids.includes(id))) };
}

function ownCompany(parent: ParentKind | null, keys: readonly unknown[]): number[] | null {
  if (parent === 'company' || parent === 'quarter') return [keys[0] as number];
  return parent === 'office' ? [keys[1] as number] : null;
}

/** The people whose words are asked for, where they are few enough to be known. */
function speakersOf(
  parent: ParentKind | null,
  filter: AnyUtteranceFilter,
  keys: readonly unknown[],
  op: Operation,
): readonly number[] {
  if (parent === 'person') return [keys[0] as number];
  if (filter.speakerIds) return resolveIds(op, 'Person', 'filter.speakerIds', filter.speakerIds);
  return filter.speakerName == null ? [] : (op.view.speakersNamed(filter.speakerName).ids ?? []);
}

/** Where people speak who hold an office is where their company does; of others nobody knows. */
function companiesOf(people: readonly number[], op: Operation): number[] {
  return [...new Set(people.flatMap((id) => op.view.officesOf(id).map(({ companyId }) => companyId)))];
}

/** Days as text; an infinity is no day, and sorts wrongly. */
const latest = (a: string, b: string) => (a === '-infinity' ? b : b === '-infinity' ? a : a > b ? a : b);
const earliest = (a: string, b: string) => (a === 'infinity' ? b : b === 'infinity' ? a : a < b ? a : b);
