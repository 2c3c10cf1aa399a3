import { calendarQuarterAt } from '../../domain/fiscal/calendar';
import { addDays } from '../../domain/fiscal/day';
import type { Period } from '../../domain/fiscal/period';
import { previousPeriod, quarterAt, quarterOrdinal } from '../../domain/fiscal/period-arithmetic';
import { METRICS } from '../../domain/metric-catalogue';
import { topicTaxonomy } from '../../language/topic/topic-taxonomy';
import { mapNeeding } from '../../read/need';
import type { Operation } from '../../read/operation';
import { findNames, type NamedKind } from '../../read/reference/find-names';
import { companyBook, firmBook, peopleByWord, termBook } from '../../search/known/graph-book';
import type { Known, KnownCompany, KnownPerson, Reported, SimilarName } from '../../search/known/known';

/** A quarter without a call of its own has been reported so many days after its end: the last day for quarterly reports is the 45th. */
const REPORTED_AFTER_DAYS = 45;
/** Calls this long before the newest one may still be about a later quarter: fiscal years differ. */
const SEASON_DAYS = 100;
const MOST_SIMILAR = 5;

const kept = new WeakMap<object, { readonly from: readonly object[]; readonly made: unknown }>();

/** Made of lists of memory, which gives new lists after a change. The first one keeps what is made, by its maker. */
function madeOf<T>(from: readonly [object, ...object[]], make: () => T): T {
  const known = kept.get(from[0]);
  if (known && known.from.length === from.length && from.every((list, i) => list === known.from[i]))
    return known.made as T;
  const made = make();
  kept.set(from[0], { from, made });
  return made;
}

/** What questions need to know of the graph, out of memory. May throw NeedLookup. */
export function knownGraph(op: Operation): Known {
  const { view } = op;
  const companies = () => {
    const [all, names, symbols] = [view.all('company'), view.all('company_name'), view.all('company_symbol')];
    return madeOf([all, names, symbols], () => readCompanies(all, names, symbols));
  };
  return {
    companyNames: (first) => companies().book.startingWith(first),
    companiesBySymbol: (symbol, day) => companies().bySymbol(symbol, day),
    firmNames: (first) => {
      const firms = view.all('firm');
      return madeOf([firms], () => firmBook(firms)).startingWith(first);
    },
    peopleWith: (words) => peopleWith(op, words),
    occupationOf: (personId, day) => {
      const offices = view.officesOf(personId);
      const holds = ({ from, to }: { from: string | null; to: string | null }) =>
        (from ?? '') <= day && day <= (to ?? '9999');
      const companyIds = [...offices]
        .sort((a, b) => Number(holds(b)) - Number(holds(a)))
        .map(({ companyId }) => companyId);
      return { companyIds: [...new Set(companyIds)], isAnalyst: view.analystsOf(personId).length > 0 };
    },
    terms: (first) => {
      const topics = view.all('topic');
      return madeOf([topics], () => termBook(withWords(topics), METRICS)).startingWith(first);
    },
    similarNames: (word) => similarNames(op, word, (id) => companies().byId.get(id)),
    similarFirms: (word) =>
      findNames(view, word, ['firm'], MOST_SIMILAR).flatMap(({ id, name: spelling }) => {
        const firm = view.node('firm', id);
        return firm ? [{ name: firm.name, spelling, firm }] : [];
      }),
    reported: (companyId, day) => reportedBy(op, companyId, day),
    newestReported: (day) => newestReported(op, day),
  };
}

