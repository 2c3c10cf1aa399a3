import type { ClientBase } from 'pg';
import { isOfWhole } from '../../domain/metric/filed-fact';
import { type FiledFactRow, UNKNOWN_FILING } from '../neutral-document';

interface Filing {
  readonly accession: string;
  readonly form: string;
  readonly filedAt: string;
  /** The last day of its periods. A company files one report of a form about it; an amendment is a form of its own. */
  readonly lastEnd: string;
}

/** Company facts have no others: a company's own concepts must not decide what a report's last day is. */
const STANDARD = ['us-gaap', 'ifrs-full', 'srt'];

const isUnknown = ({ accession }: { readonly accession: string }): boolean => accession.startsWith(UNKNOWN_FILING);

/**
 * Gives reports that do not name their filing the accession number and the day of the filing that they are, as far as another
 * source knows it: incoming reports by what is stored, and stored ones by what comes in. One report must not become two
 * vintages because it came once as a page and once among the company's facts.
 */
export async function nameFilings(
  client: ClientBase,
  companyId: number,
  facts: readonly FiledFactRow[],
): Promise<readonly FiledFactRow[]> {
  const { rows: stored } = await client.query<Filing>(
    `SELECT accession, form, max(filed_at)::text AS "filedAt", max(period_end)::text AS "lastEnd" FROM fact
     WHERE company_id = $1 AND period_start IS NOT NULL AND dimensions = '{}' AND taxonomy = ANY ($2) GROUP BY 1, 2`,
    [companyId, STANDARD],
  );
  const incoming = filingsOf(facts);
  for (const filing of stored.filter(isUnknown)) {
    const name = nameOf(filing, incoming);
    // Rows of the filing that are there already would collide.
    if (!name || stored.some(({ accession }) => accession === name.accession)) continue;
    await client.query('UPDATE fact SET accession = $3, filed_at = $4 WHERE company_id = $1 AND accession = $2', [
      companyId,
      filing.accession,
      name.accession,
      name.filedAt,
    ]);
  }
  const names = new Map(incoming.filter(isUnknown).map((filing) => [filing.accession, nameOf(filing, stored)]));
  if (names.size === 0) return facts;
  return facts.map((fact) => {
    const name = names.get(fact.accession);
    return name ? { ...fact, accession: name.accession, filedAt: name.filedAt } : fact;
  });
}

function nameOf(filing: Filing, others: readonly Filing[]): Filing | undefined {
  const same = others.filter(
    (other) => !isUnknown(other) && other.form === filing.form && other.lastEnd === filing.lastEnd,
  );
  // Two of one form about one day: nothing tells which of them it is.
  return same.length === 1 ? same[0] : undefined;
}

function filingsOf(facts: readonly FiledFactRow[]): Filing[] {
  const filings = new Map<string, Filing>();
  for (const fact of facts) {
    if (fact.periodStart === null || !isOfWhole(fact) || !STANDARD.includes(fact.taxonomy)) continue;
    const { accession, form, filedAt, periodEnd } = fact;
    const known = filings.get(accession);
    if (!known || known.lastEnd < periodEnd) filings.set(accession, { accession, form, filedAt, lastEnd: periodEnd });
  }
  return [...filings.values()];
}
