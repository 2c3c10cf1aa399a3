import { titleBefore } from '../../../src/ingest/extract/article/title-phrase';
import { tokenise } from '../../../src/ingest/extract/article/token';

test.each([
  ['Chief Data Officer', 'Ada Lindqvist', 'Chief Data Officer', null],
  ['Norbank Chief Trust and Safety Officer', 'Ada Lindqvist', 'Chief Trust and Safety Officer', 'Norbank'],
  ["Norbank's chief sustainability officer", 'Ada Lindqvist', 'chief sustainability officer', 'Norbank'],
  ['Norbank chief executive', 'Ada Lindqvist', 'chief executive', 'Norbank'],
  ['Norbank CEO', 'Ada Lindqvist', 'CEO', 'Norbank'],
])('%s %s holds the office %s', (before, name, title, firm) => {
  const text = `${before} ${name} told analysts`;
  const tokens = tokenise(text, { start: 0, end: text.length });
  const end = tokens.findIndex(({ text: word }) => word === 'Ada');
  expect(titleBefore(tokens, end)).toMatchObject({ title, firm });
});
