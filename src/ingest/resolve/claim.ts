import type { ExtractedFigure, Extraction } from '../extraction';
import type { NewClaim } from '../persist/document-rows';
import { NOWHERE, readPlaces } from './claim-period';
import type { KnownCompany } from './company';
import { type Resolution, warn } from './resolution';
import type { ResolvedSpeaker } from './speaker';

/**
 * The numbers that a document asserts. A level that is told with its growth makes two claims; growth alone makes one. Without a
 * company they are kept as nobody's, and a warning says so.
 */
export async function resolveClaims(
  resolution: Resolution,
  { figures, utterances }: Extraction,
  company: KnownCompany | null,
  speakers: readonly ResolvedSpeaker[],
): Promise<NewClaim[]> {
  if (figures.length === 0) return [];
  if (!company)
    warn(
      resolution,
      'CLAIMS_WITHOUT_COMPANY',
      `${figures.length} figures are of no company: none is known for the document`,
    );
  const { rows: metrics } = await resolution.client.query<{ id: number; name: string }>(
    'SELECT id, name FROM metric WHERE name = ANY ($1)',
    [figures.map(({ metric }) => metric).filter((name) => name !== null)],
  );
  const metricIds = new Map(metrics.map(({ id, name }) => [name, id]));
  const places = await readPlaces(
    resolution.client,
    company?.id ?? null,
    figures.map(({ period }) => period),
  );
  const claims = figures.flatMap((figure) => {
    const utterance = figure.utterance === null ? null : (utterances[figure.utterance] ?? null);
    const speaker = figure.assertedBy === null ? null : (speakers[figure.assertedBy] ?? null);
    const shared = {
      start: figure.start,
      end: figure.end,
      companyId: company?.id ?? null,
      metricId: figure.metric === null ? null : (metricIds.get(figure.metric) ?? null),
      metricLabel: figure.label || figure.metric || figure.text,
      scope: figure.scope,
      subjectWords: figure.subject,
      period: figure.period,
      ...(places.get(figure.period ?? '') ?? NOWHERE),
      isGuidance: figure.guidance,
      directness: utterance?.directness ?? null,
      utterance: figure.utterance,
      assertedById: speaker?.personId ?? null,
      confidence: figure.confidence,
    };
    return numbersOf(figure).map((number) => ({ figure, claim: { ...shared, ...number } }));
  });
  return claims.map(({ figure, claim }) => ({ ...claim, replaces: replacedBy(figure, claim, claims) }));
}

/** The claim of the outlook that a figure replaces, by its place; growth beside a level replaces nothing. */
function replacedBy(
  { replaces, kind }: ExtractedFigure,
  claim: Pick<NewClaim, 'kind'>,
  claims: readonly { readonly claim: Pick<NewClaim, 'start' | 'end'> }[],
): number | null {
  if (!replaces || claim.kind !== kind) return null;
  const at = claims.findIndex(({ claim: { start, end } }) => start === replaces.start && end === replaces.end);
  return at < 0 ? null : at;
}

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
