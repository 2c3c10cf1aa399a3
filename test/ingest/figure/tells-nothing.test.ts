import { ImportFormat } from '../../../src/domain/import-format';
import { NO_HINTS } from '../../../src/ingest/formats/format';
import { readSource } from '../../../src/ingest/read-source';
import { Source } from '../../../src/ingest/source';
import { figuresIn, readFigures } from './read-figures';

test.each(['Shares fell 3%.', 'Corvane shares rose 6%.', "Shares of Halden rose 6%, while Orrin's fell 3%."])(
  'the price of a share is no figure of the business: %s',
  (text) => expect(readFigures(text)).toEqual([]),
);

test('market share that changes is one', () => {
  expect(figuresIn('Our market share fell 3%.')).toHaveLength(1);
});

test.each([
  ['R&D expenses increased $3.1 million to $19.9 million.', '19900000', '3100000'],
  ['Operating income fell $2 million to $14 million.', '14000000', '-2000000'],
])('what has changed by one amount to another is no range: %s', (text, level, change) => {
  const found = figuresIn(text);
  expect(found.find(({ kind }) => kind === 'LEVEL')).toMatchObject({ value: level, low: null, high: null });
  expect(found.find(({ kind }) => kind === 'CHANGE')?.value).toBe(change);
});

test('an outlook that increases by one amount to another is a range', () => {
  expect(figuresIn('We expect R&D expenses to increase $3 million to $4 million.')).toMatchObject([
    { low: '3000000', high: '4000000' },
  ]);
});

test('what analysts had expected is their forecast of the measure', () => {
  const found = figuresIn('Sales were $310 million, below the $345 million analysts had expected.');
  expect(found).toMatchObject([
    { kind: 'LEVEL', label: 'Sales', value: '310000000' },
    { kind: 'FORECAST', label: 'Sales', value: '345000000' },
  ]);
});

test('an analyst’s question asserts nothing of the company', async () => {
  const call = `Orrin Valves (ORVL) Q2 2021 Earnings Call
July 29, 2021

Operator: Welcome to the Orrin Valves earnings call. Our first question is from Paul Novak of Brightwater Capital.

Paul Novak: Hi. I had thought revenue would be $70 million. And on capex, is $90 million the floor for 2022?

Nora Quill: Revenue was $64 million. Was that a surprise? No.

Operator: This concludes the call.`;
  const [read] = await readSource(new Source('call.txt', Buffer.from(call)), ImportFormat.AUTO, NO_HINTS);
  expect(read?.extraction.figures).toMatchObject([
    { kind: 'FORECAST', metric: 'revenue', label: 'revenue', scope: 'COMPANY', value: '70000000' },
    { kind: 'LEVEL', metric: 'revenue', value: '64000000' },
  ]);
});
