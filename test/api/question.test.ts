import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { correctSpeaker } from '../../src/ingest/correct-speaker';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { importSources } from '../../src/ingest/import-source';
import { importNative } from '../../src/ingest/native/import-native';
import { Source } from '../../src/ingest/source';
import { Reader } from '../../src/read/reader';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { callOf } from '../support/invented';
import { expectTrueCounts } from '../support/stored';

/** Questions whose answers the sample cannot show, each with companies of its own: what changes, comes twice, or is told wrongly. */
const schema = buildGraph();
let database: TestDatabase;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema });
});

afterAll(async () => {
  await reader.close();
  await expectTrueCounts(database.url);
  await database.drop();
});

const importing = (text: string, publisher: string | null = null, name = 'document.txt'): Promise<unknown> =>
  importSources(database.url, [new Source(name, Buffer.from(text))], { hints: { ...NO_HINTS, publisher } });

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their questions
async function ask(query: string): Promise<any> {
  await reader.catchUp();
  const { walked, compiled, errors } = await runBoth(reader, schema, query);
  expect(errors).toEqual([]);
  expect(compiled).toBe(walked);
  return JSON.parse(walked);
}

describe('17 and 18: what an article tells beside the words of the company', () => {
  test('a settlement is nobody’s statement and no metric; organisations are counted where they are named, the headline once', async () => {
    await importing(`Pellworth Media to carry on with its model, chief says

Pellworth Media to carry on with its model, chief says

LEEDS, England, Feb 6, 2025 (Reuters) - Pellworth Media reported revenue of $412 million for the fourth quarter of 2024. Quillmark is its rival.

"We will double our compute this year," Chief Executive Officer Ines Harrowby told analysts on the fourth quarter 2024 earnings call on February 6, 2025.

Separately, Pellworth Media has agreed to pay $25 million to settle a lawsuit of a former minister, the Gazette reported last week.
`);
    const { documents } = await ask(
      `{ documents { nodes { statements { nodes { text } } mentions(kind: ORGANIZATION) { name count }
        claims { nodes { metric { name } asserted assertedBy { name } statement { id } source { text } } } } } }`,
    );
    const [{ statements, claims, mentions }] = documents.nodes;
    expect(statements.nodes).toEqual([{ text: 'We will double our compute this year,' }]);
    const told = { assertedBy: null, statement: null };
    expect(claims.nodes).toEqual([
      { ...told, metric: { name: 'revenue' }, asserted: '412000000', source: { text: expect.any(String) } },
      {
        ...told,
        metric: null,
        asserted: '25000000',
        source: { text: expect.stringMatching(/^pay \$25 million to settle/) },
      },
    ]);
    // Four places, of which the second headline is the first once more.
    expect(mentions).toContainEqual({ name: 'Pellworth Media', count: 3 });
  });
});

describe('31: a fourth quarter of which the year and nine months are told by different concepts', () => {
  test('cannot be derived, and says why', async () => {
    const facts = (concept: string, rows: unknown[]) => ({ taxonomy: 'us-gaap', concept, unit: 'USD', rows });
    await importNative(database.url, [
      JSON.stringify({
        format: 'earshot/1',
        companies: [{ slug: 'tarn', name: 'Tarn Foods', symbols: [{ symbol: 'TARN', exchange: 'NYSE' }] }],
        quarters: [
          ['FY2024Q1', '2024-01-01', '2024-03-31'],
          ['FY2024Q2', '2024-04-01', '2024-06-30'],
          ['FY2024Q3', '2024-07-01', '2024-09-30'],
          ['FY2024Q4', '2024-10-01', '2024-12-31'],
        ].map(([period, start, end]) => ({ company: 'tarn', period, start, end })),
        facts: [
          {
            company: 'tarn',
            filings: [
              ['t-3', '10-Q', '2024-10-24', 2024, 'Q3'],
              ['t-4', '10-K', '2025-01-30', 2024, 'FY'],
            ],
            series: [
              facts('DeferredIncomeTaxesAndTaxCredits', [['2024-01-01', '2024-09-30', -900, 't-3']]),
              facts('DeferredIncomeTaxExpenseBenefit', [['2024-01-01', '2024-12-31', -1500, 't-4']]),
            ],
          },
        ],
      }),
    ]);
    const { company } = await ask(
      '{ company(symbol: "TARN") { year: metric(name: "deferred taxes", period: "2024") { value derivation } metric(name: "deferred taxes", period: "2024Q4") { value derivation formula evidence { concept } } } }',
    );
    expect(company).toEqual({
      year: { value: '-1500', derivation: 'REPORTED' },
      metric: { value: null, derivation: 'NOT_DERIVABLE', formula: expect.stringMatching(/concept/), evidence: [] },
    });
  });
});

