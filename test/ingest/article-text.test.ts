import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { f1Of } from '../../eval/quote-measures';
import { countQuotes } from '../../eval/quotes';
import { measure as measureSeed } from '../../eval/seed';
import type { Extraction } from '../../src/ingest/extraction';
import { readTextFile } from '../support/article';

interface Expected {
  readonly title: string;
  readonly publisher?: string;
  readonly publishedAt?: string;
  readonly kind?: string;
  readonly quotes: readonly { readonly text: string; readonly speaker: string | null; readonly directness: string }[];
  readonly paraphrases?: readonly { readonly text: string; readonly speaker: string }[];
  readonly speakers?: readonly {
    readonly name: string;
    readonly role: string;
    readonly title: string;
    readonly firm: string | null;
  }[];
}

const FOLDER = join(__dirname, 'article-text');
const SHARED = join(__dirname, '../..', '..', 'shared', 'data');

describe.each(readdirSync(FOLDER))('%s', (name) => {
  const expected = JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8')) as Expected;
  const raw = readFileSync(join(FOLDER, name, 'article.txt'), 'utf8');
  const read = readTextFile(join(FOLDER, name, 'article.txt'));
  const nameOf = (speaker: number | null) => (speaker === null ? null : (read.speakers[speaker]?.name ?? null));
  const spoken = (isParaphrase: boolean) =>
    read.utterances
      .filter(({ directness }) => (directness === 'PARAPHRASE') === isParaphrase)
      .map(({ text, speaker, directness }) =>
        isParaphrase ? { text, speaker: nameOf(speaker) } : { text, speaker: nameOf(speaker), directness },
      );

  test('its quotations, each with its speaker, and nothing besides', () => {
    expect(spoken(false)).toEqual(expected.quotes);
  });

  test('its indirect statements', () => {
    if (expected.paraphrases) expect(spoken(true)).toEqual(expected.paraphrases);
    else expect(spoken(true).every(({ speaker }) => speaker !== null)).toBe(true);
  });

  test('its speakers, head and kind', () => {
    for (const speaker of expected.speakers ?? [])
      expect(read.speakers).toContainEqual(expect.objectContaining(speaker));
    expect(read.document.title).toBe(expected.title);
    for (const field of ['publisher', 'publishedAt', 'kind'] as const)
      if (expected[field] !== undefined) expect(read.document[field]).toBe(expected[field]);
  });

  test('every span proves its words, and so does every mention', () => {
    const points = [...raw];
    for (const { start, end, text, mention, label } of read.utterances) {
      expect(points.slice(start, end).join('')).toBe(text);
      if (mention) expect(points.slice(mention.start, mention.end).join('')).toBe(label);
    }
    for (const { spans } of read.mentions) for (const [start, end] of spans) expect(end).toBeGreaterThan(start);
  });
});

const shared = existsSync(SHARED) ? test : test.skip;
if (!existsSync(SHARED)) console.warn('../shared/data is not here: the seed article and the news are not read');

shared('the seed article gives what its key has, and nothing besides', async () => {
  expect((await measureSeed(SHARED))?.differences).toEqual([]);
});

shared('the news with every attribution marked by hand stays well read', async () => {
  const count = await countQuotes([join(SHARED, 'news-polnear')], true);
  const rightOf = (pairs: typeof count.pairs) => pairs.filter(({ isSurname }) => isSurname).length / pairs.length;
  expect(f1Of(count)).toBeGreaterThan(0.95);
  expect(rightOf(count.pairs)).toBeGreaterThan(0.94);
  expect(rightOf(count.pairs.filter(({ mention }) => mention === 'pronoun'))).toBeGreaterThan(0.9);
});

test('a comment of an outside voice is one; the company’s own words are none', () => {
  const read: Extraction = readTextFile(join(FOLDER, 'agency-chipmaker', 'article.txt'));
  const comments = read.utterances.filter(({ isComment }) => isComment).map(({ text }) => text);
  expect(comments).toEqual(['The guide was good, but the bar was higher,']);
});
