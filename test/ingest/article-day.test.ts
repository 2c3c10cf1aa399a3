import { parseText, readArticle } from '../support/article';

const daysIn = (body: string): (string | null)[] =>
  readArticle(parseText(`Acme sells a mill\n\nBy Ann Poe, Harbor Journal\nMarch 14, 2025\n\n${body}`)).utterances.map(
    ({ saidOn }) => saidOn,
  );

test.each([
  // 14 March 2025 is a Friday.
  ['“We are glad to be rid of it,” Ola Berg told reporters on Wednesday.', ['2025-03-12']],
  ['“We are glad to be rid of it,” Ola Berg said Friday.', ['2025-03-14']],
  ['“We are glad to be rid of it,” Ola Berg said at a news conference late on Monday.', ['2025-03-10']],
  ['“We are glad to be rid of it,” Ola Berg said.', [null]],
  ['“We are glad to be rid of it,” Ola Berg said before a vote on Tuesday.', [null]],
])('%s', (body, days) => {
  expect(daysIn(body)).toEqual(days);
});
