import type { ExtractedFigure, Extraction } from '../ingest/extraction';

/**
 * Why each figure of a document was read as it was: a paragraph each, with its place, what was read, the rules that spoke and
 * the words. The name of a rule leads to its row, and to its example, under `src/ingest/extract/figure`.
 */
export function printWhy({ figures }: Extraction): string {
  return figures.map(whyOf).join('\n');
}

function whyOf(figure: ExtractedFigure): string {
  const { start, end, text, rules, confidence } = figure;
  const lines = [
    `${start}-${end}  ${readingOf(figure)}  (${confidence})`,
    `  words   ${text.replace(/\s+/g, ' ')}`,
    `  measure ${rules.measure}`,
    `  role    ${rules.role}`,
    ...(rules.growth === null ? [] : [`  growth  ${rules.growth}`]),
    `  period  ${rules.period}`,
  ];
  return `${lines.join('\n')}\n`;
}

function readingOf(figure: ExtractedFigure): string {
  const { kind, metric, label, period, value, low, high, unit, changePercent, guidance } = figure;
  const number = low === null && high === null ? value : `${low} to ${high}`;
  return [
    guidance ? `${kind} of the outlook` : kind,
    metric ?? `"${label}"`,
    period ?? 'no period',
    number && `${number} ${unit}`,
    changePercent && `change ${changePercent} percent`,
  ]
    .filter(Boolean)
    .join(', ');
}
