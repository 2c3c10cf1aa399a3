import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { settings } from '../../src/platform/config';

const read = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');

test('.env.example lists every setting and no other', () => {
  const listed = [...read('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(listed).toEqual([...Object.values(settings).map(({ variable }) => variable), 'POSTGRES_PASSWORD']);
});

test('the compose file parses, checks health, keeps its data and holds no password', () => {
  const { services, volumes } = parse(read('docker-compose.yml'));
  expect(services.database.image).toBe('postgres:17');
  expect(services.database.healthcheck.test).toBeDefined();
  expect(services.server.depends_on.database.condition).toBe('service_healthy');
  expect(Object.keys(volumes)).toEqual(['database']);
  expect(services.database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
});
