import { compareNames, isLikelySame, isSpelledAlike } from '../../../src/language/name/compare-names';
import { isCutOff, isHonorific } from '../../../src/language/name/honorific';

/** Everybody asks this one table: the reader of calls, the reader of articles and whoever finds the stored person. */
test.each([
  ['José Peña', 'Jose Pena', 'SAME'],
  ['Søren Nørgaard', 'Soren Norgaard', 'SAME'],
  ['Łukasz Zieliński', 'Lukasz Zielinski', 'SAME'],
  ['Kathleen Brown', 'Kathy Brown', 'SAME'],
  ['Kathy Brown', 'Kathie Brown', 'SAME'],
  ['Katherine Brown', 'Kathleen Brown', 'DIFFERENT'],
  ['Rob Quist', 'Bobby Quist', 'SAME'],
  ['Robert Quist', 'Roberta Quist', 'DIFFERENT'],
  ['Marc H. Moril', 'Marc Moril', 'SAME'],
  ['Marc H. Moril', 'Marc B. Moril', 'UNSURE'],
  ['Anna Lena Roth', 'Anna Roth', 'SAME'],
  ['Anne-Marie Roth', 'Anne Roth', 'SAME'],
  ['Prof. Dr. Jonas Peterson', 'J. Peterson', 'SAME'],
  ['Venkat Raman', 'Venkatraghavan Raman', 'LIKELY'],
  ['Jon Walsh', 'Jonas Walsh', 'DIFFERENT'],
  ['Katherine Dorell', 'Katherine Dorrell', 'LIKELY'],
  ['Tim Murrow', 'Tom Murrow', 'DIFFERENT'],
  ['Ron Bakewell', 'Ryan Bakewell', 'DIFFERENT'],
  ['Julia Stenning', 'Julie Stenning', 'DIFFERENT'],
  ['Steven Halloway', 'Stephen Halloway', 'LIKELY'],
  ['Bryan Halloway', 'Brian Halloway', 'LIKELY'],
  ['Sara Halloway', 'Sarah Halloway', 'LIKELY'],
  ['Amy Li', 'Amy Lo', 'UNSURE'],
  ['Brown', 'Kathy Brown', 'UNSURE'],
  ['Oskar Vell', 'Mr Vell', 'UNSURE'],
])('%s and %s are %s', (one, other, match) => {
  expect(compareNames(one, other)).toBe(match);
  expect(compareNames(other, one)).toBe(match);
  expect(isLikelySame(one, other)).toBe(match === 'SAME' || match === 'LIKELY');
});

test('a surname that a machine misheard is alike, a given name that differs is another person', () => {
  expect(isSpelledAlike('Kenneth Dorell', 'Ken Durrell')).toBe(true);
  expect(isSpelledAlike('Amy Li', 'Amy Lo')).toBe(false);
  expect(isSpelledAlike('Jane Dorell', 'Jean Dorell')).toBe(false);
});

test('honorifics are told from names: a rank is cut off with its dot only', () => {
  expect(['Mr', 'Dr.', 'Gen.', 'Amb.'].map(isCutOff)).toEqual([true, true, true, true]);
  expect(['Gen', 'M.', 'President', 'Mark'].map(isCutOff)).toEqual([false, false, false, false]);
  expect(['President', 'Sen.', 'gen', 'Amb.', 'Mark'].map(isHonorific)).toEqual([true, true, true, false, false]);
});
