import { type Command, InvalidArgumentError } from 'commander';
import { API_KEY_SCOPES, type ApiKeyScope } from '../domain/api-key.entity';
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
        'earshot keys create "nightly import" --scope import': 'prints the key, this once',
        'earshot keys list --json': 'for a script',
      }),
    );
  command
    .command('create')
    .description('make a key and print it; it is shown this once and stored as a digest only')
    .argument('<name>', 'who or what it is for')
    .option('--scope <scopes>', `what it allows, by commas: ${API_KEY_SCOPES.join(', ')}`, readScopes, [
      'read',
      'import',
    ])
    .option('--expires <days>', 'days after which it ends; without it, never', readDays)
    .option(...JSON_OPTION)
    .addHelpText('after', '\nSend it as `authorization: Bearer KEY` or `x-api-key: KEY`.')
    .addHelpText(
      'after',
      examples({ 'earshot keys create "nightly import" --scope import --expires 365': 'for a job' }),
    )
    .action((name: string, { scope, expires, json }) =>
      withMigrated(async (url) => {
        const expiresAt = expires === undefined ? null : new Date(Date.now() + expires * 86_400_000);
        const { key, record } = await createApiKey(url, { name, scopes: scope, expiresAt });
        print(json, { key, ...record }, [key, '', 'Keep it: it cannot be shown again.', lineOf(record)]);
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

const withMigrated = (work: (url: string) => Promise<void>): Promise<void> =>
  withDatabase(async ({ url }, { log }) => {
    await migrate(url, log);
    await work(url);
  });

function readScopes(text: string): ApiKeyScope[] {
  const scopes = text.split(',').map((scope) => scope.trim());
  const unknown = scopes.find((scope) => !(API_KEY_SCOPES as readonly string[]).includes(scope));
  if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is none of ${API_KEY_SCOPES.join(', ')}.`);
  return scopes as ApiKeyScope[];
}

function readDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 36_500) throw new InvalidArgumentError('Give whole days, from 1.');
  return days;
}

function lineOf({ id, prefix, name, scopes, createdAt, expiresAt, revokedAt }: ApiKeyRecord): string {
  const state = revokedAt ? `revoked ${revokedAt}` : expiresAt ? `until ${expiresAt}` : 'valid';
  return `${id}  ${prefix}…  ${scopes.join(',')}  made ${createdAt}  ${state}  ${name}`;
}
