import { sentencesOf, tokenise } from '../../../src/ingest/extract/article/token';
import { splitSentences } from '../../../src/language/sentence';

/** The splitter of plain text and that of an article's tokens, which knows quotations, cut at the same dots. */
test.each([
  ['Our No. 1 priority is compute capacity.'],
  ['Is there more?', 'No.', 'We are done.'],
  ['He joined Norbank Inc. in May.', 'It grew.'],
  ['She works for Norbank Inc.', 'The firm grew.'],
  ['Mr. Vell met Dr. Roe on Jan. 5 in St. Gallen.', 'They agreed.'],
  ['It opens at 9 a.m. Eastern time.', 'He waits.'],
  ['It closed at 5 p.m.', 'The price fell.'],
  ['Sales in the U.S. Virgin Islands rose.'],
  ['Sales rose in the U.S.', 'They fell in Europe.'],
  ['J. P. Roe and Ann B. Vell spoke.'],
  ['We chose plan B.', 'The board agreed.'],
  ['Apples vs. Pears was the talk.'],
  ['See fig. 3 and vol. 2 of it.', 'Good.'],
  ['It cost Rs. 500 in Sept. 2024.', 'We paid.'],
  ['Costs fell 3.5 percent.', '5 plants closed.'],
])('%s', (...sentences) => {
  const text = sentences.join(' ');
  const range = { start: 0, end: text.length };
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  expect(splitSentences(text).map(words)).toEqual(sentences);
  expect(sentencesOf(text, tokenise(text, range), 0).map(words)).toEqual(sentences);
});
