import { ImportFormat } from '../../src/domain/import-format';
import type { Extraction } from '../../src/ingest/extraction';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';
import { splitLabel } from '../../src/language/name/split-label';

/** Files as machines and vendors write them, each an invented call; what is expected was written from the words. */
async function read(text: string | object) {
  const bytes = Buffer.from(typeof text === 'string' ? text : JSON.stringify(text));
  const [document] = await readSource(new Source('call.txt', bytes), ImportFormat.AUTO, NO_HINTS);
  if (!document) throw new Error('nothing was read');
  return document;
}

/** By utterance: the speaker, and the words. */
const saidIn = ({ utterances, speakers }: Extraction): string[] =>
  utterances.map(({ speaker, text }) => `${speaker === null ? '?' : speakers[speaker]?.name}: ${text}`);
const said = async (text: string | object): Promise<string[]> => saidIn((await read(text)).extraction);

const people = ({ speakers }: Extraction): string[] =>
  speakers.map(({ name, role, firm }) => `${name}, ${role}${firm ? `, ${firm}` : ''}`);

describe('words that a machine gave to nobody', () => {
  const opening = {
    speaker: 'SPEAKER_00',
    start: 0,
    end: 9,
    text: "Welcome to the Quillmark Foods third quarter 2025 earnings call. I'm Dana Holt, head of investor relations.",
  };
  const last = { speaker: 'SPEAKER_00', start: 14, end: 18, text: 'We now open the line for questions.' };

  test.each([
    [{ start: 9, end: 14, text: 'We raised our outlook for the year.' }, 'We raised our outlook for the year.'],
    [{ start: 9, end: 14, speaker: null, text: 'Margins held.' }, 'Margins held.'],
    [{ start: 9, end: 14, speaker: '', text: 'Two ovens opened.' }, 'Two ovens opened.'],
    [{ start: 9, end: 14, speaker: ' ', text: 'Flour is cheaper.' }, 'Flour is cheaper.'],
  ])('are kept, open, with a warning: %j', async (segment, words) => {
    const { extraction, neutral } = await read({ segments: [opening, segment, last] });
    expect(saidIn(extraction)).toEqual([`Dana Holt: ${opening.text}`, `?: ${words}`, `Dana Holt: ${last.text}`]);
    const [warning] = extraction.warnings.filter(({ code }) => code === 'VOICE_MISSING');
    expect(neutral.text.slice(warning?.start, warning?.end)).toBe(words);
  });
});

describe('labels of machines', () => {
  const turns = [
    [
      '00',
      "Welcome to the Quillmark Foods third quarter 2025 earnings call. I'm Dana Holt, head of investor relations.",
    ],
    ['01', 'Thank you, Dana. Sales grew.'],
    ['00', 'We now open the line for questions.'],
    ['02', 'Hi, this is Rita Sands from Cobalt Securities. How about ovens?'],
  ] as const;
  const expected = [
    `Dana Holt: ${turns[0][1]}`,
    `?: ${turns[1][1]}`,
    `Dana Holt: ${turns[2][1]}`,
    `Rita Sands: ${turns[3][1]}`,
  ];

  test.each([
    ['[SPEAKER_%]: ', '\n'],
    ['[Speaker %]: ', '\n\n'],
    ['[spk%]: ', '\n\n'],
    ['SPEAKER_%: ', '\n'],
  ])('%s', async (label, end) => {
    expect(await said(turns.map(([n, words]) => label.replace('%', n) + words).join(end))).toEqual(expected);
  });

  const cue = (at: number, seconds = true): string => (seconds ? `00:00:0${at}` : `00:0${at}`);
  test('SubRip with brackets; its times are kept', async () => {
    const text = turns.map(
      ([n, words], i) => `${i + 1}\n${cue(i)},500 --> ${cue(i + 1)},500\n[SPEAKER_${n}]: ${words}`,
    );
    const { extraction } = await read(text.join('\n\n'));
    expect(saidIn(extraction)).toEqual(expected);
    expect(extraction.utterances.map(({ startMs }) => startMs)).toEqual([500, 1500, 2500, 3500]);
  });

  const named = ['Dana Holt', 'Peter Oram', 'Dana Holt', 'Rita Sands'];
  const heads = ['WEBVTT', 'WEBVTT - recorded\nKind: captions\n\nNOTE made by a machine\nand nobody else'];
  test.each([
    [heads[0], '<v %>', '</v>', true],
    [heads[1], '<v.loud %>', '</v>', true],
    [heads[0], '<v %>', '', false],
  ] as const)('WebVTT: %j %s', async (head, open, close, hours) => {
    const cues = turns.map(
      ([, words], i) =>
        `c${i}/a-1\n${cue(i, hours)}.000 --> ${cue(i + 1, hours)}.000 align:start\n${open.replace('%', named[i] as string)}${words}${close}`,
    );
    const { extraction } = await read(`${head}\n\n${cues.join('\n\n')}\n`);
    expect(saidIn(extraction)).toEqual(turns.map(([, words], i) => `${named[i]}: ${words}`));
    expect(extraction.utterances.map(({ startMs }) => startMs)).toEqual([0, 1000, 2000, 3000]);
  });
});

