import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { HostTask } from './cli-host';

const HOST = join(__dirname, 'cli-host.ts');

export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that runs commands, one after the other, as long as a test file needs some. */
export class CliSession {
  readonly #child: ChildProcess;
  readonly #printed = { stdout: '', stderr: '' };
  #code: number | null = null;
  #heard: () => void = () => {};
  #last: Promise<unknown> = Promise.resolve();

  constructor(register: string) {
    // Away from the clone, whose .env is somebody's own.
    this.#child = spawn(process.execPath, ['--require', register, HOST], {
      cwd: '/',
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const name of ['stdout', 'stderr'] as const) {
      this.#child[name]?.on('data', (chunk) => {
        this.#printed[name] += chunk;
        this.#heard();
      });
    }
    this.#child.on('message', ({ code }: { code: number }) => {
      this.#code = code;
      this.#heard();
    });
    this.#child.on('exit', () => this.#heard());
  }

  get isOver(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Printed> {
    const turn = this.#last.then(() => this.#run({ args, env, mark: `\n${randomUUID()}\n` }));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }

  #run(task: HostTask): Promise<Printed> {
    const printed = this.#printed;
    printed.stdout = printed.stderr = '';
    this.#code = null;
    return new Promise((resolve, reject) => {
      this.#heard = () => {
        const streams = [printed.stdout, printed.stderr];
        if (this.#code !== null && streams.every((text) => text.endsWith(task.mark))) {
          const [stdout, stderr] = streams.map((text) => text.slice(0, -task.mark.length)) as [string, string];
          resolve({ code: this.#code, stdout, stderr });
        } else if (this.isOver) {
          reject(new Error(`earshot ${task.args.join(' ')} ended the process that ran it:\n${printed.stderr}`));
        }
      };
      this.#child.send(task, (error) => error && reject(error));
    });
  }
}
