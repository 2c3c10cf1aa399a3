import { compareNames } from '../../src/language/name/compare-names';
import { isNameShaped } from '../../src/language/name/name-shape';
import { parsePersonName, withoutShouting } from '../../src/language/name/person-name';
import { splitLabel } from '../../src/language/name/split-label';

test.each([
  ['Ron Josey', 'Ronald Josey', 'SAME'],
  ['Ken Gawrelski', 'Kenneth Gawrelski', 'SAME'],
  ['Bill O’Brien', "William O'Brien", 'SAME'],
  ['José Muñoz', 'Jose Munoz', 'SAME'],
  ['J. Peterson', 'Jonas Peterson', 'SAME'],
  ['Dr. Detlef Trefzger', 'Detlef Trefzger', 'SAME'],
  ['Glynn, Neil', 'Neil Glynn', 'SAME'],
  ['Carolina Happe', 'Carolina Dybeck Happe', 'SAME'],
  ['Martin Luther King Jr.', 'Martin Luther King', 'SAME'],
  ['Mark Smulik', 'Mark Shmulik', 'LIKELY'],
  ['Susan', 'Susan Li', 'UNSURE'],
  ['Happe', 'Carolina Dybeck Happe', 'UNSURE'],
  ['Mark Zuckerberg', 'Mark Shmulik', 'DIFFERENT'],
  ['Peter Lee', 'James Lee', 'DIFFERENT'],
  ['John Walsh', 'Josh Walsh', 'DIFFERENT'],
  ['Ann', 'Susan Li', 'DIFFERENT'],
])('%s and %s are %s', (one, other, match) => {
  expect(compareNames(one, other)).toBe(match);
  expect(compareNames(other, one)).toBe(match);
});

test('a name is taken apart with its particles, initials and suffixes', () => {
  expect(parsePersonName('Ingrid van der Meer')).toMatchObject({ given: 'Ingrid', family: 'van der Meer' });
  expect(parsePersonName('Mr. Robert T. Smith, Jr.')).toMatchObject({
    given: 'Robert',
    middle: ['T.'],
    family: 'Smith',
    suffix: 'Jr.',
  });
  expect(parsePersonName('Cher')).toMatchObject({ given: 'Cher', family: null });
  expect(parsePersonName('  ')).toBeNull();
});

test.each([
  ['MARK ZUCKERBERG', 'Mark Zuckerberg'],
  ["MEI-LING O'DOWD", "Mei-Ling O'Dowd"],
  ['TS Ng', 'TS Ng'],
  ['Susan Li', 'Susan Li'],
])('%s is written %s', (printed, name) => {
  expect(withoutShouting(printed)).toBe(name);
});

test.each([
  'Larry Page',
  'Bill Gross',
  'Peter North',
  'April Young',
  'Jean-Marc Dupont',
  'Ludwig von Hagen',
  'Cub',
  'TS Ng',
])('%s may be a person', (name) => expect(isNameShaped(name)).toBe(true));

test.each([
  'Free Cash Flow',
  'Looking Ahead',
  'Note',
  'Q4 Highlights',
  'Gross Margin',
  'On Threads',
  'Uh',
  'April',
  'our family',
  'Operator Instructions',
  'A',
])('%s is no person', (words) => expect(isNameShaped(words)).toBe(false));

test.each([
  [
    'Kenneth Dorell, Director, Investor Relations',
    { name: 'Kenneth Dorell', title: 'Director, Investor Relations', firm: null, role: 'EXECUTIVE' },
  ],
  [
    'Brian Nowak, Analyst, Morgan Stanley',
    { name: 'Brian Nowak', title: null, firm: 'Morgan Stanley', role: 'ANALYST' },
  ],
  [
    'Brian Nowak -- Morgan Stanley -- Analyst',
    { name: 'Brian Nowak', title: null, firm: 'Morgan Stanley', role: 'ANALYST' },
  ],
  [
    'Brian Nowak - Morgan Stanley & Co., LLC',
    { name: 'Brian Nowak', title: null, firm: 'Morgan Stanley & Co., LLC', role: null },
  ],
  ['Ross Sandler (Barclays)', { name: 'Ross Sandler', title: null, firm: 'Barclays', role: null }],
  ['Tim Cook - Apple Inc. - CEO', { name: 'Tim Cook', title: 'CEO', firm: 'Apple Inc.', role: 'EXECUTIVE' }],
  [
    'Brian Nowak - Analyst at Morgan Stanley',
    { name: 'Brian Nowak', title: null, firm: 'Morgan Stanley', role: 'ANALYST' },
  ],
  ['John Smith, Jr., President', { name: 'John Smith Jr.', title: 'President', firm: null, role: 'EXECUTIVE' }],
  [
    'Chief Executive Officer Tim Cook',
    { name: 'Tim Cook', title: 'Chief Executive Officer', firm: null, role: 'EXECUTIVE' },
  ],
  ['CONFERENCE CALL OPERATOR', { name: 'Conference Call Operator', role: 'OPERATOR' }],
  ['Unidentified Analyst', { name: null, role: 'ANALYST', isAnonymous: true }],
  ['Unknown Executive', { name: null, role: 'EXECUTIVE', isAnonymous: true }],
  ['Speaker 13', { name: null, role: null, isAnonymous: true }],
])('the label "%s" is taken apart', (label, parts) => {
  expect(splitLabel(label)).toMatchObject(parts);
});

test.each([
  'In terms of the specific line items',
  'Uh, I was talking about the SDX. I was talking-',
  'Harbor Lantern - Q3 2025 Earnings Call',
  '',
])('"%s" is no label', (words) => expect(splitLabel(words)).toBeNull());
