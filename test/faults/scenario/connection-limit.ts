import { onServer } from '../../support/template';
import type { Scenario } from '../scenario';
import { goThrough } from '../through-fault';

const ROLE = 'faults_limited';
const PASSWORD = 'limited';

export const connectionLimit: Scenario = {
  name: 'connection-limit',
  title: 'Postgres gives fewer connections than the pool asks for',
  async run(world) {
    await onServer(world.databaseUrl, (client) =>
      client.query(`CREATE ROLE ${ROLE} LOGIN PASSWORD '${PASSWORD}';
        GRANT ALL ON SCHEMA public TO ${ROLE}; GRANT ALL ON ALL TABLES IN SCHEMA public TO ${ROLE};
        GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ${ROLE}`),
    );
    world.afterwards(() =>
      onServer(world.databaseUrl, (client) => client.query(`DROP OWNED BY ${ROLE}; DROP ROLE ${ROLE}`)),
    );
    const url = new URL(world.databaseUrl);
    [url.username, url.password] = [ROLE, PASSWORD];
    const server = await world.serve(url.href);
    const limit = (connections: number) =>
      onServer(world.databaseUrl, (client) => client.query(`ALTER ROLE ${ROLE} CONNECTION LIMIT ${connections}`));
    const findings = await goThrough(world, {
      server,
      seconds: 10,
      unnoticed: true,
      async inflict() {
        await limit(5);
        // All have to be made anew, and most will not be.
        await onServer(world.databaseUrl, (client) =>
          client.query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'earshot reader'",
          ),
        );
      },
      heal: () => limit(-1),
    });
    return findings.outcome();
  },
};
