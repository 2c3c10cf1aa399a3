import type { Scenario } from '../scenario';
import { goThrough } from '../through-fault';

export const postmasterKilled: Scenario = {
  name: 'postmaster-killed',
  title: 'Postgres is killed hard, and recovers',
  async run(world) {
    const server = await world.serve(world.databaseUrl);
    const findings = await goThrough(world, {
      server,
      seconds: 0,
      inflict: () => world.postgres.kill(),
      heal: () => world.postgres.start(),
    });
    return findings.outcome();
  },
};
