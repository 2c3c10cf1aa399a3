import { setTimeout as sleep } from 'node:timers/promises';
import type { Scenario } from '../scenario';
import { goThrough } from '../through-fault';

export const restart: Scenario = {
  name: 'restart',
  title: 'Postgres is restarted in order',
  async run(world) {
    const server = await world.serve(world.databaseUrl);
    const findings = await goThrough(world, {
      server,
      seconds: 0,
      inflict: () => world.postgres.stop(),
      heal: async () => {
        await sleep(1_000);
        await world.postgres.start();
      },
    });
    return findings.outcome();
  },
};
