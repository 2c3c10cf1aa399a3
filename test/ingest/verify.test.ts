import { rebuild, type Verified, verify } from '../../src/ingest/verify/verify';
import { runCli } from '../support/cli';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { expectTrueCounts, findUntrueCounts, queryRows } from '../support/stored';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ sample: true });
});

afterAll(() => database.drop());

const differing = (verified: readonly Verified[]) =>
  Object.fromEntries(verified.filter((one) => one.differences > 0).map((one) => [one.name, one.differences]));

/** What somebody's SQL may have done, and what is then told: by name, how often. */
const WRONGS: readonly [what: string, sql: string, told: Record<string, number>][] = [
  [
    'a count of words',
    'UPDATE utterance SET word_count = word_count + 1 WHERE id = (SELECT min(id) FROM utterance)',
    { 'counts of words': 1 },
  ],
  [
    'where a mention stands',
    // A day later, in the same document.
    'UPDATE topic_mention SET place = place + 4294967296, speaker_id = NULL WHERE ctid = (SELECT min(ctid) FROM topic_mention)',
    { mentions: 1 },
  ],
  [
    'a row of a company that a comment is not about',
    `INSERT INTO topic_mention SELECT utterance_id, topic_id, 4711, false, speaker_id, place, position, fiscal_period, calendar_period, is_comment, directness, score, method, '{}'
     FROM topic_mention LIMIT 1`,
    { mentions: 1 },
  ],
  [
    'a topic that is named and not mentioned',
    'UPDATE utterance SET topic_ids = topic_ids || 1 WHERE id = (SELECT min(id) FROM utterance WHERE NOT topic_ids @> ARRAY[1])',
    { 'lists of topics': 1 },
  ],
  [
    'how much a company has said',
    'UPDATE company SET statement_count = statement_count + 2 WHERE id = (SELECT min(id) FROM company WHERE statement_count > 0)',
    { 'statements of each company': 1 },
  ],
  [
    'words by which it is found',
    `ALTER TABLE utterance DISABLE TRIGGER utterance_lexemes_remade;
     UPDATE utterance SET lexemes = '''nobody'':1' WHERE id = (SELECT min(id) FROM utterance);
     ALTER TABLE utterance ENABLE TRIGGER utterance_lexemes_remade`,
    { lexemes: 1 },
  ],
  [
    'how often a word is used',
    "UPDATE lexeme_count SET comments = comments + 1 WHERE lexeme = 'comput'",
    { 'frequencies of words': 1 },
  ],
  [
    'a rollup that lost a row',
    'DELETE FROM topic_count WHERE ctid = (SELECT min(ctid) FROM topic_count)',
    { 'topics by quarter': 1 },
  ],
  [
    'a rollup that counts twice',
    'UPDATE topic_branch_count SET mentions = 2 * mentions WHERE ctid = (SELECT min(ctid) FROM topic_branch_count WHERE mentions > 0)',
    { 'topics and those below them by quarter': 1 },
  ],
];

test('what the product has written is as the words say', async () => {
  expect(differing(await verify(database.url))).toEqual({});
});

test.each(WRONGS)('%s is told, and made anew', async (_, sql, told) => {
  await queryRows(database.url, sql);
  const found = await verify(database.url);
  expect(differing(found)).toEqual(told);
  const [{ examples }] = found.filter(({ differences }) => differences > 0) as [Verified];
  expect(examples[0]?.kept).not.toBe(examples[0]?.real);
  expect(differing(await rebuild(database.url))).toEqual(told);
  expect(differing(await verify(database.url))).toEqual({});
  await expectTrueCounts(database.url);
});

test('all at once, by the command: exit code, lines and JSON', async () => {
  for (const [, sql] of WRONGS) await queryRows(database.url, sql);
  expect(await findUntrueCounts(database.url)).not.toEqual([]);
  const env = { DATABASE_URL: database.url };
  const told = await runCli(['verify'], { env });
  expect(told.code).toBe(9);
  expect(told.stdout).toMatch(/^mentions: 2 differ\n {2}utterance \d+, topic \d+: .* is kept, .* is true$/m);
  const mended = await runCli(['verify', '--rebuild', '--json'], { env });
  expect([mended.code, mended.json.rebuilt, differing(mended.json.verified).mentions]).toEqual([0, true, 2]);
  const after = await runCli(['verify'], { env });
  expect([after.code, after.stdout]).toEqual([0, 'all is as the words say\n']);
  await expectTrueCounts(database.url);
}, 60_000);
