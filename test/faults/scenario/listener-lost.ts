import { setTimeout as sleep } from 'node:timers/promises';
import { FaultProxy } from '../../support/fault-proxy';
import { queryRows } from '../../support/stored';
import { Findings, type Scenario } from '../scenario';
import { measureBounds, seconds, until } from '../through-fault';

const QUESTION = '{ company(symbol: "SYN3") { name } }';
/** How old memory may be before /ready says no, with what a busy machine adds; ms. */
const NOTICE = 15_000;

export const listenerLost: Scenario = {
  name: 'listener-lost',
  title: 'only the connection that hears of changes falls silent',
  async run(world) {
    const findings = new Findings();
    const proxy = await FaultProxy.open(world.databaseUrl);
    world.afterwards(() => proxy.close());
    const server = await world.serve(proxy.url);
    const { recovery } = await measureBounds(server, QUESTION);
    proxy.hole('earshot reference');
    await queryRows(world.databaseUrl, "UPDATE company SET name = 'Renamed Meanwhile' WHERE slug = 'synthetic-3'");
    const isNew = async () => (await server.ask(QUESTION)).text.includes('Renamed Meanwhile');
    const noticed = await until(async () => !(await server.isReady()) || (await isNew()), NOTICE);
    findings.expect(noticed <= NOTICE, `stale for ${seconds(NOTICE)}, and /ready says yes`);
    await sleep(3_000 * world.scale);
    await proxy.heal();
    const seen = await until(isNew, 15_000);
    const ready = await until(() => server.isReady(), 15_000);
    findings.expect(seen <= recovery, `what was changed is seen only ${seconds(seen)} after the end`);
    findings.expect(ready <= recovery, `/ready says yes only ${seconds(ready)} after the end`);
    findings.degraded = true;
    findings.tell(
      `/ready said no, or the change was seen, after ${seconds(noticed)}; true again after ${seconds(seen)}`,
    );
    return findings.outcome();
  },
};
