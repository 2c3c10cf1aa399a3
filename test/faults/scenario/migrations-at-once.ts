import { queryRows } from '../../support/stored';
import { Findings, type Scenario } from '../scenario';

export const migrationsAtOnce: Scenario = {
  name: 'migrations-at-once',
  title: 'three servers start at once on an empty database',
  async run(world) {
    const findings = new Findings();
    const database = await world.makeEmptyDatabase();
    const servers = await Promise.all([1, 2, 3].map(() => world.serve(database)));
    for (const server of servers) findings.expect(await server.isReady(), 'one of them is not ready');
    const twice = await queryRows(database, 'SELECT name FROM schema_migration GROUP BY 1 HAVING count(*) > 1');
    findings.expect(twice.length === 0, `${twice.length} migrations were run twice`);
    const [{ samples }] = await queryRows(
      database,
      "SELECT count(*)::int AS samples FROM document WHERE natural_key = 'native:meta-2024q4-retold'",
    );
    findings.expect(samples === 1, `${samples} samples were loaded`);
    findings.tell('all three serve; each migration ran once, the sample was loaded once');
    return findings.outcome();
  },
};
