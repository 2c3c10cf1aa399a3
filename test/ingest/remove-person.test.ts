import { NO_HINTS } from '../../src/ingest/formats/format';
import { importSources } from '../../src/ingest/import-source';
import { blankNames, spells } from '../../src/ingest/persist/blank-words';
import { removePerson } from '../../src/ingest/remove-person';
import { Source } from '../../src/ingest/source';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { ARTICLE, callOf } from '../support/invented';
import { expectTrueCounts, queryRows } from '../support/stored';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await expectTrueCounts(database.url);
  await database.drop();
});

const ask = (sql: string, parameters: unknown[] = []) => queryRows(database.url, sql, parameters);

async function bring(name: string, text: string, more: Partial<typeof NO_HINTS> = {}) {
  const items: { outcome: string; codes: (string | undefined)[]; documents: readonly number[] }[] = [];
  await importSources(database.url, [new Source(name, Buffer.from(text))], {
    hints: { ...NO_HINTS, ...more },
    onItem: ({ outcome, faults, warnings, documents }) =>
      items.push({ outcome, documents, codes: [...faults, ...warnings].map(({ code }) => code) }),
  });
  return items[0]!;
}

/** Everything that the database holds, as text, in one question. */
async function dump(): Promise<string> {
  const tables = await ask(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('topic', 'metric')",
  );
  const rows = tables.map(({ name }) => `SELECT to_jsonb(t)::text AS text FROM ${name} t`);
  const bytes = "SELECT convert_from(raw, 'UTF8') FROM document WHERE raw IS NOT NULL";
  return (await ask([...rows, bytes].join(' UNION ALL '))).map(({ text }) => text).join('\n');
}

/** Of what she says in the call and the article. */
const HERS =
  /lindqvist|\bada\b|more compute for training|capital expenditures|double our compute|more than we can build/i;

test('a person is gone everywhere, offsets and counts stay true, and later imports do not bring them back', async () => {
  const call = callOf('Brightmoor Tools');
  await bring('call.txt', call);
  // A corrected revision, an article that quotes the call, and one that is given out in excerpts.
  await bring('call.txt', call.replace('$412 million', '$413 million'));
  await bring('article.txt', `${ARTICLE}\nTom Reyes of Harbor Lane said Lindqvist was optimistic.\n`, {
    url: 'https://news.example.com/ada-lindqvist-doubles',
  });
  await bring('other.txt', ARTICLE.replace('climb\n', 'rise\n'), { textAccess: 'EXCERPT' as never });
  // Her name over a line's end, in an article whose first revision has its address and its title from her.
  const url = 'https://news.example.com/lindqvist-at-noon';
  for (const day of ['Monday', 'Tuesday'])
    await bring('a.txt', `Lindqvist at noon\n\nOn ${day} nothing was heard of Ada\nLindqvist in town.\n`, { url });
  await ask("UPDATE event SET title = 'An hour with Ada Lindqvist' WHERE id = (SELECT min(id) FROM event)");
  const [ada] = await ask("SELECT id FROM person WHERE name = 'Ada Lindqvist'");
  const before = await dump();
  expect(before).toMatch(HERS);
  const tried = await removePerson(database.url, ada.id, { reason: 'Ada Lindqvist asked', dryRun: true });
  expect(await dump()).toBe(before);

  const report = await removePerson(database.url, ada.id, { reason: 'Ada Lindqvist asked' });
  expect(report).toEqual(tried);
  expect(report!.utterances).toBeGreaterThan(3);
  expect(report!.documents).toHaveLength(6);
  await expectTrueCounts(database.url);
  // Whatever stands still stands where it stood.
  expect(
    await ask(
      'SELECT u.id FROM utterance u JOIN document d ON d.id = u.document_id WHERE coalesce(u.words, u.text) <> substr(d.text, u.span_start + 1, u.span_end - u.span_start)',
    ),
  ).toEqual([]);
  expect(await ask('SELECT id FROM document WHERE char_length(text) <> length OR raw IS NOT NULL')).toEqual([]);
  const [{ n }] = await ask(
    "SELECT count(*)::int AS n FROM utterance u JOIN person p ON p.id = u.speaker_id WHERE p.name = 'Tom Reyes'",
  );
  expect(n).toBeGreaterThan(0);
  expect(await removePerson(database.url, ada.id, { reason: 'again' })).toBeNull();

  // Another call, and an article of another company that names her.
  const again = await bring('later.txt', callOf('Calder Pumps'));
  expect(again).toMatchObject({ outcome: 'created', codes: expect.arrayContaining(['PERSON_REMOVED']) });
  expect(await bring('news.txt', ARTICLE.replaceAll('Brightmoor', 'Hollins'))).toMatchObject({ outcome: 'created' });
  // One of which nobody reads her, at an address that does.
  const aside = 'Notes of the day\n\nThe list named Ada Lindqvist. Prices rose.\n';
  const noted = await bring('aside.txt', aside, { url: 'https://news.example.com/ada_lindqvist' });
  expect(noted.codes).toContain('PERSON_REMOVED');
  expect(HERS.exec(await dump())).toBeNull();
  const note = { key: 'n', kind: 'NOTE', title: 'A note', text: 'Seen with Ada Lindqvist.' };
  expect(await bring('note.json', JSON.stringify({ format: 'earshot/1', documents: [note] }))).toMatchObject({
    outcome: 'refused',
    codes: ['REMOVED'],
  });
  const native = { format: 'earshot/1', people: [{ name: 'Dr. Ada Lindqvist' }] };
  expect(await bring('native.json', JSON.stringify(native))).toMatchObject({ outcome: 'refused', codes: ['REMOVED'] });
  expect(
    await ask("SELECT action, summary -> 'utterances' AS n FROM audit_entry WHERE action = 'REMOVE_PERSON'"),
  ).toEqual([{ action: 'REMOVE_PERSON', n: report!.utterances }]);
}, 120_000);

test('a surname that is a word is blanked as a name alone, and addresses are known with and without accents', () => {
  const names = ['Ann Price', 'Price'];
  expect(blankNames('PRICE: The price rose, said ann  price. Prices fell.', names)).toBe(
    '█████: The price rose, said ██████████. Prices fell.',
  );
  const told = ['https://a.example/jorg-muller', 'https://a.example/x/J%C3%B6rg'].map((url) =>
    spells(url, ['Jörg Müller']),
  );
  expect(told).toEqual([true, false]);
  expect(spells('https://a.example/enterprice', names)).toBe(false);
});

test('a name that somebody else bears is not kept out', async () => {
  const file = (title: string) =>
    JSON.stringify({
      format: 'earshot/1',
      people: [{ name: 'John Calloway' }],
      documents: [
        {
          key: title.toLowerCase(),
          kind: 'NOTE',
          title,
          text: 'We grow.',
          utterances: [{ text: 'We grow.', directness: 'DIRECT_QUOTE', speaker: 'John Calloway' }],
        },
      ],
    });
  await bring('a.json', file('First'));
  await ask("INSERT INTO person (name) VALUES ('John Calloway')");
  const [{ id }] = await ask("SELECT min(id) AS id FROM person WHERE name = 'John Calloway'");
  expect(await removePerson(database.url, id, { reason: 'asked for' })).toMatchObject({
    utterances: 1,
    sharedNames: 1,
  });
  expect((await bring('b.json', file('Second'))).outcome).toBe('created');
});
