import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the project, found from the sources and from the build alike: the folder above that has it. */
export function projectFile(path: string): string {
  for (const up of ['../..', '../../..']) {
    const file = join(__dirname, up, path);
    if (existsSync(file)) return file;
  }
  throw new Error(`${path} is missing from this installation`);
}
