import { ImportFormat } from '../../src/domain/import-format';
import { articleHtml } from '../../src/ingest/formats/article-html.format';
import { articleText } from '../../src/ingest/formats/article-text.format';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { parseSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';
import { parseHtml, parseText, readArticle } from '../support/article';
import { processorMs } from '../support/processor-time';
import { runCount } from '../support/settings';

/** Characters; `npm run test:long` takes a million. */
const SIZE = runCount('HOSTILE', 60_000);
/** Of one kind on a page. */
const ELEMENTS = Math.min(SIZE / 2, 100_000);
const fill = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length));

/** Generous for a shared machine; quadratic work on a megabyte takes minutes. */
const SECONDS = 8;

/** Seconds. */
const timed = (work: () => void): number => {
  const start = processorMs();
  work();
  return (processorMs() - start) / 1_000;
};

describe.each([
  ['straight quotation marks', fill('"')],
  ['opening marks', fill('“')],
  ['marks with spaces', fill('" ')],
  ['single marks', fill("' ")],
  ['single marks at words', fill("'a ")],
  ['apostrophes', fill('’s ')],
  ['one word', fill('a')],
  ['capitals', fill('A')],
  ['capitalised words', fill('Aaron ')],
  ['one surname with a pronoun', fill('Aaronson smiled, and he said so. ')],
  [
    'many surnames',
    Array.from({ length: SIZE / 16 }, (_, i) => `Q${i.toString(26).replace(/\d/g, 'x')}son smiled. `).join(''),
  ],
  ['capitalised words with commas', fill('Aaron Smith, ')],
  ['spaces', `a${fill(' ')}b words here`],
  ['lines', `a line${fill('\n')}another line`],
  ['digits', `some words ${fill('1')}`],
  ['inches', fill('27" x ')],
  ['verbs of saying', fill('said ')],
  ['clauses', fill('he said, ')],
  ['quotations', fill('“We are fine,” he said. ')],
  ['quotations a paragraph', fill('“We are fine,” he said.\n\n')],
  ['open quotations', fill('“We are fine, he said.\n\n')],
  ['titles', fill('President CEO Chairman ')],
  ['prepositions', fill('of the head of ')],
  ['brackets', fill('(')],
  ['dashes', fill('— ')],
  ['dots', fill('. ')],
  ['initials', fill('J. K. ')],
  ['dates', fill('Jan 30, 2025 ')],
  ['emoji', fill('😀 “No,” he said. ')],
  ['lines of names', fill('Aaron Smith said so.\n')],
  ['lines without a sentence', fill('a word\n')],
])('a megabyte of %s', (_, text) => {
  test('is read or refused in bounded time', () => {
    const seconds = timed(() => {
      try {
        readArticle(parseText(text));
      } catch (error) {
        expect((error as Error).message).toMatch(/has no words to read/);
      }
    });
    expect(seconds).toBeLessThan(SECONDS);
  });
});

test('a page nested too deep is refused before anything walks it', () => {
  const deep = `<html><body>${'<div>'.repeat(100_000)}words${'</div>'.repeat(100_000)}</body></html>`;
  expect(() => parseHtml(deep)).toThrow(/nests elements more than 400 deep/);
});

test('a page of very many elements is read in bounded time', () => {
  const page = `<html><body>${'<p>“We are fine,” Ann Lee said to the paper on Monday, and went away again.</p>'.repeat(4_000)}</body></html>`;
  expect(timed(() => readArticle(parseHtml(page)))).toBeLessThan(SECONDS * 2);
});

test.each([
  ['stray brackets', '<'.repeat(1.5 * ELEMENTS)],
  ['entities', 'a &amp; '.repeat(ELEMENTS)],
  ['line breaks', 'a<br>'.repeat(ELEMENTS)],
])('a paragraph of very many %s is read in bounded time', (_, inner) => {
  const page = `<html><body><p>“We are fine,” Ann Lee said to the paper. ${inner}</p></body></html>`;
  expect(timed(() => readArticle(parseHtml(page)))).toBeLessThan(SECONDS);
});

test.each([
  ['elements', '<br>'.repeat(300_000), /has more than 200000 elements/],
  ['pieces of text', '&amp;'.repeat(600_000), /has more than 500000 pieces of text/],
])('a page of more %s than any page has is refused', (_, inner, reason) => {
  expect(() => parseHtml(`<html><body>${inner}</body></html>`)).toThrow(reason);
});

test('words beyond any article are refused before anybody looks through them', async () => {
  const source = new Source('x', Buffer.from('a word '.repeat(700_000)));
  await expect(parseSource(source, ImportFormat.AUTO, NO_HINTS)).rejects.toThrow(
    /has 4900000 bytes.*ARTICLE_TEXT may have 4194304/s,
  );
});

test.each([
  ['a null byte', Buffer.from('some words\0more words'), /control character \(0\) at byte 10/],
  ['nothing', Buffer.alloc(0), /is empty/],
  ['signs alone', Buffer.from('… --- 12 34'), /has no words to read/],
])('%s is refused with what and where', (_, bytes, reason) => {
  expect(() => parseText(bytes)).toThrow(reason);
});

test('a paragraph that is cut says so, with the place; one of the greatest length says nothing', () => {
  const opening = 'A headline of the day\n\n';
  const whole = `${'word '.repeat(11_999)}word.`;
  expect(whole).toHaveLength(60_000);
  expect(readArticle(parseText(opening + whole)).warnings.map(({ code }) => code)).toEqual(['NOTHING_READ']);
  const rest = ' “Nobody reads this,” said Ann Lee.';
  const cut = readArticle(parseText(opening + whole + rest));
  const start = opening.length + 60_000;
  expect(cut.warnings).toEqual([
    expect.objectContaining({ code: 'PARAGRAPH_CUT', start, end: start + rest.length }),
    expect.objectContaining({ code: 'NOTHING_READ' }),
  ]);
  expect(cut.utterances).toEqual([]);
});

test('what is no article is not taken for one', () => {
  const sure = (text: string) => articleText.recognises(new Source('x', Buffer.from(text)));
  expect(sure('{"a": 1}')).toBe(0);
  expect(sure('[1, 2]')).toBe(0);
  expect(sure('%PDF-1.7 …')).toBe(0);
  expect(sure('<!doctype html><p>Words</p>')).toBe(0);
  expect(sure('\0\0\0\0')).toBe(0);
  const transcript = 'Operator: Good day.\n\nAnn Lee: Thank you.\n\n'.repeat(6);
  const article = 'Sales rose at Acme in March. “We are glad,” Ann Lee said to the paper on Monday.';
  expect(sure(transcript)).toBeLessThan(sure(article));
});

test('a page is told from other text that begins with a bracket', () => {
  const sure = (text: string) => articleHtml.recognises(new Source('x', Buffer.from(text)));
  expect(sure('<!DOCTYPE html><html><body><p>Words</p></body></html>')).toBeGreaterThan(0.5);
  expect(sure('<?xml version="1.0"?><feed/>')).toBe(0);
  expect(sure('Words < more words')).toBe(0);
});
