import { ImportFormat } from '../../src/domain/import-format';
import { decodeText } from '../../src/ingest/decode';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { parseJsonText } from '../../src/ingest/json-text';
import { parseSource } from '../../src/ingest/read-source';
import { signatureOf } from '../../src/ingest/signature';
import { Source } from '../../src/ingest/source';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const decode = (bytes: Uint8Array) => decodeText(bytes, 'x.txt');

test('UTF-8 comes back byte for byte, its byte order mark and line ends too', () => {
  const text = '\ufeffZürich’s €5bn 😀\r\nTwo\n';
  expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8', warnings: [] });
});

test('UTF-16 with a byte order mark is read in either order', () => {
  expect(decode(wide('Grüße'))).toMatchObject({ text: '\ufeffGrüße', encoding: 'utf-16le' });
  expect(decode(wide('Grüße').swap16())).toMatchObject({ text: '\ufeffGrüße', encoding: 'utf-16be' });
});

test('the old western encoding is read with a warning that says where', () => {
  const { text, encoding, warnings } = decode(latin1('The caf\xe9 earned \x805 million, \x93quite\x94 well.'));
  expect(text).toBe('The café earned €5 million, “quite” well.');
  expect(encoding).toBe('windows-1252');
  expect(warnings).toEqual([
    { code: 'ENCODING_GUESSED', message: expect.stringContaining('byte 7'), start: 7, end: 8 },
  ]);
});

test.each([
  ['nothing', Buffer.alloc(0), 'is empty'],
  ['NUL bytes', Buffer.from('abc\0def'), 'has a control character (0) at byte 3'],
  ['UTF-16 without a mark', Buffer.from('plain words', 'utf16le'), 'UTF-16 without a byte order mark?'],
  ['an odd UTF-16', wide('abc').subarray(0, 7), 'is cut off'],
  ['UTF-16 with half a pair', wide('a\ud83d'), 'is no utf-16le'],
  ['a character cut off', Buffer.from('Zürich 😀').subarray(0, -1), 'cut off in the middle of a character'],
  [
    'broken UTF-8',
    Buffer.concat([Buffer.from('é then '), latin1('\xe9 again and more')]),
    'is UTF-8 up to byte 8 and broken there',
  ],
  ['high noise', Buffer.from(Array.from({ length: 64 }, (_, i) => 128 + ((i * 37) % 128))), 'is no text'],
  ['a PDF', Buffer.from('%PDF-1.7\n…'), 'is a PDF, not text'],
  ['a ZIP', Buffer.from('PK\x03\x04…'), 'is a ZIP archive, not text'],
  ['a gzip', latin1('\x1f\x8b\x08\0'), 'is a gzip archive, not text'],
])('%s is refused with the reason', (_, bytes, message) => {
  expect(() => decode(bytes)).toThrow(message);
  expect(() => decode(bytes)).toThrow('x.txt cannot be imported');
});

test('an article that speaks of %PDF- is no PDF', () => {
  expect(signatureOf(Buffer.from('The header reads %PDF-1.7, said the author.'))).toBeNull();
});

test.each([
  ['', 'is empty'],
  ['  \n', 'is empty'],
  ['<!doctype html><html>', 'is a web page or XML, not JSON'],
  ['{"a": [1, 2', 'is cut off'],
  ['{"a": "b', 'is cut off'],
  ['{\n  "a": 1,\n  oops\n}', 'line 3, column 3'],
  ['['.repeat(100_000), 'nests deeper than 200 levels (line 1, column 201)'],
  [`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'nests deeper than 200 levels'],
])('JSON that is none says why: %#', (text, message) => {
  expect(() => parseJsonText(text)).toThrow(message);
});

test('brackets in strings nest nothing, and a byte order mark is no part of JSON', () => {
  const text = JSON.stringify({ a: `"\\${'['.repeat(1000)}` });
  expect(parseJsonText(`\ufeff${text}`)).toEqual(JSON.parse(text));
});

const auto = (bytes: Uint8Array) => parseSource(new Source('in', bytes), ImportFormat.AUTO, NO_HINTS);

test.each([
  ['an empty file', Buffer.alloc(0), 'is empty'],
  ['white space', Buffer.from(' \n\t '), 'holds nothing but white space'],
  ['unknown JSON', Buffer.from('{"price": 4, "volume": 5}'), 'is JSON with price, volume, which is none of'],
  ['JSON cut off', Buffer.from('{"symbol": "A", "content": "abc'), 'is cut off'],
  ['a ZIP', Buffer.from('PK\x03\x04'), 'is a ZIP archive'],
])('%s is told for what it is', async (_, bytes, message) => {
  await expect(auto(bytes)).rejects.toThrow(message);
});

test('what is too large for its format is refused before it is parsed', async () => {
  const content = `A B: ${'x'.repeat(65 * 1024 * 1024)}`;
  const source = new Source('big', Buffer.from(JSON.stringify({ symbol: 'A', year: 2024, quarter: 1, content })));
  await expect(parseSource(source, ImportFormat.FMP, NO_HINTS)).rejects.toThrow('FMP may have');
});
