import { connect } from 'node:net';
import { buildSchema, type GraphQLSchema, print } from 'graphql';
import pino, { type Logger } from 'pino';

import { type Config, readConfig } from '../../src/platform/config';
import { EarshotError, type ErrorCode } from '../../src/platform/errors';
import type { Executor, RunningOperation } from '../../src/server/graph/executor';
import { type Serving, serveGraph } from '../../src/server/serve';

/**
 * A graph with the shapes that attackers look for (lists in lists, pages, free text), small enough to need no database. What is tested with it is
 * the server in front of any graph; the same refusals are tried on the real one in test/api.
 */
const SDL = `
  type Query {
    document: Document
    ask(question: String!): Answer
    company(symbol: String, from: Range): Company
    companies(first: Int, last: Int, after: String, filter: CompanyFilter, byShareChange: Range): CompanyConnection!
    nodes(ids: [ID!]!): [Company]!
    broken: String
    series(symbols: [String!]!, metrics: [String!]!, periods: Int = 8): [Topic!]!
    refused: String
    slow(ms: Int!): String
    never: String
    long(bytes: Int!): String
    fails(code: String!): String!
    fades(code: String!): String
  }
  type Mutation { rename(to: String!): String fails(code: String!): String! }
  input CompanyFilter { search: CompanyFilter name: String names: [String!] and: [CompanyFilter!] }
  input Range { low: Int high: Int }
  interface Named { name: String! }
  type Answer { metrics: [Topic!]! }
  type Document { text: String! }
  type Company implements Named {
    name: String!
    parent: Company
    firstMention: Topic
    topics: [Topic!]!
    peers(first: Int = 20): CompanyConnection!
    series(periods: Int = 8): [Topic!]!
    trend(symbols: [String!], from: String, to: String): [TopicTrendPoint!]
  }
  type TopicTrendPoint { mentions: Int! speakers: Int! }
  type Topic implements Named { name: String! parent: Topic }
  type CompanyConnection { nodes: [Company!]! edges: [CompanyEdge!]! totalCount: Int! groupBy(first: Int = 50): [Topic!] coverage: Topic }
  type CompanyEdge { node: Company! }
`;

/** A fault of the product's own, or one that nobody foresaw. */
export function faultOf(code: string): Error {
  return code === 'UNFORESEEN'
    ? new Error('relation "secret" does not exist')
    : new EarshotError(code as ErrorCode, 'No.');
}

export function smallGraph(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const peers = { nodes: [], edges: [], totalCount: 0 };
  const document = { text: 'All of it.' };
  const company = { name: 'Meta', topics: [{ name: 'compute' }], parent: null, peers, series: [] };
  const root = {
    company,
    document,
    ask: { metrics: [] },
    companies: { nodes: [company], edges: [{ node: company }], totalCount: 1 },
    nodes: [company],
    broken: () => {
      throw new Error('relation "secret" does not exist at /srv/app/secret.ts');
    },
    refused: () => {
      throw new EarshotError('AMBIGUOUS', 'Several are called so.', { candidates: ['a', 'b'] });
    },
    slow: ({ ms }: { ms: number }) => new Promise((resolve) => setTimeout(() => resolve('done'), ms)),
    never: () => new Promise(() => {}),
    long: ({ bytes }: { bytes: number }) => 'x'.repeat(bytes),
    fails: ({ code }: { code: string }) => Promise.reject(faultOf(code)),
    fades: ({ code }: { code: string }) => Promise.reject(faultOf(code)),
  };
  const fields = schema.getQueryType()!.getFields();
  for (const [name, value] of Object.entries(root)) {
    fields[name]!.resolve = (_source, args) => (typeof value === 'function' ? value(args as never) : value);
  }
  schema.getMutationType()!.getFields().fails!.resolve = (_source, { code }) => Promise.reject(faultOf(code));
  return schema;
}

/** Compiles one query, the way the reader does, and leaves the rest to graphql-js. */
export const READY_TEXT = '{"company":{"name":"Meta","topics":[{"name":"compute"}]}}';
export const READY_QUERY = '{ company { name topics { name } } }';

export const smallExecutor: Executor = {
  begin: (): RunningOperation => ({ tellWarnings: () => [], statements: 0, roundTrips: 0, end() {} }),
  answer: async (document) => {
    const text = print(document).replace(/\s+/g, ' ').trim();
    return text === READY_QUERY ? { text: READY_TEXT, warnings: [] } : null;
  },
  health: () => ({ ready: true }),
};

/** A running server with a few settings of its own; the rest as they are by default. */
export async function serveSmall(
  env: Record<string, string> = {},
  executor: Executor = smallExecutor,
  { explorerFolder, log = pino({ level: 'silent' }) }: { explorerFolder?: string; log?: Logger } = {},
): Promise<Serving & { config: Config }> {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...env });
  const serving = await serveGraph({
    config,
    log,
    schema: smallGraph(),
    executor,
    explorerFolder,
  });
  return { ...serving, config };
}

/**
 * What a refusal may take (`Answer.ms`). Each takes hundredths of a second on a quiet machine; what is looked for is work that grows faster
 * than the request, which takes seconds or never ends.
 */
export const QUICK_MS = 1_000;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever came back
  readonly body: any;
  /** Milliseconds of work: those on the wall, or of this process' processor where they are fewer. Says nothing of waiting. */
  readonly ms: number;
}

export async function ask(
  url: string,
  query: string,
  variables?: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return send(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
}

export async function send(url: string, init: RequestInit = {}): Promise<Answer> {
  const started = performance.now();
  const busy = process.cpuUsage();
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  const used = process.cpuUsage(busy);
  // Client and server share this process. Its own work bounds the time from below where the machine is busy with other things.
  const ms = Math.min(performance.now() - started, (used.user + used.system) / 1000);
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null, ms };
}

/** Sends bytes as they are, and returns whatever comes back until the server closes. */
export function sendBytes(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

/** A log whose lines are kept, parsed. */
export function keepLog(): { readonly log: Logger; readonly lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  return { lines, log: pino({ level: 'warn' }, { write: (line) => void lines.push(JSON.parse(line)) }) };
}
