import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paraphrasesIn, parseHtml, quotesIn, readArticle } from '../support/article';

const page = (name: string) => parseHtml(readFileSync(join(__dirname, 'article-html', name, 'page.txt')));

describe('an article as a web page', () => {
  const document = page('indian-daily');
  const lines = (kind: string) =>
    document.blocks.filter((block) => block.kind === kind).map(({ start, end }) => document.text.slice(start, end));

  test('says of itself what its head says', () => {
    expect(document.metadata).toMatchObject({
      title: 'Varnik Motors profit doubles on exports',
      publisher: 'Ledger Daily',
      publishedAt: '2025-02-03T04:00:00.000Z',
      publishedAtText: 'Feb 3, 2025, 9:30 AM IST',
      publishedOn: '2025-02-03',
      language: 'en',
    });
    expect(document.kind).toBe('NEWS_ARTICLE');
  });

  test('keeps the paragraphs, a line each, and none of the page around them', () => {
    expect(lines('HEADLINE')).toEqual(['Varnik Motors profit doubles on exports']);
    expect(lines('PARAGRAPH')).toHaveLength(4);
    for (const furniture of ['cookies', 'Related', 'rivals are worried', 'All rights reserved', 'Home'])
      expect(lines('PARAGRAPH').join('\n')).not.toContain(furniture);
  });

  test('gives its quotations and indirect statements', () => {
    const read = readArticle(document);
    expect(quotesIn(read)).toEqual([
      'Leela Menon: We have never shipped so many scooters,',
      'Leela Menon: Demand abroad is not slowing.',
      'Priya Nair: The easy gains are behind them,',
    ]);
    expect(paraphrasesIn(read)).toEqual([
      'Varnik Motors: Varnik Motors doubled its profit in the December quarter as exports rose, the company said on Monday.',
      'Leela Menon: Menon said the company would add a second shift at its plant.',
      'Arvind Sethi: Finance chief Arvind Sethi said margins would stay near 14%.',
    ]);
  });
});

describe('an exhibit of a filing', () => {
  const document = page('exhibit');

  test('is a release, with its title and date', () => {
    expect(document.kind).toBe('PRESS_RELEASE');
    expect(document.metadata).toMatchObject({
      title: 'Brindle Outfitters, Inc. Reports First Quarter Results',
      publisher: 'Business Wire',
      publishedOn: '2025-05-07',
    });
  });

  test('has rows for its table, with signs and brackets back at their numbers', () => {
    const rows = document.blocks
      .filter(({ kind }) => kind === 'TABLE_ROW')
      .map(({ start, end }) => document.text.slice(start, end).split('\t'));
    expect(rows).toEqual([
      ['March 29, 2025', 'March 30, 2024'],
      ['Net sales', '$181,204', '$170,145'],
      ['Net loss', '(1,311)', '(2,048)'],
    ]);
  });

  test('quotes its officers', () => {
    const read = readArticle(document);
    expect(quotesIn(read)).toEqual([
      'Nora Whitlock: Customers came back for the basics, and we had them in stock,',
      'Nora Whitlock: We are opening nine stores this year.',
    ]);
    expect(read.speakers[0]).toMatchObject({
      role: 'EXECUTIVE',
      title: 'President and Chief Executive Officer',
      firm: null,
    });
  });
});

test('a page without prose is refused with a reason', () => {
  expect(() =>
    parseHtml('<!doctype html><html><body><div id="root"></div><script>render()</script></body></html>'),
  ).toThrow(/has no paragraph of an article/);
});
