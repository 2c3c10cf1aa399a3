import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, Load, learnAnswers } from '../load';
import { Findings, type Scenario } from '../scenario';
import { QUERIES } from '../through-fault';

const SOCKETS = 2_000;

export const idleSockets: Scenario = {
  name: 'idle-sockets',
  title: 'two thousand connections that say nothing, half of them in the middle of a request',
  async run(world) {
    const findings = new Findings();
    const server = await world.serve(world.databaseUrl, {
      EARSHOT_HEADERS_TIMEOUT: '5s',
      EARSHOT_REQUEST_TIMEOUT: '5s',
    });
    const questions = await learnAnswers(server, QUERIES);
    const before = server.memory();
    const { hostname, port } = new URL(server.url);
    let [open, refused, closed] = [0, 0, 0];
    const sockets: Socket[] = [];
    for (let n = 0; n < SOCKETS; n++) {
      const socket = connect(Number(port), hostname, () => {
        open++;
        if (n % 2 === 0) socket.write('POST /graphql HTTP/1.1\r\nhost: localhost\r\n');
      });
      socket.on('error', () => refused++);
      socket.on('close', () => closed++);
      socket.resume();
      sockets.push(socket);
      if (n % 100 === 99) await sleep(20);
    }
    const load = new Load(server, questions, 8);
    await sleep(Math.max(9_000, 15_000 * world.scale));
    const asked = await load.stop();
    const grown = server.memory() - before;
    findings.expect(open === SOCKETS, `only ${open} of ${SOCKETS} were taken, ${refused} refused`);
    const wrong = asked.filter(({ outcome }) => outcome !== 'right');
    findings.expect(wrong.length === 0, `others were disturbed: ${describe(wrong)}`);
    findings.expect(closed >= SOCKETS / 2, `only ${closed} sockets that stopped within a request were closed`);
    findings.expect(grown < 200, `the server took ${grown} MB for them`);
    for (const socket of sockets) socket.destroy();
    findings.tell(`${closed} closed for sending half a request; ${grown} MB more memory; others: ${describe(asked)}`);
    return findings.outcome();
  },
};
