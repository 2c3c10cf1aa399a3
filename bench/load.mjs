// A load loop on plain sockets: HTTP clients cost more than what is measured here, and the load shares the machine with it.
import { connect } from 'node:net';

/** Bytes of a POST with a JSON body, ready to be sent any number of times. */
export function makeRequest(url, body) {
  const { host, pathname } = new URL(url);
  const json = JSON.stringify(body);
  return Buffer.from(
    `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`,
  );
}

/** Sends the requests in turn over so many connections for so long; throws at the first answer that is not a 200. */
export async function runLoad(url, requests, { connections, seconds }) {
  const until = performance.now() + seconds * 1_000;
  const latencies = [];
  const started = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: connections }, () =>
      converse(
        url,
        () => {
          if (performance.now() >= until) return null;
          return requests[next++ % requests.length];
        },
        latencies,
      ),
    ),
  );
  const took = (performance.now() - started) / 1_000;
  latencies.sort((a, b) => a - b);
  const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
  return { count: latencies.length, perSecond: latencies.length / took, p50: at(0.5), p99: at(0.99) };
}

function converse(url, nextRequest, latencies) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let buffered = Buffer.alloc(0);
    let sent = 0;
    const ask = () => {
      const request = nextRequest();
      if (!request) {
        socket.end();
        resolve();
        return;
      }
      sent = performance.now();
      socket.write(request);
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
      if (!isWhole(buffered)) return;
      if (buffered.toString('latin1', 9, 12) !== '200') {
        reject(new Error(`answered ${buffered.toString('utf8').slice(0, 400)}`));
        socket.destroy();
        return;
      }
      buffered = Buffer.alloc(0);
      latencies.push(performance.now() - sent);
      ask();
    });
  });
}

function isWhole(bytes) {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = bytes.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return bytes.length >= end + 4 + Number(length);
  return bytes.toString('latin1', bytes.length - 5) === '0\r\n\r\n';
}
