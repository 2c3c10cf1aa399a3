import fc from 'fast-check';
import { type Period, printPeriod } from '../../../src/domain/fiscal/period';
import { EarshotError } from '../../../src/platform/errors';
import { interpret } from '../../../src/search/ask/interpret';
import type { Interpretation } from '../../../src/search/ask/interpretation';
import { writeBox } from '../../../src/search/ask/write-box';
import { type Box, type BoxTerm, OPERATORS } from '../../../src/search/box/box';
import { parseBox } from '../../../src/search/box/parse-box';
import { printTerm } from '../../../src/search/box/print-box';
import { readBox } from '../../../src/search/box/read-box';
import { readKnownGraph } from '../../support/known-graph';
import { readQuestions } from '../../support/questions';

const AS_OF = '2025-02-10';
const known = readKnownGraph();
const readTyped = (typed: string) => readBox(parseBox(typed), AS_OF, known);

const withoutPlaces = (typed: string) => parseBox(typed).groups.map((group) => group.map(({ at, ...term }) => term));

const faultOf = (work: () => unknown): EarshotError => {
  try {
    work();
  } catch (error) {
    if (error instanceof EarshotError) return error;
    throw error;
  }
  throw new Error('it was not refused');
};

test('terms have their kinds, signs and places; places count code points', () => {
  expect(parseBox('😀 -speaker:"Susan Li" "less compute" or gpu -glasses').groups).toEqual([
    [{ kind: 'word', text: '😀', isNegated: false, at: 0 }],
    [{ kind: 'operator', operator: 'speaker', value: 'Susan Li', isNegated: true, at: 2 }],
    [
      { kind: 'phrase', text: 'less compute', isNegated: false, at: 22 },
      { kind: 'word', text: 'gpu', isNegated: false, at: 40 },
    ],
    [{ kind: 'word', text: 'glasses', isNegated: true, at: 44 }],
  ]);
});

test.each([
  ['speker:zuckerberg', 0, 'speaker: company: topic: in: from: to: is: section: firm:'],
  ['compute speaker:', 16, 'speaker:zuckerberg'],
  ['or compute', 0, 'on its left'],
  ['compute or', 10, 'on its right'],
  ['compute or or gpu', 11, 'on its left'],
  ['topic:compute or gpu', 17, 'values of one operator'],
  ['compute or -gpu', 11, 'cannot stand beside "or"'],
  ['is:qoute', 0, 'is:quote is:fragment is:paraphrase'],
  ['is:quote -is:quote', 9, '"is:quote -is:quote"'],
  ['-is:verbatim -is:paraphrase', 0, 'leaves nothing'],
  ['section:answer gpu -section:answer', 19, 'leaves nothing'],
  ['a section:prose', 2, 'section:prepared section:question'],
  ['in:someday', 0, '2024Q4'],
  ['in:2025-02-30', 0, 'The calendar has no day 2025-02-30'],
  ['-in:2024', 0, 'cannot be left out'],
  ['-firm:goldman', 0, 'cannot be left out'],
  ['in:2024 in:2022', 0, 'do not fit together'],
])('%s is refused at %d', (typed, offset, words) => {
  const fault = faultOf(() => readTyped(typed));
  expect(fault.code).toBe('BAD_USER_INPUT');
  expect(fault.details).toMatchObject({ argument: 'query', offset });
  expect(fault.message).toContain(words);
});

test('a box that is too long is refused by its length', () => {
  expect(faultOf(() => parseBox('a '.repeat(501))).details).toMatchObject({ limit: 1_000 });
  expect(parseBox('😀'.repeat(1_000)).groups).toHaveLength(1);
  expect(faultOf(() => parseBox('😀'.repeat(1_001))).message).toContain('has 1001 characters');
  // 333 phrases of three characters, and 332 spaces between them.
  const dense = faultOf(() => readTyped('"b"'.repeat(333)));
  expect(dense.details).toMatchObject({ argument: 'query', limit: 1_000 });
  expect(dense.message).toContain('1331 characters');
});

test.each<[string, Record<string, unknown>]>([
  [
    'speaker:zuckerberg topic:compute in:2024Q4',
    { people: ['Mark Zuckerberg'], topics: ['compute'], period: 'FY2024Q4' },
  ],
  ['speaker:li', { people: ['Susan Li', 'Robert Li'] }],
  ['speaker:"susan li" -topic:pricing', { people: ['Susan Li'], excludedTopics: ['pricing'] }],
  ['speaker:soren', { people: ['Søren Kierulf'] }],
  ['speaker:zuck', { people: ['Mark Zuckerberg'] }],
  ['speaker:zukerberg', { people: ['Mark Zuckerberg'] }],
  ['speaker:cook', { people: ['Tim Cook'] }],
  ['speaker:cfo company:FB', { executiveRoles: ['CFO'], companies: ['meta'] }],
  ['-speaker:cfo topic:compute', { excludedRoles: ['CFO'], topics: ['compute'] }],
  ['-company:FB tariffs', { excludedCompanies: ['meta'], text: 'tariffs' }],
  ['company:fablewright', { companies: ['fablewright-systems'] }],
  ['company:orsted', { companies: ['orsted'] }],
  ['company:general-motors', { companies: ['general-motors'] }],
  ['company:"Meta Platforms"', { companies: ['meta'] }],
  ['company:meta in:latest', { companies: ['meta'], period: 'FY2024Q4' }],
  ['company:NVDA in:"last quarter"', { companies: ['nvidia'], period: 'FY2025Q3' }],
  ['from:2023Q1 to:CY2024', { periodFrom: 'FY2023Q1', periodTo: 'CY2024' }],
  ['from:2025-01-29 to:2025-01-31', { saidFrom: '2025-01-29', saidTo: '2025-01-31' }],
  ['topic:capex or topic:"AI infrastructure"', { topics: ['capital-expenditure', 'ai-infrastructure'] }],
  ['is:quote', { directness: ['DIRECT_QUOTE', 'FRAGMENT'] }],
  ['-is:paraphrase', { directness: ['TRANSCRIPT', 'DIRECT_QUOTE', 'FRAGMENT'] }],
  ['-section:prepared section:answer', { sections: ['ANSWER'] }],
  ['firm:goldman is:question capex', { firms: ['Goldman Sachs'], target: 'EXCHANGES', text: 'capex' }],
  [
    'is:comment "open source" -llama gpu or tpu',
    { target: 'ANALYST_COMMENTS', text: '"open source" -llama gpu or tpu' },
  ],
])('%s', (typed, wanted) => {
  const { interpretation, warnings } = readTyped(typed);
  expect(warnings).toEqual([]);
  const expected = Object.entries(wanted).map(([key, value]) => [key, Array.isArray(value) ? value.sort() : value]);
  expect(describeReading(interpretation)).toEqual({ target: 'STATEMENTS', ...Object.fromEntries(expected) });
});

