import { type Command, InvalidArgumentError } from 'commander';
import { API_KEY_SCOPES, type ApiKeyScope } from '../domain/api-key.entity';
import type { Config } from '../platform/config';
import { type ApiKeyRecord, createApiKey, listApiKeys, revokeApiKey } from '../platform/database/api-key';
import { migrate } from '../platform/database/migrate';
import { OperatorError } from '../platform/operator-error';
import { examples, JSON_OPTION, print } from './output';
import { withDatabase } from './work';

export function addKeys(program: Command): void {
  const command = program
    .command('keys')
    .description('make, list and revoke API keys')
    .addHelpText(
      'after',
      examples({
        'earshot keys create dashboard': 'for one that only reads',
        'earshot keys create "nightly import" --scope import --expires 90d': 'for a job that only writes',
        'earshot keys list --json': 'all keys, without what they are',
        'earshot keys revoke 3': 'end one by its id',
      }),
    );
  command
    .command('create')
    .description('make a key and print it; it is shown this once and stored as a digest only')
    .argument('<name>', 'who or what it is for')
    .option('--scope <scopes>', `what it allows, by commas: ${API_KEY_SCOPES.join(', ')}`, readScopes, ['read'])
    .option(
      '--expires <time>',
      'when it ends: 90d, 12h, 2w, 1y, or days as a number; never for no end. Left out: after a year where reading needs a key, else never',
      readLifetime,
    )
    .option(...JSON_OPTION)
    .addHelpText('after', '\nSend it as `authorization: Bearer KEY` or `x-api-key: KEY`.')
    .action((name: string, { scope, expires, json }) =>
      withMigrated(async (url, { requireKey }) => {
        // Where keys guard what is read, one that is forgotten ends by itself.
        const isByDefault = expires === undefined && requireKey;
        const lifetime: number = isByDefault ? YEAR_MS : (expires ?? NEVER);
        const expiresAt = lifetime === NEVER ? null : new Date(Date.now() + lifetime);
        const { key, record } = await createApiKey(url, { name, scopes: scope, expiresAt });
        print(json, { key, ...record }, [
          key,
          '',
          'Keep it: it cannot be shown again.',
          ...(isByDefault ? ['It ends after a year; --expires says otherwise.'] : []),
          lineOf(record),
        ]);
      }),
    );
  command
    .command('list')
    .description('list all keys, newest first')
    .option(...JSON_OPTION)
    .action(({ json }) =>
      withMigrated(async (url) => {
        const records = await listApiKeys(url);
        print(json, records, records.length > 0 ? records.map(lineOf) : ['There are no keys.']);
      }),
    );
  command
    .command('revoke')
    .description('end a key; servers refuse it within five seconds')
    .argument('<key>', 'its id, or its first characters as `keys list` prints them')
    .option(...JSON_OPTION)
    .action((key: string, { json }) =>
      withMigrated(async (url) => {
        const record = await revokeApiKey(url, key);
        if (!record) throw new OperatorError('usage', `There is no key ${key}; \`earshot keys list\` shows all.`);
        print(json, record, [lineOf(record)]);
      }),
    );
}

const withMigrated = (work: (url: string, config: Config) => Promise<void>): Promise<void> =>
  withDatabase(async ({ url }, { config, log }) => {
    await migrate(url, log);
    await work(url, config);
  });

function readScopes(text: string): ApiKeyScope[] {
  const scopes = text.split(',').map((scope) => scope.trim());
  const unknown = scopes.find((scope) => !(API_KEY_SCOPES as readonly string[]).includes(scope));
  if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is none of ${API_KEY_SCOPES.join(', ')}.`);
  return scopes as ApiKeyScope[];
}

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const UNITS: Readonly<Record<string, number>> = { h: DAY_MS / 24, d: DAY_MS, w: 7 * DAY_MS, y: YEAR_MS };

/** Commander takes null for an option without a value. */
const NEVER = Number.POSITIVE_INFINITY;

/** Milliseconds. */
function readLifetime(text: string): number {
  if (text === 'never') return NEVER;
  const [, amount, unit = 'd'] = /^(\d{1,6})([hdwy]?)$/.exec(text) ?? [];
  const lifetime = Number(amount) * (UNITS[unit || 'd'] ?? Number.NaN);
  if (lifetime > 0 && lifetime <= 100 * YEAR_MS) return lifetime;
  throw new InvalidArgumentError('Give 90d, 12h, 2w, 1y, whole days from 1, or never; a hundred years at most.');
}

function lineOf({ id, prefix, name, scopes, createdAt, expiresAt, revokedAt, lastUsedAt }: ApiKeyRecord): string {
  const state = revokedAt ? `revoked ${revokedAt}` : expiresAt ? `until ${expiresAt}` : 'valid';
  const use = lastUsedAt ? `used ${lastUsedAt}` : 'never used';
  return `${id}  ${prefix}…  ${scopes.join(',')}  made ${createdAt}  ${state}  ${use}  ${name}`;
}
