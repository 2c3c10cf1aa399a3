import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FigureFinding } from '../src/ingest/extract/finding';
import { hasGrowth, hasValue, isSameMeasure, isSamePeriod, type KeyCall, type KeyMetric, placesOf } from './figure-key';
import { foldersOf } from './folds';
import { type Note, wordsAround } from './miss';
import { type ReadCall, readCall, type SureFigure } from './read-call';
import { renderFigure } from './render-figure';
import { type Fold, faults, type Measure, share } from './row';

const SURE = 0.9;

/** What spoke: the rules of what it measures, of its role and of its period. */
export const ruleOf = ({ rules: { measure, role, period } }: FigureFinding): string =>
  [measure, role, period].join(' / ');

const NAME = {
  quarter: 'figures in calls: the quarter of the call',
  value: 'figures in calls: value recall, all of the key',
  literal: 'figures in calls: value recall, digits that stand in the call',
  full: 'figures in calls: fully right (value, metric, period)',
  guidance: 'figures in calls: guidance precision, by the headline key',
  sure: 'confidence of a headline figure >= 0.9: right',
  sureMetric: 'confidence of its metric >= 0.9: right',
  surePeriod: 'confidence of its period >= 0.9: right',
  noMetric: 'figures in calls: left without metric',
  noPeriod: 'figures in calls: left without period',
  noCompany: 'figures in calls: left without company',
};

/** Figures of the calls of one fold, held against the headline figures of their key. */
export function measureFigures(data: string, fold: Fold, note: Note): Measure[] {
  const calls = foldersOf(data, 'metrics-ectsum', fold).flatMap((folder) => {
    const key: KeyCall[] = JSON.parse(readFileSync(join(folder, 'key.json'), 'utf8'));
    return key.map((call) => ({ call, read: readCall(data, `${basename(folder)}/${call.file}`) }));
  });
  if (calls.length === 0) return [];
  const count: Count = { ...NOTHING };
  for (const { call, read } of calls) countCall(call, read, note, count);
  const figures = calls.flatMap(({ read }) => read.figures);
  const metricless = figures.filter(({ metric }) => metric === null).length;
  const periodless = figures.filter(({ period }) => period === null).length;
  const companyless = calls.flatMap(({ read }) => (hasCompany(read) ? [] : read.figures)).length;
  return [
    share(NAME.value, fold, count.value, count.metrics, 0.95),
    share(NAME.literal, fold, count.literalHit, count.literal, 0.97),
    share(NAME.full, fold, count.full, count.literal, 0.82),
    share(NAME.guidance, fold, count.flaggedRight, count.flagged, 0.95),
    share(NAME.sure, fold, count.sureRight, count.sure, 0.95),
    share(NAME.sureMetric, fold, count.sureMetricRight, count.sureMetric, 0.95),
    share(NAME.surePeriod, fold, count.surePeriodRight, count.surePeriod, 0.95),
    share(NAME.quarter, fold, count.quarters, calls.length, null),
    faults(NAME.noMetric, fold, metricless, figures.length, null),
    faults(NAME.noPeriod, fold, periodless, figures.length, null),
    faults(NAME.noCompany, fold, companyless, figures.length, null),
  ];
}

/** Whom a figure belongs to is the document's company, until a figure has one of its own. */
const hasCompany = ({ occasion }: ReadCall): boolean =>
  (occasion.company ?? occasion.symbol ?? occasion.cik ?? null) !== null;

interface Count {
  /** Calls whose quarter is the key's. */
  quarters: number;
  metrics: number;
  /** Metrics of the key whose value (or both ends) some figure has, of all and of those whose digits stand in the call. */
  value: number;
  literal: number;
  literalHit: number;
  /** Of those whose digits stand in the call: also metric with basis, fiscal period and year, and growth where the key has one. */
  full: number;
  /** Figures with a key metric's value and measure that are flagged as guidance, and those that the key has as guidance. */
  flagged: number;
  flaggedRight: number;
  /** Figures of high confidence that share value and measure with a key metric, and those with period, guidance and basis right. */
  sure: number;
  sureRight: number;
  /** The same of the metric alone, of all figures with a key metric's value, and of the period alone. */
  sureMetric: number;
  sureMetricRight: number;
  surePeriod: number;
  surePeriodRight: number;
}