describe('36: an office that an article and a file word differently', () => {
  const article = (company: string, person: string) => `${company} raises its outlook as orders climb

LEEDS, England, Feb 6, 2025 (Reuters) - ${company} raised its revenue outlook for 2025 after orders for its cutters climbed.

"We will double our compute this year," finance chief ${person} told analysts on the fourth quarter 2024 earnings call on February 6, 2025.
`;
  const file = (slug: string, company: string, person: string) =>
    JSON.stringify({
      format: 'earshot/1',
      companies: [{ slug, name: company }],
      people: [{ name: person }],
      executives: [
        { person, company: slug, title: 'Executive Vice President and CFO', role: 'CFO', from: '2022-11-01' },
      ],
    });

  test.each([
    ['the article first', 'larch-tools', 'Larch Tools', 'Nell Corrin'],
    ['the file first', 'maple-tools', 'Maple Tools', 'Wim Aldous'],
  ])('is one office, held since the day that the file tells, %s', async (order, slug, company, person) => {
    const steps = [
      () => importing(article(company, person)),
      () => importNative(database.url, [file(slug, company, person)]),
    ];
    for (const step of order.startsWith('the article') ? steps : steps.reverse()) await step();
    const answer = await ask(`{ company(slug: "${slug}") {
      all: executives { person { name } role from to }
      before: executives(role: [CFO], asOf: "2021-01-01") { person { name } }
      statements { nodes { text executive { role from } } } } }`);
    expect(answer.company).toEqual({
      all: [{ person: { name: person }, role: 'CFO', from: '2022-11-01', to: null }],
      before: [],
      statements: {
        nodes: [{ text: 'We will double our compute this year,', executive: { role: 'CFO', from: '2022-11-01' } }],
      },
    });
  });
});

describe('44: the same call from two sources', () => {
  const CALL = callOf('Orrin Tools').replace(
    'Operator: This concludes',
    'Jonas Pell, Chief Financial Officer: And we will buy the machines for it in Leeds.\n\nOperator: This concludes',
  );
  const WORDS = `{ company(slug: "orrin-tools") { coverage { eventsIndexed documentsIndexed } statements(first: 50) { totalCount nodes {
    text speaker { name } renderings { text document { publisher } } attribution { confidence alternatives { name } } } } } }`;

  test('is one event, and its words stand once with a rendering; a label that disagrees lowers the confidence', async () => {
    await importing(CALL, 'First Scribes');
    const { company: before } = await ask(WORDS);
    await importing(CALL.replace('Ada Lindqvist: We expect', 'Jonas Pell: We expect'), 'Second Scribes');
    const { company: after } = await ask(WORDS);
    expect([before.coverage, after.coverage]).toEqual([
      { eventsIndexed: 1, documentsIndexed: 1 },
      { eventsIndexed: 1, documentsIndexed: 2 },
    ]);
    expect(after.statements.totalCount).toBe(before.statements.totalCount);
    for (const [i, { text, speaker, renderings, attribution }] of after.statements.nodes.entries()) {
      expect({ text, speaker }).toEqual({ text: before.statements.nodes[i].text, speaker });
      expect(renderings).toEqual([{ text, document: { publisher: 'Second Scribes' } }]);
      if (!text.startsWith('We expect')) expect(attribution).toEqual(before.statements.nodes[i].attribution);
    }
    expect(after.statements.nodes).toContainEqual(
      expect.objectContaining({
        text: 'We expect capital expenditures of about $310 million in 2025.',
        speaker: { name: 'Ada Lindqvist' },
        attribution: { confidence: 0.5, alternatives: [{ name: 'Jonas Pell' }] },
      }),
    );
  });
});

