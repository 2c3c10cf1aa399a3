import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureFinding } from '../src/ingest/extract/finding';
import { isIssuer } from './labels/issuer-names';
import { type ReadCall, readCall, type SureFigure } from './read-call';

/** What a reader said of one number of a call. Null: two readers differ, or nobody could tell. Empty: there is none. */
interface Label {
  /** Name in the catalogue; `other`: a figure of none of its metrics; `none`: no figure. */
  readonly metric: string | null;
  readonly kind: string | null;
  readonly scope: string | null;
  /** A symbol, or another name. */
  readonly company: string | null;
  /** Canonical, `TTM`, `multi`, or `POINT:` and a day. */
  readonly period: string | null;
  readonly comparedTo: string | null;
  readonly outlook: string | null;
}

/** A number of a call with its label, eval/labels/figures-open.json and figures-sealed.json. Code points. */
interface LabelledNumber {
  readonly file: string;
  readonly span: readonly [number, number];
  readonly label: Label;
}

/** A figure as it was found, beside the label of one of its numbers. */
export interface Judged {
  readonly file: string;
  /** UTF-16 offsets of the number. */
  readonly start: number;
  readonly end: number;
  readonly call: ReadCall;
  readonly figure: SureFigure;
  readonly label: Label;
}

/** A file for each fold; nobody who writes rules opens the sealed one. */
function labelsOf(fold: 'open' | 'sealed'): LabelledNumber[] {
  const file = join(__dirname, 'labels', `figures-${fold}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** Every labelled number of a fold, with the figures that were made of it: none where the number was left unread. */
export function judgeFigures(data: string, fold: 'open' | 'sealed') {
  const own = labelsOf(fold);
  const judged = own.flatMap(({ file, span, label }) => {
    if (!existsSync(join(data, file))) return [];
    const call = readCall(data, file);
    const [start, end] = [call.points.unitAt(span[0]), call.points.unitAt(span[1])];
    const written = Number(call.text.slice(start, end).replaceAll(',', ''));
    return call.figures
      .filter((figure) => figure.start <= start && end <= figure.end && isOfNumber(figure, written))
      .map((figure) => ({ file, start, end, call, figure, label }));
  });
  const withMetric = own.filter(({ label: { metric } }) => metric !== null && metric !== 'other' && metric !== 'none');
  return { judged, numbers: own.length, withMetric: withMetric.length };
}

/** Whether one of a figure's numbers is the written one, as it is or in hundreds, thousands, millions or billions. */
function isOfNumber({ value, low, high, changePercent }: FigureFinding, written: number): boolean {
  return [value, low, high, changePercent].some(
    (number) =>
      number !== null &&
      [0.01, 1, 100, 1e3, 1e6, 1e9, 1e12].some((scale) => isAlike(Math.abs(Number(number)), written * scale)),
  );
}

const isAlike = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** Basic and diluted earnings a share are one where a call says neither. */
const plain = (metric: string): string => metric.replace(/^eps_(?:basic|diluted)$/, 'eps');

/** Each null where the label or the figure does not say. */
export const RIGHTS = {
  metric: ({ figure, label }: Judged): boolean | null =>
    figure.metric === null || label.metric === null ? null : plain(label.metric) === plain(figure.metric),
  /** The metric is the company's where the figure says so. */
  scope: ({ figure, label }: Judged): boolean | null =>
    figure.metric === null || !label.scope ? null : figure.scope === label.scope,
  period: ({ figure, label }: Judged): boolean | null =>
    figure.period === null || !label.period || !isFigure(label) || /^(?:multi|POINT)/.test(label.period)
      ? null
      : figure.period === label.period,
  outlook: ({ figure, label }: Judged): boolean | null =>
    !figure.guidance || label.outlook === null ? null : label.outlook === 'current',
  company: ({ call, label }: Judged): boolean | null => {
    const given = call.occasion.company ?? call.occasion.symbol;
    if (given === null || !label.company || !isFigure(label)) return null;
    return isIssuer(given, label.company);
  },
} as const;

const isFigure = ({ metric }: Label): boolean => metric !== null && metric !== 'none';

/** A metric that is right and, where the label says, of the right part. */
export function isMetricRight(judged: Judged): boolean | null {
  const metric = RIGHTS.metric(judged);
  if (!metric) return metric;
  const { scope } = judged.label;
  if (!scope || scope === 'UNKNOWN') return true;
  return (judged.figure.scope === 'COMPANY') === (scope === 'COMPANY');
}
