import { setTimeout as sleep } from 'node:timers/promises';
import { runCli, startCli } from '../../support/cli';
import { endOf } from '../../support/wait-until';
import { Findings, type Scenario } from '../scenario';

/** ms after its start in which a process begins to migrate, and how far apart the kills lie. */
const [EARLIEST, STEP] = [300, 150];

export const migrationsKilled: Scenario = {
  name: 'migrations-killed',
  title: 'a migration is killed hard at several moments, then run again',
  async run(world) {
    const findings = new Findings();
    const database = await world.makeEmptyDatabase();
    const env = { DATABASE_URL: database };
    const kills = Math.max(3, Math.round(12 * world.scale));
    const states = new Set<number>();
    for (let kill = 0; kill < kills; kill++) {
      const child = startCli(['migrate'], env);
      await sleep(EARLIEST + kill * STEP);
      child.kill('SIGKILL');
      await endOf(child);
      const { json } = await runCli(['migrate', 'status', '--json'], { env });
      states.add((json as { applied: boolean }[]).filter(({ applied }) => applied).length);
    }
    const { code, stderr } = await runCli(['migrate'], { env });
    findings.expect(code === 0, `the last one ended with ${code}: ${stderr}`);
    const { json } = await runCli(['migrate', 'status', '--json'], { env });
    findings.expect(
      (json as { applied: boolean }[]).every(({ applied }) => applied),
      'some have not run',
    );
    const server = await world.serve(database);
    findings.expect(await server.isReady(), 'the server is not ready on it');
    findings.tell(`${kills} kills, after which ${[...states].join(', ')} migrations had run; then all`);
    return findings.outcome();
  },
};
