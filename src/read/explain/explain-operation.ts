import { type DocumentNode, execute, getOperationAST, getVariableValues } from 'graphql';
import { byteLength } from '../../platform/long-text';
import { PlanCache } from '../plan/compile';
import type { Reader } from '../reader';
import type { ToldWarning } from '../warning';
import { analyze } from './analyze';
import { describePlan, type PlanNode } from './describe-plan';
import { RecordingOperation, type RoundTrip } from './recording-operation';

export interface ExplainedStatement {
  readonly label: string;
  readonly text: string;
  /** In the order of `$1`, `$2`, … */
  readonly parameters: readonly { readonly type: string; readonly value: unknown }[];
  readonly rows: number;
  /** Lines of Postgres' plan, or the plan as JSON; absent unless asked for. */
  readonly analysis?: unknown;
}

export interface Explanation {
  /** `graphql-js` where the operation cannot be compiled or has to be refused. */
  readonly executor: 'compiled' | 'graphql-js';
  /** Null where graphql-js runs it. */
  readonly plan: PlanNode | null;
  readonly roundTrips: readonly { readonly milliseconds: number; readonly statements: readonly ExplainedStatement[] }[];
  readonly milliseconds: number;
  /** Of the answer's `data`. */
  readonly answerBytes: number;
  readonly warnings: readonly ToldWarning[];
  readonly errors: readonly { readonly message: string; readonly code: string | null; readonly path: string | null }[];
}

export interface ExplainRequest {
  /** Validated. */
  readonly document: DocumentNode;
  readonly operationName?: string;
  readonly variables: Record<string, unknown>;
  readonly analysis?: 'TEXT' | 'JSON';
}

/**
 * Runs an operation as the server would and tells how. It has to be run: the statements of a level carry the keys that the level above has
 * found. Faults of the request come as `errors`; those of the database are thrown.
 */
export async function explainOperation(reader: Reader, request: ExplainRequest): Promise<Explanation> {
  const { document, operationName, variables } = request;
  const operation = new RecordingOperation(reader);
  const started = performance.now();
  try {
    const compiled = await reader.answer(document, operationName, variables, operation);
    const answer = compiled ?? (await walk(reader, request, operation));
    const milliseconds = performance.now() - started;
    const warnings = compiled?.warnings ?? (await operation.tellWarnings());
    operation.end();
    return {
      executor: compiled ? 'compiled' : 'graphql-js',
      plan: compiled ? planOf(reader, request) : null,
      roundTrips: await explainTrips(reader, operation.trips, request.analysis),
      milliseconds,
      answerBytes: byteLength(answer.text),
      warnings,
      errors: 'errors' in answer ? answer.errors : [],
    };
  } finally {
    operation.end();
  }
}

async function walk({ schema }: Reader, request: ExplainRequest, operation: RecordingOperation) {
  const result = await execute({
    schema,
    document: request.document,
    operationName: request.operationName,
    variableValues: request.variables,
    contextValue: { operation },
  });
  const errors = (result.errors ?? []).map(({ message, path, extensions, originalError }) => ({
    message,
    code: String(extensions.code ?? (originalError as { code?: string } | undefined)?.code ?? '') || null,
    path: path?.join('.') ?? null,
  }));
  return { text: JSON.stringify(result.data ?? null), errors };
}

function planOf({ schema }: Reader, { document, operationName, variables }: ExplainRequest): PlanNode | null {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, definitions, variables);
  const plan = coerced && new PlanCache(schema).planFor(document, operationName, coerced);
  return plan ? describePlan(schema, plan) : null;
}

async function explainTrips(
  reader: Reader,
  trips: readonly RoundTrip[],
  analysis: ExplainRequest['analysis'],
): Promise<Explanation['roundTrips']> {
  const explained = [];
  for (const { milliseconds, statements } of trips) {
    const list: ExplainedStatement[] = [];
    for (const { statement, rows } of statements) {
      const { label, text, values } = statement;
      const parameters = values.map((value, index) => ({ type: typeOf(text, index + 1), value }));
      const plan = analysis && { analysis: await analyze(reader, statement, analysis) };
      list.push({ label, text, parameters, rows, ...plan });
    }
    explained.push({ milliseconds, statements: list });
  }
  return explained;
}

/** Each parameter is cast where it stands: `$1::int8[]`. */
const typeOf = (text: string, number: number): string =>
  new RegExp(`\\$${number}::(\\w+(?:\\[\\])?)`).exec(text)?.[1] ?? 'unknown';
