import { z } from 'zod';
import { ImportError } from '../../fault';
import type { Source } from '../../source';
import { vendorErrorIn } from '../error-body';

/** A string, or null where it is missing, null or blank: vendors use all three for the same thing. */
export const text = z
  .string()
  .nullish()
  .transform((value) => (value?.trim() ? value : null));

/** A short piece such as a name, without white space around it. */
export const name = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);

/** A number, also when it is written as a string; null where it is missing or blank. */
export const count = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value, context) => {
    if (value === null || value === undefined || (typeof value === 'string' && !value.trim())) return null;
    const number = Number(value);
    if (Number.isFinite(number)) return number;
    context.addIssue({ code: 'custom', message: `is no number: ${String(value).slice(0, 40)}` });
    return z.NEVER;
  });

/** What may be a string or a number: a quarter, a date, a speaker. */
export const token = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (typeof value === 'string' ? value.trim() || null : (value ?? null)));

/** The JSON of a source; its refusal where it is none or is a vendor's refusal. */
export function jsonOf(source: Source): unknown {
  const json = source.json();
  if ('error' in json) {
    if (json.error instanceof ImportError) throw json.error;
    throw new ImportError([{ path: '', message: json.error.message }], source.name);
  }
  const said = vendorErrorIn(source);
  if (said) throw new ImportError([{ path: '', message: said }], source.name);
  return json.value;
}

/** Holds a value against a schema. Throws an ImportError that lists what is wrong by its path. */
export function conform<T>(schema: z.ZodType<T>, value: unknown, source: Source, at = ''): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => ({ path: pathOf(path, at), message }));
  throw new ImportError(faults, source.name);
}

export function refuse(source: Source, path: string, message: string): never {
  throw new ImportError([{ path, message }], source.name);
}

function pathOf(path: readonly PropertyKey[], at: string): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return `${at}${parts}`.replace(/^\./, '');
}

/** OpenBB puts what a vendor said under `results`. */
const unwrapped = (value: unknown) =>
  value !== null && typeof value === 'object' && 'results' in value && 'provider' in value
    ? { value: value.results, at: 'results' }
    : { value, at: '' };

/** A document or a list of them, as some vendors answer with the one and others with the other. */
export function asList(whole: unknown): readonly { readonly value: unknown; readonly at: string }[] {
  const { value, at } = unwrapped(whole);
  return Array.isArray(value) ? value.map((each, i) => ({ value: each, at: `${at}[${i}]` })) : [{ value, at }];
}

/** The object that tells what a JSON source is: itself, or the first of a list. Null where there is none. */
export function firstObject(source: Source): Readonly<Record<string, unknown>> | null {
  const json = source.json();
  if ('error' in json) return null;
  const { value: inner } = unwrapped(json.value);
  const value = Array.isArray(inner) ? inner[0] : inner;
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
}
