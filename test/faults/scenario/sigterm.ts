import { setTimeout as sleep } from 'node:timers/promises';
import { endOf } from '../../support/wait-until';
import { type Asked, describe, judge, learnAnswers } from '../load';
import { Findings, type Scenario } from '../scenario';
import { QUERIES, seconds } from '../through-fault';

const CLIENTS = 16;

/** A client of a balancer: it keeps its connection, and asks nobody once it was told that the connection ends. */
export const sigterm: Scenario = {
  name: 'sigterm',
  title: 'the server is told to stop while clients ask',
  async run(world) {
    const findings = new Findings();
    const server = await world.serve(world.databaseUrl, { EARSHOT_STOP_DELAY: '3s', EARSHOT_DRAIN_TIMEOUT: '10s' });
    const questions = await learnAnswers(server, QUERIES);
    const asked: Asked[] = [];
    let isTold = false;
    const converse = async (first: number): Promise<void> => {
      for (let n = first; ; n++) {
        const question = questions[n % questions.length]!;
        const reply = await server.ask(question.query);
        asked.push(judge(reply, question));
        if (reply.headers.connection === 'close' || reply.status === 0) return;
        await sleep(10);
      }
    };
    const watch = async (): Promise<void> => {
      while (server.isRunning) {
        const { status } = await server.get('/ready');
        if (status === 503) isTold = true;
        await sleep(20);
      }
    };
    const clients = Promise.all([...Array.from({ length: CLIENTS }, (_, n) => converse(n)), watch()]);
    await sleep(1_500);
    const started = performance.now();
    server.child.kill('SIGTERM');
    await clients;
    const code = await endOf(server.child, 30_000);
    const took = performance.now() - started;
    const wrong = asked.filter(({ outcome }) => outcome !== 'right');
    findings.expect(wrong.length === 0, `clients lost an answer: ${describe(wrong)}`);
    findings.expect(isTold, '/ready never said no before the port closed');
    findings.expect(code === 0, `exit code ${code}`);
    findings.expect(took < 20_000, `it took ${seconds(took)}`);
    findings.tell(`${describe(asked)}; ended with ${code} after ${seconds(took)}`);
    return findings.outcome();
  },
};
