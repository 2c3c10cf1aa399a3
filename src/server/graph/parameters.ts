import { EarshotError } from '../../platform/errors';

/** The parameters of a GraphQL request as far as they have the right types; `isPlain` says that all of them do. */
export interface Parameters {
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  /** False where something is missing or odd: Apollo then says what. */
  readonly isPlain: boolean;
}

/** The JSON of a POST body. */
export function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new EarshotError('BAD_REQUEST', 'The body is not valid JSON. Send {"query": "...", "variables": {...}}.');
  }
}

export function readParameters(body: unknown): Parameters {
  if (!isRecord(body)) return { query: undefined, operationName: undefined, variables: {}, isPlain: false };
  const { query, operationName, variables, extensions } = body;
  const isPlain =
    typeof query === 'string' &&
    query !== '' &&
    (operationName == null || typeof operationName === 'string') &&
    (variables == null || isRecord(variables)) &&
    (extensions == null || (isRecord(extensions) && !('persistedQuery' in extensions)));
  return {
    query: typeof query === 'string' ? query : undefined,
    operationName: typeof operationName === 'string' ? operationName : undefined,
    variables: isRecord(variables) ? variables : {},
    isPlain,
  };
}

/** The same from the search of a GET; a parameter given twice is never guessed at. */
export function readSearch(search: string): Parameters {
  const given = new URLSearchParams(search);
  const body: Record<string, unknown> = {};
  for (const name of ['query', 'operationName', 'variables', 'extensions']) {
    const values = given.getAll(name);
    if (values.length > 1) return { ...readParameters({ query: values[0] }), isPlain: false };
    if (values.length === 1) body[name] = values[0];
  }
  for (const name of ['variables', 'extensions']) {
    if (body[name] === undefined) continue;
    try {
      body[name] = JSON.parse(body[name] as string);
    } catch {
      return { ...readParameters({ query: body.query }), isPlain: false };
    }
  }
  return readParameters(body);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
