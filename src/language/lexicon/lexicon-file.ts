import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lexiconFolder } from '../../platform/config';
import { OperatorError } from '../../platform/operator-error';
import { projectFile } from '../../platform/project-file';

/** A file of words as people write them. */
export interface LexiconFile {
  /** Where it lies, for whoever has to mend it. */
  readonly path: string;
  readonly text: string;
}

/**
 * The files of a name, `given-names.csv` or `topics/*.yaml`: ours first, then those of the folder that EARSHOT_LEXICON names. A folder
 * of one's own needs only the files that it adds to.
 */
export function lexiconFiles(name: string): LexiconFile[] {
  const own = lexiconFolder();
  const found = [projectFile('lexicon'), ...(own === null ? [] : [own])].flatMap((folder) => filesOf(folder, name));
  if (found.length === 0) throw new Error(`lexicon/${name} is missing from this installation`);
  return found.map((path) => ({ path, text: readText(path) }));
}

function filesOf(folder: string, name: string): string[] {
  const [part, pattern] = name.includes('/*') ? name.split('/*') : [name, undefined];
  const path = join(folder, part as string);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (pattern === undefined) return [path];
  if (!found.isDirectory()) throw new OperatorError('usage', `${path} must be a folder.`);
  const names = readdirSync(path).filter((file) => file.endsWith(pattern) && !file.startsWith('.'));
  return names.sort().map((file) => join(path, file));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    throw new OperatorError('usage', `${path} cannot be read. Make it readable or take it away.`, { cause });
  }
}

/** What is wrong with a file of words, and in which line of it. */
export const lexiconFault = (path: string, line: number | null, fault: string): OperatorError =>
  new OperatorError('usage', `${path}${line === null ? '' : `, line ${line}`}: ${fault}`);

/** A value that is made when it is first asked for: nothing of the lexicon is read by a process that needs none of it. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
