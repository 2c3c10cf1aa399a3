import { printPeriod } from '../../../src/domain/fiscal/period';
import { findPeriods, TIME_RULES } from '../../../src/search/ask/find-periods';
import { interpret } from '../../../src/search/ask/interpret';
import type { Interpretation } from '../../../src/search/ask/interpretation';
import { findWording, WORDING_RULES } from '../../../src/search/ask/wording';
import { wordsOf } from '../../../src/search/text/word';
import { readKnownGraph } from '../../support/known-graph';
import { type Question, readQuestions } from '../../support/questions';

// Questions with the readings that are right stand in questions/*.jsonl. Rules were written looking at the open ones; of the sealed ones
// only totals are looked at.

/** The day on which they are asked: the newest quarters of the graph of test/unit/search/graph.json have just been reported. */
const AS_OF = '2025-02-10';

const known = readKnownGraph();

const sorted = (list: readonly string[]) => [...list].sort();

/** The reading in the words of the files. */
function describeReading(read: Interpretation): Record<string, unknown> {
  const period = (value: Interpretation['period']) => (value ? printPeriod(value) : null);
  const all: Record<string, unknown> = {
    target: read.target,
    companies: sorted(read.companies.map(({ slug }) => slug)),
    notCompanies: sorted(read.excludedCompanies.map(({ slug }) => slug)),
    people: sorted(read.people.map(({ name }) => name)),
    notPeople: sorted(read.excludedPeople.map(({ name }) => name)),
    firms: sorted(read.firms.map(({ name }) => name)),
    topics: sorted(read.topics),
    notTopics: sorted(read.excludedTopics),
    roles: sorted(read.executiveRoles),
    notRoles: sorted(read.excludedRoles),
    sections: sorted(read.sections),
    directness: sorted(read.directness),
    metrics: sorted(read.metrics),
    period: period(read.period),
    from: period(read.periodFrom),
    to: period(read.periodTo),
    saidFrom: read.saidFrom,
    saidTo: read.saidTo,
    text: read.text?.replaceAll('"', '') ?? null,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== null && (value as unknown[]).length !== 0),
  );
}

function expected({ ask, kind, asOf, ignored, ...reading }: Question): Record<string, unknown> {
  const lists = Object.entries(reading).map(([key, value]) => [key, Array.isArray(value) ? sorted(value) : value]);
  return { target: 'STATEMENTS', ...Object.fromEntries(lists) };
}

const isRight = (question: Question) => {
  const reading = describeReading(interpret(question.ask, question.asOf ?? AS_OF, known));
  return JSON.stringify(Object.entries(reading).sort()) === JSON.stringify(Object.entries(expected(question)).sort());
};

describe('open questions', () => {
  test.each(readQuestions('open'))('$ask', (question) => {
    const reading = interpret(question.ask, question.asOf ?? AS_OF, known);
    expect(describeReading(reading)).toEqual(expected(question));
    if (question.ignored) expect(reading.ignored).toEqual(question.ignored);
    if (reading.target === 'NOTHING') expect(reading.hint).not.toBeNull();
  });
});

test('who may have been meant is told, and what is no period', () => {
  expect(interpret('Zuckerbrek on compute', AS_OF, known).hint).toBe(
    'Nobody here is called "Zuckerbrek". Did you mean Mark Zuckerberg?',
  );
  expect(interpret('Zuckerberg in Q7', AS_OF, known).hint).toContain('"Q7" is no period');
});

test('a list of periods is told of where the range holds more than it, however it is ordered', () => {
  const hintFor = (years: string) => interpret(`Meta revenue in ${years}`, AS_OF, known).hint;
  for (const years of ['2022, 2023 and 2024', '2024, 2023 and 2022', '2022, 2024 and 2023'])
    expect(hintFor(years)).toBeNull();
  for (const years of ['2021 and 2024', '2024 and 2021', '2021, 2024 and 2022'])
    expect(hintFor(years)).toContain('What lies between');
});

test.each(['last winter', 'this winter', 'last autumn'])(
  'what %s means at its end is asked back as months',
  (typed) => {
    expect(interpret(`Zuckerberg ${typed}`, '2024-11-20', known).hint).toBe(
      `What "${typed}" means is not clear on that day. Write the months, such as June to August 2024.`,
    );
  },
);

test('of the sealed questions, 95 in a hundred are read right', () => {
  const questions = readQuestions('sealed');
  const wrong = new Map<string, number>();
  for (const question of questions)
    if (!isRight(question)) wrong.set(question.kind, (wrong.get(question.kind) ?? 0) + 1);
  const count = [...wrong.values()].reduce((sum, n) => sum + n, 0);
  const right = questions.length - count;
  const kinds = [...wrong].map(([kind, n]) => `${kind} ${n}`).join(', ');
  process.stdout.write(`sealed questions: ${right} of ${questions.length} right${kinds ? `; wrong: ${kinds}` : ''}\n`);
  expect(right / questions.length).toBeGreaterThanOrEqual(0.95);
});

describe('each row of the tables reads its example', () => {
  test.each(TIME_RULES)('time: $name: $example', ({ name, example }) => {
    const finds = findPeriods(`in ${example}`);
    expect(finds.map(({ rule }) => rule)).toEqual([name]);
  });

  test.each(WORDING_RULES)('wording: $name: $example', ({ name, example }) => {
    // Of all rows that read something of it, this one reads the most.
    const finds = findWording(example, wordsOf(example)).sort((a, b) => b.end - b.start - (a.end - a.start));
    expect(finds[0]?.rule).toBe(name);
  });
});
