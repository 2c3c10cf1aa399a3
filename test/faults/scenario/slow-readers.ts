import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, Load, learnAnswers } from '../load';
import { Findings, type Scenario } from '../scenario';
import { QUERIES, until } from '../through-fault';

const SOCKETS = 150;
const MOST_MEMORY = 400; // MB

export const slowReaders: Scenario = {
  name: 'slow-readers',
  title: 'clients ask for large answers and do not read them',
  async run(world) {
    const findings = new Findings();
    // Each text under many names, so that two hundred statements are an answer of some 7 MB.
    const limits = { EARSHOT_MAX_ALIASES: '500', EARSHOT_MAX_REPEATS: '500', EARSHOT_WRITE_TIMEOUT: '5s' };
    const server = await world.serve(world.databaseUrl, { ...limits, EARSHOT_RATE_LIMIT: 'off' });
    const names = Array.from({ length: 160 }, (_, n) => `t${n}: text`).join(' ');
    const large = `{ statements(first: 200) { nodes { ${names} } } }`;
    const { text, status } = await server.ask(large);
    findings.expect(status === 200, `the large answer is not to be had: ${status} ${text.slice(0, 200)}`);
    const questions = await learnAnswers(server, QUERIES.slice(0, 3));
    const load = new Load(server, questions, 4);
    const { hostname, port } = new URL(server.url);
    const body = JSON.stringify({ query: large });
    const head = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    const sockets: Socket[] = [];
    let closed = 0;
    for (let n = 0; n < SOCKETS; n++) {
      const socket = connect(Number(port), hostname, () => socket.write(head + body));
      socket.pause();
      socket.on('error', () => {});
      socket.on('close', () => closed++);
      sockets.push(socket);
    }
    let most = 0;
    const end = performance.now() + Math.max(10_000, 40_000 * world.scale);
    while (performance.now() < end) {
      most = Math.max(most, server.memory());
      await sleep(100);
    }
    const asked = await load.stop();
    // What is refused is short, and its sender may stay; nobody may keep a long answer waiting for longer than the limit.
    const cutAfter = await until(async () => (await server.metric('earshot_waiting_bytes')) === 0, 15_000);
    findings.expect(cutAfter <= 15_000, 'answers that nobody reads still wait');
    // Of its end a socket learns when it reads.
    for (const socket of sockets) socket.resume();
    const toldAfter = await until(async () => closed > 0, 15_000);
    findings.expect(toldAfter <= 15_000, 'no socket was closed');
    for (const socket of sockets) socket.destroy();
    findings.expect(most < MOST_MEMORY, `the server took ${most} MB`);
    const wrong = asked.filter(({ outcome }) => outcome === 'wrong');
    findings.expect(wrong.length === 0, `other readers were disturbed: ${describe(wrong)}`);
    findings.degraded = true;
    findings.tell(
      `an answer of ${(text.length / 1e6).toFixed(1)} MB (${status}), ${SOCKETS} sockets, at most ${most} MB; others: ${describe(asked)}`,
    );
    return findings.outcome();
  },
};
