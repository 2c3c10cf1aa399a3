// A crowd of sockets that offers a load: as fast as it is answered, or at a rate of its own, whatever the server makes of it.
import { connect } from 'node:net';

const TICK = 2; // ms between two looks at what is due

export class Crowd {
  #idle = [];
  #next = 0;
  #tally = null;
  #ask = () => {};

  /** Sockets that are connected before anything is counted. */
  static async connect(url, requests, size) {
    const crowd = new Crowd(requests);
    const { hostname, port } = new URL(url);
    await Promise.all(Array.from({ length: size }, () => crowd.#open({ host: hostname, port: Number(port) })));
    return crowd;
  }

  constructor(requests) {
    this.requests = requests;
    this.all = new Set();
  }

  /** Each socket asks again as soon as it is answered. */
  async askAlways(seconds) {
    const until = performance.now() + seconds * 1_000;
    return this.#during(until, () => performance.now() < until && this.#send());
  }

  /** So many questions in all. */
  async askCount(count) {
    let left = count;
    return this.#during(Number.POSITIVE_INFINITY, () => left-- > 0 && this.#send());
  }

  /** So many a second, however long answers take; what is due and finds every socket busy is counted, and not made up for. */
  async askAtRate(rate, seconds) {
    const started = performance.now();
    const until = started + seconds * 1_000;
    let due = 0;
    this.#begin();
    this.#ask = () => {};
    while (performance.now() < until) {
      for (const now = ((performance.now() - started) / 1_000) * rate; due < now; due++) {
        if (!this.#send()) this.#tally.unsent++;
      }
      await new Promise((resolve) => setTimeout(resolve, TICK));
    }
    return this.#finish(until);
  }

  close() {
    for (const socket of this.all) socket.destroy();
  }

  async #during(until, ask) {
    this.#begin();
    this.#ask = ask;
    for (let n = this.#idle.length; n > 0; n--) ask();
    return this.#finish(until);
  }

  #begin() {
    this.#tally = { good: [], refused: [], bad: new Map(), unsent: 0, waiting: 0 };
  }

  /** Waits for what is under way; an answer that comes after the end of its phase is not counted as one of it. */
  async #finish(until) {
    while (performance.now() < until && (until !== Number.POSITIVE_INFINITY || this.#tally.waiting > 0)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const { good, refused, bad, unsent } = this.#tally;
    this.#ask = () => {};
    const p = (list, share) => {
      const sorted = [...list].sort((a, b) => a - b);
      return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
    };
    const badKinds = [...bad].map(([what, count]) => `${count} × ${what}`).join(', ');
    return {
      good: good.length,
      goodP99: p(good, 0.99),
      refused: refused.length,
      refusedP50: p(refused, 0.5),
      refusedP99: p(refused, 0.99),
      bad: [...bad.values()].reduce((sum, count) => sum + count, 0),
      badKinds,
      unsent,
    };
  }

  #send() {
    const socket = this.#idle.pop();
    if (!socket) return false;
    socket.sent = performance.now();
    this.#tally.waiting++;
    socket.write(this.requests[this.#next++ % this.requests.length]);
    return true;
  }

  #open(address) {
    return new Promise((resolve, reject) => {
      const socket = connect({ ...address, noDelay: true });
      this.all.add(socket);
      let parts = [];
      let left = -1;
      socket.once('connect', () => {
        this.#idle.push(socket);
        resolve();
      });
      socket.on('error', (error) => {
        reject(error);
        this.#note('bad', error.message);
      });
      // A server that closes a connection after a refusal is allowed to; the crowd stays as large as it was.
      socket.on('close', () => {
        this.all.delete(socket);
        const at = this.#idle.indexOf(socket);
        if (at >= 0) this.#idle.splice(at, 1);
      });
      socket.on('data', (chunk) => {
        parts.push(chunk);
        if (left < 0) {
          const bytes = parts.length === 1 ? chunk : Buffer.concat(parts);
          parts = [bytes];
          const end = bytes.indexOf('\r\n\r\n');
          if (end < 0) return;
          const length = /\r\ncontent-length: (\d+)/i.exec(bytes.toString('latin1', 0, end))?.[1];
          left = end + 4 + Number(length) - bytes.length;
        } else left -= chunk.length;
        if (left > 0) return;
        this.#judge(parts[0].toString('latin1', 9, 12), performance.now() - socket.sent, parts);
        parts = [];
        left = -1;
        this.#tally.waiting--;
        this.#idle.push(socket);
        this.#ask();
      });
    });
  }

  #judge(status, ms, parts) {
    // An error inside an answer shows at its beginning or its end.
    const hasErrors = parts[0].includes('{"errors":') || parts.at(-1).includes('"errors":');
    if (status === '200' && !hasErrors) this.#tally.good.push(ms);
    else if (status === '503' || status === '429') this.#tally.refused.push(ms);
    else this.#note('bad', `${status} ${Buffer.concat(parts).toString('utf8').slice(-200)}`);
  }

  #note(kind, what) {
    this.#tally?.[kind].set(what, (this.#tally[kind].get(what) ?? 0) + 1);
  }
}
