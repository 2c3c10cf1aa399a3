import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { startEmbedded } from '../../src/platform/embedded/embedded';
import { serverArguments } from '../../src/platform/embedded/server-settings';
import { createLog } from '../../src/platform/log';
import { onServer } from '../support/template';
import { endOf, waitUntil } from '../support/wait-until';

/** A Postgres that keeps its port over restarts, and to which everything may be done that happens to one. */
export class OwnPostgres {
  #child: ChildProcess | null = null;

  private constructor(
    readonly url: string,
    private readonly home: string,
  ) {}

  /** Made as the product makes it; then run without it, since the product would take another port each time. */
  static async make(home: string): Promise<OwnPostgres> {
    const made = await startEmbedded({ home, log: createLog({ logLevel: 'silent' }), durable: false });
    await made.stop();
    const postgres = new OwnPostgres(made.url, home);
    await postgres.start();
    return postgres;
  }

  get pid(): number {
    return this.#child!.pid!;
  }

  async start(): Promise<void> {
    const [version] = readdirSync(join(this.home, 'postgres'));
    const folder = join(this.home, 'postgres', version as string);
    const data = join(this.home, 'data');
    const { uid, gid } = statSync(data);
    const port = Number(new URL(this.url).port);
    const settings = [...serverArguments({ port, durable: false }), '-c', 'shared_buffers=128MB'];
    const account = process.getuid?.() === 0 ? { uid, gid } : {};
    this.#child = spawn(join(folder, 'bin/postgres'), ['-D', data, ...settings], {
      cwd: folder,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      stdio: 'ignore',
      detached: true,
      ...account,
    });
    await waitUntil('Postgres', () => onServer(this.url, () => Promise.resolve(true)).catch(() => false), 60_000);
  }

  /** As an operator stops it: open transactions are rolled back, clients are told. */
  async stop(): Promise<void> {
    await this.#end('SIGINT');
  }

  /** As the kernel does when memory runs out; its children notice by themselves. */
  async kill(): Promise<void> {
    const pids = this.#backends();
    await this.#end('SIGKILL');
    // A new one refuses to start beside children of the old.
    await waitUntil('the end of its children', () => pids.every((pid) => !isThere(pid)), 60_000);
  }

  /** Stopped with all its children, as a machine that swaps or a container that is paused: sockets stay open, nothing answers. */
  pause(): void {
    this.#signal('SIGSTOP');
  }

  resume(): void {
    this.#signal('SIGCONT');
  }

  isUp(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(Number(new URL(this.url).port), '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('close', () => resolve(false));
      socket.setTimeout(1_000, () => socket.destroy());
      socket.once('connect', () => socket.destroy());
    });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = null;
    child.kill(signal);
    await endOf(child, 60_000);
  }

  #signal(signal: NodeJS.Signals): void {
    for (const pid of [this.pid, ...this.#backends()]) process.kill(pid, signal);
  }

  /** Its children, each in a session of its own, so that no signal to a group reaches them. */
  #backends(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => parentOf(pid) === this.#child?.pid);
  }
}

function parentOf(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
  } catch {
    return null;
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
