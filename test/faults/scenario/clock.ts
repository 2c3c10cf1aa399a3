import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApiKey } from '../../../src/platform/database/api-key';
import { onServer } from '../../support/template';
import { Findings, type Scenario } from '../scenario';
import { measureBounds, QUERIES, seconds, until } from '../through-fault';

/** How long a revoked key may go on, and a stopped database unnoticed, with what a busy machine adds; ms. */
const NOTICE = 9_000;

export const clock: Scenario = {
  name: 'clock',
  title: 'the clock of the server is put back by an hour',
  async run(world) {
    const findings = new Findings();
    const { key } = await createApiKey(world.databaseUrl, { name: 'faults', scopes: ['read'], expiresAt: null });
    const shift = join(__dirname, '../shift-clock.cjs');
    const server = await world.serve(world.databaseUrl, {
      NODE_OPTIONS: `--require ${shift}`,
      EARSHOT_REQUIRE_KEY: 'on',
    });
    const ask = () => server.ask(QUERIES[0] as string, { 'x-api-key': key });
    findings.expect((await ask()).status === 200, 'the key is not valid to begin with');
    await server.isReady();
    const { recovery } = await measureBounds(server, '{ __typename }');
    server.child.kill('SIGUSR2');
    await sleep(500);
    findings.expect((await ask()).status === 200, 'a query after it is not answered');
    await onServer(world.databaseUrl, (client) => client.query('UPDATE api_key SET revoked_at = now()'));
    const revoked = await until(async () => (await ask()).status === 401, NOTICE);
    findings.expect(revoked <= NOTICE, `a revoked key is valid for ${seconds(NOTICE)} and longer`);
    await world.postgres.stop();
    const unready = await until(async () => !(await server.isReady()), NOTICE);
    findings.expect(unready <= NOTICE, `/ready says yes ${seconds(NOTICE)} after Postgres has stopped`);
    await world.postgres.start();
    const ready = await until(() => server.isReady(), 15_000);
    findings.expect(ready <= recovery, `/ready says yes only ${seconds(ready)} after Postgres is back`);
    findings.tell(`a revoked key ended after ${seconds(revoked)}, /ready said no after ${seconds(unready)}`);
    return findings.outcome();
  },
};
