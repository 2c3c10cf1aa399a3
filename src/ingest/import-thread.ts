import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import type { Client } from 'pg';
import type { ImportAnswer, ImportTask, ImportThreadData } from './import-items';
import { importSource } from './import-source';
import { outcomeOf } from './persist/commit-outcome';
import { inBatch, withWriter } from './persist/import-lock';
import { Source } from './source';

/** Runs in a thread of import-items.ts: reads and writes what it is sent, one item after the other, over one connection. */
async function serve({ databaseUrl, options, limitMs }: ImportThreadData): Promise<void> {
  const work = (client: Client) =>
    inBatch(client, async () => {
      for (let task = await receive(); task !== 'finish'; task = await receive()) {
        try {
          answer({ report: await importSource(client, new Source(task.name, task.bytes), options) });
        } catch (error) {
          const { code = null } = error as { code?: string };
          answer({ error: error as Error, code, committed: outcomeOf(error) });
        }
      }
    });
  await withWriter(databaseUrl, work, { limitMs });
  answer('written');
}

const receive = (): Promise<ImportTask> => new Promise((resolve) => parentPort?.once('message', resolve));

const answer = (message: ImportAnswer): void => parentPort?.postMessage(message);

// What fails here is heard by the maker of the thread, as an error of the worker.
void serve(workerData);
