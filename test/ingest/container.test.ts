import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Item } from '../../src/ingest/container/item';
import { readItems } from '../../src/ingest/container/read-items';
import { readZip } from '../../src/ingest/container/zip';
import { zipOf } from '../support/zip';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'items-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};

/** `name=content`, or `name: why not`, with the folder left out. */
async function list(items: AsyncIterable<Item>): Promise<string[]> {
  const found: string[] = [];
  for await (const item of items) {
    const line =
      'source' in item
        ? `${item.source.name}=${Buffer.from(item.source.bytes).toString()}`
        : `${item.name}: ${item.error.message.split('(file): ')[1]}`;
    found.push(line.replaceAll(`${folder}/`, ''));
  }
  return found;
}

const read = (...names: string[]) => list(readItems(names));

test('a file, a folder with all below, and a pattern; by name, hidden files left out', async () => {
  write('b.txt', 'B');
  write('a/deep/c.json', '{}');
  write('a/.hidden', 'x');
  const one = write('z.txt', 'Z');
  expect(await read(one)).toEqual(['z.txt=Z']);
  expect(await read(folder)).toEqual(['a/deep/c.json={}', 'b.txt=B', 'z.txt=Z']);
  expect(await read(join(folder, '*.txt'))).toEqual(['b.txt=B', 'z.txt=Z']);
});

test('a file whose name looks like a pattern is a file', async () => {
  expect(await read(write('call [Q4].txt', 'x'))).toEqual(['call [Q4].txt=x']);
});

test('a folder that links to itself ends', async () => {
  write('a.txt', 'A');
  symlinkSync(folder, join(folder, 'loop'));
  expect(await read(folder)).toContain('a.txt=A');
});

test('what is not there is put aside, and the rest goes on', async () => {
  const path = write('a.txt', 'A');
  mkdirSync(join(folder, 'empty'));
  expect(await read(join(folder, 'no.txt'), join(folder, 'no*.txt'), join(folder, 'empty'), path)).toEqual([
    'no.txt: does not exist',
    'no*.txt: matches no file',
    'empty: is a folder without files',
    'a.txt=A',
  ]);
});

test('NDJSON gives a document a line, told by its name or by its lines; a live transcript is one', async () => {
  const lines = '{"a":1}\n\n{"a":2}\r\n{"a":3}';
  const [first, third, fourth] = ['{"a":1}', '{"a":2}\r', '{"a":3}'];
  for (const name of ['x.ndjson', 'y.json']) {
    expect(await read(write(name, lines))).toEqual([`${name}:1=${first}`, `${name}:3=${third}`, `${name}:4=${fourth}`]);
  }
  const live = '{"s":0,"e":1,"p":1,"t":"Hi","S":0}\n{"type":"end"}\n';
  expect(await read(write('live.jsonl', live))).toEqual([`live.jsonl=${live}`]);
  const typed = '{"type":"call","t":1}';
  expect(await read(write('typed.jsonl', `${typed}\n${typed}\n`))).toHaveLength(2);
  const pretty = '{\n  "a": {\n    "b": 1\n  }\n}\n';
  expect(await read(write('pretty.json', pretty))).toEqual([`pretty.json=${pretty}`]);
});

test('lines longer than a chunk of the stream come whole', async () => {
  const long = JSON.stringify({ text: 'é'.repeat(200_000) });
  expect(await read(write('long.ndjson', `${long}\n${long}\n`))).toEqual([
    `long.ndjson:1=${long}`,
    `long.ndjson:2=${long}`,
  ]);
});

test('standard input is a file, lines, or an archive', async () => {
  const from = (bytes: Buffer) => list(readItems(['-'], Readable.from([bytes.subarray(0, 3), bytes.subarray(3)])));
  expect(await from(Buffer.from('Plain words.'))).toEqual(['<stdin>=Plain words.']);
  expect(await from(Buffer.from('{"a":1}\n{"a":2}\n'))).toEqual(['<stdin>:1={"a":1}', '<stdin>:2={"a":2}']);
  expect(await from(zipOf([{ name: 'a.txt', bytes: Buffer.from('A') }]))).toEqual(['<stdin>!a.txt=A']);
});