function readCompanies(
  all: readonly { id: number; slug: string; name: string; statementCount: number }[],
  names: readonly { companyId: number; name: string }[],
  symbols: readonly { companyId: number; symbol: string; validFrom: string | null; validTo: string | null }[],
) {
  const listed = new Set(symbols.map(({ companyId }) => companyId));
  const nodes = all.map(({ id, slug, name, statementCount }) => ({
    id,
    slug,
    name,
    speaks: statementCount > 0 || listed.has(id),
  }));
  const byId = new Map<number, KnownCompany>(nodes.map((node) => [node.id, node]));
  const former = groupBy(names, ({ companyId }) => companyId);
  const traded = groupBy(symbols, ({ symbol }) => symbol);
  return {
    byId,
    book: companyBook(nodes.map((node) => ({ node, names: (former.get(node.id) ?? []).map(({ name }) => name) }))),
    /** Holders on the day first, then who held it last. */
    bySymbol: (symbol: string, day: string) => {
      const rank = (span: { validFrom: string | null; validTo: string | null }) =>
        (span.validFrom ?? '') <= day && day <= (span.validTo ?? '9999') ? '9999' : (span.validTo ?? '9998');
      const spans = [...(traded.get(symbol) ?? [])].sort((a, b) =>
        rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : a.companyId - b.companyId,
      );
      return spans.flatMap(({ companyId }) => byId.get(companyId) ?? []);
    },
  };
}

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Topics of the graph with the taxonomy's words for them; others go by their names. */
function withWords(topics: readonly { slug: string; name: string; aliases: readonly string[] }[]) {
  const known = new Map(topicTaxonomy().map((topic) => [topic.slug, topic]));
  return topics.map(({ slug, name, aliases }) => ({ description: '', ...known.get(slug), slug, name, aliases }));
}

/** Where memory has only some people, words of three letters and more are looked up in the database, all of a question at once. */
function peopleWith(op: Operation, words: readonly string[]): ReadonlyMap<string, readonly KnownPerson[]> {
  const { view } = op;
  if (view.store.shelves.person.complete) {
    const people = view.all('person');
    return madeOf([people], () => peopleByWord(people));
  }
  const looked = words.filter((word) => word.length > 2);
  return peopleByWord(new Set(mapNeeding(looked, (word) => view.peopleNamed(word)).flat()));
}

function similarNames(op: Operation, word: string, companyOf: (id: number) => KnownCompany | undefined): SimilarName[] {
  const { view } = op;
  // Of people memory may hold some, now these and now those: the same question has to find the same.
  const kinds: NamedKind[] = view.store.shelves.person.complete ? ['company', 'person', 'topic'] : ['company', 'topic'];
  return findNames(view, word, kinds, MOST_SIMILAR).flatMap(({ kind, id, name: spelling }): SimilarName[] => {
    if (kind === 'company') {
      const company = companyOf(id);
      return company ? [{ name: company.name, spelling, company }] : [];
    }
    if (kind === 'person') {
      const person = view.node('person', id);
      return person ? [{ name: person.name, spelling, person }] : [];
    }
    const topic = view.node('topic', id)?.slug;
    return topic ? [{ name: topic, spelling, topic }] : [];
  });
}

/** Reported by a day: its call had been held by then, or it had ended long enough ago for its report to be due. */
function reportedBy(op: Operation, companyId: number, day: string): Reported | null {
  const quarters = op.view.reportedQuartersOf(companyId).filter(({ endDate }) => endDate < day);
  for (const quarter of [...quarters].reverse()) {
    const isDue = addDays(quarter.endDate, REPORTED_AFTER_DAYS) <= day;
    if (!isDue && !op.view.eventsOf(quarter.id).some(({ date }) => date <= day)) continue;
    return {
      fiscal: { kind: 'FY', year: quarter.fiscalYear, quarter: quarter.fiscalQuarter as 1 },
      calendar: { kind: 'CY', year: quarter.calendarYear, quarter: quarter.calendarQuarter as 1 },
    };
  }
  return null;
}

/** By the calls of the season before the day; where memory has only some of them, the quarter that had ended by then. Null: there was no call. */
function newestReported(op: Operation, day: string): Period | null {
  const { view } = op;
  const { event, quarter } = view.store.shelves;
  if (!event.complete || !quarter.complete) return previousPeriod(calendarQuarterAt(day));
  const held = view.all('event').filter(({ date, quarterId }) => date <= day && quarterId !== null);
  const days = held.map(({ date }) => date).sort();
  const last = days.at(-1);
  if (last === undefined) return null;
  const since = addDays(last, -SEASON_DAYS);
  const periods = held
    .filter(({ date }) => date > since)
    .map(({ quarterId }) => view.linked('quarter', quarterId as number))
    .map(({ calendarYear, calendarQuarter }) => quarterOrdinal(calendarYear, calendarQuarter));
  return quarterAt('CY', Math.max(...periods));
}