describe('48: pages that are read while documents are imported', () => {
  /** Calls on eight quarters, oldest first. */
  const calls = [2023, 2024].flatMap((year) =>
    ['first', 'second', 'third', 'fourth'].map((ordinal, i) => {
      const day = `${['April', 'July', 'October', 'December'][i]} 20, ${year}`;
      return callOf('Wexford Mills')
        .replace('Q4 2024', `Q${i + 1} ${year}`)
        .replace('February 6, 2025', day)
        .replaceAll('fourth quarter 2024', `${ordinal} quarter ${year}`)
        .replaceAll('the fourth quarter', `the ${ordinal} quarter`);
    }),
  );
  const page = (direction: string, after: string) =>
    ask(`{ company(slug: "wexford-mills") { statements(first: 2, orderBy: { field: SAID_AT, direction: ${direction} }${after}) {
      nodes { id saidOn } pageInfo { hasNextPage endCursor } } } }`);

  test.each(['ASC', 'DESC'])('repeat nothing and leave out nothing that was there, %s', async (direction) => {
    await importing(calls[direction === 'ASC' ? 1 : 0] as string);
    await importing(calls[3] as string);
    await importing(calls[6] as string);
    const there: { id: string }[] = (
      await ask(`{ company(slug: "wexford-mills") { statements(first: 100) { nodes { id } } } }`)
    ).company.statements.nodes;
    const others = direction === 'ASC' ? [0, 2, 4] : [7, 5];
    const seen: { id: string; saidOn: string }[] = [];
    let after = '';
    for (let more = true; more; ) {
      const other = others.shift();
      const [{ company }] = await Promise.all([
        page(direction, after),
        other === undefined ? null : importing(calls[other] as string),
      ]);
      const { nodes, pageInfo } = company.statements;
      seen.push(...nodes);
      after = `, after: "${pageInfo.endCursor}"`;
      more = pageInfo.hasNextPage;
    }
    const ids = seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(there.filter(({ id }) => !ids.includes(id))).toEqual([]);
    const days = seen.map(({ saidOn }) => saidOn);
    expect(days).toEqual(direction === 'ASC' ? [...days].sort() : [...days].sort().reverse());
  });
});

describe('49: a wrong label that is corrected', () => {
  test('is a second reading, the first is kept, and counts by speaker follow', async () => {
    await importing(callOf('Yarrow Glass').replaceAll('Ada Lindqvist', 'Mina Sorley'));
    await importing(callOf('Zennor Boats').replaceAll('Ada Lindqvist', 'Piers Anstey'));
    const question = `{ company(slug: "yarrow-glass") { statements { groupBy(keys: [SPEAKER]) { keys { value } count } }
      answer: statements(filter: { sections: [ANSWER] }) { nodes { id text revision speaker { name } revisions { revision speaker { name } reason } } } } }`;
    const { company: before } = await ask(question);
    const [answer] = before.answer.nodes;
    const utteranceId = Number(Buffer.from(answer.id, 'base64url').toString('latin1').split(':')[1]);
    await correctSpeaker(database.url, { utteranceIds: [utteranceId], person: 'Piers Anstey', reason: 'heard it' });
    const { company: after } = await ask(question);
    const was = { id: answer.id, text: answer.text };
    expect([answer, ...after.answer.nodes]).toEqual([
      { ...was, revision: 1, speaker: { name: 'Mina Sorley' }, revisions: [] },
      {
        ...was,
        revision: 2,
        speaker: { name: 'Piers Anstey' },
        revisions: [{ revision: 1, speaker: { name: 'Mina Sorley' }, reason: 'heard it' }],
      },
    ]);
    const counted = ({ statements }: { statements: { groupBy: { keys: { value: string }[]; count: number }[] } }) =>
      statements.groupBy.map(({ keys, count }) => `${keys[0]?.value} ${count}`);
    expect(counted(before)).toEqual(['Unknown 3', 'Mina Sorley 2']);
    expect(counted(after)).toEqual(['Unknown 3', 'Mina Sorley 1', 'Piers Anstey 1']);
  });
});
