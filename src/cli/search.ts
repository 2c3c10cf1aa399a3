import { type Command, InvalidArgumentError } from 'commander';
import { OperatorError } from '../platform/operator-error';
import { rowOf, SPOKEN_COLUMNS } from './answer-csv';
import { describeSpoken } from './answer-text';
import { printCsv } from './csv';
import { examples, JSON_OPTION, print } from './output';
import { readPageSize } from './page-size';
import { runQuery } from './run-query';
import { type FoundNode, SEARCH_QUERY, type SearchAnswer } from './search-query';

const TYPES = ['statement', 'analyst_comment', 'company', 'person', 'topic', 'document'];

interface SearchOptions {
  readonly type?: readonly string[];
  readonly limit: number;
  readonly csv?: boolean;
  readonly json?: boolean;
}

export function addSearch(program: Command): void {
  program
    .command('search')
    .description('search companies, people, topics, documents and what was said, as in a search box')
    .argument(
      '<query...>',
      'words, "phrases", and speaker: company: topic: in: from: to: is: section: firm: with a value',
    )
    .option('--type <types...>', `what to look for: ${TYPES.join(', ')}`, readType)
    .option('--limit <count>', 'at most so many, up to 200', readPageSize, 20)
    .option('--csv', 'print statements and comments as CSV')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot search speaker:zuckerberg topic:compute in:2024Q4 is:quote': 'his quotes on compute',
        'earshot search \'"less compute"\'': 'where these words follow each other',
        'earshot search -- compute -topic:pricing': 'behind --, a minus leaves out and is no option',
        'earshot search orsted --type company': 'a company, however its name is written',
      }),
    )
    .action(search);
}

async function search(words: readonly string[], { type, limit, csv, json }: SearchOptions): Promise<void> {
  if (csv && json) throw new OperatorError('usage', 'Choose one of --csv and --json.');
  const types = type ? type.map((name) => name.toUpperCase()) : csv ? ['STATEMENT', 'ANALYST_COMMENT'] : null;
  const variables = { query: words.join(' '), types, limit };
  const { search: answer } = await runQuery<{ search: SearchAnswer }>(SEARCH_QUERY, variables);
  if (csv)
    process.stdout.write(
      printCsv(
        SPOKEN_COLUMNS,
        answer.edges.flatMap(({ node }) => (isSpoken(node) ? [rowOf(node)] : [])),
      ),
    );
  else print(json, answer, describe(answer));
}

function describe({ totalCount, totalCountIsExact, warnings, edges }: SearchAnswer): string[] {
  const shown = edges.length === totalCount && totalCountIsExact ? '' : `, the first ${edges.length}`;
  return [
    ...warnings.map(({ message, candidates }) =>
      candidates.length > 0 ? `${message} Names like it: ${candidates.join(', ')}.` : message,
    ),
    `${totalCountIsExact ? '' : 'More than '}${totalCount} found${shown}`,
    ...edges.flatMap(({ node }) => ['', ...describeNode(node)]),
  ];
}

type SpokenNode = Extract<FoundNode, { readonly __typename: 'Statement' | 'AnalystComment' }>;

const isSpoken = (node: FoundNode): node is SpokenNode =>
  node.__typename === 'Statement' || node.__typename === 'AnalystComment';

function describeNode(node: FoundNode): string[] {
  switch (node.__typename) {
    case 'Company':
      return [`Company   ${node.name}${node.symbol ? ` (${node.symbol})` : ''}`];
    case 'Person':
      return [
        `Person    ${[node.name, ...node.executiveRoles.slice(0, 1).map(({ title, company }) => `${title}, ${company.name}`)].join(' – ')}`,
      ];
    case 'Topic':
      return [`Topic     ${node.name} (${node.slug})${node.description ? ` – ${node.description}` : ''}`];
    case 'Document':
      return [
        `Document  ${node.title}${node.publisher ? ` (${node.publisher})` : ''}${node.publishedAt ? `, ${node.publishedAt.slice(0, 10)}` : ''}`,
      ];
    default:
      return describeSpoken(node);
  }
}

function readType(name: string, before: readonly string[] = []): readonly string[] {
  if (!TYPES.includes(name.toLowerCase())) throw new InvalidArgumentError(`Give ${TYPES.join(', ')}.`);
  return [...before, name];
}
