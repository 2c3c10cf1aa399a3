import { ImportFormat } from '../../src/domain/import-format';
import type { Extraction } from '../../src/ingest/extraction';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';
import { canStandFor } from '../../src/language/name/company-name';
import { isNameShaped } from '../../src/language/name/name-shape';
import { isNoPerson } from '../../src/language/name/no-person';

/** Speakers that the text does not have as bodies: those become people. */
function peopleIn({ speakers, mentions }: Extraction): string[] {
  const bodies = new Set(mentions.flatMap(({ kind, name }) => (kind === 'ORGANIZATION' ? [name] : [])));
  return speakers.flatMap(({ name }) => (bodies.has(name) ? [] : [name]));
}

/** Invented articles; what is expected was written from the words. */
async function read(body: string, title = 'Brindle lowers outlook') {
  const text = `${title}\n\nLEEDS, England, Feb 6 (Reuters) - Brindle Tools lowered its outlook on Thursday.\n\n${body}\n`;
  const source = new Source('article.txt', Buffer.from(text));
  const [document] = await readSource(source, ImportFormat.ARTICLE_TEXT, NO_HINTS);
  if (!document) throw new Error('nothing was read');
  const { utterances, speakers } = document.extraction;
  return {
    said: utterances.map(({ speaker, text: words }) => `${speaker === null ? '?' : speakers[speaker]?.name}: ${words}`),
    people: peopleIn(document.extraction),
  };
}

describe('what is no person', () => {
  test.each([
    'White House',
    'Income Taxes',
    'Wall Street',
    'Federal Reserve',
    'Deferred Revenue',
    'Accounts Receivable',
    'Risk Factors',
    'Legal Proceedings',
    'Treasury Department',
    'Hong Kong',
    'Daily Telegraph',
  ])('%s', (name) => {
    expect(isNoPerson(name.split(' '))).toBe(true);
    expect(isNameShaped(name)).toBe(false);
  });

  test('a firm called like a person is none where it is told of, and may be one in a label', () => {
    for (const name of ['Wells Fargo', 'Jack Henry', 'Grant Thornton', 'Raymond James']) {
      expect(isNoPerson(name.split(' '))).toBe(true);
      expect(isNameShaped(name)).toBe(true);
    }
  });

  test.each(['J0hn Sm1th', 'lVIark Zuckerberg', 'Mark ZuCkErberg', 'Mark Zckrbrg', 'Mar~k Zuck€rberg'])(
    'what a scan made of a name, %s',
    (name) => expect(isNameShaped(name)).toBe(false),
  );

  test.each(['Anna McDonald', 'ANNA MCDONALD', 'Jo-Ann O’Brien', 'Vlk Hrdy', 'Anna DeVito'])(
    'but a name is %s',
    (name) => {
      expect(isNameShaped(name)).toBe(true);
    },
  );

  test.each(['Peter House', 'Laura Post', 'Anna Street', 'Ada Lindqvist', 'Larry Page'])(
    'but %s may be one',
    (name) => {
      expect(isNoPerson(name.split(' '))).toBe(false);
    },
  );

  test.each([
    '"We will look at it," the White House said.',
    '"Rates will stay," said the Federal Reserve, which met on Thursday.',
    '"It is too much," Wall Street, 25, said.',
    'Mr. Income Taxes said: "The rate fell."',
    '"It rose," Deferred Revenue, who is new, said.',
  ])('nobody of %s', async (body) => {
    expect((await read(body)).people).toEqual([]);
  });

  test.each(['Income Taxes', 'Deferred Revenue', 'Legal Proceedings', 'Federal Reserve'])(
    'a heading %s opens no turn',
    async (heading) => {
      const call = `Operator: Good day and welcome.\n\nPeter Oram, Chief Executive Officer: Sales grew.\n\n${heading}:\nThe rate was 21%.\n\n${heading}:\nIt was 20% before.\n\nOperator: Goodbye.`;
      const [document] = await readSource(
        new Source('call.txt', Buffer.from(call)),
        ImportFormat.TRANSCRIPT_TEXT,
        NO_HINTS,
      );
      expect(document?.extraction.speakers.map(({ name }) => name)).toEqual(['Operator', 'Peter Oram']);
    },
  );
});

