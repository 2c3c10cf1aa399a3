import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ImportFormat } from '../src/domain/import-format';
import { deriveMetric } from '../src/domain/metric/derive';
import { FactBook } from '../src/domain/metric/fact-book';
import type { FiledFact } from '../src/domain/metric/filed-fact';
import { filedQuarters } from '../src/domain/metric/filed-quarter';
import { type MetricSpan, yearSpanOf } from '../src/domain/metric/metric-span';
import { metricNamed } from '../src/domain/metric-catalogue';
import { percentChange } from '../src/domain/money/decimal';
import type { ExtractedFigure } from '../src/ingest/extraction';
import { NO_HINTS } from '../src/ingest/formats/format';
import { secCompanyfactsFormat } from '../src/ingest/formats/sec-companyfacts.format';
import type { NeutralDocument } from '../src/ingest/neutral-document';
import { readSource } from '../src/ingest/read-source';
import { Source } from '../src/ingest/source';

/** What the filings say of a figure that a document gives as the company's. */
export interface FiledCheck {
  readonly file: string;
  readonly figure: ExtractedFigure;
  /** OWN_MEASURE, NO_PERIOD, NOT_FILED: not comparable, and why; every figure has one of the five. */
  readonly outcome: 'AGREES' | 'DIFFERS' | 'OWN_MEASURE' | 'NO_PERIOD' | 'NOT_FILED';
  /** What was filed, or why nothing is compared. */
  readonly reason: string;
}

export interface FiledFigures {
  readonly checks: readonly FiledCheck[];
  /** Figures with a metric and scope COMPANY in whose sentence a part of the company is what is counted. */
  readonly parts: readonly { readonly file: string; readonly figure: ExtractedFigure }[];
}

const DOCUMENTS = [
  'seed/article.txt',
  'transcripts-official/META-Q4-2024-Earnings-Call-Transcript.txt',
  'sec/META-2024Q3-EX-99.1.txt',
];
const FACTS = 'sec/CIK0001326801.json';

/**
 * An article, a call and a release of one company against what it filed: each figure that they give as the company's agrees with the
 * filings within the rounding of how it was said, or cannot be compared for a reason that is told. Null without the data.
 */
export async function measure(data: string): Promise<FiledFigures | null> {
  if (!existsSync(join(data, FACTS))) return null;
  const source = new Source(FACTS, readFileSync(join(data, FACTS)));
  const [filed] = await secCompanyfactsFormat.parse(source, NO_HINTS);
  const { facts } = filed as NeutralDocument;
  const book = new FactBook(facts);
  const spans = spansOf(filedQuarters(facts));
  const checks: FiledCheck[] = [];
  const parts: FiledFigures['parts'][number][] = [];
  for (const path of DOCUMENTS) {
    const file = basename(path);
    const [read] = await readSource(new Source(path, readFileSync(join(data, path))), ImportFormat.AUTO, NO_HINTS);
    if (!read) throw new Error(`${path} holds no document`);
    const points = [...read.neutral.text];
    for (const figure of read.extraction.figures) {
      const { metric, scope, guidance, kind, start, end } = figure;
      if (metric === null || scope !== 'COMPANY') continue;
      const before = points.slice(Math.max(0, start - 200), end).join('');
      if (OF_PART.test(sentenceUpTo(before))) parts.push({ file, figure });
      // What is expected was not filed; "this is what it was" can be held against what was.
      if (!guidance && kind !== 'FORECAST') checks.push({ file, figure, ...check(figure, before, book, spans) });
    }
  }
  return { checks, parts };
}

/** Those that a call or a release tells and that can be compared: an article's own arithmetic is listed, not counted. */
export function isCounted({ file, outcome }: FiledCheck): boolean {
  return file !== 'article.txt' && (outcome === 'AGREES' || outcome === 'DIFFERS');
}

