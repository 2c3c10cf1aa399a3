import { runCli } from '../../support/cli';
import { onServer } from '../../support/template';
import { Findings, type Scenario } from '../scenario';
import { QUERIES } from '../through-fault';

export const newerSchema: Scenario = {
  name: 'newer-schema',
  title: 'the database was migrated by a newer version',
  async run(world) {
    const findings = new Findings();
    const running = await world.serve(world.databaseUrl);
    await onServer(world.databaseUrl, (client) =>
      client.query(
        `INSERT INTO schema_migration ("timestamp", name) VALUES (4102444800000, 'FromTheFuture4102444800000')`,
      ),
    );
    const { code, stderr } = await runCli(['serve'], { env: { DATABASE_URL: world.databaseUrl, PORT: '0' } });
    findings.expect(code === 4, `a start on it ended with ${code}`);
    findings.expect(
      stderr.includes('FromTheFuture') && !/^\s+at /m.test(stderr),
      `it does not say why: ${stderr.slice(-300)}`,
    );
    const { status } = await running.ask(QUERIES[0] as string);
    findings.expect(status === 200, `the server that runs answers ${status}`);
    findings.degraded = true;
    findings.tell(`exit code ${code}: ${stderr.trim().split('\n').at(-1)?.slice(0, 140)}`);
    return findings.outcome();
  },
};
