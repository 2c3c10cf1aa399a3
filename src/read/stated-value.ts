import type { Fact } from '../domain/fact.entity';
import type { Measurement } from '../domain/metric/measurement';
import type { Quarter } from '../domain/quarter.entity';
import type { Row } from './client-pool';
import type { Ask } from './metric-ask';

/** Fiscal quarters counted through, so that neighbours differ by one. */
export function calendarKey(quarter: Quarter): number {
  return quarter.fiscalYear * 4 + quarter.fiscalQuarter - 1;
}

/** What the latest document says of a metric; rows come newest first. */
export function statedFor(
  ask: Ask,
  rows: readonly Row[],
  basis: string | null,
): (Omit<Measurement<Fact>, 'concept'> & { source: unknown }) | null {
  const row = rows.find(
    (r) =>
      r.company_id === ask.companyId &&
      r.metric_id === ask.metric.id &&
      r.fiscal_year === ask.span.fiscalYear &&
      r.fiscal_quarter === ask.span.fiscalQuarter &&
      (basis === null || r.basis === basis),
  );
  if (!row) return null;
  return {
    value: row.value as string,
    derivation: 'REPORTED',
    formula: null,
    evidence: [],
    unit: row.unit as string,
    currency: row.currency as string | null,
    basis: row.basis as Measurement<Fact>['basis'],
    source: { documentId: row.document_id, start: row.span_start, end: row.span_end },
  };
}
