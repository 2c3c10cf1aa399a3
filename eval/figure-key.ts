import type { FigureFinding } from '../src/ingest/extract/finding';

/** One headline figure of a call's answer key. */
export interface KeyMetric {
  readonly metric: string;
  readonly period: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly yoyPct?: number;
  readonly guidance: boolean;
  readonly numbersLiteralInTranscript: boolean;
}

export interface KeyCall {
  readonly file: string;
  readonly ticker: string;
  readonly quarter: string;
  readonly year: number;
  readonly metrics: readonly KeyMetric[];
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(0.006 * Math.abs(b), 0.0051);

/** A loss of 0.09 is earnings of -0.09. */
const isLoss = ({ metric }: KeyMetric): boolean => /\bloss\b/.test(metric);

/** Within 0.6 %; both ends of a range. Whether a loss has its sign is asked with its measure. */
export function hasValue(figure: FigureFinding, metric: KeyMetric): boolean {
  const isAlike = ({ value, low, high }: Pick<FigureFinding, 'value' | 'low' | 'high'>) =>
    metric.value !== undefined
      ? value !== null && close(Number(value), metric.value)
      : low !== null && high !== null && close(Number(low), metric.low ?? 0) && close(Number(high), metric.high ?? 0);
  return isAlike(figure) || (isLoss(metric) && isAlike(negated(figure)));
}

const negated = ({ value, low, high }: FigureFinding) => ({
  value: value && `${-Number(value)}`,
  low: high && `${-Number(high)}`,
  high: low && `${-Number(low)}`,
});

/** The catalogue's metric that the key's words mean; adjusted and reported are two. */
export function isSameMeasure({ metric, scope, value, low }: FigureFinding, key: KeyMetric): boolean {
  if (scope !== 'COMPANY') return false;
  if (isLoss(key) && Number(value ?? low) > 0) return false;
  const isAdjusted = /adjusted|non-gaap|core/.test(key.metric);
  if (/eps|per share/.test(key.metric))
    return isAdjusted ? metric === 'adjusted_eps' : metric === 'eps_diluted' || metric === 'eps_basic';
  if (/revenue|sales/.test(key.metric)) return metric === 'revenue';
  if (/ebitda/.test(key.metric)) return metric === (isAdjusted ? 'adjusted_ebitda' : 'ebitda');
  if (/income|profit|loss/.test(key.metric)) return metric === (isAdjusted ? 'adjusted_net_income' : 'net_income');
  return false;
}

/** `q1`, `q1 2022`, `fy`, `fy 2022`, `2022` of the key, dated by the call it belongs to: an outlook's first quarter is the next year's. */
export function isSamePeriod({ period }: FigureFinding, key: KeyMetric, call: KeyCall): boolean {
  const named = /q([1-4])/.exec(key.period)?.[1];
  const said = /(20\d\d)/.exec(key.period)?.[1];
  const reported = Number(call.quarter[1]);
  const ahead = named ? key.guidance && Number(named) < reported : key.guidance && reported === 4;
  const year = said ? Number(said) : call.year + (ahead ? 1 : 0);
  return period === (named ? `FY${year}Q${named}` : `FY${year}`);
}

export function hasGrowth({ changePercent }: FigureFinding, { yoyPct }: KeyMetric): boolean {
  return yoyPct === undefined || (changePercent !== null && close(Number(changePercent), yoyPct));
}

/** The first places (UTF-16) at which a value is written in digits, as it is or in thousands, millions or billions. */
export function placesOf(text: string, value: number, most = 2): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const { 0: written, index } of text.matchAll(/\d[\d,]*(?:\.\d+)?|\.\d+/g)) {
    const number = Number(written.replaceAll(',', ''));
    const isYear = /^(?:19|20)\d\d$/.test(written);
    if (isYear || ![1, 1e3, 1e6, 1e9].some((scale) => close(number * scale, Math.abs(value)))) continue;
    places.push({ start: index, end: index + written.length });
    if (places.length === most) break;
  }
  return places;
}
