import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import type { ImportAnswer, ImportTask, ImportThreadData } from './import-items';
import { importSource } from './import-source';
import { withWriter } from './persist/import-lock';
import { Source } from './source';

/** Runs in a thread of import-items.ts: reads and writes what it is sent, one item after the other, over one connection. */
async function serve({ databaseUrl, options }: ImportThreadData): Promise<void> {
  await withWriter(databaseUrl, async (client) => {
    // The loop ends with the thread, which its maker stops when there is nothing left.
    for (;;) {
      const { name, bytes } = await new Promise<ImportTask>((resolve) => parentPort?.once('message', resolve));
      let answer: ImportAnswer;
      try {
        answer = { report: await importSource(client, new Source(name, bytes), options) };
      } catch (error) {
        answer = { error: error as Error };
      }
      parentPort?.postMessage(answer);
    }
  });
}

void serve(workerData);