const NOTHING: Count = {
  quarters: 0,
  metrics: 0,
  value: 0,
  literal: 0,
  literalHit: 0,
  full: 0,
  flagged: 0,
  flaggedRight: 0,
  sure: 0,
  sureRight: 0,
  sureMetric: 0,
  sureMetricRight: 0,
  surePeriod: 0,
  surePeriodRight: 0,
};

/** Adds one call to what is counted. */
function countCall(call: KeyCall, { file, text, points, occasion, figures }: ReadCall, note: Note, count: Count): void {
  const tell = (measure: string, figure: SureFigure | null, key: string, found: string) =>
    note({
      measure,
      file,
      span: figure && [points.pointAt(figure.start), points.pointAt(figure.end)],
      words: figure ? wordsAround(text, figure.start, figure.end) : '',
      key,
      found,
      rule: figure ? ruleOf(figure) : '',
    });
  const anchor = `FY${call.year}${call.quarter}`;
  count.metrics += call.metrics.length;
  if (occasion.period === anchor) count.quarters++;
  else tell(NAME.quarter, null, anchor, occasion.period ?? '');
  for (const metric of call.metrics) {
    const alike = figures.filter((figure) => hasValue(figure, metric));
    const isRight = (figure: FigureFinding) =>
      isSameMeasure(figure, metric) && isSamePeriod(figure, metric, call) && hasGrowth(figure, metric);
    if (alike.length > 0) count.value++;
    if (!metric.numbersLiteralInTranscript) continue;
    count.literal++;
    if (alike.length > 0) count.literalHit++;
    else tellMissing(metric, { file, text, points }, note);
    if (alike.some(isRight)) count.full++;
    else for (const figure of alike) tell(NAME.full, figure, renderKey(metric), renderSure(figure));
  }
  for (const figure of figures) {
    const alike = call.metrics.filter((metric) => hasValue(figure, metric));
    const match = alike.filter((metric) => isSameMeasure(figure, metric));
    if (alike.length > 0 && (figure.confidences.metric ?? 0) >= SURE) {
      count.sureMetric++;
      if (match.length > 0) count.sureMetricRight++;
      else tell(NAME.sureMetric, figure, alike.map(renderKey).join(' | '), renderSure(figure));
    }
    if (match.length === 0) continue;
    const inPeriod = match.filter((metric) => isSamePeriod(figure, metric, call));
    const key = match.map(renderKey).join(' | ');
    if (figure.guidance) {
      count.flagged++;
      if (match.some(({ guidance }) => guidance)) count.flaggedRight++;
      else tell(NAME.guidance, figure, key, renderSure(figure));
    }
    if ((figure.confidences.period ?? 0) >= SURE) {
      count.surePeriod++;
      if (inPeriod.length > 0) count.surePeriodRight++;
      else tell(NAME.surePeriod, figure, key, renderSure(figure));
    }
    if (figure.confidence < SURE) continue;
    count.sure++;
    if (inPeriod.some(({ guidance }) => guidance === figure.guidance)) count.sureRight++;
    else tell(NAME.sure, figure, key, renderSure(figure));
  }
}

/** Where the value's digits stand in the call: what was not read there. */
function tellMissing(
  metric: KeyMetric,
  { file, text, points }: Pick<ReadCall, 'file' | 'text' | 'points'>,
  note: Note,
): void {
  const places = placesOf(text, metric.value ?? metric.low ?? 0);
  const miss = { measure: NAME.literal, file, key: renderKey(metric), found: '', rule: '' };
  if (places.length === 0) note({ ...miss, span: null, words: '' });
  for (const { start, end } of places)
    note({ ...miss, span: [points.pointAt(start), points.pointAt(end)], words: wordsAround(text, start, end) });
}

const renderSure = (figure: SureFigure): string => `${renderFigure(figure)}, ${figure.confidence}`;

function renderKey({ metric, period, value, low, high, yoyPct, guidance }: KeyMetric): string {
  const growth = yoyPct === undefined ? '' : `, ${yoyPct} % against a year before`;
  return `${guidance ? 'GUIDANCE ' : ''}${metric} ${period} ${value ?? `${low}..${high}`}${growth}`;
}
