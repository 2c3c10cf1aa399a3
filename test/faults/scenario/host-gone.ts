import { FaultProxy } from '../../support/fault-proxy';
import type { Scenario } from '../scenario';
import { goThrough } from '../through-fault';

export const hostGone: Scenario = {
  name: 'host-gone',
  title: "the database's host goes without a word, and another takes its address",
  async run(world) {
    const proxy = await FaultProxy.open(world.databaseUrl);
    world.afterwards(() => proxy.close());
    const server = await world.serve(proxy.url);
    let tried = 0;
    const findings = await goThrough(world, {
      server,
      seconds: 15,
      unready: true,
      inflict: () => {
        proxy.hole();
        tried = proxy.tried;
      },
      async heal() {
        tried = proxy.tried - tried;
        await proxy.heal();
      },
    });
    findings.expect(tried > 0, 'not one new connection was tried');
    findings.tell(`${tried} new connections tried meanwhile`);
    return findings.outcome();
  },
};
