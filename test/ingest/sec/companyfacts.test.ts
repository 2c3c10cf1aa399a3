import { readFileSync } from 'node:fs';
import { NO_HINTS } from '../../../src/ingest/formats/format';
import { secCompanyfactsFormat } from '../../../src/ingest/formats/sec-companyfacts.format';
import type { NeutralDocument } from '../../../src/ingest/neutral-document';
import { Source } from '../../../src/ingest/source';
import { processorMs } from '../../support/processor-time';
import { describeWith, readJson } from '../../unit/metric/filed-number';

const ROW = {
  start: '2023-12-31',
  end: '2024-09-28',
  val: 3_600_000,
  accn: '0009876543-24-000012',
  fy: 2024,
  fp: 'Q3',
  form: '10-Q',
  filed: '2024-11-01',
};

const FILE = {
  cik: 9876543,
  entityName: 'Lantern & Kettle Works, Inc.',
  facts: {
    'us-gaap': {
      Revenues: {
        label: 'Revenues',
        description: 'What "val": 12345678901234567890 means here.',
        units: {
          USD: [ROW, { ...ROW, frame: 'CY2024', filed: '2025-02-01', accn: '0009876543-25-000002', form: '10-K' }],
        },
      },
      EarningsPerShareDiluted: { label: null, units: { 'USD/shares': [{ ...ROW, val: -0.07 }] } },
    },
    dei: { EntityPublicFloat: { units: { USD: [{ ...ROW, start: undefined, val: 0, fy: null, fp: null }] } } },
    lkw: { KettlesSold: { units: { kettle: [{ ...ROW, val: 2021 }] } } },
  },
};

const sourceOf = (text: string) => new Source('CIK0009876543.json', Buffer.from(text));

async function parse(file: unknown): Promise<NeutralDocument> {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const [document] = await secCompanyfactsFormat.parse(sourceOf(text), NO_HINTS);
  return document as NeutralDocument;
}

/** A file with one value as JSON writes it. */
const withValue = (literal: string) => JSON.stringify(FILE).replace('"val":3600000', `"val":${literal}`);

test('every row of every taxonomy and unit, each filing of its own', async () => {
  const { facts, metadata, kind } = await parse(FILE);
  expect(
    facts.map((f) => [f.taxonomy, f.concept, f.unit, f.periodStart, f.periodEnd, f.value, f.accession, f.frame]),
  ).toEqual([
    ['us-gaap', 'Revenues', 'USD', '2023-12-31', '2024-09-28', '3600000', '0009876543-24-000012', null],
    ['us-gaap', 'Revenues', 'USD', '2023-12-31', '2024-09-28', '3600000', '0009876543-25-000002', 'CY2024'],
    [
      'us-gaap',
      'EarningsPerShareDiluted',
      'USD/shares',
      '2023-12-31',
      '2024-09-28',
      '-0.07',
      '0009876543-24-000012',
      null,
    ],
    ['dei', 'EntityPublicFloat', 'USD', null, '2024-09-28', '0', '0009876543-24-000012', null],
    ['lkw', 'KettlesSold', 'kettle', '2023-12-31', '2024-09-28', '2021', '0009876543-24-000012', null],
  ]);
  expect(facts[3]).toMatchObject({ filingFiscalYear: null, filingFiscalPeriod: null, dimensions: [] });
  expect(metadata).toMatchObject({ companyName: 'Lantern & Kettle Works, Inc.', cik: '9876543', symbol: null });
  expect(kind).toBe('FILING');
});

test('the file of one concept has the same rows', async () => {
  const { label, units } = FILE.facts['us-gaap'].Revenues;
  const { facts, metadata } = await parse({
    ...FILE,
    facts: undefined,
    taxonomy: 'us-gaap',
    tag: 'Revenues',
    label,
    units,
  });
  expect(facts).toEqual((await parse(FILE)).facts.slice(0, 2));
  expect(metadata.cik).toBe('9876543');
});

test('its text lists what is in it, and none of it counts as words', async () => {
  const { text, blocks } = await parse(FILE);
  expect(text).toContain('us-gaap:Revenues (Revenues), USD: 2 from 2024-09-28 to 2024-09-28');
  expect(blocks.map(({ kind }) => kind)).toEqual(['HEADLINE', 'FURNITURE', 'FURNITURE', 'FURNITURE', 'FURNITURE']);
  expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text.trimEnd());
});

test.each([
  ['9007199254740993', '9007199254740993'],
  ['123456789012345678901234567890', '123456789012345678901234567890'],
  ['0.1234567890123456789', '0.1234567890123456789'],
  ['100000000000000.07', '100000000000000.07'],
  ['1.5e9', '1500000000'],
  ['-2.50E-3', '-0.0025'],
  ['1e99', `1${'0'.repeat(99)}`],
  ['-0', '0'],
  ['0.0000001', '0.0000001'],
  ['"42.50"', '42.5'],
])('%s keeps every digit', async (literal, value) => {
  expect((await parse(withValue(literal))).facts[0]?.value).toBe(value);
});

