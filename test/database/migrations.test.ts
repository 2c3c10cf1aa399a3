import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { printDataModel } from '../../src/cli/print-data-model';
import { entities } from '../../src/domain';
import { migrate, readMigrationStatus, revertMigrations } from '../../src/platform/database/migrate';
import { printDatabaseSchema } from '../../src/platform/database/print-schema';
import { describeEntity, UNSEEN } from '../../src/read/dictionary';
import { createTestDatabase, type TestDatabase } from '../support/database';

const log = pino({ level: 'silent' });
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

test('schema/database.sql is what the migrations make; up, down, up gives the same', async () => {
  const before = await printDatabaseSchema(database.url);
  expect(before).toBe(readFileSync(join(__dirname, '../../schema/database.sql'), 'utf8'));
  const names = (await readMigrationStatus(database.url)).map(({ name }) => name);
  expect((await revertMigrations(database.url, log, names.length)).sort()).toEqual([...names].sort());
  expect(await printDatabaseSchema(database.url)).not.toContain('utterance');
  // Two servers that start at once: one migrates, the other finds nothing left to do.
  const runs = await Promise.all([migrate(database.url, log), migrate(database.url, log)]);
  expect(runs.flat().sort()).toEqual([...names].sort());
  expect(await printDatabaseSchema(database.url)).toBe(before);
});

test('what was run last is undone first, and named, also where others are newer', async () => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query('SELECT id, name FROM schema_migration ORDER BY id DESC LIMIT 2');
  const [newest, before] = rows;
  // As if it had come from another branch, after the newest.
  await client.query('UPDATE schema_migration SET id = id + 1000000 WHERE id = $1', [before.id]);
  const undone = await revertMigrations(database.url, log, 1);
  const { rows: left } = await client.query('SELECT name FROM schema_migration WHERE id >= $1', [before.id]);
  await client.end();
  expect([undone, left]).toEqual([[before.name], [{ name: newest.name }]]);
  await migrate(database.url, log);
});

test('docs/data-model.md draws what the entities and the migrations make; `npm run sync` writes it', async () => {
  const kept = readFileSync(join(__dirname, '../../docs/data-model.md'), 'utf8');
  expect(kept).toBe(await printDataModel(database.url, buildGraph()));
});

test('every column belongs to an entity and every property of an entity has its column', async () => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'schema_migration' AND column_name <> 'version' ORDER BY 1, 2`,
  );
  await client.end();
  const inDatabase = rows.map(({ table, column }) => `${table}.${column}`);
  const inEntities = new Set(UNSEEN);
  for (const entity of entities) {
    const { table, columns } = describeEntity(entity);
    for (const { column } of columns) inEntities.add(`${table}.${column}`);
  }
  expect([...inEntities].sort()).toEqual(inDatabase.sort());
});
