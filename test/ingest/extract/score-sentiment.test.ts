import { scoreSentiment } from '../../../src/ingest/extract/sentiment/score-sentiment';
import { processorMs } from '../../support/processor-time';

const scoreOf = (text: string) => scoreSentiment(text)?.score ?? Number.NaN;

test.each([
  'We had an outstanding quarter and are very pleased.',
  'Revenue rose 22 percent and margins expanded.',
  'Costs declined and churn fell.',
  'Net losses narrowed sharply.',
  'Demand is not weak at all.',
  'Lower expenses helped us.',
  'Ad spending remains strong across regions.',
  'Without disruption, orders grew.',
  'We gained market share for the fifth quarter.',
  'The recovery in bookings is encouraging.',
])('good: %s', (text) => {
  expect(scoreSentiment(text)).toMatchObject({ label: 'POSITIVE', method: 'earshot-lexicon/1' });
});

test.each([
  'Revenue fell 9 percent on weak demand.',
  'Costs rose faster than we liked.',
  'It was not a good quarter for us.',
  'Higher inflation and tariffs hurt our margins.',
  'Sales declined; headwinds persist.',
  'Some start-ups lack sustainable revenue, making their future uncertain.',
  'We were disappointed by the delays.',
  'The shortage was severe and orders slipped.',
  'There is no improvement in sight.',
])('bad: %s', (text) => expect(scoreSentiment(text)?.label).toBe('NEGATIVE'));

test.each([
  'Good afternoon, and welcome to the conference call of Tidelog.',
  'At this time all lines have been placed on mute to prevent any background noise.',
  'Great question, thank you for asking about that.',
  'Your next question comes from the line of Sam Voss with Norbank. Please go ahead.',
  'These forward-looking statements are subject to risks and uncertainties, and results may differ materially.',
  'We recorded the meeting in the third week of March.',
  'The tax rate was 12 percent in the quarter.',
])('neither: %s', (text) => expect(scoreSentiment(text)?.label).toBe('NEUTRAL'));

test('too few words tell nothing', () => {
  expect(scoreSentiment('Thank you.')).toBeNull();
  expect(scoreSentiment('')).toBeNull();
  expect(scoreSentiment('strong business model')).toBeNull();
});

test('more of it is more; an intensifier adds, a downtoner takes away; a negation turns and weakens', () => {
  expect(scoreOf('We had a very strong quarter.')).toBeGreaterThan(scoreOf('We had a strong quarter.'));
  expect(scoreOf('We had a slightly strong quarter.')).toBeLessThan(scoreOf('We had a strong quarter.'));
  expect(scoreOf('We had a strong quarter and great results.')).toBeGreaterThan(scoreOf('We had a strong quarter.'));
  expect(scoreOf('We did not have a bad quarter.')).toBeGreaterThan(0);
  expect(scoreOf('We did not have a bad quarter.')).toBeLessThan(scoreOf('We had a good quarter.'));
});

test('a negation does not reach into the next sentence', () => {
  expect(scoreOf('We thought not. Good results followed later.')).toBeGreaterThan(0);
});

test('scores stay within their bounds, however long the praise', () => {
  const score = scoreOf('An outstanding and excellent quarter. '.repeat(500));
  expect(score).toBeGreaterThan(0.9);
  expect(score).toBeLessThanOrEqual(1);
});

test.each(['not ', 'very ', 'costs ', 'rose ', 'no longer '])('a megabyte of %j takes little time', (piece) => {
  const started = processorMs();
  scoreSentiment(piece.repeat(1_000_000 / piece.length));
  expect(processorMs() - started).toBeLessThan(5000);
});
