import { AuditAction, AuditSubject } from '../../src/domain/audit-entry.entity';
import { inImport, withWriter } from '../../src/ingest/persist/import-lock';
import { recordChange } from '../../src/ingest/persist/record-change';
import { processActor } from '../../src/platform/actor';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { queryRows } from '../support/stored';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

const record = (database_: TestDatabase, after: () => void = () => {}) =>
  withWriter(database_.url, (client) =>
    inImport(client, async () => {
      const change = { action: AuditAction.REMOVE, subject: AuditSubject.DOCUMENT, ids: [7], summary: { reason: 'x' } };
      await recordChange(client, processActor(), change);
      after();
    }),
  );

const count = async () => (await queryRows(database.url, 'SELECT count(*)::int AS n FROM audit_entry'))[0].n;

test('an entry is there with its transaction and not without it, and is never changed', async () => {
  const fail = () => {
    throw new Error('the change failed');
  };
  await expect(record(database, fail)).rejects.toThrow('the change failed');
  expect(await count()).toBe(0);
  await record(database);
  expect(await count()).toBe(1);
  for (const sql of ["UPDATE audit_entry SET actor_name = 'x'", 'DELETE FROM audit_entry', 'TRUNCATE audit_entry']) {
    await expect(queryRows(database.url, sql)).rejects.toThrow('never changed');
  }
});

test('every action and every kind of subject that the product knows is taken', async () => {
  for (const action of Object.values(AuditAction)) {
    for (const subject of Object.values(AuditSubject)) {
      const change = { action, subject, ids: [] };
      await withWriter(database.url, (client) => recordChange(client, processActor(), change));
    }
  }
});
