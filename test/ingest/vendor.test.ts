import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportFormat } from '../../src/domain/import-format';
import { NO_HINTS } from '../../src/ingest/formats/format';
import type { NeutralDocument } from '../../src/ingest/neutral-document';
import { parseSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';
import { processorMs } from '../support/processor-time';

/** Folders of the formats, and the format that AUTO has to tell for each case in them. */
const FOLDERS: Readonly<Record<string, ImportFormat>> = {
  fmp: ImportFormat.FMP,
  'alpha-vantage': ImportFormat.ALPHA_VANTAGE,
  'api-ninjas': ImportFormat.API_NINJAS,
  earningscall: ImportFormat.EARNINGSCALL,
  finnhub: ImportFormat.FINNHUB,
  quartr: ImportFormat.QUARTR,
  aiera: ImportFormat.AIERA,
  'sp-kfinance': ImportFormat.SP_KFINANCE,
};

const CASES = Object.entries(FOLDERS).flatMap(([folder, format]) =>
  readdirSync(join(__dirname, folder)).map((name) => ({ name: `${folder}/${name}`, format })),
);

const inputOf = (name: string) => {
  const path = ['input.json', 'input.jsonl']
    .map((file) => join(__dirname, name, file))
    .find((file) => existsSync(file));
  return new Source(name, readFileSync(path as string));
};

const parse = (source: Source, format = ImportFormat.AUTO) => parseSource(source, format, NO_HINTS);
const json = (value: unknown, name = 'x.json') => new Source(name, Buffer.from(JSON.stringify(value)));

test.each(CASES)('$name', async ({ name, format }) => {
  const documents = await parse(inputOf(name));
  const expected = JSON.parse(readFileSync(join(__dirname, name, 'expected.json'), 'utf8'));
  expect(documents.map((document) => document.format)).toEqual(expected.map(() => format));
  documents.forEach((document, i) => {
    expect(document.metadata).toMatchObject(expected[i].metadata);
    expect(document.warnings.map(({ code }) => code)).toEqual(expected[i].warnings ?? []);
    expect(seen(document)).toEqual(expected[i].turns);
    holdsTogether(document);
  });
});

/** Turns with their words instead of the places of the words. */
const seen = ({ text, turns }: NeutralDocument) =>
  turns?.map(({ labelRange, paragraphs, ...turn }) => ({
    ...turn,
    paragraphs: paragraphs.map(({ start, end }) => text.slice(start, end)),
  }));

/** Ranges are in order, do not overlap, and hold what they say. */
function holdsTogether({ text, turns, blocks, formatConfidence }: NeutralDocument): void {
  let at = 0;
  for (const { label, labelRange, paragraphs } of turns ?? []) {
    if (labelRange) expect(text.slice(labelRange.start, labelRange.end)).toBe(label);
    for (const { start, end } of labelRange ? [labelRange, ...paragraphs] : paragraphs) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(end).toBeGreaterThan(start);
      at = end;
    }
  }
  blocks.forEach(({ start, end }, i) => {
    expect(start).toBeGreaterThanOrEqual(blocks[i - 1]?.end ?? 0);
    expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
  });
  expect(formatConfidence).toBeGreaterThan(0.5);
}

test.each(CASES)('$name cut off anywhere is refused, or says that it is not whole', async ({ name, format }) => {
  const whole = inputOf(name);
  for (const share of [0.1, 0.35, 0.6, 0.85, 0.98]) {
    const cut = new Source(name, whole.bytes.subarray(0, Math.floor(whole.bytes.length * share)));
    const reading = parse(cut, format);
    if (name.startsWith('quartr/live')) {
      await reading.then(([document]) => expect(document?.warnings).not.toEqual([]), isRefusal);
    } else await expect(reading).rejects.toThrow(/cut off|no JSON/);
  }
});

const isRefusal = (error: Error) => expect(error).toMatchObject({ name: 'ImportError' });

