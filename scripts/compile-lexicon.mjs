// Reads the lexicon's YAML once, at build time: dist/lexicon.json holds each file's content beside its digest, and a file that has changed since is
// read anew (src/language/lexicon/lexicon-entry.ts).
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const paths = readdirSync(join(root, 'lexicon'), { recursive: true })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'));
const files = paths.sort().map((path) => {
  const text = readFileSync(join(root, 'lexicon', path), 'utf8').replace(/^\ufeff/, '');
  return [path, { sha256: createHash('sha256').update(text).digest('hex'), content: parse(text) }];
});
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist', 'lexicon.json'), JSON.stringify(Object.fromEntries(files)));
