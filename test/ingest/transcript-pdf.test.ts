import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { ImportFormat } from '../../src/domain/import-format';
import { ImportError } from '../../src/ingest/fault';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { transcriptPdf } from '../../src/ingest/formats/transcript-pdf.format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';
import { makePdf, type PdfWords } from '../support/pdf';

const parse = async (pages: readonly (readonly PdfWords[])[]) => {
  const [document] = await transcriptPdf.parse(new Source('call.pdf', makePdf(pages)), NO_HINTS);
  if (!document) throw new Error('no document');
  return document;
};

/** A two-column page: labels hang to the left of the words. */
function column(rows: readonly (readonly [string, string] | null)[], number: number): PdfWords[] {
  let y = 730;
  const words: PdfWords[] = [{ x: 72, y: 760, text: 'Harbor Lantern Systems, Inc.', size: 8 }];
  for (const row of rows) {
    if (row) {
      if (row[0]) words.push({ x: 72, y, text: row[0] });
      words.push({ x: 170, y, text: row[1] });
    }
    y -= row ? 13 : 12;
  }
  return [...words, { x: 540, y: 40, text: String(number) }];
}

test('labels beside the words, page furniture, a paragraph and a word that the line and the page cut', async () => {
  const pages = [
    column(
      [
        ['Operator:', 'Good afternoon and welcome to the call of Harbor Lantern Systems. All lines'],
        ['', 'are on mute. I will now turn the call over to Thomas Okafor.'],
        null,
        ['Thomas Okafor:', 'Thank you. We run a long-standing programme, and a long-'],
        ['', 'standing programme needs patience. The harbours asked for high-'],
        ['', 'level lights, and lights at a high level they got from the foundry, so this'],
        ['', 'year is about keeping what we promised to each of the ports that'],
      ],
      1,
    ),
    column(
      [
        ['', 'signed with us.'],
        null,
        ['', 'Operator, we are ready for questions.'],
        null,
        ['Operator:', 'Our first question comes from the line of Ron Castellano with Blue Fjord'],
        ['', 'Securities. Please go ahead.'],
        null,
        ['Ron Castellano:', 'Thanks for taking my question. How many ports are there?'],
      ],
      2,
    ),
    column([['Thomas Okafor:', 'Forty-one, Ron.'], null, ['Operator:', 'This concludes today’s conference call.']], 3),
  ];
  const document = await parse(pages);
  expect(document.kind).toBe('TRANSCRIPT');
  expect(document.turns?.map(({ label }) => label)).toEqual([
    'Operator',
    'Thomas Okafor',
    'Operator',
    'Ron Castellano',
    'Thomas Okafor',
    'Operator',
  ]);
  const said = document.turns?.map(({ paragraphs }) =>
    paragraphs.map(({ start, end }) => document.text.slice(start, end)),
  );
  expect(said?.[1]).toEqual([
    'Thank you. We run a long-standing programme, and a long-standing programme needs patience. The harbours asked for high-level lights, and lights at a high level they got from the foundry, so this year is about keeping what we promised to each of the ports that signed with us.',
    'Operator, we are ready for questions.',
  ]);
  expect(document.text).not.toMatch(/Harbor Lantern Systems, Inc\.\s|^\d$/m);
});

test('a release is paragraphs, headings and rows of tables, and nobody speaks in it', async () => {
  const document = await parse([
    [
      { x: 180, y: 740, text: 'Harbor Lantern Systems Reports Third Quarter 2025 Results', size: 14 },
      {
        x: 60,
        y: 710,
        text: 'TROMSO, Norway - October 28, 2025 - Harbor Lantern Systems, Inc. (NASDAQ: HLSY) today reported',
      },
      {
        x: 60,
        y: 698,
        text: 'financial results for the quarter ended September 30, 2025, with record orders for beacons.',
      },
      { x: 60, y: 670, text: 'Third Quarter Highlights' },
      { x: 300, y: 650, text: '2025' },
      { x: 400, y: 650, text: '2024' },
      { x: 60, y: 636, text: 'Revenue' },
      { x: 290, y: 636, text: '$' },
      { x: 310, y: 636, text: '412.0' },
      { x: 390, y: 636, text: '$' },
      { x: 410, y: 636, text: '378.0' },
      { x: 60, y: 622, text: 'Gross margin' },
      { x: 310, y: 622, text: '41%' },
      { x: 410, y: 622, text: '40%' },
    ],
  ]);
  expect(document).toMatchObject({
    kind: 'PRESS_RELEASE',
    turns: null,
    metadata: {
      symbol: 'HLSY',
      companyName: 'Harbor Lantern Systems, Inc.',
      eventType: 'PRESS_RELEASE',
      period: 'FY2025Q3',
    },
  });
  expect(document.blocks.map(({ kind, start, end }) => [kind, document.text.slice(start, end)])).toEqual([
    ['HEADLINE', 'Harbor Lantern Systems Reports Third Quarter 2025 Results'],
    [
      'PARAGRAPH',
      'TROMSO, Norway - October 28, 2025 - Harbor Lantern Systems, Inc. (NASDAQ: HLSY) today reported financial results for the quarter ended September 30, 2025, with record orders for beacons.',
    ],
    ['HEADING', 'Third Quarter Highlights'],
    ['TABLE_ROW', '2025\t2024'],
    ['TABLE_ROW', 'Revenue\t$412.0\t$378.0'],
    ['TABLE_ROW', 'Gross margin\t41%\t40%'],
  ]);
});

