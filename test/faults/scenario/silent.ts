import { FaultProxy } from '../../support/fault-proxy';
import type { Scenario } from '../scenario';
import { goThrough } from '../through-fault';

export const silent: Scenario = {
  name: 'silent',
  title: 'a black hole between server and database, sockets stay open',
  async run(world) {
    const proxy = await FaultProxy.open(world.databaseUrl);
    world.afterwards(() => proxy.close());
    const server = await world.serve(proxy.url);
    const findings = await goThrough(world, {
      server,
      seconds: 25,
      unready: true,
      inflict: () => proxy.hole(),
      heal: () => proxy.heal(),
    });
    findings.expect((await server.metric('earshot_pool_waiting')) === 0, 'queries still wait for a connection');
    return findings.outcome();
  },
};
