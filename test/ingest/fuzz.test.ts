import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ImportFormat } from '../../src/domain/import-format';
import { readItems } from '../../src/ingest/container/read-items';
import { readZip } from '../../src/ingest/container/zip';
import { ImportError } from '../../src/ingest/fault';
import { FORMATS } from '../../src/ingest/formats';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';
import { mutate } from '../support/mutate';
import { processorMs } from '../support/processor-time';
import { Random } from '../support/random';
import { runCount, runSeed } from '../support/settings';
import { zipOf } from '../support/zip';

/** Whatever a file is, reading it ends soon, with documents or with a refusal that says what is wrong. */
const SLOWEST_MS = 5000;

const inputs = readdirSync(__dirname)
  .map((name) => join(__dirname, name))
  .filter((path) => statSync(path).isDirectory())
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => statSync(path).isDirectory())
  .flatMap((path) =>
    readdirSync(path)
      .filter((name) => /^input\./.test(name))
      .map((name) => join(path, name)),
  )
  .filter((path) => existsSync(path));

async function outcome(bytes: Buffer, format: ImportFormat): Promise<'read' | 'refused'> {
  try {
    const documents = await readSource(new Source('mutated', bytes), format, NO_HINTS);
    for (const { neutral, extraction } of documents) {
      expect(extraction.utterances.every(({ start, end }) => start >= 0 && end > start)).toBe(true);
      for (const { start, end } of neutral.blocks) expect(end).toBeGreaterThanOrEqual(start);
    }
    return 'read';
  } catch (error) {
    // Anything but a refusal with its reasons is a fault of ours.
    if (!(error instanceof ImportError)) throw error;
    expect(error.faults.length).toBeGreaterThan(0);
    expect(error.faults.every(({ message }) => message.length > 0 && message.length < 10_000)).toBe(true);
    return 'refused';
  }
}

test(`every mutated file is read or refused with a reason, in bounded time (seed ${runSeed()})`, async () => {
  const seed = runSeed();
  const count = runCount('FUZZ', 500);
  const random = new Random(seed);
  const times = { read: 0, refused: 0 };
  const heap = process.memoryUsage().heapUsed;
  for (let i = 0; i < count; i++) {
    const path = random.pick(inputs);
    let bytes: Buffer = readFileSync(path);
    for (let n = 1 + random.below(3); n > 0; n--) bytes = mutate(bytes, random);
    const format = random.chance(0.6) ? ImportFormat.AUTO : random.pick(FORMATS).name;
    const started = processorMs();
    try {
      times[await outcome(bytes, format)]++;
    } catch (error) {
      throw new Error(`seed ${seed}, mutation ${i} of ${path} as ${format}: ${(error as Error).stack?.slice(0, 2000)}`);
    }
    const ms = processorMs() - started;
    if (ms >= SLOWEST_MS)
      throw new Error(`seed ${seed}, mutation ${i} of ${path} as ${format} took ${Math.round(ms)} ms`);
  }
  // Both happen, or the mutations are too wild or too tame to tell anything.
  expect(times.read).toBeGreaterThan(count * 0.05);
  expect(times.refused).toBeGreaterThan(count * 0.2);
  expect(process.memoryUsage().heapUsed - heap).toBeLessThan(600 * 1024 * 1024);
}, 600_000);

test('every mutated archive ends in items, each a document or a reason', async () => {
  const seed = runSeed();
  const random = new Random(seed + 1);
  const whole = zipOf(
    inputs.slice(0, 8).map((path) => ({ name: path.slice(__dirname.length + 1), bytes: readFileSync(path) })),
  );
  for (let i = 0; i < runCount('FUZZ', 500) / 5; i++) {
    for await (const item of readZip('mutated.zip', mutate(whole, random))) {
      if ('error' in item) expect(item.error.faults[0]?.message).not.toBe('');
    }
  }
}, 600_000);

test.each([
  ['a hundred thousand brackets', Buffer.from('['.repeat(100_000))],
  ['a hundred thousand objects', Buffer.from(`${'{"content":'.repeat(100_000)}1${'}'.repeat(100_000)}`)],
  ['nothing', Buffer.alloc(0)],
  ['a web page', Buffer.from('<!DOCTYPE html><title>403</title>')],
  ['UTF-16 without a mark', Buffer.from('{"symbol":"A"}', 'utf16le')],
  ['zeros', Buffer.alloc(1_000_000)],
  ['five megabytes of one letter', Buffer.alloc(5_000_000, 'x')],
])('%s as the document of every vendor', async (_, bytes) => {
  const vendors = FORMATS.map(({ name }) => name).filter((name) => !/^(?:ARTICLE|TRANSCRIPT)/.test(name));
  for (const format of vendors) expect(await outcome(bytes, format)).toBe('refused');
});

test('what stands in a folder beside a broken file is still read', async () => {
  const items: string[] = [];
  for await (const item of readItems([join(__dirname, 'fmp')])) items.push('source' in item ? 'read' : 'aside');
  expect(items).not.toContain('aside');
});
