import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'dotenv';
import { parse as parseConnection } from 'pg-connection-string';
import { z } from 'zod';

import { OperatorError } from './operator-error';
import { serverSettings } from './server-settings';
import { optionalSetting, readSettings, type SettingValues, setting } from './setting';
import { duration, oneOf, wholeNumber } from './setting-type';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const host = z.string().regex(/^[\w.:-]+$/, 'must be a host name or an IP address, such as 127.0.0.1 or 0.0.0.0');

/** The rest of the checks belongs to Postgres: only it knows whether host, database and password are right. */
const databaseUrl = z.string().refine((text) => {
  if (!/^postgres(ql)?:\/\//.test(text)) return false;
  try {
    return Boolean(parseConnection(text));
  } catch {
    return false;
  }
}, 'must be a Postgres connection URL such as postgres://user:password@localhost:5432/earshot');

export const baseSettings = {
  port: setting('PORT', wholeNumber(0, 65535), '4000', 'Port that the server listens on; 0 takes a free one.'),
  host: setting('HOST', host, '127.0.0.1', 'Address that the server listens on; 0.0.0.0 is every one of the machine.'),
  databaseUrl: optionalSetting(
    'DATABASE_URL',
    databaseUrl,
    'Postgres 15 or newer to work on. Not set: Earshot runs a Postgres of its own.',
  ),
  home: setting(
    'EARSHOT_HOME',
    z.string().transform((text) => resolve(text)),
    stateFolder(),
    'Folder in which Earshot keeps its own Postgres and its data.',
  ),
  lexicon: optionalSetting(
    'EARSHOT_LEXICON',
    z
      .string()
      .transform((text) => resolve(text))
      .refine((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory(), 'must be a folder that is there'),
    'Folder whose given names, topics and other words are added to those of lexicon/ (docs/adding.md).',
  ),
  watchSettle: setting(
    'EARSHOT_WATCH_SETTLE',
    duration('100ms', '10m'),
    '2s',
    'How long a file of a watched folder must not have grown before it is read; more where files are copied over a slow network.',
  ),
  logLevel: setting('LOG_LEVEL', oneOf(LOG_LEVELS), 'info', `How much is logged: ${LOG_LEVELS.join(', ')}.`),
};

/** Every setting there is, in the order in which .env.example and the docs list them. */
export const settings = { ...baseSettings, ...serverSettings };

export type Config = SettingValues<typeof settings>;

/** Throws a ConfigError that lists all faults by variable. Pure, so that tests need not touch the process. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return readSettings(settings, env);
}

/** The variables of this process over those of a `.env` file beside where it was started: what is set on purpose wins. */
export function readEnvironment(folder: string = process.cwd()): NodeJS.ProcessEnv {
  const file = join(folder, '.env');
  if (!existsSync(file)) return process.env;
  try {
    return { ...parse(readFileSync(file)), ...process.env };
  } catch (cause) {
    throw new OperatorError('usage', `${file} cannot be read. Make it readable or take it away.`, { cause });
  }
}

/** The folder that extends the lexicon; null without one. Asked for alone, where words are needed and nothing else is set. */
export const lexiconFolder = (env: NodeJS.ProcessEnv = readEnvironment()): string | null =>
  readSettings({ lexicon: baseSettings.lexicon }, env).lexicon ?? null;

/** Lets libraries know that nobody is developing them here: graphql-js then leaves out checks of each value. What is set stays. */
export function declareProduction(env: NodeJS.ProcessEnv = process.env): void {
  env.NODE_ENV ??= 'production';
}

/** Whether npm has started this process as one of the scripts of package.json. */
export const isNpmScript = (env: NodeJS.ProcessEnv = process.env): boolean => env.npm_lifecycle_event !== undefined;

/**
 * Root's own home folder is closed to everybody else, and Postgres never runs as root, hence /var/lib for it.
 * Elsewhere the places that the platform means for state.
 */
function stateFolder(): string {
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'Earshot');
  if (process.getuid?.() === 0) return '/var/lib/earshot';
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Earshot');
  return join(process.env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'earshot');
}
