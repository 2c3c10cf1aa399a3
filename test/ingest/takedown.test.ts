import { canonicalAddress } from '../../src/domain/web-address';
import { allowAgain } from '../../src/ingest/allow-again';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { importSources } from '../../src/ingest/import-source';
import { findDocuments } from '../../src/ingest/named-node';
import { removeDocument } from '../../src/ingest/remove-document';
import { Source } from '../../src/ingest/source';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { ARTICLE, callOf } from '../support/invented';
import { expectTrueCounts, queryRows } from '../support/stored';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await expectTrueCounts(database.url);
  await database.drop();
});

/** Imports a text; what became of it, and the code of what refused it. */
async function bring(name: string, text: string, url: string | null = null): Promise<[string, string?]> {
  const items: [string, string?][] = [];
  await importSources(database.url, [new Source(name, Buffer.from(text))], {
    hints: { ...NO_HINTS, url },
    onItem: ({ outcome, faults }) => items.push(faults[0] ? [outcome, faults[0].code] : [outcome]),
  });
  return items[0] as [string, string?];
}

const ADDRESS = 'https://news.example.com/brightmoor/outlook';

test('what was taken down by its address stays out under every way to write it, and nothing readable of it is left', async () => {
  expect(await bring('a.txt', ARTICLE, `${ADDRESS}/?utm_source=feed#top`)).toEqual(['created']);
  const [found] = await findDocuments(database.url, `http://www.NEWS.example.com/brightmoor/outlook?utm_medium=mail`);
  const report = await removeDocument(database.url, found!.key, 'licence ended');
  expect(report).toMatchObject({ documents: [found!.key] });
  const [row] = await queryRows(database.url, 'SELECT to_jsonb(d)::text AS text FROM document d WHERE id = $1', [
    found!.key,
  ]);
  expect(row.text).not.toMatch(/brightmoor|outlook|example\.com|reuters/i);
  const [audit] = await queryRows(database.url, 'SELECT jsonb_agg(to_jsonb(a))::text AS text FROM audit_entry a');
  expect(audit.text).not.toMatch(/brightmoor|outlook|example\.com/i);

  const copies: [string, string, string | null][] = [
    ['a.txt', ARTICLE, null],
    ['another-name.txt', ARTICLE.replaceAll('\n', '\r\n'), ADDRESS],
    ['corrected.txt', ARTICLE.replace('$310 million', '$320 million'), ADDRESS],
    ['windows.txt', `\ufeff${ARTICLE.replaceAll('\n', '\r\n')}`, null],
    ['spaced.txt', `${ARTICLE.replaceAll(' ', '  ')}\n\n`, 'https://elsewhere.example.org/copy'],
    ['plain.txt', ARTICLE.replace('$310 million', '$330 million'), 'http://www.news.example.com//brightmoor/%6futlook'],
    ['mail.txt', `${ARTICLE}\nMore.\n`, `${ADDRESS}?utm_campaign=x&fbclid=1`],
  ];
  for (const [name, text, url] of copies)
    expect([name, await bring(name, text, url)]).toEqual([name, ['refused', 'REMOVED']]);
  // Another article of the same site is nobody's copy.
  expect(await bring('b.txt', callOf('Calder Pumps'), 'https://news.example.com/calder')).toEqual(['created']);

  // By its address too, though the row has it no more.
  expect(await findDocuments(database.url, ADDRESS)).toMatchObject([{ key: found!.key }]);
  expect(await allowAgain(database.url, found!.key)).toBe(true);
  expect(await allowAgain(database.url, found!.key)).toBe(false);
  expect(await bring('a.txt', ARTICLE, ADDRESS)).toEqual(['created']);
});

test('a changed copy without an address stays out by its natural key, and a NATIVE one by its own', async () => {
  const call = callOf('Hollins Gears');
  expect(await bring('call.txt', call)).toEqual(['created']);
  const [found] = await findDocuments(database.url, 'hollins gears q4 2024 earnings call');
  const [{ natural_key }] = await queryRows(database.url, 'SELECT natural_key FROM document WHERE id = $1', [
    found!.key,
  ]);
  expect(await findDocuments(database.url, natural_key)).toEqual([found]);
  await removeDocument(database.url, found!.key, 'asked for');
  expect(await bring('call2.txt', call.replace('$412 million', '$413 million'))).toEqual(['refused', 'REMOVED']);

  const native = (text: string) =>
    JSON.stringify({ format: 'earshot/1', documents: [{ key: 'a-note', kind: 'NOTE', title: 'A note', text }] });
  expect(await bring('note.json', native('One.'))).toEqual(['created']);
  const [note] = await findDocuments(database.url, 'native:a-note');
  await removeDocument(database.url, note!.key, 'asked for');
  expect(await bring('note.json', native('Two.'))).toEqual(['refused', 'REMOVED']);
});

test('a title that several documents have names them all', async () => {
  const native = (key: string) => ({ key, kind: 'NOTE', title: 'Twice', text: `Text of ${key}.` });
  await bring('two.json', JSON.stringify({ format: 'earshot/1', documents: [native('one'), native('two')] }));
  expect((await findDocuments(database.url, 'twice')).map(({ label }) => label)).toEqual(['Twice', 'Twice']);
});

test('an address in its shortest form', () => {
  expect(canonicalAddress('HTTPS://Example.COM:443/A/b/?utm_source=x&b=2&a=1#c')).toBe('example.com/A/b?a=1&b=2');
  expect(canonicalAddress('https://www.example.com./A//%62%2fc/')).toBe('example.com/A/b%2Fc');
  expect(canonicalAddress('http://www.com/a')).toBe('www.com/a');
  expect(canonicalAddress('http://example.com:8080/a')).toBe('example.com:8080/a');
  expect(canonicalAddress('https://example.com/?utm_source=x')).toBeNull();
  expect(canonicalAddress('native:note')).toBeNull();
});
