import { ImportFormat } from '../../src/domain/import-format';
import { FORMATS } from '../../src/ingest/formats';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';
import { callOf } from '../support/invented';
import { pdfOf } from '../support/pdf';

const call = callOf('Brightmoor Tools').split('\n');
const kinds: readonly (readonly [string, Buffer])[] = [
  ['nothing', Buffer.alloc(0)],
  ['a PDF in plain ASCII', pdfOf([call])],
  ['an image', Buffer.from('\x89PNG\r\n\x1a\nIHDR', 'latin1')],
  ['rich text', Buffer.from('{\\rtf1\\ansi words}')],
  ['bytes of no encoding', Buffer.from([0x81, 0xff, 0x00, 0xfe, 0x90, 0x0a])],
  ['half a UTF-16 text', Buffer.from('\ufeffwords', 'utf16le').subarray(0, 9)],
  ['broken JSON', Buffer.from('{"a":')],
];

test.each(kinds)('%s makes no format throw that is only asked whether it is its own', (_, bytes) => {
  for (const { name, recognises } of FORMATS) {
    const sure = recognises(new Source('a.bin', bytes));
    expect([name, sure >= 0 && sure <= 1]).toEqual([name, true]);
  }
});

test('a PDF is told by its bytes and read page by page', async () => {
  const source = new Source('call.txt', pdfOf([call.slice(0, 8), call.slice(8)]));
  const [document] = await readSource(source, ImportFormat.AUTO, NO_HINTS);
  expect(document?.extraction.format).toBe('TRANSCRIPT_PDF');
  expect(document?.extraction.speakers.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Ada Lindqvist', 'Tom Reyes']),
  );
  expect(document?.extraction.exchanges).toHaveLength(1);
});

test.each([
  '[Call starts mid-word] thank you all for joining.',
  '[Music] Good morning and welcome.',
  '[inaudible] and that is why',
])('prose that begins with an aside in brackets is prose: %s', async (head) => {
  const text = `${head} Revenue was $3 million in the first quarter of 2021, up 4 percent.\n\n“More of it,” said Tom Berg, chief executive of Berg Corp.\n`;
  const [document] = await readSource(new Source('call.txt', Buffer.from(text)), ImportFormat.AUTO, NO_HINTS);
  expect(document?.extraction.speakers.map(({ name }) => name)).toEqual(['Tom Berg']);
});

test.each(['[true, 1', '["a",', '[{"a":1}', '[NaN, 2]', '{"a":', '[null] x'])(
  'broken JSON is told as such: %s',
  async (text) => {
    const source = new Source('a.json', Buffer.from(text));
    await expect(readSource(source, ImportFormat.AUTO, NO_HINTS)).rejects.toThrow(/JSON/);
  },
);
