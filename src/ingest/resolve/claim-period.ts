import type { Client } from 'pg';
import { type Period, parsePeriod } from '../../domain/fiscal/period';

/** A period in both counts, as far as they are known; without a quarter a year. */
export interface FiscalPlace {
  readonly fiscalYear: number | null;
  readonly fiscalQuarter: number | null;
  readonly calendarYear: number | null;
  readonly calendarQuarter: number | null;
}

export const NOWHERE: FiscalPlace = {
  fiscalYear: null,
  fiscalQuarter: null,
  calendarYear: null,
  calendarQuarter: null,
};

/** Where filters find a claim's period, by its text: by the company's count, and by the calendar as far as its quarters are stored. */
export async function readPlaces(
  client: Client,
  companyId: number | null,
  periods: readonly (string | null)[],
): Promise<Map<string, FiscalPlace>> {
  const texts = [...new Set(periods.filter((period) => period !== null))];
  if (texts.length === 0) return new Map();
  const { rows } = await client.query<{
    fiscal_year: number;
    fiscal_quarter: number;
    calendar_year: number;
    calendar_quarter: number;
  }>('SELECT fiscal_year, fiscal_quarter, calendar_year, calendar_quarter FROM quarter WHERE company_id = $1', [
    companyId,
  ]);
  const placeOf = ({ kind, year, quarter }: Period): FiscalPlace => {
    const row = rows.find((q) =>
      kind === 'FY'
        ? q.fiscal_year === year && q.fiscal_quarter === (quarter ?? 4)
        : q.calendar_year === year && q.calendar_quarter === (quarter ?? 4),
    );
    const fiscal = kind === 'FY' ? { year, quarter } : row && { year: row.fiscal_year, quarter: row.fiscal_quarter };
    const calendar =
      kind === 'CY' ? { year, quarter } : row && { year: row.calendar_year, quarter: row.calendar_quarter };
    // A fiscal year lies in no one calendar year unless they end together.
    const together = quarter !== null || !row || (row.fiscal_quarter === 4 && row.calendar_quarter === 4);
    return {
      fiscalYear: kind === 'FY' || together ? (fiscal?.year ?? null) : null,
      fiscalQuarter: quarter === null ? null : (fiscal?.quarter ?? null),
      calendarYear: kind === 'CY' || together ? (calendar?.year ?? null) : null,
      calendarQuarter: quarter === null ? null : (calendar?.quarter ?? null),
    };
  };
  return new Map(texts.map((text) => [text, placeOf(parsePeriod(text))]));
}
