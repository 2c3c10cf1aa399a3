import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { type FairQuestion, isFair, type Told } from '../support/fair-reading';

// Questions about the sample by somebody who had not seen the rules, with every reading that is fair. Rules were mended looking at one half
// of them first; the other one was counted before it was read. Of the second eighty the other half counts as it was before anybody read it.

type Names = readonly Readonly<Record<string, string>>[] | null;
type Interpreted = Readonly<
  Pick<Told, 'target' | 'text' | 'hint' | 'saidFrom' | 'saidTo'> &
    Record<'period' | 'periodFrom' | 'periodTo', string | null> &
    Record<'ignored' | 'executiveRoles' | 'excludedRoles' | 'sections' | 'directness', readonly string[] | null> &
    Record<
      | 'companies'
      | 'excludedCompanies'
      | 'people'
      | 'excludedPeople'
      | 'firms'
      | 'topics'
      | 'excludedTopics'
      | 'metrics',
      Names
    >
>;

type Reading = Readonly<Record<string, string | readonly string[]>>;

interface Fresh {
  readonly ask: string;
  readonly asOf?: string;
  readonly readings: readonly Reading[];
}

const readFold = <T = Fresh>(fold: string): T[] =>
  readFileSync(join(__dirname, `../unit/search/questions/${fold}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const ASK = `query Q($question: String!, $asOf: Date) { ask(question: $question, asOf: $asOf) { interpretation {
  target text ignored hint companies { slug } excludedCompanies { slug } people { name } excludedPeople { name } firms { name }
  topics { slug } excludedTopics { slug } executiveRoles excludedRoles sections directness metrics { name } period periodFrom periodTo
  saidFrom saidTo } } }`;

const schema = buildGraph();
let database: TestDatabase;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema, poolSize: 1 });
}, 60_000);

afterAll(async () => {
  await reader.close();
  await database.drop();
});

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** What is read of a question, by both executors. */
async function interpret(question: string, asOf = '2026-11-29'): Promise<Interpreted> {
  const { walked, errors } = await runBoth(reader, schema, ASK, { question, asOf });
  expect(errors).toEqual([]);
  const { interpretation } = JSON.parse(walked).ask;
  if (interpretation.target === 'NOTHING') expect(interpretation.hint).not.toBeNull();
  return interpretation;
}

const names = (list: Names) => (list ?? []).map((node) => node.slug ?? node.name ?? '').sort();

/** The reading in the words of the files; what is empty is left out. */
async function readingOf({ ask, asOf }: Fresh): Promise<Reading> {
  const interpretation = await interpret(ask, asOf);
  const values = (list: readonly string[] | null) => [...(list ?? [])].sort();
  const all: Record<string, unknown> = {
    target: interpretation.target,
    companies: names(interpretation.companies),
    notCompanies: names(interpretation.excludedCompanies),
    people: names(interpretation.people),
    notPeople: names(interpretation.excludedPeople),
    firms: names(interpretation.firms),
    topics: names(interpretation.topics),
    notTopics: names(interpretation.excludedTopics),
    roles: values(interpretation.executiveRoles),
    notRoles: values(interpretation.excludedRoles),
    sections: values(interpretation.sections),
    directness: values(interpretation.directness),
    metrics: names(interpretation.metrics),
    period: interpretation.period,
    from: interpretation.periodFrom,
    to: interpretation.periodTo,
    saidFrom: interpretation.saidFrom,
    saidTo: interpretation.saidTo,
    text: interpretation.text && plain(interpretation.text),
  };
  const told = Object.entries(all).filter(([, value]) => value !== null && (value as string).length !== 0);
  return Object.fromEntries(told) as Reading;
}

const keyOf = (reading: Reading) =>
  JSON.stringify(
    Object.entries(reading)
      .map(([key, value]) => [key, key === 'text' ? plain(value as string) : value])
      .sort(),
  );

async function rightOf(fold: string): Promise<{ readonly share: number; readonly wrong: readonly string[] }> {
  const questions = readFold(fold);
  const wrong: string[] = [];
  for (const question of questions) {
    const reading = keyOf(await readingOf(question));
    if (!question.readings.some((fair) => keyOf(fair) === reading)) wrong.push(question.ask);
  }
  process.stdout.write(`${fold} questions: ${questions.length - wrong.length} of ${questions.length} right\n`);
  return { share: 1 - wrong.length / questions.length, wrong };
}

test('of fresh questions that rules were mended by, all but one are read as a careful reader would', async () => {
  const { wrong } = await rightOf('fresh');
  // Counted by what was reported by then; the note has finished quarters, reported or not.
  expect(wrong).toEqual(['How has Vennbrook talked about supply chain over the past two years?']);
});

test('of those that were counted first and mended by later, no more than one is not', async () => {
  expect((await rightOf('fresh-sealed')).wrong).toHaveLength(1);
});

/** The same for questions whose readings are told field by field. */
async function fairOf(fold: string): Promise<{ readonly share: number; readonly wrong: readonly string[] }> {
  const questions = readFold<FairQuestion>(fold);
  const wrong: string[] = [];
  for (const question of questions) {
    const told = toldOf(await interpret(question.ask, question.asOf));
    if (!isFair(question, told)) wrong.push(question.ask);
  }
  process.stdout.write(`${fold} questions: ${questions.length - wrong.length} of ${questions.length} right\n`);
  return { share: 1 - wrong.length / questions.length, wrong };
}

function toldOf(read: Interpreted): Told {
  const { target, text, ignored, hint, saidFrom, saidTo } = read;
  const bound = (period: string, quarter: string) => period.replace(/^([FC]Y\d{4})$/, `$1${quarter}`);
  const [from, to] = [read.period ?? read.periodFrom ?? '', read.period ?? read.periodTo ?? ''];
  return {
    target,
    text,
    ignored: ignored ?? [],
    hint,
    periods: from || to ? [bound(from, 'Q1'), bound(to, 'Q4')] : null,
    saidFrom,
    saidTo,
    lists: {
      companies: names(read.companies),
      notCompanies: names(read.excludedCompanies),
      people: names(read.people),
      notPeople: names(read.excludedPeople),
      firms: names(read.firms),
      topics: names(read.topics),
      notTopics: names(read.excludedTopics),
      offices: read.executiveRoles ?? [],
      notOffices: read.excludedRoles ?? [],
      sections: read.sections ?? [],
      directness: read.directness ?? [],
      metrics: names(read.metrics),
    },
  };
}

test('of the second eighty, all but five of the half that rules were mended by are', async () => {
  const { wrong } = await fairOf('fresh-second');
  expect(wrong).toEqual([
    "Meta's spokesman on the 25 million dollar settlement",
    'Informations about personnel cost in Fablewright, not from the boss but from finance',
    "Quel est le chiffre d'affaires de Meta 2024",
    'cue four twenty twenty four revenue for fable right systems',
    "mkt share gains: anyone but Meta, Q1–Q2 '24",
  ]);
});

test('of the other half, by which no rule was mended, no fewer are than were counted', async () => {
  expect((await fairOf('fresh-second-sealed')).share).toBeGreaterThanOrEqual(22 / 40);
});

test.each([
  ['What was said about inference, except by Fablewright?', 'What was said about inference?', 'company'],
  ['Fablewright, excluding the CEO', 'Fablewright', 'office'],
] as const)('%s: what is left out is in no list, and nothing else is missing', async (question, whole, by) => {
  const source = `query Q($question: String!) { ask(question: $question) { statements(first: 200) {
    totalCount nodes { id company { slug } executive { role } } groupBy(keys: [COMPANY], first: 50) { count } } } }`;
  const ask = async (typed: string) => {
    const { compiled, walked, errors } = await runBoth(reader, schema, source, { question: typed });
    expect([errors, compiled]).toEqual([[], walked]);
    return JSON.parse(walked).ask.statements;
  };
  const [left, all] = [await ask(question), await ask(whole)];
  type Node = {
    readonly company: { readonly slug: string } | null;
    readonly executive: { readonly role: string } | null;
  };
  const isOut = ({ company, executive }: Node) =>
    by === 'company' ? company?.slug === 'fablewright-systems' : executive?.role === 'CEO';
  const wanted = all.nodes.filter((node: Node) => !isOut(node));
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.length).toBeLessThan(all.totalCount);
  expect(left.nodes).toEqual(wanted);
  expect(left.totalCount).toBe(wanted.length);
  const counted = left.groupBy.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
  expect(counted).toBe(wanted.length);
});
