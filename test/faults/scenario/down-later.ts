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
    // Each question has a line of its own, however many a quick machine asks.
    const lines = server.log.split('\n').filter((line) => !line.includes('"msg":"query"'));
    const bytes = lines.join('\n').length;
    findings.expect(bytes < 30_000, `${bytes} bytes were logged beside the lines of questions`);
    findings.tell(`${bytes} bytes logged of it`);
    return findings.outcome();
  },
};
