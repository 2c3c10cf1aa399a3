import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { startCli } from '../support/cli';
import { endOf, firstLineOf } from '../support/wait-until';

export interface Reply {
  /** 0 where there was no answer at all: refused, reset, or none within the patience. */
  readonly status: number;
  readonly text: string;
  readonly ms: number;
  readonly headers: Record<string, string | string[] | undefined>;
}

const running = new Set<ServerProcess>();

/** For a run that is stopped in the middle. */
export async function stopServers(): Promise<void> {
  await Promise.all([...running].map((server) => server.stop()));
}

/** The server as `npm start` runs it, as a process of its own. */
export class ServerProcess {
  /** What it has logged and complained of. */
  log = '';
  readonly agent = new Agent({ keepAlive: true, maxSockets: 2_000 });

  private constructor(
    readonly child: ChildProcess,
    public url: string,
  ) {
    child.stderr?.on('data', (chunk) => {
      this.log += chunk;
    });
  }

  static async start(databaseUrl: string, env: Record<string, string> = {}): Promise<ServerProcess> {
    const child = startCli(['serve', '--json'], { DATABASE_URL: databaseUrl, PORT: '0', ...FAULT_SETTINGS, ...env });
    const server = new ServerProcess(child, '');
    running.add(server);
    child.once('close', () => running.delete(server));
    server.url = new URL(JSON.parse(await firstLineOf(child, 120_000)).url).origin;
    return server;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  ask(query: string, headers: Record<string, string> = {}, patience?: number): Promise<Reply> {
    const body = JSON.stringify({ query });
    return this.send('POST', '/graphql', { 'content-type': 'application/json', ...headers }, body, patience);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('GET', path, headers);
  }

  /** An answer, whatever it is; never a rejection. */
  send(method: string, path: string, headers: Record<string, string>, body = '', patience = 30_000): Promise<Reply> {
    const started = performance.now();
    const { hostname, port } = new URL(this.url);
    return new Promise((resolve) => {
      const end = (status: number, text: string, answered: Reply['headers'] = {}): void => {
        clearTimeout(timer);
        resolve({ status, text, ms: performance.now() - started, headers: answered });
      };
      const sent = request({ hostname, port, method, path, agent: this.agent, headers }, (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => end(response.statusCode ?? 0, text, response.headers));
        response.on('error', (error) => end(0, `cut: ${error.message}`));
      });
      const timer = setTimeout(() => {
        end(0, `no answer in ${patience} ms`);
        sent.destroy();
      }, patience);
      sent.on('error', (error) => end(0, error.message));
      sent.end(body);
    });
  }

  async isReady(): Promise<boolean> {
    return (await this.get('/ready')).status === 200;
  }

  /** The value of a metric without labels; null where it is not printed. */
  async metric(name: string): Promise<number | null> {
    const line = new RegExp(`^${name} (\\S+)$`, 'm').exec((await this.get('/metrics')).text)?.[1];
    return line === undefined ? null : Number(line);
  }

  /** Memory that the process holds, in MB. */
  memory(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024);
  }

  async stop(): Promise<number | null> {
    this.agent.destroy();
    if (this.isRunning) this.child.kill('SIGTERM');
    return endOf(this.child, 60_000);
  }
}

/** Shorter than an operator's, so that a fault's whole course fits into seconds. */
export const FAULT_SETTINGS = { EARSHOT_DEADLINE: '3s', EARSHOT_RERUN_WITHIN: '2s', LOG_LEVEL: 'info' };
