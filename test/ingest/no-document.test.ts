import { ImportFormat } from '../../src/domain/import-format';
import { ImportError } from '../../src/ingest/fault';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readNative } from '../../src/ingest/native/read-native';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';
import { processorMs } from '../support/processor-time';

const VALUES = [
  'NaN',
  'Infinity',
  '-Infinity',
  'null',
  'undefined',
  'true',
  '123',
  '-1.5e300',
  '"x"',
  '[]',
  '{}',
  ' \n',
];

async function read(text: string, format: ImportFormat): Promise<void> {
  if (format === ImportFormat.NATIVE) readNative(text);
  else await readSource(new Source('content', Buffer.from(text)), format, NO_HINTS);
}

test.each(VALUES)('%j is no document of any form', async (text) => {
  for (const format of Object.values(ImportFormat)) await expect(read(text, format)).rejects.toThrow(ImportError);
});

test('JSON is no text, whatever form is named; a text in quotation marks is one', async () => {
  const prose = [ImportFormat.ARTICLE_TEXT, ImportFormat.ARTICLE_HTML, ImportFormat.TRANSCRIPT_TEXT];
  for (const format of prose) {
    await expect(read('{"note": "a text, with words"}', format)).rejects.toThrow(/is JSON, and no text/);
    await expect(read('"We will grow this year," she said. "We hope."', format)).resolves.toBeUndefined();
  }
});

const doc = (utterances: string) =>
  `{"format":"earshot/1","documents":[{"key":"a","kind":"NOTE","title":"t","text":"x","utterances":${utterances}}]}`;

test.each([
  ['empty documents', `{"format":"earshot/1","documents":[${Array(20_000).fill('{}').join()}]}`],
  ['numbers for documents', `{"format":"earshot/1","documents":[${Array(50_000).fill('1').join()}]}`],
  ['unknown names', `{"format":"earshot/1",${Array.from({ length: 50_000 }, (_, i) => `"k${i}":1`).join()}}`],
  ['empty utterances', doc(`[${Array(50_000).fill('{}').join()}]`)],
  ['unknown names in one utterance', doc(`[{${Array.from({ length: 50_000 }, (_, i) => `"k${i}":1`).join()}}]`)],
  [
    'lists in lists',
    doc(
      `[${Array(1_000)
        .fill(`{"topics":[${Array(100).fill('{}').join()}]}`)
        .join()}]`,
    ),
  ],
])('a NATIVE file of nothing but %s is told its first 50 faults, and that there are more', (_, text) => {
  const before = processorMs();
  let faults: ImportError['faults'] = [];
  try {
    readNative(text);
  } catch (error) {
    faults = (error as ImportError).faults;
  }
  const used = processorMs() - before;
  expect(faults).toHaveLength(51);
  expect(faults[50]?.message).toMatch(/further faults, which are not listed/);
  expect(new Set(faults.map(({ path }) => path)).size).toBeGreaterThan(10);
  // All of them took 16 s for 60 KB.
  expect(used).toBeLessThan(5_000);
});
