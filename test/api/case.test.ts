import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { Reader } from '../../src/read/reader';
import { pick, readCases, runOracle } from '../support/case';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';

const schema = buildGraph();
const cases = readCases();
let database: TestDatabase;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema });
});

afterAll(async () => {
  await reader.close();
  await database.drop();
});

describe.each(cases)('$name', ({ question, statements, answer, oracles }) => {
  test('both executors give the right answer, byte for byte', async () => {
    const both = await runBoth(reader, schema, question);
    expect(both.errors).toEqual([]);
    expect(JSON.parse(both.walked)).toEqual(answer);
    // Keys in the order of the question, which toEqual does not look at.
    expect(both.walked).toBe(JSON.stringify(answer));
    expect(both.compiled).toBe(both.walked);
    if (statements !== null) expect(both.statements).toBe(statements);
  });

  // The answer is written by hand; SQL by hand over the same tables says whether the sample bears it out.
  if (oracles.length > 0) {
    test.each(oracles)('the tables hold $path', async (oracle) => {
      const rows = await runOracle(database.url, oracle);
      expect(rows.length).toBeGreaterThan(0);
      const columns = Object.keys(rows[0] ?? {});
      const things = pick(answer, oracle.path).map((thing) =>
        Object.fromEntries(columns.map((column) => [column, pick(thing, column)[0]])),
      );
      expect(things).toEqual(rows);
    });
  }
});

describe('the table of questions', () => {
  const FOLDER = join(__dirname, 'case');
  const rows = readFileSync(join(FOLDER, 'README.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| \d+ \|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const holders = rows.flatMap(([, number, , holder = '']) => holder.split('; ').map((each) => ({ number, each })));
  const named = ({ each }: { each: string }) => [...each.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

  test('names cases that are there, and all that carry a number', () => {
    const listed = new Set(holders.flatMap(named).filter((name) => !name.endsWith('.ts')));
    const there = new Set(cases.map(({ name }) => name));
    expect([...listed].filter((name) => !there.has(name))).toEqual([]);
    expect([...there].filter((name) => /^q\d/.test(name) && !listed.has(name))).toEqual([]);
  });

  test('names tests that are there, by words of their titles', () => {
    const missing = holders.flatMap(({ number, each }) => {
      const [, file, titles] = /^`(.+\.ts)`: (.+)$/.exec(each) ?? [];
      if (file === undefined || titles === undefined) return each.includes('.ts`') ? [`${number}: ${each}`] : [];
      const source = readFileSync(join(FOLDER, file), 'utf8');
      return titles.split(', ').filter((title) => !source.includes(title));
    });
    expect(missing).toEqual([]);
  });
});