test('a ZIP gives its entries; what is no document of it is put aside', async () => {
  const inner = zipOf([{ name: 'x', bytes: Buffer.from('x') }]);
  const zip = zipOf([
    { name: 'calls/ü.txt', bytes: Buffer.from('A') },
    { name: 'lines.json', bytes: Buffer.from('{"a":1}\n{"a":2}\n') },
    { name: '__MACOSX/._a', bytes: Buffer.from('junk') },
    { name: 'calls/', bytes: Buffer.alloc(0) },
    { name: '../../etc/passwd', bytes: Buffer.from('B') },
    { name: '/root.txt', bytes: Buffer.from('B') },
    { name: 'C:\\evil.txt', bytes: Buffer.from('B') },
    { name: 'inner.zip', bytes: inner },
    { name: 'link.txt', bytes: Buffer.from('/etc/passwd'), isLink: true },
    { name: 'secret.txt', bytes: Buffer.from('B'), isEncrypted: true },
    { name: 'bell\u0007.txt', bytes: Buffer.from('C') },
  ]);
  expect(await read(write('d.zip', zip))).toEqual([
    'd.zip!calls/ü.txt=A',
    'd.zip!lines.json:1={"a":1}',
    'd.zip!lines.json:2={"a":2}',
    'd.zip!../../etc/passwd: has a path that leads out of the archive',
    'd.zip!/root.txt: has a path that leads out of the archive',
    'd.zip!C:/evil.txt: has a path that leads out of the archive',
    'd.zip!inner.zip: is an archive in an archive; unpack it first',
    'd.zip!link.txt: is a link, not a file',
    'd.zip!secret.txt: is encrypted',
    'd.zip!bell�.txt=C',
  ]);
});

test('a ZIP without its proper name is one by its bytes; a broken one is put aside', async () => {
  const words = Array.from({ length: 200 }, (_, i) => `word${i * 7919}`).join(' ');
  const zip = zipOf([{ name: 'a.txt', bytes: Buffer.from(words) }]);
  expect(await read(write('export.dat', zip))).toHaveLength(1);
  for (const length of [4, 30, zip.length - 30, zip.length - 3]) {
    expect(await read(write('cut.zip', zip.subarray(0, length)))).toEqual([
      expect.stringMatching(/^cut\.zip: is a broken ZIP/),
    ]);
  }
  const [rotten] = await read(write('rot.zip', Buffer.from(zip).fill(0xff, 60, 80)));
  expect(rotten).toMatch(/^rot\.zip!a\.txt: cannot be unpacked/);
});

test('a bomb is stopped by its ratio, by what is left of the total, and by the number of entries', async () => {
  const zeros = Buffer.alloc(8 * 1024 * 1024);
  const bomb = zipOf([
    { name: 'zeros', bytes: zeros },
    { name: 'fine.txt', bytes: Buffer.from('A') },
  ]);
  expect(await list(readZip('b.zip', bomb))).toEqual([
    expect.stringMatching(/^b\.zip!zeros: unpacks to more than 200 times its packed size/),
    'b.zip!fine.txt=A',
  ]);
  const many = Array.from({ length: 50 }, (_, i) => ({ name: `${i}`, bytes: Buffer.from('words') }));
  expect(await list(readZip('m.zip', zipOf(many), { entries: 49, total: 1000, ratio: 200 }))).toEqual([
    'm.zip: has 50 entries; 49 are allowed',
  ]);
  const total = await list(readZip('t.zip', zipOf(many), { entries: 100, total: 22, ratio: 200 }));
  expect(total.slice(0, 4).every((line) => line.endsWith('=words'))).toBe(true);
  expect(total[4]).toMatch(/unpacks to 5 bytes; 2 are allowed/);
  expect(total.at(-1)).toBe('t.zip: unpacks to more than 22 bytes; the rest was not read');
});

test('a header that lies about its size does not get past the count', async () => {
  const zip = zipOf([{ name: 'liar', bytes: Buffer.alloc(4 * 1024 * 1024), claimedSize: 10 }]);
  expect(await list(readZip('l.zip', zip))).toEqual([expect.stringMatching(/^l\.zip!liar: /)]);
});

test('memory holds one of a thousand files', async () => {
  const text = Buffer.alloc(200_000, 'words ');
  for (let i = 0; i < 1000; i++) write(`f${i}.txt`, text);
  const before = process.memoryUsage().arrayBuffers;
  let count = 0;
  let most = 0;
  for await (const item of readItems([folder])) {
    if ('source' in item) count++;
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  expect(count).toBe(1000);
  // All of them would be 200 MB; what the collector has not met yet is far less.
  expect(most).toBeLessThan(120_000_000);
});

test('a pattern goes through links, and reads a file once however many ways lead to it', async () => {
  write('real/a.txt', 'A');
  write('real/sub/b.txt', 'B');
  symlinkSync(join(folder, 'real'), join(folder, 'linked'));
  symlinkSync(folder, join(folder, 'again'));
  expect(await read(join(folder, 'linked/*.txt'))).toEqual(['linked/a.txt=A']);
  expect(await read(join(folder, '*/a.txt'))).toEqual(['linked/a.txt=A']);
  expect(await read(join(folder, 'linked/**/*.txt'))).toEqual(['linked/a.txt=A', 'linked/sub/b.txt=B']);
  expect(await read(join(folder, '**/b.txt'))).toHaveLength(1);
});
