import { NOBODY, type NodeType, parseGlobalId } from '../../domain/global-id';
import type { Metric } from '../../domain/metric.entity';
import { findMetric } from '../../domain/metric-catalogue';
import type { Person } from '../../domain/person.entity';
import { shorten } from '../../domain/shorten';
import type { SymbolSpan } from '../../domain/symbol.entity';
import type { Topic } from '../../domain/topic.entity';
import { badInput } from '../../platform/errors';
import { mapNeeding } from '../need';
import type { Operation } from '../operation';
import { foldLabel, plainKeyOf, searchKeyOf } from '../reference/names';
import type { Warning } from '../warning';
import { partOfName } from './bounds';
import { firmsLike, MOST_HELPED, metricsLike, peopleLike, sectorsLike, symbolsLike, topicsLike } from './candidates';
import { holdsOn } from './holds-on';

/** Who traded under a symbol on a day. Symbols are unique on an exchange; between exchanges the lowest id wins. */
export function companyBySymbol(op: Operation, symbol: string, day: string): number | null {
  const spans = op.view.store.shelves.company_symbol.index('by symbol', (nodes: readonly SymbolSpan[]) => {
    const map = new Map<string, SymbolSpan[]>();
    for (const node of nodes) map.set(node.symbol, [...(map.get(node.symbol) ?? []), node]);
    return map;
  });
  const held = (spans.get(symbol.trim().toUpperCase()) ?? []).filter((span) => holdsOn(span, day));
  return held.length > 0 ? Math.min(...held.map((span) => span.companyId)) : null;
}

/** Ids of the companies that a filter names by symbol or id; null: the filter does not name any. */
export function resolveCompanies(
  op: Operation,
  filter: { readonly companyIds?: readonly string[] | null; readonly symbols?: readonly string[] | null },
): number[] | null {
  const byId = filter.companyIds ? resolveIds(op, 'Company', 'filter.companyIds', filter.companyIds) : null;
  const bySymbol = filter.symbols ? resolveSymbols(op, filter.symbols) : null;
  if (byId && bySymbol) return byId.filter((id) => bySymbol.includes(id));
  return byId ?? bySymbol;
}

export function resolveSymbols(op: Operation, symbols: readonly string[], argument = 'filter.symbols'): number[] {
  const ids = found(op, argument, symbols, (symbol, isHelped) => {
    const id = companyBySymbol(op, symbol, op.today);
    if (id === null) warnSymbol(op, symbol, op.today, argument, isHelped);
    return id;
  });
  return unique(ids);
}

export function warnSymbol(op: Operation, symbol: string, day: string, argument: string, isHelped = true): void {
  const earlier = op.view.all('company_symbol').find((span) => span.symbol === symbol.trim().toUpperCase());
  const hint = earlier?.validTo ? ` It was in use until ${earlier.validTo}.` : '';
  const when = day === op.today ? 'today' : `on ${day}`;
  const message = `Nobody trades as "${shorten(symbol)}" ${when}.${hint}`;
  op.warn({
    code: 'UNKNOWN_SYMBOL',
    message,
    argument,
    ...(isHelped && { candidates: () => symbolsLike(op, symbol, day) }),
  });
}

/** Values of one list that are warned of one by one; of more only their number is told. */
const MOST_TOLD = 20;

/**
 * What a list names, without what it names in vain. Of that, the first few are helped with candidates, some more are told of, and the rest
 * is counted: an answer must not grow by what somebody invents.
 */
function found<T>(
  op: Operation,
  argument: string,
  typed: readonly string[],
  find: (one: string, isHelped: boolean) => T | null,
): T[] {
  const told = new Set<string>();
  const untold = new Set<string>();
  let last: Warning | undefined;
  const known = mapNeeding(typed, (one) => {
    const { value, warnings } = op.hear(() => find(one, told.size < MOST_HELPED));
    if (value !== null) return [value];
    [last] = warnings;
    const isTold = told.has(one) || told.size < MOST_TOLD;
    (isTold ? told : untold).add(one);
    if (isTold) for (const warning of warnings) op.warn(warning);
    return [];
  });
  if (untold.size > 0 && last) {
    const message = `${untold.size} more values of \`${argument}\` are unknown as well.`;
    op.warn({ code: last.code, message, argument });
  }
  return known.flat();
}

/** Warns of a name that nobody bears. `like` finds what may have been meant. */
export function warnName(
  op: Operation,
  typed: string,
  argument: string,
  like: typeof firmsLike,
  whom = 'Nobody',
): void {
  const message = `${whom} is called "${shorten(typed)}".`;
  op.warn({ code: 'UNKNOWN_NAME', message, argument, candidates: () => like(op, typed) });
}

/** Companies of sectors, by their names, blind to case and accents; a sector of nobody is warned of. */
export function companiesInSectors(op: Operation, sectors: readonly string[], argument = 'filter.sectors'): number[] {
  const companies = op.view.all('company');
  const inside = found(op, argument, sectors, (typed, isHelped) => {
    const key = searchKeyOf(typed);
    const own = companies.filter(({ sector }) => sector !== null && searchKeyOf(sector) === key);
    if (own.length > 0) return own;
    const message = `No company is in a sector "${shorten(typed)}".`;
    const candidates = isHelped && { candidates: () => sectorsLike(op, typed) };
    op.warn({ code: 'UNKNOWN_SECTOR', message, argument, ...candidates });
    return null;
  });
  return unique(inside.flat().map(({ id }) => id));
}

