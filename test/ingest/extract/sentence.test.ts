import { splitSentences } from '../../../src/language/sentence';
import { processorMs } from '../../support/processor-time';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['We grew. Costs fell.', ['We grew.', 'Costs fell.']],
  ['Mr. Roe of Acme Inc. spoke to Dr. Li. He left.', ['Mr. Roe of Acme Inc. spoke to Dr. Li.', 'He left.']],
  ['It was 4.5 percent in the U.S. market. Good.', ['It was 4.5 percent in the U.S. market.', 'Good.']],
  ['“We grew.” He smiled.', ['“We grew.”', 'He smiled.']],
  ['“We grew!” he said. Then he left.', ['“We grew!” he said.', 'Then he left.']],
  ['One line\nwrapped here.\n\nA new paragraph', ['One line\nwrapped here.', 'A new paragraph']],
  ['Really?! Yes… Perhaps. ', ['Really?!', 'Yes…', 'Perhaps.']],
  ['  \n ', []],
  ['', []],
])('%j', (text, expected) => expect(split(text)).toEqual(expected));

test('a range is split as if nothing stood around it, and places are those of the whole text', () => {
  const text = 'Zero. One. Two. Three.';
  expect(splitSentences(text, { start: 6, end: 15 }).map(({ start, end }) => text.slice(start, end))).toEqual([
    'One.',
    'Two.',
  ]);
});

test.each(['.', '!?', ' ', '\n', '\n ', '."', '“', '. ', 'A. ', '…x'])(
  'a megabyte of %j between words takes little time',
  (piece) => {
    const started = processorMs();
    splitSentences(`Start${piece.repeat(1_000_000 / piece.length)}end`);
    expect(processorMs() - started).toBeLessThan(4000);
  },
);
