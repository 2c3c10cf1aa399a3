import type { ExtractedFigure, Extraction } from '../extraction';
import type { NewClaim } from '../persist/document-rows';
import { type FiscalPlace, NOWHERE, readPlaces } from './claim-period';
import type { Houses } from './houses';
import { type Resolution, warn } from './resolution';
import type { ResolvedSpeaker } from './speaker';

/**
 * The numbers that a document asserts. A level that is told with its growth makes two claims; growth alone makes one. A number whose company
 * is not certain carries none.
 */
export async function resolveClaims(
  resolution: Resolution,
  { figures, utterances }: Extraction,
  houses: Houses,
  speakers: readonly ResolvedSpeaker[],
): Promise<NewClaim[]> {
  if (figures.length === 0) return [];
  const { rows: metrics } = await resolution.client.query<{ id: number; name: string }>(
    'SELECT id, name FROM metric WHERE name = ANY ($1)',
    [figures.map(({ metric }) => metric).filter((name) => name !== null)],
  );
  const metricIds = new Map(metrics.map(({ id, name }) => [name, id]));
  const companies = figures.map((figure) => houses.ofFigure(figure));
  const places = new Map<number | null, Map<string, FiscalPlace>>();
  for (const id of new Set(companies)) {
    const periods = figures.filter((_, i) => companies[i] === id).map(({ period }) => period);
    places.set(id, await readPlaces(resolution.client, id, periods));
  }
  const open = companies.filter((id) => id === null).length;
  if (open > 0)
    warn(
      resolution,
      'CLAIMS_WITHOUT_COMPANY',
      `${open} figures carry no company: nothing tells for certain whose they are`,
    );
  const claims = figures.flatMap((figure, i) => {
    const companyId = companies[i] ?? null;
    const utterance = figure.utterance === null ? null : (utterances[figure.utterance] ?? null);
    const speaker = figure.assertedBy === null ? null : (speakers[figure.assertedBy] ?? null);
    const shared = {
      start: figure.start,
      end: figure.end,
      companyId,
      metricId: figure.metric === null ? null : (metricIds.get(figure.metric) ?? null),
      metricLabel: figure.label || figure.metric || figure.text,
      scope: figure.scope,
      subjectWords: figure.subject,
      period: figure.period,
      ...(places.get(companyId)?.get(figure.period ?? '') ?? NOWHERE),
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
