import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/**
 * The settings of the HTTP server, one entry for each environment variable: how its text is read, what stands in for it when it is
 * left out, and the words that .env.example and the docs print. They live beside the config because nothing below the server may
 * import it; what they mean is the server's business alone.
 */

const list = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''));

const count = (fallback: number, least = 1, most = 2 ** 31 - 1) =>
  z.coerce.number('a whole number').int('a whole number').min(least).max(most).default(fallback);

const onOff = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off'], 'on or off')
    .default(fallback)
    .transform((word) => word === 'on');

/** Word for the ranges that one machine or one private network uses, so that nobody has to write CIDR for the usual cases. */
const NAMED_RANGES: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** Adds one address, CIDR range or named range; false when the text is none of them. */
function addRange(ranges: BlockList, text: string): boolean {
  const named = NAMED_RANGES[text];
  if (named) return named.every((range) => addRange(ranges, range));
  const [address = '', prefix] = text.split('/');
  const version = isIP(address);
  const bits = prefix === undefined ? (version === 4 ? 32 : 128) : Number(prefix);
  if (version === 0 || !Number.isInteger(bits) || bits < 0 || bits > (version === 4 ? 32 : 128)) return false;
  ranges.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6');
  return true;
}

const addressRanges = z
  .string()
  .default('')
  .transform((text, context) => {
    const ranges = new BlockList();
    for (const part of text.split(/[\s,]+/).filter(Boolean)) {
      if (!addRange(ranges, part)) {
        context.addIssue(`"${part}" is no address, no CIDR range, and neither "loopback" nor "private"`);
      }
    }
    return ranges;
  });

const origins = list('').superRefine((values, context) => {
  for (const value of values) {
    const isOrigin = value === '*' || (URL.canParse(value) && new URL(value).origin === value);
    if (!isOrigin) context.addIssue(`"${value}" is no origin; write it like https://app.example.com, or * for all`);
  }
});

export const serverSettings = {
  EARSHOT_CORS_ORIGINS: origins.describe(
    'Origins of web pages that may query this server, separated by commas; * allows all. Pages served by Earshot itself always may.',
  ),
  EARSHOT_CORS_SANDBOX: onOff('off').describe(
    'on lets the hosted Apollo Sandbox (studio.apollographql.com) query this server.',
  ),
  EARSHOT_ALLOWED_HOSTS: list('').describe(
    'Host names under which browsers may reach a server that listens on loopback, beside localhost; guards against DNS rebinding.',
  ),
  EARSHOT_TRUSTED_PROXIES: addressRanges.describe(
    'Proxies whose X-Forwarded-For is believed: addresses, CIDR ranges, "loopback" or "private", separated by commas.',
  ),
  EARSHOT_METRICS: onOff('on').describe('off hides /metrics.'),
  EARSHOT_BODY_LIMIT: count(262_144, 1_024, 16_777_216).describe('Largest request body in bytes.'),
  EARSHOT_HEADERS_TIMEOUT: count(10_000, 100).describe(
    'Milliseconds within which the head of a request has to arrive.',
  ),
  EARSHOT_REQUEST_TIMEOUT: count(20_000, 100).describe('Milliseconds within which a whole request has to arrive.'),
  EARSHOT_IDLE_TIMEOUT: count(65_000, 100).describe(
    'Milliseconds that an idle connection is kept open for the next request.',
  ),
  EARSHOT_MAX_CONNECTIONS: count(10_000).describe('Connections open at once; further ones are turned away.'),
  EARSHOT_MAX_REQUESTS: count(1_000).describe('Queries answered at once; further ones get SERVER_BUSY.'),
  EARSHOT_DEADLINE: count(10_000, 10).describe('Milliseconds that answering one query may take.'),
  EARSHOT_DRAIN_TIMEOUT: count(10_000, 0).describe(
    'Milliseconds that a stopping server leaves to the requests in flight.',
  ),
  EARSHOT_MAX_DEPTH: count(11).describe('Deepest nesting of fields in a query.'),
  EARSHOT_MAX_TOKENS: count(6_000).describe('Most lexical tokens in a query document.'),
  EARSHOT_MAX_FIELDS: count(1_500).describe('Most selections of a document once its fragments are expanded.'),
  EARSHOT_MAX_ROOT_FIELDS: count(40).describe('Most fields at the root of an operation.'),
  EARSHOT_MAX_ALIASES: count(100, 0).describe('Most aliases in a document.'),
  EARSHOT_MAX_DIRECTIVES: count(60, 0).describe('Most directives in a document.'),
  EARSHOT_MAX_REPEATS: count(40).describe('How often one field may be selected again at the same place.'),
  EARSHOT_MAX_VARIABLE_VALUES: count(5_000).describe(
    'Most values in the variables of a request, those in lists included.',
  ),
  EARSHOT_MAX_COST: count(50_000).describe(
    'Dearest query allowed; the cost is about the number of objects it can return.',
  ),
  EARSHOT_RATE_LIMIT: z
    .enum(['auto', 'on', 'off'], 'auto, on or off')
    .default('auto')
    .describe('Budget of cost per address and API key: auto leaves loopback clients unlimited, on counts them too.'),
  EARSHOT_RATE_LIMIT_COST: count(600_000).describe('Cost that one address or API key may spend in a window.'),
  EARSHOT_RATE_LIMIT_WINDOW: count(60, 1, 86_400).describe('Length of that window in seconds.'),
};

