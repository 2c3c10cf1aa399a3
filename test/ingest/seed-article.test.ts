import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportFormat } from '../../src/domain/import-format';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { FORMATS } from '../../src/ingest/formats';
import { importSources } from '../../src/ingest/import-source';
import { Source } from '../../src/ingest/source';
import { createTestDatabase } from '../support/database';
import { expectTrueCounts, queryRows } from '../support/stored';

const SEED = join(__dirname, '../../../shared/data/seed');
const isAtHand = existsSync(SEED) && FORMATS.some(({ name }) => name === ImportFormat.ARTICLE_TEXT);

(isAtHand ? test : test.skip)('the article of the first question: once into an empty database, and again', async () => {
  const gold = JSON.parse(readFileSync(join(SEED, 'gold.json'), 'utf8'));
  const database = await createTestDatabase();
  await syncCatalogue(database.url);
  const source = () => new Source('article.txt', readFileSync(join(SEED, 'article.txt')));
  expect(await importSources(database.url, [source()])).toMatchObject({
    created: 1,
    statements: { created: 16 },
    analystComments: { created: 1 },
  });
  const stored = await queryRows(
    database.url,
    'SELECT u.span_start AS start, u.span_end AS end, u.text, p.name AS speaker FROM utterance u JOIN person p ON p.id = u.speaker_id ORDER BY 1, 2',
  );
  const key = [...gold.directQuotes, ...gold.indirectStatements]
    .map(({ start, end, text, speaker }) => ({ start, end, text, speaker }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  expect(stored).toEqual(key);
  // ACCEPTANCE 1, by the tables alone: quotes, then the paraphrases that the sub-topic adds.
  const compute = await queryRows(
    database.url,
    `SELECT u.span_start AS start, u.directness FROM utterance u JOIN person p ON p.id = u.speaker_id
     WHERE p.name = 'Mark Zuckerberg' AND u.fiscal_year = 2024 AND u.fiscal_quarter = 4
       AND EXISTS (SELECT FROM topic t LEFT JOIN topic o ON o.id = t.parent_id WHERE t.id = ANY (u.topic_ids) AND 'compute' IN (t.slug, o.slug)) ORDER BY 1`,
  );
  expect(compute).toEqual([
    { start: 1627, directness: 'PARAPHRASE' },
    { start: 1766, directness: 'PARAPHRASE' },
    { start: 1827, directness: 'DIRECT_QUOTE' },
    { start: 1954, directness: 'DIRECT_QUOTE' },
  ]);
  const claims = await queryRows(
    database.url,
    "SELECT kind, asserted::text AS value FROM claim WHERE kind = 'CHANGE' OR metric_id IS NOT NULL ORDER BY span_start, kind DESC",
  );
  expect(claims.filter(({ kind }) => kind === 'CHANGE').map(({ value }) => value)).toEqual(['22', '43', '5']);
  expect(claims.filter(({ kind }) => kind === 'LEVEL').map(({ value }) => value)).toEqual([
    '48390000000',
    '20800000000',
    '3350000000',
  ]);
  expect(await queryRows(database.url, 'SELECT date::text, starts_at FROM event')).toEqual([
    { date: '2025-01-29', starts_at: null },
  ]);
  // ACCEPTANCE 24.
  expect(await importSources(database.url, [source()])).toMatchObject({
    created: 0,
    unchanged: 1,
    statements: { created: 0, updated: 0, unchanged: 16 },
    analystComments: { created: 0, updated: 0, unchanged: 1 },
    claims: { created: 0, updated: 0 },
  });
  await expectTrueCounts(database.url);
  await database.drop();
});
