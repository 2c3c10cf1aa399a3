import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLONE = join(__dirname, '..', '..');
/** All that a command needs, with the compiler that reads it. */
const PARTS = ['src', 'migrations', 'schema', 'package.json', '.swcrc', 'test/support/register.cjs'];

/** What the next version would be, if all that it had new were one migration. */
export interface NewerClone {
  /** Starts a command of it on a database. */
  start(args: readonly string[], databaseUrl: string): ChildProcess;
  remove(): void;
}

/** A copy of this clone with a migration more: `up` and `down` are one SQL statement each. */
export function makeNewerClone(up: string, down: string): NewerClone {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-newer-'));
  for (const part of PARTS) cpSync(join(CLONE, part), join(folder, part), { recursive: true });
  symlinkSync(join(CLONE, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(
    join(folder, 'migrations', '99991231000000-try-locks.ts'),
    `export class TryLocks99991231000000 {
  name = 'TryLocks99991231000000';
  up = (runner: { query(sql: string): Promise<void> }) => runner.query(${JSON.stringify(up)});
  down = (runner: { query(sql: string): Promise<void> }) => runner.query(${JSON.stringify(down)});
}
`,
  );
  return {
    start: (args, databaseUrl) =>
      spawn(
        process.execPath,
        ['--require', join(folder, 'test/support/register.cjs'), join(folder, 'src/main.ts'), ...args],
        { cwd: '/', env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', DATABASE_URL: databaseUrl } },
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
