import { runCli } from '../../support/cli';
import { Findings, type Scenario } from '../scenario';

export const downAtStart: Scenario = {
  name: 'down-at-start',
  title: 'Postgres is not there when the server starts',
  async run(world) {
    const findings = new Findings();
    await world.postgres.stop();
    const started = performance.now();
    const { code, stderr } = await runCli(['serve'], { env: { DATABASE_URL: world.databaseUrl, PORT: '0' } });
    const took = performance.now() - started;
    await world.postgres.start();
    // Whatever starts it starts it again: systemd, Docker and Kubernetes do.
    findings.expect(code === 4, `it ended with ${code}`);
    findings.expect(!/^\s+at /m.test(stderr), 'a stack was printed');
    findings.expect(
      stderr.includes(new URL(world.databaseUrl).port),
      'it does not say which database cannot be reached',
    );
    findings.expect(took < 30_000, `it took ${took} ms`);
    const server = await world.serve(world.databaseUrl);
    findings.expect(await server.isReady(), 'once Postgres is there it does not become ready');
    findings.degraded = true;
    findings.tell(`exit code ${code}: ${stderr.trim().split('\n').at(-1)?.slice(0, 160)}`);
    return findings.outcome();
  },
};
