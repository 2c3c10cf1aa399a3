import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportFormat } from '../../../src/domain/import-format';
import { NO_HINTS } from '../../../src/ingest/formats/format';
import { secIxbrlFormat } from '../../../src/ingest/formats/sec-ixbrl.format';
import type { NeutralDocument } from '../../../src/ingest/neutral-document';
import { readSource } from '../../../src/ingest/read-source';
import { Source } from '../../../src/ingest/source';
import { processorMs } from '../../support/processor-time';
import { describeWith, readJson } from '../../unit/metric/filed-number';

const FIXTURE = readFileSync(join(__dirname, 'quarterly-report.htm'), 'utf8');
const sourceOf = (html: string, name = 'lkw-20240928.htm') => new Source(name, Buffer.from(html));

async function parse(html: string, name?: string, hints = NO_HINTS): Promise<NeutralDocument> {
  const [document] = await secIxbrlFormat.parse(sourceOf(html, name), hints);
  return document as NeutralDocument;
}

/** `concept [dimensions] period value unit`, in the report's order. */
const printed = ({ facts }: NeutralDocument) =>
  facts.map((f) =>
    [`${f.taxonomy}:${f.concept}`, ...f.dimensions, `${f.periodStart ?? ''}/${f.periodEnd}`, f.value, f.unit].join(' '),
  );

describe('a quarterly report', () => {
  test('its numbers have their scale, sign, unit, days and dimensions, under the usual names of the taxonomies', async () => {
    expect(printed(await parse(FIXTURE))).toEqual([
      'us-gaap:PreferredStockSharesIssued /2024-09-28 0 shares',
      'us-gaap:Revenues 2024-06-30/2024-09-28 1234500 USD',
      'us-gaap:Revenues 2023-12-31/2024-09-28 3600000 USD',
      'us-gaap:NetIncomeLoss 2024-06-30/2024-09-28 -45000 USD',
      'us-gaap:NetIncomeLoss 2023-12-31/2024-09-28 0 USD',
      'us-gaap:EarningsPerShareDiluted 2024-06-30/2024-09-28 -0.07 USD/shares',
      'lkw:SalesGrowth 2024-06-30/2024-09-28 0.125 pure',
      'us-gaap:Revenues 2024-06-30/2024-09-28 1200000 USD',
      'us-gaap:CommonStockSharesIssued /2024-09-28 9007199254740993 shares',
      'us-gaap:CommonStockSharesOutstanding /2024-09-28 9007199254740993 shares',
      'us-gaap:Revenues srt:ProductOrServiceAxis=lkw:KettleMember us-gaap:StatementGeographicalAxis=srt:EuropeMember 2024-06-30/2024-09-28 400000.25 USD',
      'lkw:KettlesSold 2024-06-30/2024-09-28 2021 Kettle',
      'us-gaap:DefinedBenefitPlanAssets lkw:PlanAxis=Plan 7 /2024-09-28 7 USD',
      // A period may end at the midnight that begins the next day.
      'us-gaap:Cash /2024-09-28 8 USD',
    ]);
  });

  test('it says what it is, and of which filing its numbers are', async () => {
    const document = await parse(FIXTURE);
    expect(document.metadata).toMatchObject({
      companyName: 'Lantern & Kettle Works, Inc.',
      cik: '9876543',
      symbol: 'LKW',
      period: 'FY2024Q3',
      language: 'en-US',
      publishedOn: '2024-10-31',
    });
    expect(document.facts[0]).toMatchObject({ form: '10-Q', filingFiscalYear: 2024, filingFiscalPeriod: 'Q3' });
    expect(document.facts[0]?.accession).toMatch(/^sha256:[0-9a-f]{32}$/);
    expect(document.warnings.map(({ code }) => code)).toEqual([
      'FILING_DAY_ASSUMED',
      'FACTS_LEFT_OUT',
      'FACTS_LEFT_OUT',
    ]);
    expect(document.facts.map(({ decimals }) => decimals).slice(0, 3)).toEqual([null, -3, -3]);
  });

  test('whoever imports it, or its address, tells the filing', async () => {
    const url = 'https://www.sec.gov/Archives/edgar/data/9876543/000987654324000012/lkw-20240928.htm';
    const { facts, warnings } = await parse(FIXTURE, 'x.htm', {
      ...NO_HINTS,
      url,
      publishedAt: '2024-11-01T21:00:00Z',
    });
    expect(facts[0]).toMatchObject({ accession: '0009876543-24-000012', filedAt: '2024-11-01' });
    expect(warnings.map(({ code }) => code)).not.toContain('FILING_DAY_ASSUMED');
  });

  test('its text is what people see, a block for each paragraph and row', async () => {
    const { text, blocks } = await parse(FIXTURE);
    expect(blocks.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
      'HEADING FORM 10-Q',
      'PARAGRAPH Lantern & Kettle and its makers: Works, (the “Company”) Inc.',
      'TABLE_ROW Common stock\tLKW',
      'FURNITURE 3',
      'FURNITURE Table of Contents',
      'TABLE_ROW (In thousands)\tQ3\tNine months',
      'TABLE_ROW Net sales\t$1,234.5\t$3,600',
      'TABLE_ROW Net loss\t(45)\t—',
      'TABLE_ROW Loss per share\t0.07',
      'PARAGRAPH Sales grew by 12.5 %, to $1.2 million.',
      'PARAGRAPH Shares issued and outstanding: 9,007,199,254,740,993.',
      'LIST_ITEM In Europe, kettles brought in 400.000,25 dollars.',
      'LIST_ITEM We sold two thousand and twenty-one kettles.',
      'PARAGRAPH Plan assets 7, of a partner 5, cash 8, goodwill , and a rate of x.',
      'LIST_ITEM • Copper became dearer.',
      'HEADING SIGNATURES',
      'PARAGRAPH Date: October 31, 2024',
    ]);
  });

  test("EDGAR's wrapper is opened, its header believed, other documents left out by name", async () => {
    const header =
      '<SEC-DOCUMENT>0009876543-24-000012.txt : 20241101\n<SEC-HEADER>\nACCESSION NUMBER:\t\t0009876543-24-000012\nFILED AS OF DATE:\t\t20241101\n</SEC-HEADER>\n';
    const wrap = (type: string, body: string) =>
      `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>1\n<FILENAME>a.htm\n<TEXT>\n${body}\n</TEXT>\n</DOCUMENT>\n`;
    const whole = `${header}${wrap('10-Q', `<XBRL>\n${FIXTURE}\n</XBRL>`)}${wrap('EX-99.1', '<html><p>A release.</p></html>')}`;
    const document = await parse(whole);
    expect(document.facts[0]).toMatchObject({ accession: '0009876543-24-000012', filedAt: '2024-11-01' });
    expect(document.facts).toHaveLength(14);
    expect(document.warnings.map(({ message }) => message)).toContain(
      '1 documents without XBRL were left out: EX-99.1.',
    );
  });
});

