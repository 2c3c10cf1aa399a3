import { connect, createServer, type Server, type Socket } from 'node:net';
import { parse } from 'pg-connection-string';
import { nameOfStartup } from './startup-packet';

/**
 * What becomes of a connection's bytes. `pass`: they arrive; `pause`: they wait and arrive once it is over, as on a line that loses
 * packets for a while or beside a stopped process; `hole`: they are lost without a sign of it, the end of a connection too.
 */
type Fate = 'pass' | 'pause' | 'hole';

interface Rule {
  readonly fate: Fate;
  readonly delay: number;
  /** Null: every connection. */
  readonly name: string | null;
}

const PASS: Rule = { fate: 'pass', delay: 0, name: null };

/** Stands between the server and its database, and does to the connections what networks and hosts do. Healthy at first. */
export class FaultProxy {
  readonly #lines = new Set<Line>();
  #rules: Rule[] = [];
  #port = 0;
  #server: Server | null = null;
  /** Connections that were made to it so far; refused ones do not reach it. */
  tried = 0;

  private constructor(private readonly databaseUrl: string) {}

  static async open(databaseUrl: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(databaseUrl);
    await proxy.#listen();
    return proxy;
  }

  /** The database by way of this proxy. */
  get url(): string {
    const url = new URL(this.databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String(this.#port);
    url.searchParams.delete('host');
    return url.href;
  }

  /** By `application_name`, `''` where none was sent; cancel requests are called `cancel request`. */
  get openNames(): readonly string[] {
    return [...this.#lines].map((line) => line.name ?? '');
  }

  /** Swallows all bytes. Connections that are made now are taken and never answered. What lost bytes stays silent after `heal`. */
  hole(name: string | null = null): void {
    this.#rule({ fate: 'hole', delay: 0, name });
  }

  /** Holds all bytes back until `heal`. */
  pause(name: string | null = null): void {
    this.#rule({ fate: 'pause', delay: 0, name });
  }

  /** Each chunk arrives so many milliseconds late, both ways. */
  delay(milliseconds: number, name: string | null = null): void {
    this.#rule({ fate: 'pass', delay: milliseconds, name });
  }

  /** Ends open connections by RST, towards both ends. */
  reset(name: string | null = null): void {
    for (const line of this.#lines) if (name === null || line.name === name) line.reset();
  }

  /** New connections are refused; open ones stay as they are. */
  async refuse(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    // Its end is told when the open connections have ended too, and those may last.
    server?.close();
    await new Promise((resolve) => setImmediate(resolve));
  }

  async heal(): Promise<void> {
    this.#rules = [];
    for (const line of this.#lines) line.heal();
    if (!this.#server) await this.#listen();
  }

  async close(): Promise<void> {
    this.#server?.close();
    this.#server = null;
    for (const line of this.#lines) line.reset();
  }

  #rule(rule: Rule): void {
    this.#rules.unshift(rule);
    for (const line of this.#lines) line.follow(this.#ruleOf(line.name));
  }

  #ruleOf(name: string | null): Rule {
    return this.#rules.find((rule) => rule.name === null || rule.name === name) ?? PASS;
  }

  async #listen(): Promise<void> {
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) => {
      this.tried++;
      const line = new Line(client, this.#connect(), () => this.#ruleOf(line.name));
      this.#lines.add(line);
      line.onEnd = () => this.#lines.delete(line);
      line.start();
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as { port: number }).port;
    this.#server = server;
  }

  #connect(): Socket {
    const { host, port } = parse(this.databaseUrl);
    const at = Number(port || 5432);
    const path = host?.startsWith('/') ? `${host}/.s.PGSQL.${at}` : null;
    return connect(path ? { path, allowHalfOpen: true } : { host: host || 'localhost', port: at, allowHalfOpen: true });
  }
}

/** One connection from end to end. */
class Line {
  /** Known once the client has sent its first packet. */
  name: string | null = null;
  onEnd: () => void = () => {};
  #rule: Rule = PASS;
  #head = Buffer.alloc(0);
  #lost = false;
  #isHealed = false;
  /** An end of it has said goodbye, or is gone. */
  #isLeft = false;
  #closed = 0;

  constructor(
    private readonly client: Socket,
    private readonly database: Socket,
    private readonly find: () => Rule,
  ) {}

  start(): void {
    this.#join(this.client, this.database);
    this.#join(this.database, this.client);
    this.follow(this.find());
  }

  follow(rule: Rule): void {
    if (rule.fate === 'hole') this.#isHealed = false;
    this.#rule = rule;
    for (const socket of [this.client, this.database]) {
      if (rule.fate === 'pause') socket.pause();
      else socket.resume();
    }
  }

  heal(): void {
    this.#isHealed = true;
    if (!this.#lost) this.follow(PASS);
    // One end has gone meanwhile: now the other learns of it.
    else if (this.#isLeft) this.reset();
  }

  reset(): void {
    this.client.resetAndDestroy();
    this.database.resetAndDestroy();
  }

  #join(from: Socket, to: Socket): void {
    let isBroken = false;
    from.setNoDelay(true);
    from.on('data', (chunk) => {
      if (from === this.client && this.name === null) this.#readName(chunk);
      this.#pass(() => {
        if (!to.write(chunk) && !to.destroyed) {
          from.pause();
          to.once('drain', () => this.follow(this.#rule));
        }
      });
    });
    from.on('end', () => this.#leave(() => to.end()));
    from.on('error', () => {
      isBroken = true;
    });
    from.on('close', () => {
      this.#closed++;
      if (this.#closed === 2) this.onEnd();
      else this.#leave(() => (isBroken ? to.resetAndDestroy() : to.end()));
    });
  }

  #leave(tell: () => void): void {
    this.#isLeft = true;
    // The way is there again, but not the connection: whoever ends it now is answered as by a host that does not know it.
    if (this.#lost && this.#isHealed) this.reset();
    else this.#pass(tell);
  }

  #pass(deliver: () => void): void {
    const { fate, delay } = this.#rule;
    if (fate === 'hole') this.#lost = true;
    else if (delay > 0) setTimeout(deliver, delay);
    else deliver();
  }

  #readName(chunk: Buffer): void {
    this.#head = Buffer.concat([this.#head, chunk]);
    this.name = nameOfStartup(this.#head);
    if (this.name !== null) this.follow(this.find());
  }
}
