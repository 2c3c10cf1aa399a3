import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { runSeed } from '../support/settings';

const SUPPORT = join(__dirname, '../support');

/** A process that imports made-up documents, and how many of them it has done so far. */
export function importApart(databaseUrl: string, documents: number): { child: ChildProcess; lines(): number } {
  const script = [join(SUPPORT, 'run-typescript.js'), join(SUPPORT, 'import-process.ts')];
  const child = spawn(process.execPath, [...script, databaseUrl, String(documents), String(runSeed())], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let count = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    count += chunk.toString().split('\n').length - 1;
  });
  return { child, lines: () => count };
}
