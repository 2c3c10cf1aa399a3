import { NameIndex } from '../../src/read/reference/name-index';
import { nameForm, wordLikeness } from '../../src/read/reference/name-likeness';

const NAMES: readonly [id: number, name: string, weight: number][] = [
  [1, 'Meta Platforms, Inc.', 900],
  [1, 'Facebook, Inc.', 900],
  [1, 'META', 900],
  [1, 'FB', 900],
  [2, 'Microsoft Corporation', 500],
  [2, 'MSFT', 500],
  [3, 'Ørsted A/S', 40],
  [4, 'The Coca-Cola Company', 70],
  [4, 'KO', 70],
  [5, 'AT&T Inc.', 60],
  [6, 'Metso Oyj', 10],
  [7, 'NVIDIA Corporation', 800],
  [8, 'Metalworks Group', 5],
  [21, 'Mark Zuckerberg', 1_000],
  [21, 'Mark Elliot Zuckerberg', 1_000],
  [22, 'Søren Skou', 12],
  [23, 'Łukasz Żal', 3],
  [24, 'Susan Li', 90],
  [25, 'Susan Lee', 10],
  [26, "Deirdre O'Brien", 8],
];
const index = new NameIndex(NAMES.map(([id, name, weight]) => ({ id, name, weight })));

const ids = (typed: string) => index.find(typed, 5).map(({ id }) => id);

test.each([
  ['meta', 1],
  ['Meta Platforms', 1],
  ['platforms meta', 1],
  ['facebook', 1],
  ['fb', 1],
  ['MTEA', 1],
  ['microsft', 2],
  ['micro', 2],
  ['orsted', 3],
  ['Orsted AS', 3],
  ['coca cola', 4],
  ['coca-cola co', 4],
  ['att', 5],
  ['AT&T', 5],
  ['nvida', 7],
  ['zuckerberg', 21],
  ['zukerberg', 21],
  ['mark zukerberg', 21],
  ['Zuckerberg, Mark', 21],
  ['zuck', 21],
  ['soren', 22],
  ['SØREN SKOU', 22],
  ['lukasz', 23],
  ['zal', 23],
  ['susan li', 24],
  ['obrien', 26],
  ['O’Brien', 26],
])('%s', (typed, id) => {
  expect(ids(typed)[0]).toBe(id);
});

test('whole names come before whole words, those before beginnings, those before what is only like it', () => {
  const scores = index.find('meta', 5).map(({ id, score }) => [id, score]);
  expect(scores.slice(0, 2)).toEqual([
    [1, 1],
    [8, expect.any(Number)],
  ]);
  expect(scores[1]?.[1]).toBeGreaterThanOrEqual(0.65);
  expect(scores[1]?.[1]).toBeLessThan(0.8);
  expect(scores.slice(2).every(([, score]) => Number(score) < 0.65)).toBe(true);
});

test('of equal names that of which most is known is first', () => {
  expect(ids('susan')).toEqual([24, 25]);
  expect(index.find('susan', 1).map(({ id }) => id)).toEqual([24]);
});

test.each(['', '  ', '…', 'q', 'xylophone', 'mark xylophone', 'li mark'])('nobody is called %j', (typed) => {
  expect(ids(typed)).toEqual([]);
});

test('words are as like as the share of their trigrams in common, and a slip apart where one letter differs', () => {
  expect(wordLikeness('zukerberg', 'zuckerberg')).toBeCloseTo(8 / 13);
  expect(wordLikeness('mtea', 'meta')).toBeCloseTo(0.6);
  expect(wordLikeness('words', 'wordy')).toBeCloseTo(0.6);
  expect(wordLikeness('li', 'le')).toBeCloseTo(1 / 5);
});

test('a form has no accents, case, dots or double spaces', () => {
  expect(nameForm(' Łukasz  O’Brien, Jr. ')).toBe('lukasz obrien jr');
  expect(nameForm('Đæþø ßœŋ')).toBe('daetho ssoen');
});
