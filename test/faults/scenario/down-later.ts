import type { Scenario } from '../scenario';
import { goThrough } from '../through-fault';

export const downLater: Scenario = {
  name: 'down-later',
  title: 'Postgres goes away while the server runs, for a while',
  async run(world) {
    const server = await world.serve(world.databaseUrl);
    const findings = await goThrough(world, {
      server,
      seconds: 15,
      unready: true,
      inflict: () => world.postgres.stop(),
      heal: () => world.postgres.start(),
    });
    const bytes = server.log.length;
    findings.expect(bytes < 200_000, `${bytes} bytes were logged`);
    findings.tell(`${bytes} bytes logged in all`);
    return findings.outcome();
  },
};