/** Parts of the company whose documents these are, as its annual report and its calls name them, and what is one of many. */
const OF_PART =
  /\b(?:Family of Apps|Reality Labs|Threads|WhatsApp|Instagram|Facebook|Messenger|Meta AI|Advantage\+|Quest|Ray-Ban|[Aa]d(?:vertising)? revenue|Advertising|US & Canada|North America|Europe|Asia[- ]Pacific|Rest of World|per ad|per (?:person|user))(?!\w)/;

/** Words that say another measure than the one that is filed under the metric's concept. */
const OWN_MEASURE = /constant currency|including principal payments/i;

/** The last sentence, or the last row of a table. */
const sentenceUpTo = (words: string): string =>
  words.split(/[.!?:]\s+(?=[\p{Lu}•])|\n\s*\n|\n(?=.*\s{3,}[$\d(])/u).at(-1) ?? '';

type Spans = ReadonlyMap<string, MetricSpan>;

function spansOf(quarters: readonly MetricSpan[]): Spans {
  const spans = new Map<string, MetricSpan>(
    quarters.map((one) => [`FY${one.fiscalYear}Q${one.fiscalQuarter}`, one] as const),
  );
  for (const { fiscalYear } of quarters) {
    const year = yearSpanOf(quarters.filter((one) => one.fiscalYear === fiscalYear));
    if (year) spans.set(`FY${fiscalYear}`, year);
  }
  return spans;
}

function check(
  figure: ExtractedFigure,
  words: string,
  book: FactBook<FiledFact>,
  spans: Spans,
): Pick<FiledCheck, 'outcome' | 'reason'> {
  const metric = metricNamed(figure.metric as string);
  if (!metric) return { outcome: 'DIFFERS', reason: 'no metric of the catalogue' };
  if (metric.basis !== 'GAAP') return { outcome: 'OWN_MEASURE', reason: `${metric.basis}: the company's own measure` };
  const own = OWN_MEASURE.exec(sentenceUpTo(words))?.[0];
  if (own) return { outcome: 'OWN_MEASURE', reason: own };
  const span = figure.period === null ? undefined : spans.get(figure.period);
  if (!span) return { outcome: 'NO_PERIOD', reason: `of ${figure.period ?? 'no quarter and no year'}` };
  const now = deriveMetric(book, metric, span);
  if (now.value === null) return { outcome: 'NOT_FILED', reason: now.formula ?? '' };
  const told: string[] = [];
  let isCompared = false;
  if (figure.value !== null) {
    isCompared = true;
    if (!isNear(Number(now.value), Number(figure.value), figure)) told.push(`filed ${now.value}`);
  }
  if (figure.changePercent !== null) {
    const before = spans.get(`FY${span.fiscalYear - 1}${span.fiscalQuarter === null ? '' : `Q${span.fiscalQuarter}`}`);
    const then = before ? deriveMetric(book, metric, before).value : null;
    const growth = then === null ? null : percentChange(then, now.value);
    if (growth !== null) isCompared = true;
    if (growth !== null && Math.abs(Number(growth) - Number(figure.changePercent)) > 0.5) told.push(`grew ${growth} %`);
  }
  if (told.length > 0) return { outcome: 'DIFFERS', reason: told.join(', ') };
  if (!isCompared) return { outcome: 'NOT_FILED', reason: 'neither a level nor a growth that the filings have' };
  return { outcome: 'AGREES', reason: now.formula ?? 'as filed' };
}

/** Within half a unit of the last digit that was said: "$48.4 billion" is anything from 48.35 to 48.45. */
function isNear(filed: number, said: number, { text }: ExtractedFigure): boolean {
  const steps = [...text.matchAll(/\d[\d,]*(?:\.(\d+))?/g)].flatMap(([digits, decimals = '']) => {
    const scale = Math.abs(said) / Number(digits.replaceAll(',', ''));
    const power = Math.log10(scale);
    return Math.abs(power - Math.round(power)) < 1e-9 ? [scale * 10 ** -decimals.length] : [];
  });
  // Words without digits are as exact as their number.
  const step = steps.length > 0 ? Math.min(...steps) : 0;
  return Math.abs(filed - said) <= 0.5 * step * (1 + 1e-9);
}
