import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { makeDatabase } from './database';

export interface BatchFigures {
  readonly files: number;
  readonly seconds: number;
  /** Highest resident memory of the importing process, in MB, without its database. */
  readonly megabytes: number;
}

/** A batch of files in a process of its own, whose memory is then its alone. */
export async function measureBatch(server: string, files: number): Promise<BatchFigures> {
  const database = await makeDatabase(server);
  await syncCatalogue(database.url);
  const start = performance.now();
  const support = join(__dirname, '../../test/support');
  const child = spawn(
    process.execPath,
    [join(support, 'run-typescript.js'), join(__dirname, 'batch-process.ts'), database.url, String(files)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the batch ended with ${code}`);
  await database.drop();
  return { files, seconds: (performance.now() - start) / 1000, megabytes: Number(text) };
}
