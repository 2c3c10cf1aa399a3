import { isForwardLooking } from '../../../src/ingest/extract/forward-looking';
import { processorMs } from '../../support/processor-time';

test.each([
  'We expect revenue of 4 to 5 billion dollars in the second quarter.',
  'Capital expenditures will be higher in 2025.',
  'We’ll ramp production through the year.',
  'We are going to open two plants.',
  'The plant is on track to start next summer.',
  'Our full-year guidance is unchanged.',
  'He predicted that the assistant would reach a billion people.',
  'adding that the next model will be multimodal and is expected to roll out in the coming months.',
  'We plan to hire fewer people.',
  'Margins should improve over the next few quarters.',
  'We continue to invest in the coming years.',
  'I’m gonna tell you that we will grow again next year.',
  'Tariffs could weigh on us in the second half of the year.',
  'They intend to cut costs.',
  'The company forecasts sales of $2 billion.',
  'The board is expected to decide soon.',
  'We won’t raise prices.',
  'predicting that its assistant will reach one billion users this year',
  'Thank you. I’ll turn to the outlook. We now anticipate free cash flow of $300 million.',
  'We look to double our footprint.',
  'A launch is planned for 2026.',
])('speaks of what is to come: %s', (text) => expect(isForwardLooking(text)).toBe(true));

test.each([
  'Revenue grew 12 percent, as expected.',
  'We expected more of the quarter.',
  'Results exceeded our expectations.',
  'I’ll now turn the call over to Dana.',
  'We will now begin the question-and-answer session.',
  'Your next question comes from the line of Sam Voss.',
  'Thank you, and I’ll take the first one.',
  'Let me walk you through the numbers.',
  'Today’s remarks contain forward-looking statements, and actual results may differ materially.',
  'We undertake no obligation to update any forward-looking statements, which will be subject to risks and uncertainties.',
  'This call is being recorded and will be available for replay.',
  'We went to the market with three products.',
  'The company was founded in 1997.',
  'He said that the plan worked.',
  'Good will was on our side.',
  'We’ll be discussing non-GAAP measures today.',
  'Last year, sales fell.',
  'I would like to thank our teams.',
  '',
])('does not: %s', (text) => expect(isForwardLooking(text)).toBe(false));

test.each(['will ', '’ll ', 'is is ', 'our current ', 'next '])('a megabyte of %j takes little time', (piece) => {
  const started = processorMs();
  isForwardLooking(piece.repeat(1_000_000 / piece.length));
  isForwardLooking(`${piece.repeat(20)}. `.repeat(10_000));
  expect(processorMs() - started).toBeLessThan(5000);
});