test.each([
  ['speaker:bezos', 'UNKNOWN_NAME', 'Nobody is called "bezos".'],
  ['company:MTEA', 'UNKNOWN_SYMBOL', 'There is no company "MTEA".'],
  ['topic:computers', 'UNKNOWN_TOPIC', 'There is no topic "computers".'],
  ['firm:"Nobody & Sons"', 'UNKNOWN_FIRM', 'There is no firm "Nobody & Sons".'],
  ['-company:MTEA', 'UNKNOWN_SYMBOL', 'There is no company "MTEA".'],
])('%s finds nothing and says so', (typed, code, message) => {
  const { interpretation, warnings } = readTyped(`${typed} compute`);
  expect(interpretation.target).toBe('NOTHING');
  expect(warnings).toMatchObject([{ code, message }]);
});

test('a house with a slip of typing is found or named', () => {
  expect(readTyped('firm:goldmann').interpretation.firms.map(({ name }) => name)).toEqual(['Goldman Sachs']);
  expect(readTyped('firm:"Morgan Stanly"').warnings[0]?.candidates).toContain('Morgan Stanley');
});

test('an unknown topic names those that are spelled alike', () => {
  expect(readTyped('topic:computers').warnings[0]?.candidates).toContain('compute');
});

const arbitraryTerm: fc.Arbitrary<BoxTerm> = fc
  .record({
    kind: fc.constantFrom('word', 'phrase', 'operator'),
    text: fc.stringMatching(/^[a-z0-9é&.]{1,8}( [a-z]{1,5})?$/),
    operator: fc.constantFrom(...OPERATORS),
    isNegated: fc.boolean(),
  })
  .filter(({ text }) => !/^or$/i.test(text))
  .map(({ kind, text, operator, isNegated }) => {
    if (kind === 'operator') return { kind, operator, value: text, isNegated, at: 0 };
    return kind === 'word'
      ? { kind, text: text.replaceAll(' ', ''), isNegated, at: 0 }
      : { kind: 'phrase', text, isNegated, at: 0 };
  });

const printBox = ({ groups }: Box) => groups.map((group) => group.map(printTerm).join(' or ')).join(' ');

test('what is printed parses to the same', () => {
  fc.assert(
    fc.property(fc.array(arbitraryTerm, { maxLength: 8 }), (terms) => {
      const printed = printBox({ groups: terms.map((term) => [term]) });
      expect(withoutPlaces(printed)).toEqual(terms.map(({ at, ...term }) => [term]));
    }),
  );
});

test('whatever is typed is read or refused as an input, and what is read survives printing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.stringMatching(/^[-:"or a]{0,20}$/)),
      (typed) => {
        let groups: ReturnType<typeof withoutPlaces>;
        try {
          groups = withoutPlaces(typed);
        } catch (error) {
          expect((error as EarshotError).code).toBe('BAD_USER_INPUT');
          return;
        }
        expect(withoutPlaces(printBox(parseBox(typed)))).toEqual(groups);
      },
    ),
  );
});

describe('a question and its box mean the same', () => {
  const questions = [...readQuestions('open'), ...readQuestions('sealed')];
  test('for every question about words', () => {
    const different = questions.filter(({ ask }) => {
      const read = interpret(ask, AS_OF, known);
      if (read.target === 'METRICS') return false;
      const { interpretation } = readTyped(writeBox(read, known));
      return JSON.stringify(describeReading(interpretation)) !== JSON.stringify(describeReading(read));
    });
    expect(different.map(({ ask }) => ask)).toEqual([]);
  });

  test('and the first question prints as the contract shows it', () => {
    const read = interpret('all Zuckerberg statements about compute in Q4 2024', AS_OF, known);
    expect(writeBox(read, known)).toBe('speaker:zuckerberg topic:compute in:2024Q4');
  });
});

/** What it names, in one order; lists of nodes by their names. */
function describeReading(read: Interpretation): Record<string, unknown> {
  const { candidates, hint, ignored, ...rest } = read;
  const entries = Object.entries(rest).map(([key, value]): [string, unknown] => {
    if (Array.isArray(value))
      return [key, value.map((item) => (typeof item === 'string' ? item : (item.slug ?? item.name))).sort()];
    return [key, value !== null && typeof value === 'object' ? printPeriod(value as Period) : value];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== null && (value as unknown[]).length !== 0).sort());
}
