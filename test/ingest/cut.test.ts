import { extractDocument } from '../../src/ingest/extract/extract-document';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { transcriptText } from '../../src/ingest/formats/transcript-text.format';
import type { NeutralDocument } from '../../src/ingest/neutral-document';
import { Source } from '../../src/ingest/source';
import { parseHtml, parseText, quotesIn, readArticle } from '../support/article';

const TITLE = 'Acme lifts its outlook for the year';
const STORY = [
  'Acme, the maker of pumps, raised its outlook for the year on Monday after a strong quarter.',
  '“We sold more pumps than ever before,” said Ann Lee, chief executive of Acme.',
  'Sales rose 5% to $12 million in the third quarter.',
  '“The market is growing again,” Lee said.',
];
const PARAGRAPHS = [TITLE, ...STORY];
const WORDS = ['Ann Lee: We sold more pumps than ever before,', 'Ann Lee: The market is growing again,'];

/** What may stand at any place of an article without being part of it. */
const LINES = [
  'By Jane Porter',
  'By Jane Porter, Jan 30, 2025',
  'Updated Jan 30, 2025, 5:14 PM IST',
  'Reuters',
  'Reporting by Jane Porter; editing by Bob Roe',
  'Related Articles',
  'Read more!',
  'Disclaimer: this article is no advice to anybody.',
  'Advertisement',
  'Share',
  'Photo: Getty Images',
  'Copyright 2024 Acme. All rights reserved.',
  'Subscribe to our newsletter',
  '* * *',
  TITLE,
];
const places = PARAGRAPHS.map((_, index) => index);
const withLine = (line: string, at: number): string[] => [...PARAGRAPHS.slice(0, at), line, ...PARAGRAPHS.slice(at)];

test.each(LINES)('"%s" at any place of an article loses no words', (line) => {
  for (const at of [...places, PARAGRAPHS.length]) {
    const read = readArticle(parseText(withLine(line, at).join('\n\n')));
    expect([at, quotesIn(read), read.figures.length]).toEqual([at, WORDS, 1]);
  }
});

test.each(LINES)('"%s" at any place of a page loses no words', (line) => {
  for (const at of [...places.slice(1), PARAGRAPHS.length]) {
    const tags = withLine(line, at).map((words, index) => (index === 0 ? `<h1>${words}</h1>` : `<p>${words}</p>`));
    const read = readArticle(parseHtml(`<html><body><article>${tags.join('')}</article></body></html>`));
    expect([at, quotesIn(read), read.figures.length]).toEqual([at, WORDS, 1]);
  }
});

const codes = ({ warnings }: { warnings: readonly { code: string }[] }) => warnings.map(({ code }) => code);

test('a byline that would have cut the article off is named, with its place', () => {
  const text = [...PARAGRAPHS, 'By Jane Porter'].join('\n\n');
  const { warnings } = readArticle(parseText(text));
  expect(warnings).toEqual([expect.objectContaining({ code: 'BODY_KEPT', start: text.indexOf('By Jane') })]);
  expect(warnings[0]?.message).toMatch(/^"By Jane Porter" looks like the end of a head/);
  expect(codes(readArticle(parseText([TITLE, 'By Jane Porter', ...STORY].join('\n\n'))))).toEqual([]);
});

test.each([
  ['one paragraph alone', '“We sold more pumps than ever before,” said Ann Lee, chief executive of Acme.'],
  [
    'a line said twice',
    '“We sold more pumps than ever before,” said Ann Lee.\n\n“We sold more pumps than ever before,” said Ann Lee.',
  ],
  ['words that begin as a notice does', `${TITLE}\n\nDisclosure: “We sold more pumps than ever before,” said Ann Lee.`],
  ['a caption that quotes', `${TITLE}\n\nPhoto: “We sold more pumps than ever before,” said Ann Lee on Monday.`],
])('%s is read, and told', (_, text) => {
  const read = readArticle(parseText(text));
  expect(quotesIn(read)).toEqual([WORDS[0]]);
  expect(codes(read)).toEqual(['BODY_KEPT']);
});

test('titles of other articles are nobody’s words, however much they quote', () => {
  const read = readArticle(
    parseText(
      `${TITLE}\n\n${STORY[0]}\n\nRelated Articles\n\nHarbor chief: “We are done with all of this”\n\nOthers say so`,
    ),
  );
  expect(quotesIn(read)).toEqual([]);
});

test('a document that says nothing says so', () => {
  const read = readArticle(parseText(`${TITLE}\n\nThe shop is on the corner of the square and opens at nine.`));
  expect(codes(read)).toEqual(['NOTHING_READ']);
});

const TURNS = [
  'Operator: Good day.',
  'Ann Lee: We built a plant this year.',
  'Bob Roe: Why did you?',
  'Ann Lee: To grow.',
];

async function readCall(...lines: string[]) {
  const documents = await transcriptText.parse(new Source('call.txt', Buffer.from(lines.join('\n\n'))), NO_HINTS);
  return extractDocument(documents[0] as NeutralDocument, '0'.repeat(64));
}

test.each([
  'By Jane Porter',
  'Jan 30, 2025',
  'Read more!',
  'Disclaimer',
  'Definitions',
  'Read more about this call',
  'Advertisement',
  'Management',
  'Analysts',
  'Call Participants',
  'Copyright 2024 Acme.',
])('"%s" at any place of a call loses no words', async (line) => {
  const said = (await readCall(...TURNS)).utterances.map(({ text }) => text);
  for (let at = 0; at <= TURNS.length; at++) {
    const { utterances } = await readCall(...TURNS.slice(0, at), line, ...TURNS.slice(at));
    const found = utterances.map(({ text }) => text).join('\n');
    for (const words of said) expect([at, found]).toEqual([at, expect.stringContaining(words)]);
  }
});

test('a notice below the only label of a talk ends no words that are more than those above it', async () => {
  const talk = Array.from({ length: 6 }, (_, i) => `We built plant number ${i + 1} this year, and all of them run.`);
  const { utterances, warnings } = await readCall('Ann Lee: Thank you all.', 'Disclaimer', ...talk);
  expect(utterances.map(({ text }) => text).join()).toContain('plant number 6');
  expect(codes({ warnings })).toContain('BODY_KEPT');
});

test('short turns under a line that could head a list of people are read, and that is told', async () => {
  const { utterances, warnings } = await readCall(
    'Management',
    'Ann Lee',
    'We grew.',
    'Bob Roe',
    'We did.',
    'Ann Lee',
    'So be it.',
  );
  expect(codes({ warnings })).toContain('BODY_KEPT');
  expect(utterances.map(({ text }) => text).join()).toContain('So be it.');
});
