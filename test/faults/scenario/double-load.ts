import { setTimeout as sleep } from 'node:timers/promises';
import { describe, Load, learnAnswers } from '../load';
import { Findings, type Scenario } from '../scenario';
import { QUERIES } from '../through-fault';

const PEAK = 32;
const SOCKETS = 600;

export const doubleLoad: Scenario = {
  name: 'double-load',
  title: 'far more ask than can be answered (npm run bench:overload measures what is left)',
  async run(world) {
    const findings = new Findings();
    const server = await world.serve(world.databaseUrl, { EARSHOT_POOL_QUEUE: '64' });
    const questions = await learnAnswers(server, QUERIES);
    const span = Math.max(2_000, 10_000 * world.scale);
    const during = async (connections: number) => {
      const load = new Load(server, questions, connections, 0);
      await sleep(span);
      return load.stop();
    };
    const peak = await during(PEAK);
    const crowd = await during(SOCKETS);
    const wrong = [...peak, ...crowd].filter(({ outcome }) => outcome === 'wrong');
    findings.expect(wrong.length === 0, `neither answer nor refusal: ${describe(wrong)}`);
    const right = (asked: typeof peak) => asked.filter(({ outcome }) => outcome === 'right').length;
    const share = right(crowd) / right(peak);
    // Client, server and database share the machine here, so the bound is far from what a server of its own keeps.
    findings.expect(share > 0.4, `only ${Math.round(share * 100)} % of the peak's answers`);
    findings.degraded = true;
    findings.tell(
      `peak ${describe(peak)}; crowd ${describe(crowd)}; ${Math.round(share * 100)} % of the answers of the peak`,
    );
    return findings.outcome();
  },
};
