import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { describe, judge, learnAnswers } from '../load';
import { Findings, type Scenario } from '../scenario';
import { measureBounds, QUERIES, seconds } from '../through-fault';

const ASKERS = 60;

export const poolExhausted: Scenario = {
  name: 'pool-exhausted',
  title: 'every connection waits for a lock, and the queue is full',
  async run(world) {
    const findings = new Findings();
    const server = await world.serve(world.databaseUrl, { EARSHOT_POOL_QUEUE: '16' });
    const [rows, memory] = await learnAnswers(server, QUERIES.slice(0, 2));
    const { answer, recovery } = await measureBounds(server, rows!.query);
    const holder = new Client({ connectionString: world.databaseUrl });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE utterance IN ACCESS EXCLUSIVE MODE');
    const asked = Promise.all(Array.from({ length: ASKERS }, async () => judge(await server.ask(rows!.query), rows!)));
    await sleep(500);
    const besides = judge(await server.ask(memory!.query), memory!);
    findings.expect(
      besides.what === '200' && besides.ms < recovery,
      `memory is not read meanwhile: ${describe([besides])}`,
    );
    const answers = await asked;
    await holder.end();
    const wrong = answers.filter(({ outcome }) => outcome === 'wrong');
    findings.expect(wrong.length === 0, `neither answer nor refusal: ${describe(wrong)}`);
    const full = answers.filter(({ what }) => what.endsWith('SERVER_BUSY'));
    findings.expect(full.length >= ASKERS - 8 - 16, `only ${full.length} were told that the queue is full`);
    findings.expect(
      full.every(({ ms }) => ms < recovery),
      `told late: ${describe(full)}`,
    );
    findings.expect(
      answers.every(({ ms }) => ms < answer),
      `answered late: ${describe(answers)}`,
    );
    const later = judge(await server.ask(rows!.query), rows!);
    findings.expect(later.what === '200' && later.ms < recovery, `not normal afterwards: ${describe([later])}`);
    findings.degraded = true;
    findings.tell(`${describe(answers)}; normal again after ${seconds(later.ms)}`);
    return findings.outcome();
  },
};