test.each([
  ['no PDF behind the mark', Buffer.from('%PDF-1.7\nthis is not one'), /cannot be read as a PDF/],
  ['cut off', makePdf([[{ x: 72, y: 700, text: 'Operator: Hello' }]]).subarray(0, 120), /cannot be read as a PDF/],
  ['a page without words', makePdf([[]]), /holds no text/],
])('%s is refused with its reason', async (_, bytes, reason) => {
  const refused = readSource(new Source('broken.pdf', bytes), ImportFormat.TRANSCRIPT_PDF, NO_HINTS);
  await expect(refused).rejects.toThrow(ImportError);
  await expect(refused).rejects.toThrow(reason);
});

test('the reader of PDFs goes on after a broken file, and reads two at once', async () => {
  const good = makePdf([[{ x: 72, y: 700, text: 'A note about lanterns, without any speaker.' }]]);
  const bad = Buffer.from('%PDF-1.7 broken');
  const read = (bytes: Uint8Array) => readSource(new Source('a.pdf', bytes), ImportFormat.AUTO, NO_HINTS);
  const settled = await Promise.allSettled([read(good), read(bad), read(good)]);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

interface Key {
  readonly turns: readonly { readonly speaker: string; readonly words: number }[];
  readonly speakers: readonly { readonly name: string; readonly role: string; readonly firm: string | null }[];
  readonly qaStartTurn: number;
}

const data = join(__dirname, '../../../shared/data/transcripts-official');
const official = existsSync(data) ? test : test.skip;

official.each(['txt', 'pdf'])(
  'the official call reads as its key says, and answers on DeepSeek follow their questions (%s)',
  async (ending) => {
    const name = 'META-Q4-2024-Earnings-Call-Transcript';
    const key: Key = JSON.parse(readFileSync(join(data, `${name}.key.json`), 'utf8'));
    const [read] = await readSource(
      new Source(`${name}.${ending}`, readFileSync(join(data, `${name}.${ending}`))),
      ImportFormat.AUTO,
      NO_HINTS,
    );
    if (!read) throw new Error('nothing read');
    const { utterances, speakers, exchanges, questionsStartTurn } = read.extraction;
    const turns: (typeof utterances)[number][][] = [];
    for (const utterance of utterances) {
      turns[utterance.turn as number] ??= [];
      turns[utterance.turn as number]?.push(utterance);
    }
    expect(turns.map(([first]) => speakers[first?.speaker as number]?.name)).toEqual(
      key.turns.map(({ speaker }) => speaker),
    );
    // A word that the PDF's line end cut at its hyphen is whole again in the neutral text of the PDF.
    const slack = ending === 'pdf' ? 2 : 0;
    turns.forEach((passages, i) => {
      const words = passages.flatMap(({ text }) => text.split(/\s+/)).length;
      expect(Math.abs(words - (key.turns[i]?.words ?? 0))).toBeLessThanOrEqual(slack);
    });
    expect(speakers.map(({ name: person, role, firm }) => ({ name: person, role, firm }))).toEqual(
      key.speakers.map(({ name: person, role, firm }) => ({ name: person, role, firm })),
    );
    expect(questionsStartTurn).toBe(key.qaStartTurn);
    const about = exchanges.filter(({ questions, answers }) =>
      [...questions, ...answers].some((i) => /DeepSeek/.test(utterances[i]?.text ?? '')),
    );
    const nameOf = (i: number) => speakers[utterances[i]?.speaker as number]?.name;
    expect(
      about.map(({ questions, answers }) => [[...new Set(questions.map(nameOf))], [...new Set(answers.map(nameOf))]]),
    ).toEqual([
      [['Eric Sheridan'], ['Mark Zuckerberg']],
      [['Douglas Anmuth'], ['Mark Zuckerberg', 'Susan Li']],
    ]);
  },
);

/** A page of 160 MB of words, in some 400 KB. */
function makeBomb(): Buffer {
  const page = deflateSync(`BT /F1 12 Tf ${'(hello world) Tj '.repeat(9_500_000)} ET`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>',
    `<< /Length ${page.length} /Filter /FlateDecode >>\nstream\n${page.toString('latin1')}\nendstream`,
  ].map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`);
  return Buffer.from(`%PDF-1.7\n${objects.join('')}trailer\n<< /Root 1 0 R >>\n%%EOF`, 'latin1');
}

test('a page that unpacks to far more than any page has is refused before it is read', async () => {
  const parsing = transcriptPdf.parse(new Source('bomb.pdf', makeBomb()), NO_HINTS);
  await expect(parsing).rejects.toThrow(/unpacks to more than 134217728 bytes/);
});