test.each([
  [ImportFormat.FMP, { symbol: 'A', content: 7, year: 2024 }, 'content: '],
  [ImportFormat.FMP, [{ symbol: 'A', year: 2024, quarter: 4, content: null }], '[0].content: is missing or empty'],
  [ImportFormat.FMP, [{ symbol: 'A', quarter: 4, year: 2024, date: '2025-02-01' }], '[0].content: is missing or empty'],
  [ImportFormat.FMP, [[4, 2024, '2025-02-01']], '[0]: is a row of the list of dates'],
  [ImportFormat.FMP, { symbol: 'A', year: 2024, quarter: 9, content: 'A B: c' }, 'quarter: is no quarter'],
  [
    ImportFormat.FMP,
    { symbol: 'A', year: 2024, quarter: 4, date: '2025-13-40', content: 'A B: c' },
    'date: is no date',
  ],
  [ImportFormat.ALPHA_VANTAGE, { symbol: 'A', quarter: '2024Q1', transcript: [] }, 'transcript: is empty'],
  [
    ImportFormat.ALPHA_VANTAGE,
    { symbol: 'A', quarter: '2024Q1', transcript: [{ speaker: 'B', content: ' ' }] },
    'has no words',
  ],
  [
    ImportFormat.ALPHA_VANTAGE,
    { symbol: 'A', quarter: '2024Q1', transcript: [{ speaker: 5 }] },
    'transcript[0].speaker: ',
  ],
  [ImportFormat.API_NINJAS, { ticker: 'A', transcript: '', cik: '1' }, 'transcript: is missing or empty'],
  [ImportFormat.EARNINGSCALL, { event: { year: 2024, quarter: 1, conference_date: null } }, 'has neither text'],
  [
    ImportFormat.EARNINGSCALL,
    { event: { year: 2024, quarter: 1 }, speakers: [{ speaker: 'spk1', words: ['a', 'b'], start_times: [1] }] },
    'speakers[0]: has 2 words and 1 start times',
  ],
  [ImportFormat.FINNHUB, { symbol: 'A', transcript: [{ name: 'B', speech: { a: 1 } }] }, 'transcript[0].speech: '],
  [ImportFormat.QUARTR, { transcript: { paragraphs: [] } }, 'transcript.paragraphs: is missing or empty'],
  [
    ImportFormat.QUARTR,
    { transcript: { paragraphs: [{ text: 'a', start: 'soon' }] } },
    'transcript.paragraphs[0].start: is no number',
  ],
  [ImportFormat.AIERA, [{ transcript_item_id: 1, transcript: 'a', tags: 'x' }], '[0].tags: '],
  [
    ImportFormat.SP_KFINANCE,
    { transcript: [{ component_type: 'Answer', text: null }] },
    'transcript[0].text: has no words',
  ],
  [
    ImportFormat.SP_KFINANCE,
    { transcript: [{ component_type: 'Answer', text: 'a\0b' }] },
    'transcript[0].text: has a NUL',
  ],
])('%s says where it is wrong: %j', async (format, value, message) => {
  await expect(parse(json(value), format)).rejects.toThrow(message);
});

test.each([
  [{ Note: 'Five calls a minute are free.' }, 'Five calls a minute are free.'],
  [{ Information: 'This endpoint is for subscribers.' }, 'This endpoint is for subscribers.'],
  [{ 'Error Message': 'Invalid key.' }, 'Invalid key.'],
  [{ error: { code: 403, message: 'Forbidden' } }, '"Forbidden"'],
  [{ status: 404, error: 'No such call.' }, 'No such call.'],
  [[], 'is an empty list'],
  [{}, 'is an empty object'],
])('what a vendor answers instead of a document is said, for every format: %j', async (value, message) => {
  for (const format of [ImportFormat.AUTO, ...Object.values(FOLDERS)]) {
    await expect(parse(json(value), format)).rejects.toThrow(message);
  }
});

test('running text without line breaks is cut where a known voice begins, even behind a sentence that was cut short', async () => {
  const content =
    "Operator: Hello. Ann O'Roe: We grew and Bo Fisk (CFO): Right. Ann O'Roe: grew fast. Yeah. Bo Fisk (CFO): So - Operator: Next.";
  const [document] = await parse(json({ symbol: 'A', year: 2024, quarter: 1, content }));
  expect(seen(document!)?.map(({ label, paragraphs }) => [label, ...paragraphs])).toEqual([
    ['Operator', 'Hello.'],
    ["Ann O'Roe", 'We grew and'],
    ['Bo Fisk (CFO)', 'Right.'],
    ["Ann O'Roe", 'grew fast. Yeah.'],
    ['Bo Fisk (CFO)', 'So -'],
    ['Operator', 'Next.'],
  ]);
});

test.each(['Aa ', 'x', ' ', '. ', 'A. ', '"A ', ': ', 'Ab Cd: ', "A' ", 'Name: '])(
  '300 kB of %j as content takes little time',
  async (piece) => {
    const started = processorMs();
    const content = `Ann O${piece.repeat(300_000 / piece.length)}b: Hello.`;
    await parse(json({ symbol: 'A', year: 2024, quarter: 1, content })).catch(isRefusal);
    expect(processorMs() - started).toBeLessThan(5000);
  },
);

test('hints fill what the source leaves open and change nothing that it states', async () => {
  const hints = { ...NO_HINTS, company: 'AMRI', period: 'FY2020Q1', publisher: 'EarningsCall' };
  const [document] = await parseSource(inputOf('earningscall/level-1'), ImportFormat.AUTO, hints);
  expect(document?.metadata).toMatchObject({ symbol: 'AMRI', period: 'FY2024Q4', publisher: 'EarningsCall' });
});
