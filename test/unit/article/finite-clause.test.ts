import { hasFiniteClause } from '../../../src/ingest/extract/article/finite-clause';

test.each([
  'this doesn’t mean you need less compute,',
  'We are fine',
  'is the only candidate that has the experience',
  'You can apply more compute at inference time',
  'DeepSeek has open-sourced key components of its model.',
  'Don’t leave it on the field.',
  'Then write one,',
  'Are we there? Probably not,',
  'Safety comes first,',
  'the move underscores the need for speed',
  'There’s a number of novel things',
  'prices rose in every market',
])('“%s” has a finite clause', (words) => {
  expect(hasFiniteClause(words)).toBe(true);
});

test.each([
  'strong business model',
  'a clean beat',
  'one-time effect',
  'fastest-growing market in the world',
  'to sustain growth',
  'two weeks late, not two quarters.',
  'probably',
  'well flagged',
  'taking market share',
  'record demand for chips',
  'robust steps',
  'increased investment by customers',
  '',
])('“%s” has none', (words) => {
  expect(hasFiniteClause(words)).toBe(false);
});
