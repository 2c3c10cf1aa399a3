import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { queryRows } from '../../support/stored';
import { endOf } from '../../support/wait-until';
import { describe, Load, learnAnswers } from '../load';
import { makeNewerClone } from '../newer-clone';
import { Findings, type Scenario } from '../scenario';
import { QUERIES, seconds, until } from '../through-fault';

const HOLDER = 'a long report';
/** How long a migration asks for its lock before it lets others pass, and how long it does that at most; docs/running.md. */
const STEP_MS = 1_000;
const PAUSE_MS = 4_000;
/** What answering takes besides, on a machine that others use. */
const ANSWER_MS = 1_000;

/** A migration of its own, which changes no answer: what is asked for is the waiting alone. */
export const migrationBehindReader: Scenario = {
  name: 'migration-behind-reader',
  title: 'a migration has to wait for a reader of 15 s; nobody else has to',
  async run(world) {
    const findings = new Findings();
    const { databaseUrl } = world;
    const newer = makeNewerClone(
      'ALTER TABLE document ADD COLUMN tried_locks int',
      'ALTER TABLE document DROP COLUMN tried_locks',
    );
    world.afterwards(() => newer.remove());
    const server = await world.serve(databaseUrl);
    const questions = await learnAnswers(server, [...QUERIES, '{ documents(first: 5) { nodes { title } } }']);
    const reader = new Client({ connectionString: databaseUrl, application_name: HOLDER });
    world.afterwards(() => reader.end());
    await reader.connect();
    const load = new Load(server, questions, 4);
    await sleep(1_000);
    const usual = load.asked.reduce((most, { ms }) => Math.max(most, ms), 0);
    await reader.query('BEGIN; SELECT count(*) FROM document');
    const migrating = newer.start(['migrate', 'up', '--json'], databaseUrl);
    world.afterwards(() => migrating.kill('SIGKILL'));
    const said = Promise.all([text(migrating.stdout!), text(migrating.stderr!)]);
    const ended = endOf(migrating, 150_000);
    const began = await until(() => isWaiting(databaseUrl), 60_000);
    findings.expect(Number.isFinite(began), 'the migration never asked for its lock');
    const started = performance.now();
    const span = 15_000 * Math.max(0.3, world.scale);
    await sleep(span);
    findings.expect(!(await isMigrated(databaseUrl)), 'it did not wait for the reader');
    await reader.query('COMMIT');
    const code = await ended;
    const took = performance.now() - started;
    const [, stderr] = await said;
    const asked = await load.stop();
    findings.expect(code === 0 && (await isMigrated(databaseUrl)), `migrate up ended with ${code}: ${stderr}`);
    const patience = span + PAUSE_MS + STEP_MS + 2_000;
    findings.expect(took < patience, `it ran only ${seconds(took - span)} after the reader's end`);
    const waits = stderr.split('\n').filter((line) => line.includes('a migration waits for a lock'));
    findings.expect(waits.length >= (span > 10_000 ? 3 : 1), `it stepped back ${waits.length} times: ${stderr}`);
    findings.expect(
      waits.every((line) => line.includes(`\\"${HOLDER}\\"`)),
      `it does not name who is in its way: ${stderr}`,
    );
    const bound = STEP_MS + ANSWER_MS + 2 * usual;
    const late = asked.filter(({ ms }) => ms > bound);
    findings.expect(late.length === 0, `readers waited behind it longer than ${seconds(bound)}: ${describe(late)}`);
    const wrong = asked.filter(({ outcome }) => outcome !== 'right');
    findings.expect(wrong.length === 0, `readers were disturbed: ${describe(wrong)}`);
    findings.tell(`${describe(asked)}; it stepped back ${waits.length} times, and ran within ${seconds(took)}`);
    return findings.outcome();
  },
};

const isWaiting = async (url: string): Promise<boolean> =>
  (
    await queryRows(
      url,
      "SELECT FROM pg_locks WHERE NOT granted AND relation = 'document'::regclass AND mode = 'AccessExclusiveLock'",
    )
  ).length > 0;

const isMigrated = async (url: string): Promise<boolean> =>
  (
    await queryRows(
      url,
      "SELECT FROM pg_attribute WHERE attrelid = 'document'::regclass AND attname = 'tried_locks' AND NOT attisdropped",
    )
  ).length > 0;
