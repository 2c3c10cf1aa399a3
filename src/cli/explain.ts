import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { type DocumentNode, GraphQLError, parse, validate } from 'graphql';
import { EarshotError } from '../platform/errors';
import { messageOf, OperatorError } from '../platform/operator-error';
import { describeExplanation } from './explain-text';
import { loadGraph } from './load-graph';
import { examples, JSON_OPTION, print } from './output';
import { refusePending } from './refuse-pending';
import { withDatabase } from './work';

interface ExplainOptions {
  readonly variables: Record<string, unknown>;
  readonly operation?: string;
  readonly analyze?: boolean;
  readonly json?: boolean;
}

export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('run a query and tell how it was answered: its plan, its SQL with parameters, its round trips')
    .argument('[document]', 'a file, the GraphQL text itself, or - for standard input', '-')
    .option('--variables <json>', 'the variables as JSON, or @ and the name of a file that holds it', readVariables, {})
    .option('--operation <name>', 'which operation, where the document has several')
    .option(
      '--analyze',
      'run each statement once more under EXPLAIN (ANALYZE, BUFFERS), with the plan that requests get',
    )
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples({
        'earshot explain schema/operations/first-question-nested.graphql': 'plan and SQL of an example',
        "earshot explain '{ companies { totalCount } }' --json": 'for a script',
        'earshot explain --analyze --variables \'{"symbol": "META"}\' < query.graphql': "Postgres' own plans too",
      }),
    )
    .action(explain);
}

async function explain(argument: string, options: ExplainOptions): Promise<void> {
  const { buildGraph, createAdmission, explainOperation, Reader } = loadGraph();
  const schema = buildGraph();
  const text = readDocument(argument);
  const document = check(() => parse(text));
  const faults = validate(schema, document);
  if (faults.length > 0) throw refusal(faults);
  const { variables, operation: operationName } = options;
  if (operationName === undefined && countOperations(document) > 1) {
    throw new OperatorError('usage', 'The document has several operations: name one with --operation.');
  }
  const result = await withDatabase(async ({ url }, { config, log }) => {
    // The same refusals as a client would meet, before anything is run.
    const admit = createAdmission(schema, config);
    const { cost } = check(() => admit({ query: text, operationName, variables, isPlain: true }, true));
    await refusePending(url);
    const reader = await Reader.open({
      databaseUrl: url,
      log,
      schema,
      poolSize: 2,
      statementTimeoutMs: config.deadline,
    });
    try {
      const form = options.json ? 'JSON' : 'TEXT';
      const request = { document, operationName, variables, ...(options.analyze && ({ analysis: form } as const)) };
      return { cost: { cost, limit: config.maxCost }, ...(await explainOperation(reader, request)) };
    } finally {
      await reader.close();
    }
  });
  print(options.json, result, describeExplanation(result));
  if (result.errors.length > 0) process.exitCode = 2;
}

function readDocument(argument: string): string {
  if (argument.includes('{')) return argument;
  if (argument === '-' && process.stdin.isTTY) {
    throw new OperatorError('usage', 'Nothing to explain: give a file, the GraphQL text, or pipe it in.');
  }
  return read(argument === '-' ? 0 : argument);
}

function readVariables(text: string): Record<string, unknown> {
  const json = text.startsWith('@') ? read(text.slice(1)) : text;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    throw new InvalidArgumentError(`It is not JSON: ${messageOf(error)}.`);
  }
  throw new InvalidArgumentError('It must be a JSON object such as {"symbol": "META"}.');
}

function read(file: string | 0): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new OperatorError('usage', `${file === 0 ? 'Standard input' : file} cannot be read: ${messageOf(cause)}`, {
      cause,
    });
  }
}

const countOperations = ({ definitions }: DocumentNode): number =>
  definitions.filter(({ kind }) => kind === 'OperationDefinition').length;

/** What is wrong with the request is the caller's to mend. */
function check<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof GraphQLError) throw refusal([error]);
    if (error instanceof EarshotError) throw new OperatorError('usage', `${error.code}: ${error.message}`);
    throw error;
  }
}

function refusal(faults: readonly GraphQLError[]): OperatorError {
  const lines = faults.map(({ message, locations }) => {
    const [at] = locations ?? [];
    return at ? `line ${at.line}, column ${at.column}: ${message}` : message;
  });
  return new OperatorError('usage', `The document cannot be run:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}
