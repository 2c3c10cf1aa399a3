import type { ClientBase } from 'pg';
import { isOfWhole } from '../../domain/metric/filed-fact';
import type { FiledQuarter } from '../../domain/metric/filed-quarter';
import { currencyOf } from '../../domain/metric/unit';
import type { FiledFactRow } from '../neutral-document';

/** Fills in what a company's filings tell of it and nobody has said yet: the end of its fiscal year and its currency. */
export async function completeFiler(
  client: ClientBase,
  companyId: number,
  facts: readonly FiledFactRow[],
  quarters: readonly FiledQuarter[],
): Promise<void> {
  const lastYearEnd = quarters.findLast(({ fiscalQuarter }) => fiscalQuarter === 4)?.endDate.slice(5) ?? null;
  await client.query(
    `UPDATE company SET fiscal_year_end = coalesce(fiscal_year_end, $2), reporting_currency = coalesce(reporting_currency, $3)
     WHERE id = $1 AND (fiscal_year_end IS NULL AND $2::text IS NOT NULL OR reporting_currency IS NULL AND $3::text IS NOT NULL)`,
    [companyId, lastYearEnd, reportingCurrency(facts)],
  );
}

/** The currency of most numbers. Foreign filers add a few dollars "for convenience"; those are never the most. */
function reportingCurrency(facts: readonly FiledFactRow[]): string | null {
  const counts = new Map<string, number>();
  for (const fact of facts) {
    const currency = isOfWhole(fact) ? currencyOf(fact.unit) : null;
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
