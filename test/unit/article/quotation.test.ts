import { findQuotations } from '../../../src/ingest/extract/article/quotation';

/** Quotations of paragraphs, which the test parts by a bar. */
const quoted = (text: string): string[] => {
  let at = 0;
  const paragraphs = text.split('|').map((part) => {
    const range = { start: at, end: at + part.length };
    at += part.length + 1;
    return range;
  });
  return findQuotations(text, paragraphs).map(({ start, end }) => text.slice(start, end));
};

test.each<[what: string, text: string, ...words: string[]]>([
  ['curly marks', 'He said, “We are fine.”', 'We are fine.'],
  ['straight marks', 'He said, "We are fine."', 'We are fine.'],
  ['marks of both kinds for one quotation', 'He said, “We are fine."', 'We are fine.'],
  ['a closing mark that opens', 'And ”we are fine,” he said.', 'we are fine,'],
  ['a split quotation', '“We,” he said, “are fine.”', 'We,', 'are fine.'],
  [
    'nested marks of another kind',
    '“He told me, ‘Go home,’ and I did,” she said.',
    'He told me, ‘Go home,’ and I did,',
  ],
  ['straight nested marks', `"She said, 'Go home,'" he said.`, `She said, 'Go home,'`],
  ['nested marks of the same kind', '“He said “no” to me,” she said.', 'He said “no” to me,'],
  ['backticks of a typewriter', "``We are fine,'' he said.", 'We are fine,'],
  ['guillemets', 'He said: « We are fine. »', 'We are fine.'],
  ['single marks', '‘We are fine,’ he said.', 'We are fine,'],
  ['single marks around an apostrophe', "'It's fine,' he said.", "It's fine,"],
  ['a possessive plural inside single marks', '‘The drinkers’ doing,’ he said.', 'The drinkers’ doing,'],
  ['apostrophes alone', 'It’s the banks’ fault, and Smith’s too.'],
  ['a decade', "the '90s and the '80s"],
  ['inches', 'a 27" screen and a 32" one'],
  ['feet and inches', `He is 6'2" tall.`],
  ['a dash before the mark', 'He was clear—"no deal"—and left.', 'no deal'],
  ['brackets', 'The plan (“a start”) was his.', 'a start'],
  ['marks without words', 'He wrote "…" and "!" only.'],
  ['a quotation over paragraphs', '“One.|“Two.|“Three,” he said.', 'One.', 'Two.', 'Three,'],
  ['a missing mark before another quotation', '"One, he said. "Two."', 'One,', 'Two.'],
  ['a missing mark at the end', 'He said. "They wait for a plug.|Next paragraph.', 'They wait for a plug.'],
])('%s', (_, text, ...words) => {
  expect(quoted(text)).toEqual(words);
});

test('a quotation that runs on says so, and so does one whose mark is missing', () => {
  const text = '“One.\n“Two,” he said.';
  const [first, second] = findQuotations(text, [
    { start: 0, end: 5 },
    { start: 6, end: text.length },
  ]);
  expect(first).toMatchObject({ isClosed: false, continues: false });
  expect(second).toMatchObject({ isClosed: true, continues: true });
});