describe('refuses the whole file, and says what is wrong where', () => {
  test.each<[string, object | string, RegExp]>([
    ['a value that is none', withValue('"NaN"'), /Revenues\.units\["USD"\]\[0\]\.val: "NaN" is not a number/],
    ['NaN', withValue('NaN'), /is no JSON/],
    ['null', withValue('null'), /\[0\]\.val: null is not a number/],
    ['too many digits', withValue('9'.repeat(200)), /\[0\]\.val: .* is not a number of at most 100 digits/],
    ['too large an exponent', withValue('1e400'), /\[0\]\.val/],
    ['no value', JSON.stringify(FILE).replace('"val":3600000,', ''), /\[0\]\.val: is missing/],
    [
      'a day that is none',
      JSON.stringify(FILE).replace('"end":"2024-09-28"', '"end":"2024-02-30"'),
      /\[0\]\.end: "2024-02-30" is not a day/,
    ],
    [
      'a day out of range',
      JSON.stringify(FILE).replace('"filed":"2024-11-01"', '"filed":"20240-11-01"'),
      /\[0\]\.filed/,
    ],
    [
      'a period that ends before it begins',
      JSON.stringify(FILE).replace('"start":"2023-12-31"', '"start":"2025-12-31"'),
      /\[0\]: begins on 2025-12-31, after its end/,
    ],
    [
      'an accession number that is none',
      JSON.stringify(FILE).replace('0009876543-24-000012', '12'),
      /\[0\]\.accn: "12" is not an accession number/,
    ],
    ['no company', { ...FILE, cik: 'Apple' }, /cik: must be the number/],
    ['no facts', { ...FILE, facts: [] }, /facts: must be an object/],
    [
      'units that are no lists',
      { ...FILE, facts: { dei: { X: { units: { USD: 7 } } } } },
      /facts\.dei\.X\.units\["USD"\]: must be a list/,
    ],
    ['no units', { ...FILE, facts: { dei: { X: null } } }, /facts\.dei\.X\.units: must be an object/],
    [
      'rows that are no objects',
      { ...FILE, facts: { dei: { X: { units: { USD: [7] } } } } },
      /\["USD"\]\[0\]\.val: is missing/,
    ],
    ['a file cut off', JSON.stringify(FILE).slice(0, 400), /is no JSON/],
    ['a character that no text may hold', JSON.stringify(FILE).replace('kettle', 'ket\\u0000tle'), /U\+0000/],
    ['a list', '[]', /must be an object/],
    ['nothing', '', /is no JSON/],
  ])('%s', async (_, file, message) => {
    await expect(async () => parse(file)).rejects.toThrow(message);
  });

  test('of a thousand broken rows the first fifty, and that there are more', async () => {
    const rows = Array.from({ length: 1_000 }, () => ({ ...ROW, end: 'never' }));
    const error = await parse({ ...FILE, facts: { dei: { X: { units: { USD: rows } } } } }).catch((e) => e);
    expect(error.faults).toHaveLength(51);
    expect(error.faults[49].path).toContain('[49]');
    expect(error.faults[50].message).toContain('further faults');
  });
});

describe('what it claims', () => {
  const sure = (text: string) => secCompanyfactsFormat.recognises(sourceOf(text));

  test('files of its shape, also cut ones', () => {
    expect(sure(JSON.stringify(FILE))).toBeGreaterThan(0.9);
    expect(sure(`\uFEFF${JSON.stringify(FILE)}`)).toBeGreaterThan(0.9);
    expect(sure(JSON.stringify(FILE).slice(0, 400))).toBeGreaterThan(0);
  });

  test('nothing else', () => {
    for (const text of ['', '{}', '[]', '{"facts": {}}', '{"facts": 1, "cik": 2}', '"facts"', 'facts about "facts" {'])
      expect([text, sure(text)]).toEqual([text, 0]);
  });
});

test('deep and long files end in bounded time', async () => {
  const started = processorMs();
  for (const text of [
    `{"cik":1,"entityName":"","facts":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
    withValue('1'.repeat(1_000_000)),
    `${JSON.stringify(FILE).slice(0, -2)},${'"val":'.repeat(200_000)}`,
    `${JSON.stringify(FILE)}${' '.repeat(1_000_000)}x`,
  ]) {
    secCompanyfactsFormat.recognises(sourceOf(text));
    await expect(async () => parse(text)).rejects.toThrow(/cannot be imported/);
  }
  expect(processorMs() - started).toBeLessThan(3_000);
});

describeWith('sec/CIK0000320193.json', 'company facts of Apple', (path) => {
  test('each row of the file, exactly', async () => {
    type Rows = { val: number; end: string; start?: string; accn: string; frame?: string }[];
    const file = readJson<{ facts: Record<string, Record<string, { units: Record<string, Rows> }>> }>(path);
    const rows = Object.values(file.facts).flatMap((concepts) =>
      Object.values(concepts).flatMap(({ units }) => Object.values(units).flat()),
    );
    const { facts } = await parse(readFileSync(path, 'utf8'));
    expect(facts.map((f) => [f.periodStart, f.periodEnd, Number(f.value), f.accession, f.frame])).toEqual(
      rows.map((r) => [r.start ?? null, r.end, r.val, r.accn, r.frame ?? null]),
    );
  });
});
