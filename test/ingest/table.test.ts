import { ImportFormat } from '../../src/domain/import-format';
import type { Extraction } from '../../src/ingest/extraction';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';

async function read(text: string, format = ImportFormat.AUTO): Promise<Extraction> {
  const [document] = await readSource(new Source('table', Buffer.from(text)), format, NO_HINTS);
  return document!.extraction;
}

const CALL = [
  ['ticker', 'date', 'quarter', 'speaker', 'role', 'text'],
  ['TLOW', '2025-10-23', '2025Q3', 'Operator', '', 'Good day, and welcome to the Tallow Foods call.'],
  [
    'TLOW',
    '2025-10-23',
    '2025Q3',
    'Hanna Weld',
    'Chief Executive Officer',
    'Thank you. Revenue grew 9%, to $412 million.\nWe said ""more"", and meant it.',
  ],
  ['TLOW', '2025-10-23', '2025Q3', 'Operator', '', 'Our first question comes from Rita Sands with Cobalt Securities.'],
  ['TLOW', '2025-10-23', '2025Q3', 'Rita Sands', 'Analyst', 'How much will you spend on ovens?'],
  ['TLOW', '2025-10-23', '2025Q3', 'Hanna Weld', 'Chief Executive Officer', 'About $40 million.'],
];
const tableOf = (delimiter: string) => CALL.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join('\n');

test.each([',', ';', '\t'])('a table of a call is read, a row for each turn: %j', async (delimiter) => {
  const call = await read(tableOf(delimiter));
  expect(call).toMatchObject({
    format: 'TRANSCRIPT_TEXT',
    event: { type: 'EARNINGS_CALL', symbol: 'TLOW', period: 'FY2025Q3', date: '2025-10-23' },
    exchanges: [{ questions: [expect.any(Number)], answers: [expect.any(Number)] }],
  });
  expect(call.speakers.map(({ name, role, title, firm }) => [name, role, title, firm])).toEqual([
    ['Operator', 'OPERATOR', null, null],
    ['Hanna Weld', 'EXECUTIVE', 'Chief Executive Officer', null],
    ['Rita Sands', 'ANALYST', null, 'Cobalt Securities'],
  ]);
  expect(call.utterances.map(({ text }) => text).join(' ')).toContain('We said "more", and meant it.');
});

test('a table of several calls is refused', async () => {
  await expect(read(tableOf(',').replace('"TLOW","2025-10-23"', '"BRTM","2025-10-23"'))).rejects.toThrow(
    /has several calls \(BRTM, TLOW\)/,
  );
});

test.each([
  [
    'tokens of a recogniser',
    ['token|speaker|ts|endTs|punctuation', ...Array.from({ length: 9 }, (_, i) => `word${i}|1|0.${i}|0.9|,`)],
  ],
  ['prices', ['day,open,close', ...Array.from({ length: 9 }, (_, i) => `2025-01-0${i},1.${i},2.${i}`)]],
  ['people', ['name\tplace\tage', ...Array.from({ length: 9 }, (_, i) => `Ann ${i}\tOslo\t3${i}`)]],
])('a table of %s is refused as one that no format knows', async (_, lines) => {
  await expect(read(lines.join('\n'))).rejects.toThrow(/is a table \(.+\) that no format knows/);
});

test('prose with as many commas in each line stays prose', async () => {
  const line = 'In spring, when orders came, Brightmoor Tools said it would grow.';
  expect((await read(`Orders, prices, outlook\n\n${Array(6).fill(line).join('\n\n')}\n`)).format).toBe('ARTICLE_TEXT');
});

test('a submission to EDGAR without inline XBRL is refused with what to do', async () => {
  const submission =
    '<SEC-DOCUMENT>0001900070-05-000004.txt : 20050207\n<SEC-HEADER>\nACCESSION NUMBER: 0001900070-05-000004\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n<p>Orders grew 12 percent this year, said the company.</p>\n</TEXT>\n</DOCUMENT>\n';
  await expect(read(submission)).rejects.toThrow(
    /is an EDGAR submission without inline XBRL; import the documents in it/,
  );
});
