import { cpus } from 'node:os';
import { join } from 'node:path';
import { FORMATS } from '../src/ingest/formats';
import { measureBatch } from './import/batch';
import { type ExtractFigures, measureReading } from './import/extract';
import { measureStoring, type StoreFigures } from './import/store';
import { withServer } from './server';

/** How fast documents come in: `npm run bench:import [-- --utterances 100000] [--files 1000] [--json]`. */
const argument = (name: string, usual: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const isJson = process.argv.includes('--json');

/** Real documents beside the checkout, where they are; they are not part of the product. */
const DATA = join(__dirname, '../../shared/data');

async function readingFigures(): Promise<ExtractFigures[]> {
  if (FORMATS.length === 0) return [];
  const measured = [
    await measureReading('news articles', join(DATA, 'news-polnear'), /\.txt$/),
    await measureReading('calls', join(DATA, 'transcripts-official'), /\.txt$/),
    await measureReading('companyfacts', join(DATA, 'sec'), /^CIK\d+\.json$/),
  ];
  return measured.filter((figures) => figures !== null);
}

function print(
  reading: readonly ExtractFigures[],
  storing: StoreFigures,
  batch: { files: number; seconds: number; megabytes: number },
) {
  const rows = [
    ...reading.map(({ what, perSecond, kilobytes }) => [
      `${what} read, ${kilobytes.toFixed(0)} KB each`,
      `${perSecond.toFixed(1)} / s`,
    ]),
    [
      `${storing.utterances} utterances stored, all indexes, mentions, counts`,
      `${storing.written.toFixed(0)} rows / s`,
    ],
    ['bare COPY of the same rows into the same tables', `${storing.copied.toFixed(0)} rows / s`],
    ['stored : copied', storing.ratio.toFixed(2)],
    [`batch of ${batch.files} files`, `${(batch.files / batch.seconds).toFixed(0)} files / s, ${batch.megabytes} MB`],
  ];
  const width = Math.max(...rows.map(([what]) => what!.length));
  for (const [what, figure] of rows) console.log(`${what!.padEnd(width)}  ${figure}`);
  console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`);
}

async function main(): Promise<void> {
  await withServer(true, async (url) => {
    const reading = await readingFigures();
    const storing = await measureStoring(url, argument('utterances', 100_000));
    const batch = await measureBatch(url, argument('files', 1000));
    if (isJson) console.log(JSON.stringify({ reading, storing, batch }));
    else print(reading, storing, batch);
  });
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
