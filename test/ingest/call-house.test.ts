import { ImportFormat } from '../../src/domain/import-format';
import type { Extraction } from '../../src/ingest/extraction';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';

async function read(text: string): Promise<Extraction> {
  const [document] = await readSource(new Source('call', Buffer.from(text)), ImportFormat.AUTO, NO_HINTS);
  return document!.extraction;
}

/** `name, role, title, firm` of everybody but the operator. */
const peopleOf = ({ speakers }: Extraction) =>
  speakers.flatMap(({ name, role, title, firm }) => (role === 'OPERATOR' ? [] : [[name, role, title, firm]]));

const CALL = `Operator: Good day and welcome to the call. I will turn it over to Hanna Weld.

Hanna Weld: Thank you. Revenue grew 9% to $412 million.

Operator: Our first question comes from Rita Sands with Cobalt Securities.

Rita Sands: How much will you spend on ovens?

Hanna Weld: About $40 million.
`;

test.each([
  ['Managing Director', 'Managing Director, Cobalt Securities'],
  ['Head of Food Research', 'Head of Food Research, Cobalt Securities'],
  ['Partner', 'Partner, Cobalt Securities'],
  ['Director', 'Director - Cobalt Securities'],
])('whoever is announced as asking for another house asks, whatever the title: %s', async (_, printed) => {
  const text = `Tallow Foods (TLOW) Q3 2025 Earnings Call\nOctober 23, 2025\n\n${CALL.replace(/^Hanna Weld:/gm, 'Hanna Weld, Chief Executive Officer, Tallow Foods:').replace('Rita Sands:', `Rita Sands, ${printed}:`)}`;
  const call = await read(text);
  expect(peopleOf(call)).toEqual([
    ['Hanna Weld', 'EXECUTIVE', 'Chief Executive Officer', null],
    ['Rita Sands', 'ANALYST', expect.any(String), 'Cobalt Securities'],
  ]);
  expect(call.exchanges).toHaveLength(1);
});

test('two askers of one surname whose given names are alike are two people', async () => {
  const more = `\nOperator: Our next question comes from Tom Halberg with Oakfield Partners.\n\nTom Halberg: And on labels?\n\nHanna Weld: About $4 million.\n`;
  const text = `Tallow Foods (TLOW) Q3 2025 Earnings Call\nOctober 23, 2025\n\n${CALL.replaceAll('Rita Sands', 'Tim Halberg')}${more}`;
  expect(peopleOf(await read(text)).slice(1)).toEqual([
    ['Tim Halberg', 'ANALYST', null, 'Cobalt Securities'],
    ['Tom Halberg', 'ANALYST', null, 'Oakfield Partners'],
  ]);
});

test('a colleague who is announced with the company’s own name stays its own', async () => {
  const text = `Tallow Foods (TLOW) Q3 2025 Earnings Call\nOctober 23, 2025\n\n${CALL.replace('Rita Sands with Cobalt Securities', 'Rita Sands with Tallow Foods').replace('Rita Sands:', 'Rita Sands, Treasurer, Tallow Foods:')}`;
  expect(peopleOf(await read(text))[1]).toEqual(['Rita Sands', 'EXECUTIVE', 'Treasurer', null]);
});

const ON_LINES = `Image source: The Motley Fool.
Tallow Foods
(
TLOW
-1.20%
)
Q3 2025 Earnings Call
Nov 05, 2025
,
5:00 p.m. ET
Prepared Remarks:
Operator
Good afternoon. Welcome to the Tallow Foods third-quarter call. Sam Pell, you may begin.
Sam Pell
--
Director, Investor Relations
Thank you. With me today are Hanna Weld, president and chief executive officer, and Ana Rask, chief financial officer.
Ana Rask
--
Chief Financial Officer
Thanks, Sam. Revenue of $39.3 million was up 12%.
Operator
Thank you. Your first question comes from Mark Tolland with Pinecrest. Please go ahead.
Mark Tolland
--
Analyst
Thank you. How do you think about rates next year?
Hanna Weld
--
President and Chief Executive Officer
We expect rates to rise 4%.
Call participants:
Sam Pell
--
Director, Investor Relations
Ana Rask
--
Chief Financial Officer
Mark Tolland
--
Analyst
Hanna Weld
--
President and Chief Executive Officer
More TLOW analysis
All earnings call transcripts
`;

test('a name, a dash and an office on lines of their own are a label; whoever stands below an analyst in the list is none', async () => {
  const call = await read(ON_LINES);
  expect(call.event).toMatchObject({ company: 'Tallow Foods', symbol: 'TLOW', period: 'FY2025Q3' });
  expect(peopleOf(call)).toEqual([
    ['Sam Pell', 'EXECUTIVE', 'Director, Investor Relations', null],
    ['Ana Rask', 'EXECUTIVE', 'Chief Financial Officer', null],
    ['Mark Tolland', 'ANALYST', null, 'Pinecrest'],
    ['Hanna Weld', 'EXECUTIVE', 'President and Chief Executive Officer', null],
  ]);
  expect(call.utterances.map(({ text }) => text)).toContain('We expect rates to rise 4%.');
  for (const { text } of call.utterances) expect(text).not.toMatch(/^--|Officer$|^Analyst/);
});

test.each([
  [
    'Tallow Foods, Inc. NasdaqGS:TLOW\nFQ3 2025 Earnings Call Transcripts\nThursday, October 23, 2025',
    'Tallow Foods, Inc.',
    'FY2025Q3',
  ],
  [
    'Third Quarter 2025 Results Conference Call\nTallow Foods, Inc.\nOctober 23, 2025',
    'Tallow Foods, Inc.',
    'FY2025Q3',
  ],
  ['Tallow Foods Limited\nQ1 FY26 Earnings Conference Call\nJuly 24, 2025', 'Tallow Foods Limited', 'FY2026Q1'],
  ['Q4 2024 Tallow Foods Inc Earnings Call\nFEBRUARY 06, 2025 / 1:00PM GMT', 'Tallow Foods Inc', 'FY2024Q4'],
  ['First Half 2025 Results Call\nTallow Foods plc\nAugust 6, 2025', 'Tallow Foods plc', null],
  ['Bakery did well in the third quarter 2025\nOctober 23, 2025', null, 'FY2025Q3'],
  ['APRIL 06, 2025\nTallow Foods Corp\nEarnings Call', 'Tallow Foods Corp', null],
])('the head %j names its company, or none', async (head, company, period) => {
  const call = await read(`${head}\n\n${CALL}`);
  expect(call.event).toMatchObject({ company, period });
  expect(peopleOf(call).map(([name]) => name)).toEqual(['Hanna Weld', 'Rita Sands']);
});
