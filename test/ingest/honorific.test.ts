import { ImportFormat } from '../../src/domain/import-format';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';

async function speakersOf(text: string): Promise<string[]> {
  const [read] = await readSource(new Source('a.txt', Buffer.from(text)), ImportFormat.ARTICLE_TEXT, NO_HINTS);
  const { speakers, utterances } = read!.extraction;
  return utterances.map(({ speaker, text: words }) => `${speaker === null ? '-' : speakers[speaker]?.name}: ${words}`);
}

test.each(['Mr', 'Mr.', 'Dr', 'Sir', 'President', 'Chairman'])(
  '“%s Tolland said” twice is the person whom the article names in full',
  async (honorific) => {
    const text = `Harbor Data warns on profit

LONDON, March 4 - Harbor Data said on Tuesday its profit would fall short.

Chief executive Paul Tolland told analysts the weak quarter was over. "We lost two large customers in January," ${honorific} Tolland said.

${honorific} Tolland added that orders had recovered. "The pipeline is fuller than a year ago," he said.
`;
    expect(await speakersOf(text)).toEqual([
      'Harbor Data: Harbor Data said on Tuesday its profit would fall short.',
      'Paul Tolland: Chief executive Paul Tolland told analysts the weak quarter was over.',
      'Paul Tolland: We lost two large customers in January,',
      `Paul Tolland: ${honorific} Tolland added that orders had recovered.`,
      'Paul Tolland: The pipeline is fuller than a year ago,',
    ]);
  },
);

test('a woman’s honorific, and two ways to call one person', async () => {
  const text = `Fenwick Instruments lifts prices

BOSTON, March 4 - Chief executive Ilse Verbruggen told analysts that orders had held. "We lost one customer," Ms. Verbruggen said.

Ms. Verbruggen said prices would rise. "The pipeline is full," Dr. Verbruggen said.
`;
  for (const told of await speakersOf(text)) expect(told).toMatch(/^Ilse Verbruggen: /);
});

test('somebody who is never named in full is a person, too, and a drink is none', async () => {
  const text = `Soda makers brace for tariffs

DALLAS, March 4 - Dr Pepper said on Tuesday that costs would rise. Dr Pepper said it would raise prices.

"Sugar did well," Mr Oram said in an interview. "We are not done," Mr Oram said.
`;
  expect(await speakersOf(text)).toEqual([
    'Dr Pepper: Dr Pepper said on Tuesday that costs would rise.',
    'Dr Pepper: Dr Pepper said it would raise prices.',
    'Oram: Sugar did well,',
    'Oram: We are not done,',
  ]);
});
