import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../schema/operations');

/** The examples of schema/operations, by name. */
export const operations = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => ({ name: file, source: readFileSync(join(FOLDER, file), 'utf8') }));