export type ServerSettings = { [Name in keyof typeof serverSettings]: z.infer<(typeof serverSettings)[Name]> };

/** What the guard compares a document with; every figure is the largest that is still allowed. */
export interface GuardLimits {
  readonly depth: number;
  readonly tokens: number;
  readonly fields: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly repeats: number;
  readonly variableValues: number;
  readonly cost: number;
}

/** The same settings under the names that the server uses. Times are milliseconds, sizes bytes, unless a name says otherwise. */
export interface ServerConfig {
  readonly cors: { readonly origins: readonly string[]; readonly sandbox: boolean; readonly hosts: readonly string[] };
  readonly trustedProxies: BlockList;
  readonly metrics: boolean;
  readonly bodyLimit: number;
  readonly timeouts: {
    readonly headers: number;
    readonly request: number;
    readonly idle: number;
    readonly deadline: number;
    readonly drain: number;
  };
  readonly maxConnections: number;
  readonly maxRequests: number;
  readonly guard: GuardLimits;
  readonly rateLimit: { readonly mode: 'auto' | 'on' | 'off'; readonly cost: number; readonly windowSeconds: number };
}

export function nameServerSettings(values: ServerSettings): ServerConfig {
  return {
    cors: {
      origins: values.EARSHOT_CORS_ORIGINS,
      sandbox: values.EARSHOT_CORS_SANDBOX,
      hosts: values.EARSHOT_ALLOWED_HOSTS,
    },
    trustedProxies: values.EARSHOT_TRUSTED_PROXIES,
    metrics: values.EARSHOT_METRICS,
    bodyLimit: values.EARSHOT_BODY_LIMIT,
    timeouts: {
      headers: values.EARSHOT_HEADERS_TIMEOUT,
      request: values.EARSHOT_REQUEST_TIMEOUT,
      idle: values.EARSHOT_IDLE_TIMEOUT,
      deadline: values.EARSHOT_DEADLINE,
      drain: values.EARSHOT_DRAIN_TIMEOUT,
    },
    maxConnections: values.EARSHOT_MAX_CONNECTIONS,
    maxRequests: values.EARSHOT_MAX_REQUESTS,
    guard: {
      depth: values.EARSHOT_MAX_DEPTH,
      tokens: values.EARSHOT_MAX_TOKENS,
      fields: values.EARSHOT_MAX_FIELDS,
      rootFields: values.EARSHOT_MAX_ROOT_FIELDS,
      aliases: values.EARSHOT_MAX_ALIASES,
      directives: values.EARSHOT_MAX_DIRECTIVES,
      repeats: values.EARSHOT_MAX_REPEATS,
      variableValues: values.EARSHOT_MAX_VARIABLE_VALUES,
      cost: values.EARSHOT_MAX_COST,
    },
    rateLimit: {
      mode: values.EARSHOT_RATE_LIMIT,
      cost: values.EARSHOT_RATE_LIMIT_COST,
      windowSeconds: values.EARSHOT_RATE_LIMIT_WINDOW,
    },
  };
}
