import type { AskAnswer, Asked, List, Measured, Spoken } from './ask-query';

/** An answer for people, in lines: how the question was read, and what was found, newest first. */
export function describeAnswer(answer: AskAnswer): string[] {
  const { target, query, ignored, hint } = answer.interpretation;
  const read = [
    ...(target === 'NOTHING' ? [] : [`Read as: ${query}`]),
    ...(ignored.length > 0 ? [`Not used: ${ignored.join(', ')}`] : []),
    ...(hint === null ? [] : [hint]),
  ];
  return [...read, ...found(answer)];
}

function found({ interpretation, statements, analystComments, exchanges, metrics }: AskAnswer): string[] {
  switch (interpretation.target) {
    case 'STATEMENTS':
      return list('statement', statements, describeSpoken);
    case 'ANALYST_COMMENTS':
      return list('analyst comment', analystComments, describeSpoken);
    case 'EXCHANGES':
      return list('question', exchanges, describeAsked);
    case 'METRICS':
      return ['', counted(metrics.length, 'number'), '', ...metrics.map(describeMeasured)];
    default:
      return [];
  }
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Of very many only so many are counted as are told, with "More than". */
function list<T>(
  noun: string,
  { totalCount, totalCountIsExact, nodes }: List<T>,
  describe: (node: T) => readonly string[],
) {
  const shown = totalCountIsExact && nodes.length === totalCount ? '' : `, the first ${nodes.length}`;
  const head = `${totalCountIsExact ? '' : 'More than '}${counted(totalCount, noun)}${shown}`;
  return ['', head, ...nodes.flatMap((node) => ['', ...describe(node)])];
}

const MARKS: Readonly<Record<string, (text: string) => string>> = {
  DIRECT_QUOTE: (text) => `“${text}”`,
  FRAGMENT: (text) => `“${text}”`,
};

/** The words, who said them in which office, when and about which quarter, and where they stand. */
export function describeSpoken(spoken: Spoken): string[] {
  const { text, directness, source, saidOn, quarter } = spoken;
  const { title, publisher } = source.document;
  const when = [quarter?.label, saidOn].filter((part) => part != null).join(', ');
  return [
    MARKS[directness]?.(text) ?? text,
    `    ${whoOf(spoken)}${when ? ` – ${when}` : ''}${directness === 'PARAPHRASE' ? ' – paraphrase' : ''}`,
    `    ${title}${publisher ? ` (${publisher})` : ''}, characters ${source.start} to ${source.end}`,
  ];
}

export function officeOf({ executive, analyst, company }: Spoken): string | null {
  if (executive) return company ? `${executive.title}, ${company.name}` : executive.title;
  const parts = [analyst?.title, analyst?.firm?.name].filter((part) => part != null);
  return parts.length > 0 ? parts.join(', ') : null;
}

function whoOf(spoken: Spoken): string {
  const office = officeOf(spoken);
  return `${spoken.speaker?.name ?? spoken.speakerLabel}${office ? `, ${office}` : ''}`;
}

function describeAsked({ event, questions, answers }: Asked): string[] {
  return [
    `${event.title}, ${event.date}`,
    ...questions.flatMap((spoken) => [`  Q  ${whoOf(spoken)}`, `     ${spoken.text}`]),
    ...answers.flatMap((spoken) => [`  A  ${whoOf(spoken)}`, `     ${spoken.text}`]),
  ];
}

function describeMeasured({ company, metric, period, value, unit, currency, derivation, formula }: Measured): string {
  const number = value === null ? 'not to be had' : `${grouped(value)} ${currency ?? unit}`;
  return `${company.name}  ${metric.label}  ${period}  ${number}${formula ? `  (${derivation === 'DERIVED' ? 'derived: ' : ''}${formula})` : ''}`;
}

/** Thousands apart; a fraction as it is. */
const grouped = (decimal: string): string => decimal.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
