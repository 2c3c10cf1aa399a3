import fc from 'fast-check';
import { alignWords, tokensOf } from '../../../src/ingest/resolve/align';
import { executiveRoleOf } from '../../../src/ingest/resolve/office';
import { findQuoted } from '../../../src/ingest/resolve/quoted-words';
import { bareCompanyName, canStandFor, slugOf } from '../../../src/language/name/company-name';
import { compareNames, isSpelledAlike } from '../../../src/language/name/compare-names';
import { isSurnameAlone } from '../../../src/language/name/person-words';
import { processorMs } from '../../support/processor-time';

test.each([
  ['Meta Platforms, Inc.', 'meta platforms', 'meta-platforms'],
  ['The Walt Disney Company', 'walt disney', 'walt-disney'],
  ['AT&T Inc.', 'at and t', 'at-and-t'],
  ["Land's End, Inc.", 'lands end', 'lands-end'],
  ['Nestlé S.A.', 'nestle s a', 'nestle-s-a'],
  ['Company', 'company', 'company'],
  ['台積電', '台積電', 'company'],
])('%s is %s without its form', (name, bare, slug) => {
  expect(bareCompanyName(name)).toBe(bare);
  expect(slugOf(name)).toBe(slug);
});

test('a short name stands for a long one in whole words, and not where many companies begin so', () => {
  expect(canStandFor('meta', 'meta platforms')).toBe(true);
  expect(canStandFor('meta', 'metaverse etf')).toBe(false);
  expect(canStandFor('united', 'united airlines')).toBe(false);
  expect(canStandFor('bank of america', 'bank of america merrill')).toBe(true);
  expect(canStandFor('meta', 'meta')).toBe(false);
});

test.each([
  ['Ron Birch', 'Ronald Birch', true],
  ['Mark E. Zuckerberg', 'Mark Zuckerberg', true],
  ['Mark Elliot Zuckerberg', 'Mark E. Zuckerberg', true],
  ['Mark E. Zuckerberg', 'Mark A. Zuckerberg', false],
  ['M. Zuckerberg', 'Mark Zuckerberg', true],
  ['Dr. José Peña, Ph.D.', 'Jose Pena', true],
  ['Mr. Dave Wehner Jr.', 'David Wehner', true],
  ['Dana Wells', 'Iris Wells', false],
  ['Wells', 'Iris Wells', false],
])('%s and %s: one person? %s', (a, b, same) => {
  expect(compareNames(a, b) === 'SAME').toBe(same);
  expect(compareNames(b, a) === 'SAME').toBe(same);
});

test('a surname alone is told from a full name; spellings of one surname are alike, other surnames are not', () => {
  expect([isSurnameAlone('Mr. Okafor'), isSurnameAlone('Nadia Okafor')]).toEqual([true, false]);
  expect(isSpelledAlike('Kenneth Dorell', 'Ken Durrell')).toBe(true);
  expect(isSpelledAlike('Kenneth Dorell', 'Kenneth Darling')).toBe(false);
  expect(isSpelledAlike('Amy Li', 'Amy Lo')).toBe(false);
});

test.each([
  ['Founder, Chairman and CEO', 'CEO'],
  ['Chairman and former Chief Executive', 'CHAIR'],
  ['Chief Finance Officer', 'CFO'],
  ['Senior Vice President, Sales', 'OTHER'],
  ['Executive Chairwoman', 'CHAIR'],
  ['President of the Americas', 'PRESIDENT'],
  ['Director, Investor Relations', 'IR'],
  ['VP of IR', 'IR'],
])('%s is %s', (title, role) => {
  expect(executiveRoleOf(title)).toBe(role);
});

const words = (text: string) => tokensOf(text).map(({ word }) => word);

test('two records of one speech are laid side by side, across words that differ, are missing or are more', () => {
  const one = words(
    'We bought more machines this year than last year, and we will buy more of them next year if prices fall again.',
  );
  const two = words(
    'Uh, we bought more machines this year than last year and um will buy less of them next year, if prices fall again. Thanks.',
  );
  const places = alignWords(one, two);
  const pairs = [...places].map((place, i) => (place < 0 ? `-${one[i]}` : two[place]));
  expect(pairs.join(' ')).toBe(
    'we bought more machines this year than last year and -we will buy -more of them next year if prices fall again',
  );
});

test('a quotation is found in the passage that says it, with fillers left out; an altered one, a short one and a common one are not', () => {
  const passages = [
    'You know, you can count on us there. Still, we have the ability to apply more water at night time in order to grow a bigger kind of apple.',
    'We like the market, and we like it a lot this year.',
    'So we like the market, and we like it a lot this year.',
  ];
  const quotes = [
    'You can apply more water at night time in order to grow a bigger kind of apple',
    'You can apply less water in the morning in order to grow pears of any kind',
    'a bigger kind',
    'we like it a lot this year',
  ];
  expect(findQuoted(quotes, passages)).toEqual([0, null, null, null]);
});

test('whatever the texts, the places are of the same words, ascend, and a text lies on itself', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'), { maxLength: 60 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const found = [...alignWords(a, b)].flatMap((place, i) => (place < 0 ? [] : [[i, place] as const]));
      for (const [i, place] of found) expect(b[place]).toBe(a[i]);
      for (const [n, [, place]] of found.entries()) if (n > 0) expect(place).toBeGreaterThan(found[n - 1]![1]);
      expect([...alignWords(a, a)]).toEqual(a.map((_, i) => i));
    }),
  );
});

test('long texts without anything in common end in bounded time', () => {
  const started = processorMs();
  alignWords(Array(50_000).fill('yes'), Array(50_000).fill('no'));
  alignWords(Array(50_000).fill('yes'), Array(49_000).fill('yes'));
  expect(processorMs() - started).toBeLessThan(5000);
});
