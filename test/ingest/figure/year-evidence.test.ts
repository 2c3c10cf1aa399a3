import { NO_SPEECH, plainDocument } from '../../../eval/plain-document';
import { renderFigure } from '../../../eval/render-figure';
import { extractFigures } from '../../../src/ingest/extract/figure/extract-figures';
import { findOccasion } from '../../../src/ingest/extract/occasion/find-occasion';

const periodOf = (...lines: string[]) => findOccasion(plainDocument(lines.join('\n'))).period;
/** What the words of a call without a heading say again and again of the quarter that it is about. */
const QUARTER = ['Third quarter revenue was $412 million.', 'In the third quarter, margins improved.'];

test.each([
  ['its own quarter with the year', 'We finished the third quarter of 2021 with 786 customers.', 'FY2021Q3'],
  ['the outlook of the next quarter', 'For the fourth quarter of 2021, we expect revenue of $420 million.', 'FY2021Q3'],
  ['the outlook of the year', 'We are raising our full year 2021 guidance.', 'FY2021Q3'],
  ['what is left of the year', 'For the remainder of 2021, we expect little change.', 'FY2021Q3'],
  [
    'what it is compared with',
    'Net sales rose from $380 million in the third quarter of 2020. Costs fell against a weak third quarter of 2020.',
    'FY2021Q3',
  ],
  [
    'a pandemic that is looked past, never the year reported on',
    'Sales were up 12% over the third quarter of 2019, and traffic was up versus 2019 and up 30% versus 2020. Orders rose compared to 2020.',
    'FY2021Q3',
  ],
  ['an earlier call', 'As I outlined in the Q4 2020 earnings call, retention is a priority.', null],
  ['next year alone', 'We anticipate field trials to begin in 2022.', null],
])('the year of a call without a heading: %s', (_, sentence, period) =>
  expect(periodOf(...QUARTER, sentence)).toBe(period),
);

test('from the end of a year the outlook is of the next one', () => {
  const period = periodOf(
    'Fourth quarter revenue was $412 million.',
    'In the fourth quarter, margins improved.',
    'We now turn to our outlook for fiscal 2022. We expect fiscal 2022 revenue of $1.7 billion, compared to $1.6 billion in fiscal 2021.',
  );
  expect(period).toBe('FY2021Q4');
});

test('an outlook of the next quarter that an opening promises is not reported', () => {
  const document = plainDocument(
    'We will recap our results and provide our first quarter and fiscal 2022 outlook.\nFourth quarter revenue was $285 million.\nIn the fourth quarter, fiscal 2021 ended well: fiscal 2021 revenue was $1.28 billion.\nWe expect fiscal 2022 to be better, and fiscal 2022 margins to be higher.',
  );
  const occasion = findOccasion(document);
  expect(occasion.period).toBe('FY2021Q4');
  expect(extractFigures(document, occasion, NO_SPEECH).map(renderFigure).at(0)).toBe(
    'LEVEL revenue FY2021Q4 285000000 USD',
  );
});
