import { Company } from '../../domain/company.entity';
import { Fact } from '../../domain/fact.entity';
import { type Edges, edges, edgesNamed, load, value } from '../edge';
import { refuseReversedDays } from '../filter/bounds';
import { allOf, amongIds, type Condition } from '../filter/conditions';
import type { FactFilter } from '../filter/noun-filter';
import { resolveMetrics, resolveSymbols } from '../filter/resolve';
import type { Given } from '../load';
import { nothing } from '../load';
import type { Operation } from '../operation';
import { day, fixed, type Sql, sql, texts } from '../sql/sql';
import { giveClass, rowsById } from './node.edges';
import { simpleConnection, term } from './simple-page';

function where(
  { filter, symbols }: { filter?: Given<FactFilter>; symbols?: readonly string[] },
  op: Operation,
): Sql[] | null {
  const {
    concepts,
    metrics,
    units,
    periodStart,
    periodEnd,
    forms,
    filedFrom,
    filedTo,
    currentOnly = true,
    includeParts = false,
  } = filter ?? {};
  const conditions: Condition[] = [];
  if (symbols) conditions.push(amongIds('u.company_id', resolveSymbols(op, symbols, 'symbols')));
  if (concepts) {
    // `us-gaap:Revenues` and `Revenues` both name a concept.
    const plain = concepts.filter((c) => !c.includes(':'));
    const qualified = concepts.filter((c) => c.includes(':'));
    conditions.push(
      sql`(u.concept = ANY (${texts(plain)}) OR u.taxonomy || ':' || u.concept = ANY (${texts(qualified)}))`,
    );
  }
  if (metrics) {
    const chains = resolveMetrics(op, metrics, 'filter.metrics').flatMap(({ concepts }) => concepts);
    const names = [...new Set(chains.map((concept) => concept.slice(concept.indexOf(':') + 1)))];
    conditions.push(
      chains.length > 0
        ? sql`u.concept = ANY (${texts(names)}) AND u.taxonomy || ':' || u.concept = ANY (${texts(chains)})`
        : null,
    );
  }
  if (units) conditions.push(sql`u.unit = ANY (${texts(units)})`);
  if (periodStart) conditions.push(sql`u.period_start = ${day(periodStart)}`);
  if (periodEnd) conditions.push(sql`u.period_end = ${day(periodEnd)}`);
  if (forms) conditions.push(sql`u.form = ANY (${texts(forms)})`);
  refuseReversedDays(['filter.filedFrom', filedFrom], ['filter.filedTo', filedTo]);
  refuseReversedDays(['filter.periodStart', periodStart], ['filter.periodEnd', periodEnd]);
  if (filedFrom) conditions.push(sql`u.filed_at >= ${day(filedFrom)}`);
  if (filedTo) conditions.push(sql`u.filed_at <= ${day(filedTo)}`);
  if (currentOnly !== false) conditions.push(fixed('u.is_current'));
  if (!includeParts) conditions.push(fixed("u.dimensions = '{}'"));
  return allOf(conditions);
}

/** Latest period first. */
const ORDER = [term('u.period_end', 'periodEnd', 'date', true), term('u.id', 'id', 'int8', true)];

export const FACT_EDGES: Edges = {
  ...edgesNamed<object>('Query', {
    facts: simpleConnection('Query.facts', { entity: Fact, scope: null, keys: () => [], order: ORDER, where }),
  }),
  ...edges(Company, {
    facts: simpleConnection('Company.facts', {
      entity: Fact,
      scope: { types: ['int4'], where: ([key]) => sql`u.company_id = ${key as Sql}` },
      keys: (company) => [company.id],
      order: ORDER,
      where,
    }),
  }),
  ...edges(Fact, {
    company: value(['companyId'], (fact, _, op) => op.view.linked('company', fact.companyId)),
    supersededBy: load(['supersededById'], (facts) => {
      const keys = [...new Set(facts.flatMap(({ supersededById }) => supersededById ?? []))];
      if (keys.length === 0) return nothing(facts, () => null);
      return {
        statements: [rowsById(Fact, keys)],
        finish: ([rows = []]) => {
          const found = new Map(rows.map((row) => [row.id, giveClass<Fact>(Fact, row)]));
          return facts.map(({ supersededById }) =>
            supersededById === null ? null : (found.get(supersededById) ?? null),
          );
        },
      };
    }),
  }),
};
