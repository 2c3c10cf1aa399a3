import type { Company } from '../../domain/company.entity';
import { isLatest, type Period } from '../../domain/fiscal/period';
import { quarterNumber } from '../../domain/place';
import type { Quarter } from '../../domain/quarter.entity';
import type { ParentKind } from '../connection/question';
import { resolveCompanies, resolveIds, resolveTopics } from '../filter/resolve';
import type { AnyUtteranceFilter } from '../filter/utterance-filter';
import type { Given } from '../load';
import type { Operation } from '../operation';
import type { CountedKind } from './known-search';
import { companyLexeme, MOST_LEXEMES, type Narrowing, quarterLexeme } from './page-search';

/** What leaves rows of some days or documents only, and other rows of few. */
const SOMEWHERE = [
  'period',
  'periodFrom',
  'periodTo',
  'from',
  'to',
  'documentKinds',
  'sectors',
  'firmIds',
  'firmName',
] as const;

/** No document, and nothing else that is asked for by so few rows, has as many as make a difference. */
const FEW = 0;

/** Parents whose rows an index has in order of place. */
const ALONG: ReadonlySet<ParentKind | null> = new Set(['company', 'person'] as const);

/** What a filter over utterances says beside its search. `parent`: whose rows they are, if anybody's. May throw NeedLookup. */
export function narrowingOf(
  filter: Given<AnyUtteranceFilter>,
  op: Operation,
  kind: CountedKind,
  parent: { readonly isOwn: boolean; readonly kind: ParentKind | null },
): Narrowing {
  const { isOwn } = parent;
  const { search: _, includeSubtopics, ...others } = filter;
  const companies = resolveCompanies(op, filter);
  const bounds: number[] = [];
  const all = op.view.store.shelves.company.index('statements', (nodes: readonly Company[]) =>
    sum(nodes.map(({ statementCount }) => statementCount)),
  );
  if (companies && kind === 'Statement') {
    bounds.push(sum(companies.map((id) => op.view.node('company', id)?.statementCount ?? 0)));
  }
  let speakers: readonly number[] | null = null;
  if (filter.speakerIds) {
    speakers = resolveIds(op, 'Person', 'filter.speakerIds', filter.speakerIds);
    bounds.push(spokenBy(speakers, op));
  }
  if (filter.speakerName != null) {
    const named = op.view.speakersNamed(filter.speakerName);
    speakers ??= named.ids;
    bounds.push(named.ids ? spokenBy(named.ids, op) : named.words);
  }
  let topicRows: number | null = null;
  if (filter.topics) {
    const ids = new Set(resolveTopics(op, filter.topics, includeSubtopics !== false, 'filter.topics'));
    topicRows = sum(op.view.all('topic').map(({ id, utteranceCount }) => (ids.has(id) ? utteranceCount : 0)));
    bounds.push(topicRows);
  }
  if (filter.documentIds) bounds.push(FEW);
  return {
    kind,
    // A comment is found by each company that it is about, and has the lexeme of one.
    companies:
      companies && kind !== 'AnalystComment' && companies.length <= MOST_LEXEMES ? companies.map(companyLexeme) : null,
    quarters: quartersOf(filter, op),
    topicRows,
    most: Math.min(...bounds),
    share: bounds.reduce((share, bound) => share * Math.min(1, bound / Math.max(1, all)), 1),
    // Nobody counts all comments; they are fewer.
    all,
    isOwn,
    isAlong:
      (isOwn && ALONG.has(parent.kind)) ||
      (companies?.length === 1 && kind !== 'AnalystComment') ||
      (speakers !== null && speakers.length === 1),
    isEverywhere: !isOwn && companies === null && bounds.length === 0 && !SOMEWHERE.some((key) => filter[key] != null),
    isAll: !isOwn && Object.values(others).every((value) => value == null),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

const spokenBy = (people: readonly number[], op: Operation): number =>
  sum(people.map((id) => op.view.node('person', id)?.utteranceCount ?? 0));

/** Lexemes of the calendar quarters that a filter's periods allow; null where it names none, or more than are worth naming. */
function quartersOf({ period, periodFrom, periodTo }: Given<AnyUtteranceFilter>, op: Operation): string[] | null {
  if (period) return isLatest(period) ? null : lexemesBetween(period, period, op);
  if (!periodFrom || !periodTo || isLatest(periodFrom) || isLatest(periodTo)) return null;
  return periodFrom.kind === periodTo.kind ? lexemesBetween(periodFrom, periodTo, op) : null;
}

/** Null too where the first is behind the last: nothing matches anyway. */
function lexemesBetween(from: Period, to: Period, op: Operation): string[] | null {
  const first = quarterNumber(from.year, from.quarter ?? 1);
  const count = quarterNumber(to.year, to.quarter ?? 4) - first + 1;
  if (count < 1 || count > MOST_LEXEMES) return null;
  const quarters = Array.from({ length: count }, (_, i) => first + i);
  if (from.kind === 'CY') return quarters.map((n) => quarterLexeme(Math.floor(n / 4), (n % 4) + 1));
  const { quarter } = op.view.store.shelves;
  if (!quarter.complete) return null;
  const calendar = quarter.index('calendar quarters of fiscal ones', calendarOf);
  const lexemes = new Set(quarters.flatMap((n) => [...(calendar.get(n) ?? [])]));
  return lexemes.size > MOST_LEXEMES ? null : [...lexemes];
}

/** A fiscal quarter lies in different calendar quarters for different companies. */
function calendarOf(quarters: readonly Quarter[]): Map<number, Set<string>> {
  const calendar = new Map<number, Set<string>>();
  for (const { fiscalYear, fiscalQuarter, calendarYear, calendarQuarter } of quarters) {
    const key = quarterNumber(fiscalYear, fiscalQuarter);
    const lexemes = calendar.get(key) ?? new Set();
    calendar.set(key, lexemes.add(quarterLexeme(calendarYear, calendarQuarter)));
  }
  return calendar;
}
