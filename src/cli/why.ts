import type { ExtractedFigure, ExtractedUtterance, Extraction } from '../ingest/extraction';

/**
 * Why each figure and each speaker of a document was read as it was: a paragraph each, with its place, what was read, the rules that
 * spoke and the words. The name of a rule leads to its row, and to its example, under `src/ingest/extract`. How sure it is was counted
 * (lexicon/confidence.json). Of a call, where a label holds for all turns, each speaker is told once.
 */
export function printWhy({ figures, utterances, speakers }: Extraction): string {
  const isFirst = ({ turn, speaker }: ExtractedUtterance, at: number) =>
    turn === null || utterances.findIndex((other) => other.speaker === speaker) === at;
  const told = utterances.filter(isFirst).map((utterance) => whoOf(utterance, speakers));
  return [...told, ...figures.map(whyOf)].join('\n');
}

function whoOf(
  { start, end, text, speaker, label, rule, confidence }: ExtractedUtterance,
  speakers: Extraction['speakers'],
) {
  const name = speaker === null ? 'nobody known' : (speakers[speaker]?.name ?? label);
  const words = text.replace(/\s+/g, ' ');
  return [
    `${start}-${end}  said by ${name}  (${confidence})`,
    `  words   ${words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words}`,
    `  speaker ${rule}${label ? `, from "${label}"` : ''}`,
    '',
  ].join('\n');
}

/** Characters of words that are enough to know them by. */
const SHOWN = 160;

function whyOf(figure: ExtractedFigure): string {
  const { start, end, text, rules, confidence } = figure;
  const lines = [
    `${start}-${end}  ${readingOf(figure)}  (${confidence})`,
    `  words   ${text.replace(/\s+/g, ' ')}`,
    `  measure ${rules.measure}`,
    `  metric  ${rules.metric}`,
    `  scope   ${rules.scope}`,
    `  role    ${rules.role}`,
    ...(rules.growth === null ? [] : [`  growth  ${rules.growth}`]),
    `  period  ${rules.period}`,
    ...(rules.outlook === null ? [] : [`  outlook ${rules.outlook}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function readingOf(figure: ExtractedFigure): string {
  const { kind, metric, label, scope, subject, period, value, low, high, unit, changePercent, guidance } = figure;
  const number = low === null && high === null ? value : `${low} to ${high}`;
  return [
    guidance ? `${kind} of the outlook` : kind,
    metric ?? `"${label}"`,
    scope === 'COMPANY' ? null : `of ${subject ?? 'something else'} (${scope})`,
    period ?? 'no period',
    number && `${number} ${unit}`,
    changePercent && `change ${changePercent} percent`,
  ]
    .filter(Boolean)
    .join(', ');
}