describe('what it claims', () => {
  const sure = (html: string) => secIxbrlFormat.recognises(sourceOf(html));

  test('only files that declare inline XBRL', () => {
    expect(sure(FIXTURE)).toBeGreaterThan(0.9);
    expect(sure('<DOCUMENT><TYPE>EX-99.1<TEXT><html><body><p>Third quarter results</p></body></html>')).toBe(0);
    expect(sure('<html><p>See http://www.xbrl.org/2013/inlineXBRL for how it is marked.</p></html>')).toBe(0);
    expect(sure('')).toBe(0);
  });
});

describe('refuses', () => {
  const refusal = (from: string, to: string) => expect(async () => parse(FIXTURE.replace(from, to))).rejects;

  test('a reference that leads nowhere', async () => {
    await refusal('contextRef="q3" name="gaap:Revenues"', 'contextRef="q9" name="gaap:Revenues"').toThrow(
      /#f-1 gaap:Revenues: refers to the context "q9", which is not there/,
    );
    await refusal('unitRef="usd" decimals="-3"', 'unitRef="gold" decimals="-3"').toThrow(/#f-1 .*the unit "gold"/);
  });

  test('a number that is none', async () => {
    await refusal('>1,234.5<', '>NaN<').toThrow(/#f-1 .*"NaN" is no number as ixt:num-dot-decimal/);
    await refusal('scale="3" format="ixt:num-dot-decimal" id="f-1"', 'scale="999999" id="f-1"').toThrow(/#f-1/);
    await refusal('>1,234.5<', `>${'9'.repeat(500)}<`).toThrow(/#f-1/);
    await refusal('sign="-" format', 'sign="minus" format').toThrow(/#f-3 .*sign "minus"/);
  });

  test('a day that is none', async () => {
    await refusal('<xbrli:instant>2024-09-28<', '<xbrli:instant>2024-02-30<').toThrow(/#now: "2024-02-30" is no day/);
    await refusal('<xbrli:startDate>2024-06-30<', '<xbrli:startDate>2025-06-30<').toThrow(/#q3: begins on 2025-06-30/);
  });

  test('a report that does not say when it was filed', async () => {
    await refusal('Date: October 31, 2024', '').toThrow(/does not say when it was filed/);
  });

  test('a byte that no text may hold', async () => {
    await refusal('In Europe', 'In\0Europe').toThrow(/the byte 0/);
  });

  test('a report without its form', async () => {
    await refusal('name="dei:DocumentType"', 'name="dei:DocumentKind"').toThrow(/dei:DocumentType: is missing/);
  });
});

describe('hostile reports end in bounded time', () => {
  const HEAD = FIXTURE.slice(0, FIXTURE.indexOf('<h1>'));
  const fact = '<ix:nonFraction contextRef="q3" name="gaap:Revenues" unitRef="usd" id="n">';

  test.each<[string, () => string]>([
    ['facts in facts in facts', () => HEAD + fact.repeat(50_000) + '1'.repeat(10)],
    ['elements 100,000 deep', () => `${HEAD}${'<div><b>'.repeat(50_000)}x`],
    ['tables in tables', () => `${HEAD}${'<table><tr><td>x'.repeat(20_000)}`],
    ['a megabyte of spaces', () => `${HEAD}<p>${' '.repeat(1_000_000)}x</p>`],
    ['a megabyte of words in a number', () => `${HEAD}${fact}${'one '.repeat(250_000)}`],
    ['cut in the middle of a tag', () => FIXTURE.slice(0, FIXTURE.indexOf('id="f-3"') - 5)],
    ['a circle of continuations', () => FIXTURE.replace('id="name-2"', 'id="name-2" continuedAt="name-2"')],
  ])('%s', async (_, make) => {
    const html = make();
    const started = processorMs();
    await parse(html).catch((error: Error) => expect(error.name).toBe('ImportError'));
    expect(processorMs() - started).toBeLessThan(3_000);
  });
});

describeWith('sec/meta-10-k-2025-01-30.html', "Meta's annual report of 2024", (path) => {
  const key = readJson<{ totalNonFractionFacts: number; concepts: number }>(
    path.replace('meta-10-k-2025-01-30.html', 'meta-10k.key.json'),
  );

  test('as many numbers as the key counts, and eleven in words', async () => {
    const { facts, metadata } = await parse(readFileSync(path, 'utf8'), path);
    // The key's reader knows digits only: in this report eleven numbers are words ("two segments"), in concepts of their own.
    expect(facts).toHaveLength(key.totalNonFractionFacts + 11);
    expect(metadata).toMatchObject({
      companyName: 'Meta Platforms, Inc.',
      cik: '1326801',
      symbol: 'META',
      period: 'FY2024',
    });
  });
});

test.each([
  ['the usual prefix', 'xsi:nil="true"', 'xmlns:xsi'],
  ['another prefix', 'inst:nil="true"', 'xmlns:inst'],
  ['a short prefix and a number', 'i:nil="1"', 'xmlns:i'],
])('a number that is nil is left out, by %s', async (_, mark, declared) => {
  const html = FIXTURE.replace('xsi:nil="true"', mark).replace('xmlns:xsi', declared);
  expect(printed(await parse(html))).toEqual(printed(await parse(FIXTURE)));
});

test('an attribute of another namespace makes no number nil', async () => {
  const html = FIXTURE.replace('xsi:nil="true"', 'own:nil="true"').replace(
    'xmlns:xsi',
    'xmlns:own="urn:own" xmlns:xsi',
  );
  await expect(parse(html)).rejects.toThrow(/#f-15 gaap:Goodwill: "" is no number/);
});

const SIGNED = '<h2>SIGNATURES</h2>';

test.each([
  [
    'a heading in the singular',
    '<p>Signature</p><p>Pursuant to the Act, the registrant has duly caused this report to be signed on its behalf.</p><p>Date: October 31, 2024</p>',
  ],
  [
    'no heading',
    '<p>Pursuant to the Act, the registrant has duly caused this quarterly report on Form 10-Q to be signed on its behalf.</p><p>Date: October 31, 2024</p>',
  ],
  ['a heading with a colon, and the day before the name', '<p>Signatures:</p><p>October 31, 2024</p><p>Nora Quist</p>'],
])('the day of the signatures stands in for the day of filing: %s', async (_, closing) => {
  const body = FIXTURE.slice(0, FIXTURE.indexOf(SIGNED));
  const document = await parse(`${body}${closing}</body></html>`);
  expect(document.metadata.publishedOn).toBe('2024-10-31');
  expect(document.warnings.map(({ code }) => code)).toContain('FILING_DAY_ASSUMED');
});

test('the prose of a report tells numbers and no statements: what stands in quotation marks there are terms', async () => {
  const prose =
    '<p>Unless the context says otherwise, the terms “we,” “us” and “the Company” refer to Lantern &amp; Kettle Works, Inc. “Kettles” said to be smart are those with a radio.</p><p>Revenue increased 12% to $1.2 billion in the third quarter of 2024.</p>';
  const html = FIXTURE.replace(SIGNED, `${prose}${SIGNED}`);
  const [read] = await readSource(sourceOf(html), ImportFormat.AUTO, NO_HINTS);
  expect(read?.extraction.utterances).toEqual([]);
  expect(read?.extraction.figures).toContainEqual(expect.objectContaining({ metric: 'revenue', value: '1200000000' }));
});
