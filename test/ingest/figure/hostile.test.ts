import { NO_SPEECH, plainDocument, plainTranscript } from '../../../eval/plain-document';
import { extractFigures } from '../../../src/ingest/extract/figure/extract-figures';
import { findOccasion } from '../../../src/ingest/extract/occasion/find-occasion';
import { processorMs } from '../../support/processor-time';
import { runCount } from '../../support/settings';

const LENGTH = runCount('HOSTILE', 60_000);

/** Fills a long text: what repeats in it makes expressions backtrack and pairs multiply, if anything does. */
const fill = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

/** Far above what linear work takes on a busy machine, far below what the square of it takes. */
const LIMIT_MS = 8000;

test.each([
  'a',
  ' ',
  '\n',
  '"',
  '$',
  '9',
  '1,',
  '$5 million ',
  '$5 million, up 3% ',
  'revenue of ',
  'revenue was $5 million in the third quarter and ',
  'the first quarter of the ',
  'quarter ended ',
  'five hundred and ',
  'from $1 to ',
  'expected to be in the range of ',
  'Jan 1 ',
  'A Co ',
  'Welcome to the ',
  'exceeded our a b c d ',
  'analysts said ',
  '(-',
  '😀 5% ',
])('300,000 characters of %j takes linear time', (piece) => {
  const text = fill(piece);
  for (const document of [plainDocument(text), plainTranscript(text)]) {
    const started = processorMs();
    const occasion = findOccasion(document);
    extractFigures(document, occasion, NO_SPEECH);
    expect(processorMs() - started).toBeLessThan(LIMIT_MS);
  }
});

test('places lie in the text, in order of their beginnings, and hold the digits that they are about', () => {
  const text = '😀 Revenue was $412 million.\r\n\r\nEPS was 83 cents; margin, 43.5%.\n';
  const document = plainDocument(text);
  const figures = extractFigures(document, findOccasion(document), NO_SPEECH);
  expect(figures.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Revenue was $412 million',
    'EPS was 83 cents',
    'margin, 43.5%',
  ]);
});
