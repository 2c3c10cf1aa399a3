import { officeOf } from './answer-text';
import type { AskAnswer, Spoken } from './ask-query';
import { printCsv } from './csv';

export const SPOKEN_COLUMNS = [
  'text',
  'directness',
  'section',
  'speaker',
  'office',
  'company',
  'quarter',
  'saidOn',
  'document',
  'publisher',
  'url',
  'start',
  'end',
  'id',
];
const NUMBERS = ['company', 'metric', 'period', 'value', 'unit', 'derivation', 'formula'];

/** What was found, for a spreadsheet: a line for each statement, comment or number; of exchanges, one for each passage. */
export function answerAsCsv(answer: AskAnswer): string {
  const { interpretation, statements, analystComments, exchanges, metrics } = answer;
  switch (interpretation.target) {
    case 'METRICS':
      return printCsv(
        NUMBERS,
        metrics.map(({ company, metric, period, value, unit, currency, derivation, formula }) => [
          company.name,
          metric.name,
          period,
          value,
          currency ?? unit,
          derivation,
          formula,
        ]),
      );
    case 'EXCHANGES':
      return printCsv(
        ['exchange', ...SPOKEN_COLUMNS],
        exchanges.nodes.flatMap(({ questions, answers }, i) =>
          [...questions, ...answers].map((spoken) => [i + 1, ...rowOf(spoken)]),
        ),
      );
    default:
      return printCsv(SPOKEN_COLUMNS, [...statements.nodes, ...analystComments.nodes].map(rowOf));
  }
}

export function rowOf(spoken: Spoken): (string | number | null)[] {
  const { text, directness, section, speaker, speakerLabel, company, quarter, saidOn, source, id } = spoken;
  const { title, publisher, url } = source.document;
  return [
    text,
    directness,
    section,
    speaker?.name ?? speakerLabel,
    officeOf(spoken),
    company?.name ?? null,
    quarter?.label ?? null,
    saidOn,
    title,
    publisher,
    url,
    source.start,
    source.end,
    id,
  ];
}
