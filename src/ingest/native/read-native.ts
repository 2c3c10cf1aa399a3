import type * as z from 'zod';
import { type Fault, ImportError, MOST_FAULTS } from '../fault';
import { type NativeFile, nativeFile } from './schema';

/**
 * Reads a NATIVE file and holds it against its definition. Gives back what the file says as it says it: documents are known by the
 * digest of that. Throws an ImportError that lists what is wrong by path, up to some more than anybody mends in one go.
 */
export function readNative(text: string): NativeFile {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new ImportError([{ path: '', message: `is no JSON: ${(error as Error).message}` }]);
  }
  const read = nativeFile.safeParse(file, { reportInput: false });
  if (read.success) return file as NativeFile;
  throw new ImportError(read.error.issues.flatMap((issue) => faultsOf(issue, file)).slice(0, MOST_FAULTS + 1));
}

function faultsOf(issue: z.core.$ZodIssue, file: unknown, before: readonly PropertyKey[] = []): Fault[] {
  const path = [...before, ...issue.path];
  const told = (message: string): Fault[] => [{ path: printPath(path), message }];
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.slice(0, MOST_FAULTS + 1);
    return keys.map((key) => ({ path: printPath([...path, key]), message: 'is not known here' }));
  }
  if (valueAt(file, path) === undefined) return told('is missing');
  if (issue.code === 'invalid_value') return told(`must be one of ${issue.values.join(', ')}`);
  if (issue.code === 'invalid_type') return told(`must be ${NAMES[issue.expected] ?? issue.expected}`);
  if (issue.code === 'too_small' && isNumber(issue.origin)) return told(`must be ${issue.minimum} or more`);
  if (issue.code === 'too_big' && isNumber(issue.origin)) return told(`must be ${issue.maximum} or less`);
  if (issue.code !== 'invalid_union' || issue.message !== UNION) return told(issue.message);
  // What it is, of the forms that it may have, says which of them was meant.
  const meant = issue.errors.find(([first]) => first?.path.length !== 0 || first.code !== 'invalid_type');
  return meant?.flatMap((inner) => faultsOf(inner, file, path)) ?? told('is of no form that it may have');
}

const isNumber = (origin: string): boolean => origin === 'number' || origin === 'int';

/** What zod says of a union that has no words of its own. */
const UNION = 'Invalid input';

const NAMES: Readonly<Record<string, string>> = {
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

const valueAt = (file: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], file);

/** `documents[0].utterances[3].start` */
function printPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
