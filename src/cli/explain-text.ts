import type { PlanNode } from '../read/explain/describe-plan';
import type { ExplainedStatement, Explanation } from '../read/explain/explain-operation';

export interface CostedExplanation extends Explanation {
  readonly cost: { readonly cost: number; readonly limit: number };
}

const SOURCES: Readonly<Record<PlanNode['from'], string>> = {
  root: '',
  memory: 'from memory',
  statement: 'a statement',
  connection: 'a connection',
  page: "the page's statement",
  count: "the count's statement",
  property: 'of the row',
};

/** An explanation for people, in lines. */
export function describeExplanation(explanation: CostedExplanation): string[] {
  const { executor, plan, roundTrips, cost, milliseconds, answerBytes, warnings, errors } = explanation;
  const statements = roundTrips.reduce((sum, trip) => sum + trip.statements.length, 0);
  return [
    `${executor === 'compiled' ? 'Compiled' : 'Run by graphql-js: the planner does not compile it, or it has to be refused'}.`,
    `Cost ${cost.cost} of ${cost.limit}; ${count(statements, 'statement')} in ${count(roundTrips.length, 'round trip')}; ` +
      `${answerBytes} bytes in ${milliseconds.toFixed(1)} ms.`,
    ...(plan ? ['', ...describeNode(plan, '', '')] : []),
    ...roundTrips.flatMap((trip, index) => [
      '',
      `Round trip ${index + 1} (${trip.milliseconds.toFixed(1)} ms)`,
      ...trip.statements.flatMap(describeStatement),
    ]),
    ...list(
      'Warnings',
      warnings.map(({ message }) => message),
    ),
    ...list(
      'Errors',
      errors.map(({ message, path }) => (path ? `${path}: ${message}` : message)),
    ),
  ];
}

function describeNode(node: PlanNode, first: string, rest: string): string[] {
  const [name] = node.field.split('(');
  const alias = node.key === name ? '' : `${node.key}: `;
  const on = node.on ? `... on ${node.on.join(', ')}: ` : '';
  const source = SOURCES[node.from];
  const leaves = node.leaves.length > 0 ? ` { ${node.leaves.join(' ')} }` : '';
  const lines = [`${first}${on}${alias}${node.field}${source && ` – ${source}`}${leaves}`];
  node.children.forEach((child, index) => {
    const last = index === node.children.length - 1;
    lines.push(...describeNode(child, `${rest}${last ? '└ ' : '├ '}`, `${rest}${last ? '  ' : '│ '}`));
  });
  return lines;
}

function describeStatement({ label, text, parameters, rows, analysis }: ExplainedStatement): string[] {
  return [
    `  ${label}: ${count(rows, 'row')}`,
    ...text.split('\n').map((line) => `    ${line.trimEnd()}`),
    ...parameters.map(({ type, value }, index) => `    $${index + 1} ${type} = ${JSON.stringify(value)}`),
    ...(Array.isArray(analysis) ? ['', ...analysis.map((line) => `    ${line}`), ''] : []),
  ];
}

const list = (title: string, items: readonly string[]): string[] =>
  items.length > 0 ? ['', `${title}:`, ...items.map((item) => `  ${item}`)] : [];

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
