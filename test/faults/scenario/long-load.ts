import { setTimeout as sleep } from 'node:timers/promises';
import { runCount } from '../../support/settings';
import { describe, Load, learnAnswers } from '../load';
import { Findings, type Scenario } from '../scenario';
import { QUERIES } from '../through-fault';

const SECONDS = 300;
/** Memory may grow by so much between the first and the last third: caches fill, and the heap breathes. */
const MOST_GROWTH = 1.25;

export const longLoad: Scenario = {
  name: 'long-load',
  title: 'minutes of steady load (EARSHOT_TEST_LOAD_SECONDS sets how many)',
  async run(world) {
    const findings = new Findings();
    const server = await world.serve(world.databaseUrl);
    const questions = await learnAnswers(server, QUERIES);
    const load = new Load(server, questions, 16, 5);
    const samples: number[] = [];
    const span = runCount('LOAD_SECONDS', SECONDS) * 1_000 * world.scale;
    const end = performance.now() + span;
    while (performance.now() < end) {
      await sleep(span / 60);
      samples.push(server.memory());
    }
    const asked = await load.stop();
    const wrong = asked.filter(({ outcome }) => outcome !== 'right');
    findings.expect(wrong.length === 0, `not answered: ${describe(wrong)}`);
    const third = Math.floor(samples.length / 3);
    const early = Math.max(...samples.slice(third, 2 * third));
    const late = Math.max(...samples.slice(-third));
    findings.expect(late <= early * MOST_GROWTH, `memory grows: ${early} MB, then ${late} MB`);
    findings.tell(`${describe(asked)} in ${Math.round(span / 1_000)} s; ${early} MB, then ${late} MB`);
    return findings.outcome();
  },
};
