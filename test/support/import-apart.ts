import 'reflect-metadata';
import { ImportFormat } from '../../src/domain/import-format';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { openIngest } from '../../src/ingest/open-ingest';
import { processActor } from '../../src/platform/actor';
import { createLog } from '../../src/platform/log';

/** Imports a long text the way the graph does, and prints how long the process could do nothing else meanwhile, in milliseconds. */
async function measure(url: string): Promise<void> {
  const words =
    'Ann Lee, the chief executive of Brookline Foods, spoke. “We will build a new plant this year,” she said. ';
  const bytes = Buffer.from(words.repeat(6_000));
  let [longest, seen] = [0, performance.now()];
  const watch = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - seen);
    seen = now;
  }, 5);
  const started = performance.now();
  const ingest = openIngest(url, { queue: 1, log: createLog({ logLevel: 'silent' }) });
  const request = {
    actor: processActor(),
    bytes,
    format: ImportFormat.AUTO,
    hints: NO_HINTS,
    dryRun: true,
    requestId: '1',
  };
  const { statements, refusals } = await ingest.importDocument(request);
  const total = performance.now() - started;
  clearInterval(watch);
  await ingest.close();
  process.stdout.write(JSON.stringify({ longest, total, created: statements.created, refusals }));
}

void measure(process.argv[2] as string);