test('a time in brackets before words is their time, and no word of them', async () => {
  const { extraction } = await read(`# Quillmark Foods_20260311

**Dana Holt - Quillmark Foods, Investor Relations**
(00:00:00) Hello and welcome. Peter Oram will go through the year first.

**Peter Oram - Quillmark Foods, Chief Financial Officer**
(00:00:12) Thanks, Dana. Sales were higher in every month.

[00:01:10] We plan to open stores at (10:30) each day.

**Rita Sands - Cobalt Securities, Analyst**
(07:00) And margins?

**Peter Oram - Quillmark Foods, Chief Financial Officer**
[7:10] About 31%.`);
  expect(saidIn(extraction)).toEqual([
    'Dana Holt: Hello and welcome. Peter Oram will go through the year first.',
    'Peter Oram: Thanks, Dana. Sales were higher in every month.',
    'Peter Oram: We plan to open stores at (10:30) each day.',
    'Rita Sands: And margins?',
    'Peter Oram: About 31%.',
  ]);
  expect(extraction.utterances.map(({ startMs }) => startMs)).toEqual([0, 12_000, 12_000, 420_000, 430_000]);
  expect(extraction.event).toMatchObject({ company: 'Quillmark Foods', date: '2026-03-11' });
});

test('the company stands in the labels of those who hold its offices', async () => {
  const { extraction } = await read(`Dana Holt - Quillmark Foods, Investor Relations: Hello.

Peter Oram - Quillmark Foods, Chief Financial Officer: Thanks, Dana.

Rita Sands - Cobalt Securities, Analyst: And margins?

Peter Oram - Quillmark Foods, Chief Financial Officer: About 31%.`);
  expect(extraction.event?.company).toBe('Quillmark Foods');
});

test('names marked as heard, and labels of nobody', async () => {
  const { extraction } = await read(`Quillmark Foods (QLMK) Q3 2025 Earnings Call

Operator: Good day. The first question comes from Kaspar Lind with Norrsken.

Kaspar Lind [ph]: Any change in tax?

Peter Oram, Chief Executive Officer: None.

Operator: The next question comes from Ulla Bergh with Fairwater.

Ulla [ph] Bergh: And margins?

Peter Oram, Chief Executive Officer: 31%.

Operator: The next question, please.

<unk>: And compute?

Peter Oram, Chief Executive Officer: Flat.

Operator: And the next one.

[Indiscernible]: Any more?

Peter Oram, Chief Executive Officer: No.`);
  expect(people(extraction)).toEqual([
    'Operator, OPERATOR',
    'Kaspar Lind, ANALYST, Norrsken',
    'Peter Oram, EXECUTIVE',
    'Ulla Bergh, ANALYST, Fairwater',
  ]);
  expect(saidIn(extraction)).toContain('?: And compute?');
  expect(saidIn(extraction)).toContain('?: Any more?');
});

test.each([
  ['Per Dahl (ph), Cobalt Securities', 'Per Dahl', 'Cobalt Securities'],
  ['Ulla (sp?) Bergh', 'Ulla Bergh', null],
  ['Kaspar Lind [phonetic]', 'Kaspar Lind', null],
  ['Molly Varga, Analyst, Kessel, Brandt & Moss, Inc.', 'Molly Varga', 'Kessel, Brandt & Moss, Inc.'],
  ['Ada Voss -- Hale, Orrin & Pike -- Analyst', 'Ada Voss', 'Hale, Orrin & Pike'],
  ['Jon Ek, Analyst, Barrow, Lund and Tate LLC', 'Jon Ek', 'Barrow, Lund and Tate LLC'],
  ['Ada Voss, Analyst, Stanmore Bank, Metals & Mining', 'Ada Voss', 'Stanmore Bank'],
  ['Mark Tolland Analyst, Pinecrest Securities, Inc.', 'Mark Tolland', 'Pinecrest Securities, Inc.'],
  ['Ada Voss Senior Analyst - Stanmore Bank', 'Ada Voss', 'Stanmore Bank'],
])('the label %s', (label, name, firm) => {
  expect(splitLabel(label)).toMatchObject({ name, firm });
});

test.each([
  ['Keith Dunmore CFO, Larch Mutual Group', 'Keith Dunmore', 'CFO'],
  ['Anna Reyes Chief Financial Officer', 'Anna Reyes', 'Chief Financial Officer'],
])('an office without its comma: %s', (label, name, title) => {
  expect(splitLabel(label)).toMatchObject({ name, title });
});

describe('text that opens with a bracket is no JSON', () => {
  const call = `Operator: Good day and welcome to the Quillmark Foods third quarter 2025 earnings call.

Peter Oram, Chief Executive Officer: Thank you. Revenue grew 9%.

Operator: Our first question comes from Rita Sands with Cobalt Securities.

Rita Sands, Analyst, Cobalt Securities: How about ovens?`;

  test.each(['[00:00:03] ', '[Music]\n\n', '[0:03]\n', '{Corrects paragraph 2} \n\n', '[Call starts late]\n\n'])(
    '%j',
    async (head) => {
      expect(people((await read(head + call)).extraction)).toEqual([
        'Operator, OPERATOR',
        'Peter Oram, EXECUTIVE',
        'Rita Sands, ANALYST, Cobalt Securities',
      ]);
    },
  );

  test.each(['[1, 2', '{"a": 1', '[true] x', '{a: 1}', '["00:03"'])(
    'what means to be JSON is still told so: %s',
    async (text) => {
      await expect(read(text)).rejects.toThrow(/JSON/);
    },
  );
});
