import { Claim } from '../../domain/claim.entity';
import { Document } from '../../domain/document.entity';
import { Statement } from '../../domain/statement.entity';
import { Utterance } from '../../domain/utterance.entity';
import { selectList } from '../dictionary';
import { type Edges, edges, edgesNamed, load, value } from '../edge';
import { allOf, amongIds, type Condition } from '../filter/conditions';
import type { ClaimFilter } from '../filter/noun-filter';
import { periodConditions } from '../filter/period-filter';
import { resolveCompanies, resolveIds, resolveMetrics, resolvePeople } from '../filter/resolve';
import { warnUnstored } from '../filter/stored-period';
import type { Given } from '../load';
import { nothing } from '../load';
import type { Operation } from '../operation';
import { bigints, fixed, makeStatement, type Sql, sql, text, texts } from '../sql/sql';
import { giveClass, rowsById } from './node.edges';
import { simpleConnection, term } from './simple-page';

/** Null: nothing can match. */
function conditions(filter: Given<ClaimFilter>, op: Operation): Sql[] | null {
  const where: Condition[] = [];
  const companies = resolveCompanies(op, filter);
  if (companies) where.push(amongIds('u.company_id', companies));
  if (filter.documentIds) {
    where.push(amongIds('u.document_id', resolveIds(op, 'Document', 'filter.documentIds', filter.documentIds)));
  }
  if (filter.speakerName != null) {
    const people = resolvePeople(op, filter.speakerName, 'filter.speakerName');
    where.push(
      amongIds(
        'u.asserted_by_id',
        people.map(({ id }) => id),
      ),
    );
  }
  if (filter.metrics) {
    const metrics = resolveMetrics(op, filter.metrics, 'filter.metrics');
    where.push(
      amongIds(
        'u.metric_id',
        metrics.map(({ id }) => id),
      ),
    );
  }
  if (filter.isGuidance != null) where.push(fixed(filter.isGuidance ? 'u.is_guidance' : 'NOT u.is_guidance'));
  if (filter.scopes) where.push(sql`u.scope = ANY (${texts(filter.scopes)})`);
  // A segment's revenue is none of the company's: whoever asks for a metric gets the company's.
  else if (filter.metrics) where.push(fixed("u.scope = 'COMPANY'"));
  if (filter.kinds) where.push(sql`u.kind = ANY (${texts(filter.kinds)})`);
  if (filter.publisher != null) where.push(sql`lower(u.publisher) = lower(${text(filter.publisher)})`);
  warnUnstored(op, filter, companies);
  where.push(...periodConditions(filter));
  return allOf(where);
}

/** In the order in which they were read: document by document, from its beginning. */
const base = {
  entity: Claim,
  order: [term('u.id', 'id', 'int8', false)],
  where: ({ filter }: { filter?: Given<ClaimFilter> }, op: Operation) => conditions(filter ?? {}, op),
};

export const CLAIM_EDGES: Edges = {
  ...edgesNamed<object>('Query', {
    claims: simpleConnection('Query.claims', { ...base, scope: null, keys: () => [] }),
  }),
  ...edges(Document, {
    claims: simpleConnection('Document.claims', {
      ...base,
      scope: { types: ['int4'], where: ([key]) => sql`u.document_id = ${key as Sql}` },
      keys: (document) => [document.id],
    }),
  }),
  ...edges(Statement, {
    claims: load(['id'], (statements) => ({
      statements: [
        makeStatement(
          'claims of statements',
          sql`SELECT ${fixed(selectList(Claim, 'c'))} FROM claim c WHERE c.utterance_id = ANY (${bigints(statements.map(({ id }) => id))}) ORDER BY c.id`,
        ),
      ],
      finish: ([rows = []]) => {
        const claims = rows.map((row) => giveClass<Claim>(Claim, row));
        return statements.map(({ id }) => claims.filter(({ utteranceId }) => utteranceId === id));
      },
    })),
  }),
  ...edges(Claim, {
    company: value(['companyId'], (claim, _, op) =>
      claim.companyId === null ? null : op.view.linked('company', claim.companyId),
    ),
    replaces: load(['replacesId'], (claims) => {
      const keys = [...new Set(claims.flatMap(({ replacesId }) => replacesId ?? []))];
      if (keys.length === 0) return nothing(claims, () => null);
      return {
        statements: [rowsById(Claim, keys)],
        finish: ([rows = []]) => {
          const found = new Map(rows.map((row) => [row.id, giveClass<Claim>(Claim, row)]));
          return claims.map(({ replacesId }) => (replacesId === null ? null : (found.get(replacesId) ?? null)));
        },
      };
    }),
    metric: value(['metricId'], (claim, _, op) =>
      claim.metricId === null ? null : op.view.linked('metric', claim.metricId),
    ),
    assertedBy: value(['assertedById'], (claim, _, op) =>
      claim.assertedById === null ? null : op.view.linked('person', claim.assertedById),
    ),
    statement: load(['utteranceId'], (claims) => {
      const keys = [...new Set(claims.flatMap(({ utteranceId }) => utteranceId ?? []))];
      if (keys.length === 0) return nothing(claims, () => null);
      return {
        statements: [rowsById(Utterance, keys)],
        finish: ([rows = []]) => {
          const found = new Map(rows.map((row) => [row.id, giveClass<Utterance>(Utterance, row)]));
          return claims.map(({ utteranceId }) => (utteranceId === null ? null : (found.get(utteranceId) ?? null)));
        },
      };
    }),
    source: value(['documentId', 'spanStart', 'spanEnd'], (claim) => ({
      documentId: claim.documentId,
      start: claim.spanStart,
      end: claim.spanEnd,
    })),
  }),
};
