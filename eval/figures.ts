import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extractFigures } from '../src/ingest/extract/figure/extract-figures';
import type { FigureFinding } from '../src/ingest/extract/finding';
import { findOccasion } from '../src/ingest/extract/occasion/find-occasion';
import { measureFigureCases } from './figure-case';
import { NO_SPEECH, plainDocument } from './plain-document';

/** One headline figure of a call's answer key. */
interface KeyMetric {
  readonly metric: string;
  readonly period: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly yoyPct?: number;
  readonly guidance: boolean;
  readonly numbersLiteralInTranscript: boolean;
}

interface KeyCall {
  readonly file: string;
  readonly quarter: string;
  readonly year: number;
  readonly metrics: readonly KeyMetric[];
}

export interface FigureMeasure {
  readonly calls: number;
  readonly metrics: number;
  /** Key metrics whose value (or both ends) some figure has, of all and of those whose digits stand in the call. */
  readonly valueRecall: number;
  readonly valueRecallLiteral: number;
  /** Of those whose digits stand in the call: also metric with basis, fiscal period and year, and growth where the key has one. */
  readonly fullyRight: number;
  /** Of the figures that have a key metric's value and measure: those flagged as guidance that the key has as guidance. */
  readonly guidancePrecision: number;
  readonly guidanceRecall: number;
  /** Of the figures with confidence 0.9 or more that share value and measure with a key metric: all of period, guidance, basis right. */
  readonly calibration: number;
  readonly occasions: number;
  readonly figures: number;
  readonly misses: readonly string[];
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(0.006 * Math.abs(b), 0.0051);

/** Measures the figures of the calls under `data`; null where the folder is not there. `files` narrows to some of them. */
export function measureFigures(data: string, files?: readonly string[]): FigureMeasure | null {
  const folder = path.join(data, 'metrics-ectsum');
  if (!existsSync(folder)) return null;
  const key = JSON.parse(readFileSync(path.join(folder, 'key.json'), 'utf8')) as KeyCall[];
  const count = {
    metrics: 0,
    value: 0,
    literal: 0,
    literalHit: 0,
    full: 0,
    flagged: 0,
    flaggedRight: 0,
    guided: 0,
    guidedHit: 0,
    sure: 0,
    sureRight: 0,
    occasions: 0,
    figures: 0,
  };
  const misses: string[] = [];
  const calls = key.filter(({ file }) => !files || files.includes(file));
  for (const call of calls) {
    const document = plainDocument(readFileSync(path.join(folder, call.file), 'utf8'));
    const occasion = findOccasion(document);
    const figures = extractFigures(document, occasion, NO_SPEECH);
    count.figures += figures.length;
    const anchor = `FY${call.year}${call.quarter}`;
    if (occasion.period === anchor) count.occasions += 1;
    else misses.push(`${call.file}: occasion ${occasion.period} is ${anchor}`);
    for (const metric of call.metrics) {
      const alike = figures.filter((figure) => hasValue(figure, metric));
      const right = alike.filter(
        (figure) => isSameMeasure(figure, metric) && isSamePeriod(figure, metric, call) && hasGrowth(figure, metric),
      );
      count.metrics += 1;
      if (alike.length > 0) count.value += 1;
      if (metric.numbersLiteralInTranscript) {
        count.literal += 1;
        if (alike.length > 0) count.literalHit += 1;
        if (right.length > 0) count.full += 1;
        else
          misses.push(
            `${call.file}: ${JSON.stringify(metric)}\n${alike.map((figure) => `      ${JSON.stringify(figure)}`).join('\n')}`,
          );
      }
      if (metric.guidance && alike.length > 0) {
        count.guided += 1;
        if (alike.some(({ guidance }) => guidance)) count.guidedHit += 1;
      }
    }
    for (const figure of figures) {
      const match = call.metrics.filter((metric) => hasValue(figure, metric) && isSameMeasure(figure, metric));
      if (match.length === 0) continue;
      if (figure.guidance) {
        count.flagged += 1;
        if (match.some(({ guidance }) => guidance)) count.flaggedRight += 1;
        else misses.push(`${call.file}: no guidance ${JSON.stringify(figure)}`);
      }
      if (figure.confidence >= 0.9) {
        count.sure += 1;
        if (match.some((metric) => metric.guidance === figure.guidance && isSamePeriod(figure, metric, call)))
          count.sureRight += 1;
        else misses.push(`${call.file}: too sure ${JSON.stringify(figure)}`);
      }
    }
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  return {
    calls: calls.length,
    metrics: count.metrics,
    valueRecall: share(count.value, count.metrics),
    valueRecallLiteral: share(count.literalHit, count.literal),
    fullyRight: share(count.full, count.literal),
    guidancePrecision: share(count.flaggedRight, count.flagged),
    guidanceRecall: share(count.guidedHit, count.guided),
    calibration: share(count.sureRight, count.sure),
    occasions: share(count.occasions, calls.length),
    figures: count.figures,
    misses,
  };
}

function hasValue({ value, low, high }: FigureFinding, metric: KeyMetric): boolean {
  if (metric.value !== undefined) return value !== null && close(Number(value), metric.value);
  return low !== null && high !== null && close(Number(low), metric.low ?? 0) && close(Number(high), metric.high ?? 0);
}

/** The catalogue's metric that the key's words mean; adjusted and reported are two. */
function isSameMeasure({ metric }: FigureFinding, key: KeyMetric): boolean {
  const isAdjusted = /adjusted|non-gaap|core/.test(key.metric);
  if (/eps|per share/.test(key.metric))
    return isAdjusted ? metric === 'adjusted_eps' : metric === 'eps_diluted' || metric === 'eps_basic';
  if (/revenue|sales/.test(key.metric)) return metric === 'revenue';
  if (/ebitda/.test(key.metric)) return metric === (isAdjusted ? 'adjusted_ebitda' : 'ebitda');
  if (/income|profit|loss/.test(key.metric)) return metric === (isAdjusted ? 'adjusted_net_income' : 'net_income');
  return false;
}

/** `q1`, `q1 2022`, `fy`, `fy 2022`, `2022` of the key, dated by the call it belongs to: an outlook's first quarter is the next year's. */
function isSamePeriod({ period }: FigureFinding, key: KeyMetric, call: KeyCall): boolean {
  const named = /q([1-4])/.exec(key.period)?.[1];
  const said = /(20\d\d)/.exec(key.period)?.[1];
  const reported = Number(call.quarter[1]);
  const ahead = named ? key.guidance && Number(named) < reported : key.guidance && reported === 4;
  const year = said ? Number(said) : call.year + (ahead ? 1 : 0);
  return period === (named ? `FY${year}Q${named}` : `FY${year}`);
}

function hasGrowth({ changePercent }: FigureFinding, { yoyPct }: KeyMetric): boolean {
  return yoyPct === undefined || (changePercent !== null && close(Number(changePercent), yoyPct));
}

/** All measures of figures: the calls of `data` where they are there, and our own cases everywhere. */
export async function measure(data: string): Promise<{
  readonly calls: FigureMeasure | null;
  readonly own: ReturnType<typeof measureFigureCases>;
}> {
  return { calls: measureFigures(data), own: measureFigureCases() };
}
