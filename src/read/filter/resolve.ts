import { NOBODY, type NodeType, parseGlobalId } from '../../domain/global-id';
import type { Metric } from '../../domain/metric.entity';
import { findMetric } from '../../domain/metric-catalogue';
import type { SymbolSpan } from '../../domain/symbol.entity';
import type { Topic } from '../../domain/topic.entity';
import { badInput } from '../../platform/errors';
import type { Operation } from '../operation';
import { foldLabel, searchKeyOf } from '../reference/names';

export function holdsOn(span: { validFrom?: string | null; validTo?: string | null }, day: string): boolean {
  return (span.validFrom == null || span.validFrom <= day) && (span.validTo == null || day <= span.validTo);
}

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
  const ids = symbols.flatMap((symbol) => {
    const id = companyBySymbol(op, symbol, op.today);
    if (id === null) {
      const earlier = op.view.all('company_symbol').find((span) => span.symbol === symbol.trim().toUpperCase());
      const hint = earlier?.validTo ? ` It was in use until ${earlier.validTo}.` : '';
      op.warn({ code: 'UNKNOWN_SYMBOL', message: `Nobody trades as "${symbol}" today.${hint}`, argument });
    }
    return id ?? [];
  });
  return unique(ids);
}

/** Companies of sectors, by their names, blind to case and accents; a sector of nobody is warned of. */
export function companiesInSectors(op: Operation, sectors: readonly string[], argument = 'filter.sectors'): number[] {
  const companies = op.view.all('company');
  const ids = sectors.flatMap((typed) => {
    const key = searchKeyOf(typed);
    const found = companies.filter(({ sector }) => sector !== null && searchKeyOf(sector) === key);
    if (found.length === 0) {
      op.warn({ code: 'UNKNOWN_SECTOR', message: `No company is in a sector "${shorten(typed)}".`, argument });
    }
    return found.map(({ id }) => id);
  });
  return unique(ids);
}

/** Keys behind global ids of one type; ids of merged nodes give those that they became. A malformed id, or one of another type, is refused; an unknown one warned of. */
export function resolveIds(op: Operation, type: NodeType, argument: string, ids: readonly string[]): number[] {
  return unique(
    ids.map((id) => {
      const parsed = parseGlobalId(id);
      if (!parsed) throw badInput(argument, `\`${argument}\` holds "${shorten(id)}", which is no id of this server.`);
      if (parsed.type !== type) {
        throw badInput(argument, `\`${argument}\` takes ids of ${type}; "${id}" is one of ${parsed.type}.`);
      }
      const key = op.view.currentKey(type, parsed.key);
      if (key === NOBODY) {
        warnId(op, argument, id);
        return key;
      }
      if (type === 'Company' && !op.view.node('company', key)) warnId(op, argument, id);
      if (type === 'Person' && !op.view.node('person', key)) warnId(op, argument, id);
      if (type === 'Firm' && !op.view.node('firm', key)) warnId(op, argument, id);
      return key;
    }),
  );
}

function warnId(op: Operation, argument: string, id: string): void {
  op.warn({ code: 'UNKNOWN_ID', message: `There is nothing with the id "${id}".`, argument });
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
  for (const label of typed) {
    const topic = findTopic(op, label);
    if (topic) add(topic.id);
    else op.warn({ code: 'UNKNOWN_TOPIC', message: `There is no topic "${shorten(label)}".`, argument });
  }
  return [...ids];
}

export function resolveMetric(op: Operation, typed: string, argument: string): Metric | null {
  const name = findMetric(typed)?.name ?? typed;
  const metric = op.view.all('metric').find((m) => m.name === name) ?? null;
  if (!metric) op.warn({ code: 'UNKNOWN_METRIC', message: `There is no metric "${shorten(typed)}".`, argument });
  return metric;
}

export function firmsNamed(op: Operation, typed: string): number[] {
  const key = searchKeyOf(typed);
  return op.view
    .all('firm')
    .filter((firm) => firm.searchKey.includes(key))
    .map((firm) => firm.id);
}

export function shorten(typed: string): string {
  return typed.length > 60 ? `${typed.slice(0, 57)}…` : typed;
}

function unique(ids: readonly number[]): number[] {
  return [...new Set(ids)];
}
