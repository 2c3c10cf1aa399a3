import type { FigureFinding } from '../src/ingest/extract/finding';

/** A figure on one line, what is usual left out, so that a case reads as the sentence does. */
export function renderFigure(figure: FigureFinding): string {
  const { kind, metric, label, scope, period, value, low, high, unit, changePercent, comparedTo, qualifier, guidance } =
    figure;
  return [
    guidance ? 'GUIDANCE' : kind,
    // A part's number is told by its own words: it is none of the company's metric.
    metric !== null && scope === 'COMPANY' ? metric : `"${label}"`,
    period ?? '-',
    low !== null ? `${low}..${high}` : value,
    unit,
    changePercent === null ? null : `${changePercent.startsWith('-') ? '' : '+'}${changePercent}%`,
    comparedTo && `vs ${comparedTo}`,
    qualifier === 'EXACTLY' || qualifier === 'RANGE' ? null : qualifier,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' ');
}