test.each([
  ['time warner', 'time warner cable', false],
  ['nextera energy', 'nextera energy partners', false],
  ['harbor lantern', 'harbor lantern music', false],
  ['brightmoor tools', 'brightmoor tools canada', false],
  ['harbor lantern', 'harbor lantern systems', true],
  ['meta', 'meta platforms', true],
  ['orsino', 'orsino and halberd tools', false],
  ['orsino and halberd', 'orsino and halberd tools', true],
])('%s for %s: %s', (short, long, expected) => {
  expect(canStandFor(short, long)).toBe(expected);
});

describe('whose words they are', () => {
  test.each([
    ["O'Neill", 'O’Neill'],
    ['O’Hara', "O'Hara"],
    ["D'Angelo", 'D’Angelo'],
  ])('%s is %s', async (one, other) => {
    const { said } = await read(
      `"The cause is open," Commissioner James ${one} said.\n\n"We look into it," said ${other}.`,
    );
    expect(said).toEqual([`James ${one}: The cause is open,`, `James ${one}: We look into it,`]);
  });

  test.each([
    ['Ada Lindqvist Takes On Ben Oakes Over Pumps', '"We differ," Lindqvist said.', 'Ada Lindqvist: We differ,'],
    [
      'Brindle Chief Ada Lindqvist Slams Rivals',
      'On Friday, Lindqvist said "it is over."',
      'Ada Lindqvist: it is over.',
    ],
    [
      'Why Mark Oakes Sold Brindle Tools Shares',
      '"I had to," said Oakes. "Oakes said no more."',
      'Mark Oakes: I had to,',
    ],
  ])('named in full in a headline alone: %s', async (title, body, expected) => {
    expect((await read(body, title)).said[0]).toBe(expected);
  });

  test.each(['Brindle Calls Oakes', 'Board Backs Oakes', 'Shares Lift Oakes'])('no given name: %s', async (title) => {
    expect(
      (await read('"I had to," Oakes told reporters. Oakes, who lives in Leeds, said no more.', title)).said[0],
    ).not.toMatch(/^(?:Calls|Backs|Lift|Shares|Board|Brindle) /);
  });

  test.each(['after', 'as', 'when'])('words that go on before a clause with %s', async (word) => {
    const { said } = await read(
      `Ada Lindqvist leads Brindle. "In short," Lindqvist wrote on Thursday, "the pumps are sold," ${word} spokesman Ben Oakes said so online.`,
    );
    expect(said[1]).toBe('Ada Lindqvist: the pumps are sold,');
  });

  test.each([
    'That was how Ada Lindqvist, the chief executive of Brindle Tools, once described the merger.',
    'That is how Ada Lindqvist, chief executive of Brindle Tools, described it.',
    'That was what Ada Lindqvist said in June.',
  ])('a quotation alone, taken up by: %s', async (behind) => {
    const { said } = await read(`"You had people saying we should sell the pumps."\n\n${behind}`);
    expect(said[0]).toBe('Ada Lindqvist: You had people saying we should sell the pumps.');
  });

  test.each(['XenOakes,Courant', 'Q. Oakesq, Courant', 'The Courant'])('nobody known stands as %s', async (label) => {
    const { said } = await read(
      `Ada Lindqvist, The Leeds Post: "It looked as if the bidder would walk away."\n\n${label}: "This was a big moment. It is the first time in years."`,
    );
    expect(said).toEqual([
      'Ada Lindqvist: It looked as if the bidder would walk away.',
      '?: This was a big moment. It is the first time in years.',
    ]);
  });
});
