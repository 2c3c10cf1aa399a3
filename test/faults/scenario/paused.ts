import type { Scenario } from '../scenario';
import { goThrough } from '../through-fault';

export const paused: Scenario = {
  name: 'paused',
  title: 'Postgres is stopped by SIGSTOP with all its children, and goes on',
  async run(world) {
    const server = await world.serve(world.databaseUrl);
    world.afterwards(() => world.postgres.resume());
    const findings = await goThrough(world, {
      server,
      seconds: 15,
      unready: true,
      inflict: () => world.postgres.pause(),
      heal: () => world.postgres.resume(),
    });
    return findings.outcome();
  },
};
