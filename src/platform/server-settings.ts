import { z } from 'zod';

import { addressRanges } from './address-ranges';
import { optionalSetting, setting } from './setting';
import { duration, listOf, oneOf, onOff, wholeNumber } from './setting-type';

const origin = z.string().refine((text) => {
  return text === '*' || (URL.canParse(text) && new URL(text).origin === text);
}, 'must be an origin such as https://app.example.com, or * for all');

const hostName = z.string().regex(/^[\w.-]+$/, 'must be a host name such as earshot.example.com');

/**
 * The settings of the HTTP server. They live beside the config because nothing of the platform may import the server; what they
 * bring about is the server's business alone.
 */
export const serverSettings = {
  corsOrigins: setting(
    'EARSHOT_CORS_ORIGINS',
    listOf(origin),
    '',
    'Origins of web pages that may query this server, by commas; * allows all. Pages that it serves itself always may, and those of localhost where it listens on loopback.',
  ),
  corsSandbox: setting(
    'EARSHOT_CORS_SANDBOX',
    onOff(),
    'off',
    'Whether the hosted Apollo Sandbox (studio.apollographql.com) may query this server.',
  ),
  allowedHosts: setting(
    'EARSHOT_ALLOWED_HOSTS',
    listOf(hostName),
    '',
    'Host names under which this machine and private networks (a proxy, too) may reach the server, beside localhost, addresses and names without a dot. Guards against DNS rebinding.',
  ),
  trustedProxies: setting(
    'EARSHOT_TRUSTED_PROXIES',
    addressRanges(),
    '',
    'Proxies whose X-Forwarded-For is believed: addresses, CIDR ranges, loopback, private or link-local, by commas.',
  ),
  metrics: setting(
    'EARSHOT_METRICS',
    onOff(),
    'on',
    'Whether /metrics is served; with EARSHOT_REQUIRE_KEY to keys with the scope `metrics` only.',
  ),
  metricsPort: optionalSetting(
    'EARSHOT_METRICS_PORT',
    wholeNumber(0, 65535),
    'A port of its own for /metrics, which then asks for no key: keep it from strangers. Not set: /metrics is on PORT.',
  ),
  requireKey: setting(
    'EARSHOT_REQUIRE_KEY',
    onOff(),
    'off',
    'Whether reading needs an API key too; importing always does. Keys are made by `earshot keys create`.',
  ),
  bodyLimit: setting('EARSHOT_BODY_LIMIT', wholeNumber(1_024, 16_777_216, 'bytes'), '262144', 'Largest request body.'),
  importBodyLimit: setting(
    'EARSHOT_IMPORT_BODY_LIMIT',
    wholeNumber(1_024, 268_435_456, 'bytes'),
    '8388608',
    'Largest request body of a caller whose API key may import.',
  ),
  importQueue: setting(
    'EARSHOT_IMPORT_QUEUE',
    wholeNumber(0, 10_000),
    '16',
    'Imports through the graph that may wait for their turn; further ones are refused with SERVER_BUSY.',
  ),
  headersTimeout: setting(
    'EARSHOT_HEADERS_TIMEOUT',
    duration('100ms', '10m'),
    '10s',
    'Time within which the head of a request has to arrive.',
  ),
  requestTimeout: setting(
    'EARSHOT_REQUEST_TIMEOUT',
    duration('100ms', '10m'),
    '20s',
    'Time within which a whole request has to arrive.',
  ),
  idleTimeout: setting(
    'EARSHOT_IDLE_TIMEOUT',
    duration('100ms', '1h'),
    '65s',
    'How long an idle connection is kept for its next request; longer than the idle time of a load balancer in front.',
  ),
  deadline: setting('EARSHOT_DEADLINE', duration('10ms', '1h'), '10s', 'How long answering one query may take.'),
  mutationDeadline: setting(
    'EARSHOT_MUTATION_DEADLINE',
    duration('10ms', '1h'),
    '5m',
    'How long answering one mutation may take; what it writes is whole or not there, whether anybody waits or not.',
  ),
  poolSize: setting(
    'EARSHOT_POOL_SIZE',
    wholeNumber(1, 1_000),
    '8',
    'Database connections that answer queries; a few for each core of the database server.',
  ),
  poolQueue: setting(
    'EARSHOT_POOL_QUEUE',
    wholeNumber(0, 1_000_000),
    '256',
    'Queries that may wait for such a connection; further ones are refused with SERVER_BUSY.',
  ),
  connectTimeout: setting(
    'EARSHOT_CONNECT_TIMEOUT',
    duration('50ms', '1m'),
    '2s',
    'How long making such a connection may take.',
  ),
  heartbeat: setting(
    'EARSHOT_HEARTBEAT',
    duration('50ms', '1m'),
    '500ms',
    'How often the database is asked whether it is there; after three questions without an answer queries are refused until it does.',
  ),
  rerunWithin: setting(
    'EARSHOT_RERUN_WITHIN',
    duration('0ms', '1m'),
    '1s',
    'A query whose database connection is lost is run again, once, if there is another connection within this time; 0ms: never.',
  ),
  statementTimeout: setting(
    'EARSHOT_STATEMENT_TIMEOUT',
    duration('10ms', '1h'),
    '10s',
    'How long one SQL statement of a query may run before the database stops it.',
  ),
  referenceBudget: setting(
    'EARSHOT_REFERENCE_BUDGET',
    wholeNumber(1_048_576, 1_099_511_627_776, 'bytes'),
    '67108864',
    'Memory for each kind of node that may outgrow it: people, analysts, quarters, events.',
  ),
  referenceAge: setting(
    'EARSHOT_REFERENCE_AGE',
    duration('1s', '1h'),
    '5s',
    'How old what is kept in memory may be before /ready says no and answers carry a warning.',
  ),
  maxAnswerBytes: setting(
    'EARSHOT_MAX_ANSWER_BYTES',
    wholeNumber(65_536, 268_435_456, 'bytes'),
    '16777216',
    'Largest answer to a query.',
  ),
  waitingBytes: setting(
    'EARSHOT_WAITING_BYTES',
    wholeNumber(65_536, 1_099_511_627_776, 'bytes'),
    '33554432',
    'Bytes of answers that may wait for slow readers, all connections together; beyond that the slowest are cut.',
  ),
  connectionWaitingBytes: setting(
    'EARSHOT_CONNECTION_WAITING_BYTES',
    wholeNumber(65_536, 1_099_511_627_776, 'bytes'),
    '33554432',
    'Bytes of answers that one connection may leave unread before it is cut.',
  ),
  writeTimeout: setting(
    'EARSHOT_WRITE_TIMEOUT',
    duration('100ms', '1h'),
    '60s',
    'Time within which a client has to take an answer.',
  ),
  stopDelay: setting(
    'EARSHOT_STOP_DELAY',
    duration('0ms', '10m'),
    '5s',
    'How long a server that gets SIGTERM goes on answering while /ready says no, so that a balancer sends nobody new before the port closes. Ctrl-C does not wait.',
  ),
  drainTimeout: setting(
    'EARSHOT_DRAIN_TIMEOUT',
    duration('0ms', '1h'),
    '10s',
    'How long a stopping server leaves to the requests in flight.',
  ),
  maxConnections: setting(
    'EARSHOT_MAX_CONNECTIONS',
    wholeNumber(1, 1_000_000),
    '10000',
    'Connections open at once; further ones are turned away.',
  ),
  maxRequests: setting(
    'EARSHOT_MAX_REQUESTS',
    wholeNumber(1, 1_000_000),
    '1000',
    'Queries in work at once; further ones are refused with SERVER_BUSY.',
  ),
  maxDepth: setting('EARSHOT_MAX_DEPTH', wholeNumber(1, 100), '11', 'Deepest nesting of fields in a query.'),
  maxTokens: setting('EARSHOT_MAX_TOKENS', wholeNumber(1, 100_000), '6000', 'Most lexical tokens in a document.'),
  maxFields: setting(
    'EARSHOT_MAX_FIELDS',
    wholeNumber(1, 100_000),
    '1500',
    'Most selections in a document once its fragments are expanded.',
  ),
  maxRootFields: setting('EARSHOT_MAX_ROOT_FIELDS', wholeNumber(1, 10_000), '40', 'Most fields at the root.'),
  maxAliases: setting('EARSHOT_MAX_ALIASES', wholeNumber(0, 10_000), '100', 'Most aliases in a document.'),
  maxDirectives: setting('EARSHOT_MAX_DIRECTIVES', wholeNumber(0, 10_000), '60', 'Most directives in a document.'),
  maxRepeats: setting(
    'EARSHOT_MAX_REPEATS',
    wholeNumber(1, 1_000),
    '40',
    'How often one field may be selected at the same place of the answer.',
  ),
  maxVariableValues: setting(
    'EARSHOT_MAX_VARIABLE_VALUES',
    wholeNumber(1, 1_000_000),
    '5000',
    'Most values in the variables of a request, those inside lists included.',
  ),
  maxCost: setting(
    'EARSHOT_MAX_COST',
    wholeNumber(1, 1_000_000_000),
    '50000',
    'Dearest query allowed; its cost is about the number of objects that it can return.',
  ),
  rateLimit: setting(
    'EARSHOT_RATE_LIMIT',
    oneOf(['auto', 'on', 'off']),
    'auto',
    'Budget of cost for each address and API key: auto leaves clients on loopback alone, on counts them too.',
  ),
  rateLimitCost: setting(
    'EARSHOT_RATE_LIMIT_COST',
    wholeNumber(1, 1_000_000_000),
    '600000',
    'Cost that one address or API key may spend in a window.',
  ),
  rateLimitWindow: setting('EARSHOT_RATE_LIMIT_WINDOW', duration('1s', '24h'), '1m', 'Length of that window.'),
};
