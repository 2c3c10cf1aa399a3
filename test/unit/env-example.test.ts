import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { settings } from '../../src/platform/config';

const read = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');

test('.env.example lists every setting and no other', () => {
  const listed = [...read('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(listed).toEqual([...Object.values(settings).map(({ variable }) => variable), 'POSTGRES_PASSWORD']);
});

test('the compose file parses, checks health, keeps its data, drains and holds no password', () => {
  const { services, volumes } = parse(read('docker-compose.yml'));
  const { database, server } = services;
  expect(database.image).toBe('postgres:17');
  expect(database.volumes).toEqual(['database:/var/lib/postgresql/data']);
  expect(Object.keys(volumes)).toEqual(['database']);
  for (const { healthcheck } of [database, server]) expect(healthcheck.test[0]).toMatch(/^CMD(-SHELL)?$/);
  expect(server.depends_on.database.condition).toBe('service_healthy');
  const drain = Number.parseInt(settings.drainTimeout.fallback ?? '', 10);
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
  expect(stages.length).toBe(2);
  const last = stages.at(-1) as string;
  expect(last).toMatch(/^USER node$/m);
  expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('CMD ["node"'));
  expect(last).toMatch(/^HEALTHCHECK /m);
  const [major] = /(?<=^node:)\d+/.exec(stages[0] as string) ?? [];
  expect(Number(major)).toBeGreaterThanOrEqual(20);
  const taken = [...last.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, path]) => path);
  expect(taken).toEqual(['node_modules', 'dist', 'schema', 'package.json']);
  expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['node_modules', 'dist', '.git', '.env']));
});
