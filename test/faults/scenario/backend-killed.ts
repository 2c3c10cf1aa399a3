import { setTimeout as sleep } from 'node:timers/promises';
import { queryRows } from '../../support/stored';
import type { Scenario } from '../scenario';
import { goThrough } from '../through-fault';

const ROUNDS = 5;
/** A query is run again once; twice in a row it may be refused. Longer than a query takes on a busy machine, ms. */
const BETWEEN = 1_500;

export const backendKilled: Scenario = {
  name: 'backend-killed',
  title: 'connections of the readers are ended, again and again',
  async run(world) {
    const server = await world.serve(world.databaseUrl);
    let ended = 0;
    const findings = await goThrough(world, {
      server,
      seconds: 0,
      // What had not begun to be answered is asked again, so that nobody notices.
      unnoticed: true,
      async inflict() {
        for (let round = 0; round < ROUNDS; round++) {
          const rows = await queryRows(
            world.databaseUrl,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'earshot reader' AND datname = current_database()",
          );
          ended += rows.length;
          await sleep(BETWEEN);
        }
      },
      heal: () => {},
    });
    findings.tell(`${ended} connections ended`);
    return findings.outcome();
  },
};
