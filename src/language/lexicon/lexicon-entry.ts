import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { projectFile } from '../../platform/project-file';
import { type LexiconFile, lazily, lexiconFault, lexiconFiles } from './lexicon-file';

/** An entry of a file of YAML with the name that it stands under. */
export interface LexiconEntry<T> {
  readonly key: string;
  readonly value: T;
  /** Where it stands, for a fault that shows later. */
  readonly path: string;
}

/**
 * The entries of the files of YAML of a name, `topics/*.yaml`: mappings from a name to what `value` accepts; all of them, ours first. Throws an
 * OperatorError that names the file and the line, or the entry.
 */
export function readEntries<T>(name: string, value: z.ZodType<T>): LexiconEntry<T>[] {
  return lexiconFiles(name).flatMap((file) => {
    const read = readYaml(file);
    if (typeof read !== 'object' || read === null || Array.isArray(read))
      throw lexiconFault(file.path, 1, 'must hold entries by their names');
    return Object.entries(read).map(([key, entry]) => {
      const checked = value.safeParse(entry);
      if (checked.success) return { key, value: checked.data, path: file.path };
      const [issue] = checked.error.issues;
      throw lexiconFault(file.path, null, `${[key, ...(issue?.path ?? [])].join('.')}: ${issue?.message}`);
    });
  });
}

/** What the build has read of our files already, by path: reading YAML would take a good part of a start. */
const compiled = lazily((): Readonly<Record<string, { readonly sha256: string; readonly content: unknown }>> => {
  const folder = projectFile('lexicon').replace(/lexicon$/, 'dist/lexicon.json');
  return existsSync(folder) ? JSON.parse(readFileSync(folder, 'utf8')) : {};
});

function readYaml({ path, text }: LexiconFile): unknown {
  const known = compiled()[relative(projectFile('lexicon'), path).replaceAll('\\', '/')];
  if (known?.sha256 === createHash('sha256').update(text).digest('hex')) return known.content;
  // Loaded where it is needed: it costs a start some thirty milliseconds.
  const { parse } = require('yaml') as typeof import('yaml');
  try {
    return parse(text);
  } catch (error) {
    const { message, linePos } = error as YAMLParseError;
    throw lexiconFault(path, linePos?.[0].line ?? null, (message.split('\n')[0] ?? '').replace(/ at line \d+.*/, ''));
  }
}
