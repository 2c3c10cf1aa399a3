import { type Period, parsePeriod } from '../../domain/fiscal/period';
import type { ExtractedFigure, Extraction } from '../extraction';
import type { NewClaim } from '../persist/document-rows';
import type { KnownCompany } from './company';
import { type Resolution, warn } from './resolution';
import type { ResolvedSpeaker } from './speaker';

interface FiscalPlace {
  readonly fiscalYear: number | null;
  readonly fiscalQuarter: number | null;
  readonly calendarYear: number | null;
  readonly calendarQuarter: number | null;
}

/**
 * The numbers that a document asserts. A level that is told with its growth makes two claims; growth alone makes one. Without a
 * company there is nobody whose numbers they could be.
 */
export async function resolveClaims(
  resolution: Resolution,
  { figures, utterances }: Extraction,
  company: KnownCompany | null,
  speakers: readonly ResolvedSpeaker[],
): Promise<NewClaim[]> {
  if (figures.length === 0) return [];
  if (!company) {
    warn(
      resolution,
      'CLAIMS_WITHOUT_COMPANY',
      `${figures.length} figures were left out: no company is known for the document`,
    );
    return [];
  }
  const { rows: metrics } = await resolution.client.query<{ id: number; name: string }>(
    'SELECT id, name FROM metric WHERE name = ANY ($1)',
    [figures.map(({ metric }) => metric).filter((name) => name !== null)],
  );
  const metricIds = new Map(metrics.map(({ id, name }) => [name, id]));
  const places = await readPlaces(resolution, company, figures);
  return figures.flatMap((figure) => {
    const utterance = figure.utterance === null ? null : (utterances[figure.utterance] ?? null);
    const speaker = figure.assertedBy === null ? null : (speakers[figure.assertedBy] ?? null);
    const shared = {
      start: figure.start,
      end: figure.end,
      companyId: company.id,
      metricId: figure.metric === null ? null : (metricIds.get(figure.metric) ?? null),
      metricLabel: figure.label || figure.metric || figure.text,
      period: figure.period,
      ...(places.get(figure.period ?? '') ?? NOWHERE),
      isGuidance: figure.guidance,
      directness: utterance?.directness ?? null,
      utterance: figure.utterance,
      assertedById: speaker?.personId ?? null,
      confidence: figure.confidence,
    };
    return numbersOf(figure).map((number) => ({ ...shared, ...number }));
  });
}

const NOWHERE: FiscalPlace = { fiscalYear: null, fiscalQuarter: null, calendarYear: null, calendarQuarter: null };

type Numbers = Pick<NewClaim, 'kind' | 'asserted' | 'low' | 'high' | 'unit' | 'currency' | 'qualifier' | 'comparedTo'>;

function numbersOf(figure: ExtractedFigure): Numbers[] {
  const { kind, value, low, high, unit, currency, qualifier, changePercent, comparedTo } = figure;
  const numbers: Numbers[] = [];
  if (value !== null) {
    numbers.push({
      kind,
      asserted: value,
      low: null,
      high: null,
      unit,
      currency,
      qualifier,
      comparedTo: kind === 'CHANGE' ? comparedTo : null,
    });
  } else if (low !== null || high !== null) {
    const ends = low !== null && high !== null && Number(low) > Number(high) ? [high, low] : [low, high];
    numbers.push({
      kind,
      asserted: null,
      low: ends[0]!,
      high: ends[1]!,
      unit,
      currency,
      qualifier,
      comparedTo: kind === 'CHANGE' ? comparedTo : null,
    });
  }
  if (changePercent !== null) {
    // How closely a level is meant says nothing of its growth.
    const closeness = value === null && low === null && high === null ? qualifier : 'EXACTLY';
    numbers.push({
      kind: 'CHANGE',
      asserted: changePercent,
      low: null,
      high: null,
      unit: 'percent',
      currency: null,
      qualifier: closeness,
      comparedTo,
    });
  }
  return numbers;
}

/** Where filters find a period: by the company's count, and by the calendar as far as its quarters are stored. */
async function readPlaces(
  { client }: Resolution,
  company: KnownCompany,
  figures: readonly ExtractedFigure[],
): Promise<Map<string, FiscalPlace>> {
  const texts = [...new Set(figures.map(({ period }) => period).filter((period) => period !== null))];
  if (texts.length === 0) return new Map();
  const { rows } = await client.query<{
    fiscal_year: number;
    fiscal_quarter: number;
    calendar_year: number;
    calendar_quarter: number;
  }>('SELECT fiscal_year, fiscal_quarter, calendar_year, calendar_quarter FROM quarter WHERE company_id = $1', [
    company.id,
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
