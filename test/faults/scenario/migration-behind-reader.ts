import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { runCli } from '../../support/cli';
import { describe, Load, learnAnswers } from '../load';
import { Findings, type Scenario } from '../scenario';
import { QUERIES, seconds } from '../through-fault';

/** Adds a column to `document`, by the time in its name. */
const CHANGES_DOCUMENT = '20261124005000';

export const migrationBehindReader: Scenario = {
  name: 'migration-behind-reader',
  title: 'a migration has to wait for a reader of 15 s; nobody else has to',
  async run(world) {
    const findings = new Findings();
    const env = { DATABASE_URL: world.databaseUrl };
    const server = await world.serve(world.databaseUrl);
    const questions = await learnAnswers(server, [...QUERIES, '{ documents(first: 5) { nodes { title } } }']);
    // Back to before a migration that changes a table which readers read; what came with it is not asked for here.
    const { json } = await runCli(['migrate', 'status', '--json'], { env });
    const names = (json as { name: string }[]).map(({ name }) => name);
    const steps = names.length - names.findIndex((name) => name.endsWith(CHANGES_DOCUMENT));
    const down = await runCli(['migrate', 'down', '--steps', String(steps)], { env });
    findings.expect(down.code === 0, `migrate down ended with ${down.code}: ${down.stderr}`);
    const reader = new Client({ connectionString: world.databaseUrl });
    await reader.connect();
    await reader.query('BEGIN; SELECT count(*) FROM document');
    const load = new Load(server, questions, 4);
    const started = performance.now();
    const migrating = runCli(['migrate', 'up', '--json'], { env });
    await sleep(15_000 * Math.max(0.3, world.scale));
    await reader.query('COMMIT');
    await reader.end();
    const up = await migrating;
    const took = performance.now() - started;
    const asked = await load.stop();
    findings.expect(up.code === 0, `migrate up ended with ${up.code}: ${up.stderr}`);
    const late = asked.filter(({ ms }) => ms > 3_000);
    findings.expect(late.length === 0, `readers waited behind it: ${describe(late)}`);
    const wrong = asked.filter(({ outcome }) => outcome !== 'right');
    findings.expect(wrong.length === 0, `readers were disturbed: ${describe(wrong)}`);
    findings.tell(`${describe(asked)}; migrated within ${seconds(took)}`);
    return findings.outcome();
  },
};
