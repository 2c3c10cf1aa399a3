import { ImportFormat } from '../../src/domain/import-format';
import { aside, found, type Item } from '../../src/ingest/container/item';
import { joinLevels } from '../../src/ingest/container/join-levels';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { parseSource } from '../../src/ingest/read-source';

const EVENT = { year: 2024, quarter: 4, conference_date: '2025-02-13T17:00:00-05:00' };
const WORDS = 'Good day and welcome to the call of Amari Rail. We grew by a tenth. Where did the growth come from?';
const json = (name: string, value: unknown) => found(name, Buffer.from(JSON.stringify(value)));

async function join(...items: Item[]): Promise<Item[]> {
  async function* each() {
    yield* items;
  }
  const all: Item[] = [];
  for await (const item of joinLevels(each())) all.push(item);
  return all;
}

const nameOf = (item: Item) => ('source' in item ? item.source.name : item.name);

test('files of one call that follow each other become one document with speakers and sections', async () => {
  const [only, ...others] = await join(
    json('calls/amri-1.json', { event: EVENT, text: WORDS }),
    json('calls/amri-2.json', {
      event: EVENT,
      speakers: [
        { speaker: 'spk1', text: 'Good day, and welcome to the call of Amari Rail. We grew by a tenth.' },
        { speaker: 'spk2', text: 'Where did the growth come from?' },
      ],
      speaker_name_map_v2: { spk1: { name: 'Ruth Amari', title: 'CFO' } },
    }),
    json('calls/amri-4.json', {
      event: EVENT,
      prepared_remarks: 'Good day and welcome to the call of Amari Rail. We grew by a tenth.',
      questions_and_answers: 'Where did the growth come from?',
    }),
  );
  expect(others).toEqual([]);
  expect(nameOf(only as Item)).toBe('calls/amri-1.json+amri-2.json+amri-4.json');
  const source = 'source' in (only as Item) ? (only as { source: Parameters<typeof parseSource>[0] }).source : null;
  const [document] = await parseSource(source!, ImportFormat.AUTO, NO_HINTS);
  expect(document?.turns?.map(({ name, label, section }) => [name ?? label, section])).toEqual([
    ['Ruth Amari', 'PREPARED_REMARKS'],
    ['spk2', null],
  ]);
});

test('calls of two companies on one day stay apart, and what is of no level passes by in its order', async () => {
  const items = await join(
    json('a-1.json', { event: EVENT, text: WORDS }),
    json('b-1.json', { event: EVENT, text: 'Hello from another company entirely, on the very same day.' }),
    aside('c.json', 'does not exist'),
    found('d.txt', Buffer.from('Plain words.')),
    json('b-4.json', { event: EVENT, prepared_remarks: 'Hello from another company entirely, on the very same day.' }),
  );
  expect(items.map(nameOf)).toEqual(['a-1.json', 'b-1.json', 'c.json', 'd.txt', 'b-4.json']);
});
