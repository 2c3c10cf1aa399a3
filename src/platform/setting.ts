import { z } from 'zod';

import { OperatorError } from './operator-error';

/** One environment variable: what it accepts, what holds without it, and the words that .env.example and the docs print. */
export interface Setting<T> {
  readonly variable: string;
  readonly type: z.ZodType<T, string>;
  /** As it would be written in the environment; absent: the setting is undefined unless set. */
  readonly fallback?: string;
  readonly description: string;
}

export type SettingShape = Record<string, Setting<unknown>>;

export type SettingValues<S extends SettingShape> = { [K in keyof S]: S[K] extends Setting<infer T> ? T : never };

/** Every fault of the settings at once, so that nobody mends them one start at a time. */
export class ConfigError extends OperatorError {
  constructor(readonly faults: readonly string[]) {
    super('usage', `These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** `fallback` is checked by the same type as a value from outside, so a default can never be one that the setting would refuse. */
export function setting<T>(
  variable: string,
  type: z.ZodType<T, string>,
  fallback: string,
  description: string,
): Setting<T> {
  return { variable, type, fallback, description };
}

export function optionalSetting<T>(
  variable: string,
  type: z.ZodType<T, string>,
  description: string,
): Setting<T | undefined> {
  return { variable, type, description };
}

export function readSettings<S extends SettingShape>(shape: S, env: NodeJS.ProcessEnv): SettingValues<S> {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [field, { variable, type, fallback }] of Object.entries(shape)) {
    // An empty variable is how shells and compose files say "not set".
    const written = env[variable]?.trim() || fallback;
    if (written === undefined) continue;
    const result = type.safeParse(written);
    if (result.success) values[field] = result.data;
    else faults.push(`${variable}: ${result.error.issues.map((issue) => issue.message).join('; ')}`);
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return values as SettingValues<S>;
}