/** Keys behind global ids of one type; ids of merged nodes give those that they became. A malformed id, or one of another type, is refused; an unknown one warned of. */
export function resolveIds(op: Operation, type: NodeType, argument: string, ids: readonly string[]): number[] {
  return unique(
    found(op, argument, ids, (id) => {
      const parsed = parseGlobalId(id);
      if (!parsed) throw badInput(argument, `\`${argument}\` holds "${shorten(id)}", which is no id of this server.`);
      if (parsed.type !== type) {
        throw badInput(argument, `\`${argument}\` takes ids of ${type}; "${id}" is one of ${parsed.type}.`);
      }
      const key = op.view.currentKey(type, parsed.key);
      if (key !== NOBODY && isStored(op, type, key)) return key;
      warnId(op, argument, id);
      return null;
    }),
  );
}

/** Of the types that filters name. */
function isStored({ view }: Operation, type: NodeType, key: number): boolean {
  if (type === 'Company') return view.node('company', key) !== null;
  if (type === 'Person') return view.node('person', key) !== null;
  if (type === 'Firm') return view.node('firm', key) !== null;
  return type !== 'Document' || view.isDocument(key);
}

export function warnId(op: Operation, argument: string, id: string): void {
  op.warn({ code: 'UNKNOWN_ID', message: `There is nothing with the id "${shorten(id)}".`, argument });
}

export function findTopic(op: Operation, typed: string): Topic | null {
  const topics = op.view.store.shelves.topic.index('by label', (nodes: readonly Topic[]) => {
    const map = new Map<string, Topic>();
    // Slugs beat names, names beat aliases.
    for (const spell of [(t: Topic) => t.aliases, (t: Topic) => [t.name], (t: Topic) => [t.slug]]) {
      for (const topic of nodes) for (const label of spell(topic)) map.set(foldLabel(label), topic);
    }
    return map;
  });
  return topics.get(foldLabel(typed)) ?? null;
}

export function childrenOf(op: Operation, id: number): readonly Topic[] {
  return (
    op.view.store.shelves.topic
      .index('by parent', (nodes: readonly Topic[]) => {
        const map = new Map<number | null, Topic[]>();
        for (const topic of nodes) map.set(topic.parentId, [...(map.get(topic.parentId) ?? []), topic]);
        for (const list of map.values()) list.sort((a, b) => (a.slug < b.slug ? -1 : 1));
        return map;
      })
      .get(id) ?? []
  );
}

/** Topics that a filter names, with everything below them where asked for. */
export function resolveTopics(op: Operation, typed: readonly string[], below: boolean, argument: string): number[] {
  const ids = new Set<number>();
  const add = (id: number): void => {
    if (ids.has(id)) return;
    ids.add(id);
    if (below) for (const child of childrenOf(op, id)) add(child.id);
  };
  for (const topic of found(op, argument, typed, (label, isHelped) => resolveTopic(op, label, argument, isHelped)))
    add(topic.id);
  return [...ids];
}

export function resolveTopic(op: Operation, typed: string, argument: string, isHelped = true): Topic | null {
  const topic = findTopic(op, typed);
  if (!topic) {
    const candidates = isHelped && { candidates: () => topicsLike(op, typed) };
    op.warn({ code: 'UNKNOWN_TOPIC', message: `There is no topic "${shorten(typed)}".`, argument, ...candidates });
  }
  return topic;
}

export const resolveMetrics = (op: Operation, typed: readonly string[], argument: string): Metric[] =>
  found(op, argument, typed, (name, isHelped) => resolveMetric(op, name, argument, isHelped));

export function resolveMetric(op: Operation, typed: string, argument: string, isHelped = true): Metric | null {
  const name = findMetric(typed)?.name ?? typed;
  const metric = op.view.all('metric').find((m) => m.name === name) ?? null;
  if (!metric) {
    const candidates = isHelped && { candidates: () => metricsLike(op, typed) };
    op.warn({ code: 'UNKNOWN_METRIC', message: `There is no metric "${shorten(typed)}".`, argument, ...candidates });
  }
  return metric;
}

/** People of whose name or alias it is a part. */
export function resolvePeople(op: Operation, typed: string, argument: string): readonly Person[] {
  partOfName(typed, argument);
  const people = op.view.peopleNamed(typed);
  if (people.length === 0) warnName(op, typed, argument, peopleLike);
  return people;
}

export function firmsNamed(op: Operation, typed: string, argument = 'filter.firmName'): number[] {
  const key = partOfName(typed, argument);
  const firms = op.view.all('firm').filter((firm) => plainKeyOf(firm).includes(key));
  if (firms.length === 0) warnName(op, typed, argument, firmsLike, 'No firm');
  return firms.map((firm) => firm.id);
}

function unique(ids: readonly number[]): number[] {
  return [...new Set(ids)];
}
