import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Labels {
  /** Folder and name of an article: every company and person that it names, in each form; a body that is no company is none. */
  readonly [file: string]: { readonly companies?: readonly string[]; readonly people?: readonly string[] };
}

const FILE = join(__dirname, 'articles.json');
const labels: Labels = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};

/** Whom an article names, by those who read it and did not see what was found in it; null where nobody has. */
export function articleNodes(file: string): { companies: readonly string[] | null; people: readonly string[] | null } {
  const { companies = null, people = null } = labels[file] ?? {};
  return { companies, people };
}
