import type { Client } from 'pg';
import { buildGraph } from '../../src/api/schema';
import { printGlobalId } from '../../src/domain/global-id';
import type { Reader } from '../../src/read/reader';
import { runBoth } from '../support/executors';
import { openSyntheticGraph, type SyntheticGraph } from '../support/synthetic-graph';

const schema = buildGraph();
let graph: SyntheticGraph;
let reader: Reader;
let client: Client;

// Three companies with calls on eight quarters from 2020 on; documents and events have the same ids, 1 to 24, company after company.
beforeAll(async () => {
  const change = async (client: Client) => {
    await client.query(`
    -- Of company 1: nothing tells of the call on 2020Q3, that on 2020Q4 was another kind of event, that on 2021Q1 is still to come, and that on 2021Q2 was taken down.
    DELETE FROM document_event WHERE event_id = 3;
    UPDATE event SET type = 'CONFERENCE' WHERE id = 4;
    UPDATE event SET status = 'SCHEDULED' WHERE id = 5;
    UPDATE document SET removed_at = now(), removal_reason = 'test' WHERE id = 6;
    -- The fiscal year of company 2 begins in October.
    UPDATE quarter SET fiscal_year = (fiscal_year * 4 + fiscal_quarter) / 4 + 60, fiscal_quarter = fiscal_quarter % 4 + 1 WHERE company_id = 2;
    UPDATE quarter SET fiscal_year = fiscal_year - 60 WHERE company_id = 2;
    DELETE FROM document_event WHERE event_id = 10`);
  };
  graph = await openSyntheticGraph(schema, { companies: 3, people: 30, quartersEach: 8, utterances: 240 }, change, {
    poolSize: 2,
  });
  ({ reader, client } = graph);
}, 60_000);

afterAll(() => graph.close());

const ALL =
  'coverage { eventsIndexed documentsIndexed transcripts documentKinds { kind count } earliest latest missing }';

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
async function ask(source: string, statements?: number): Promise<any> {
  const both = await runBoth(reader, schema, source);
  expect({ source, errors: both.errors }).toEqual({ source, errors: [] });
  expect(both.compiled).toBe(both.walked);
  if (statements !== undefined) expect(both.statements).toBe(statements);
  return JSON.parse(both.walked);
}

test('a company’s events and documents, and the quarters between whose call nothing tells of', async () => {
  const { company } = await ask(`{ company(symbol: "SYN1") { ${ALL} } }`, 1);
  // Document 3 belongs to no event any more, but has words; 6 is gone, and its event with it. Every third document is an article.
  expect(company.coverage).toEqual({
    eventsIndexed: 6,
    documentsIndexed: 7,
    transcripts: 6,
    documentKinds: [
      { kind: 'TRANSCRIPT', count: 6 },
      { kind: 'NEWS_ARTICLE', count: 1 },
    ],
    earliest: '2020-04-20',
    latest: '2022-01-20',
    missing: ['FY2020Q3', 'FY2020Q4', 'FY2021Q1', 'FY2021Q2'],
  });
});

test('quarters are those of the company, and of the calendar for several of which none has a call', async () => {
  const { companies, several, all } =
    await ask(`{ companies { nodes { coverage { missing } statements { coverage { missing } } } }
    several: statements(filter: { symbols: ["SYN1", "SYN2"] }) { coverage { missing eventsIndexed } } all: statements { coverage { missing eventsIndexed } } }`);
  const missing = [['FY2020Q3', 'FY2020Q4', 'FY2021Q1', 'FY2021Q2'], ['FY2020Q3'], []];
  expect(companies.nodes).toEqual(
    missing.map((own) => ({ coverage: { missing: own }, statements: { coverage: { missing: own } } })),
  );
  expect(several.coverage).toEqual({ missing: [], eventsIndexed: 13 });
  expect(all.coverage).toEqual({ missing: [], eventsIndexed: 21 });
});

test('whom, when and where it is asked for counts, and what about does not', async () => {
  const { period, range, day, none, nobody, words } = await ask(`{
    period: statements(filter: { symbols: ["SYN1"], period: "2020Q2" }) { ${ALL} }
    range: statements(filter: { symbols: ["SYN1"], periodFrom: "CY2020Q4", periodTo: "FY2021Q1" }) { coverage { eventsIndexed missing } }
    day: statements(filter: { symbols: ["SYN1"], from: "2020-07-01", to: "2020-07-31" }) { coverage { eventsIndexed documentsIndexed earliest latest missing } }
    none: statements(filter: { symbols: ["SYN1"], period: "2019" }) { ${ALL} }
    nobody: statements(filter: { symbols: ["NOPE"] }) { ${ALL} }
    words: statements(filter: { symbols: ["SYN3"], topics: ["nothing"], directness: [FRAGMENT] }) { totalCount coverage { eventsIndexed } } }`);
  const empty = {
    eventsIndexed: 0,
    documentsIndexed: 0,
    transcripts: 0,
    documentKinds: [],
    earliest: null,
    latest: null,
    missing: [],
  };
  expect(period.coverage).toEqual({
    ...empty,
    eventsIndexed: 1,
    documentsIndexed: 1,
    transcripts: 1,
    documentKinds: [{ kind: 'TRANSCRIPT', count: 1 }],
    earliest: '2020-07-20',
    latest: '2020-07-20',
  });
  expect(range.coverage).toEqual({ eventsIndexed: 2, missing: ['FY2020Q4', 'FY2021Q1'] });
  expect(day.coverage).toEqual({
    eventsIndexed: 1,
    documentsIndexed: 1,
    earliest: '2020-07-20',
    latest: '2020-07-20',
    missing: [],
  });
  expect(none.coverage).toEqual(empty);
  expect(nobody.coverage).toEqual(empty);
  expect(words).toEqual({ totalCount: 0, coverage: { eventsIndexed: 8 } });
});

test('of one event, one quarter, one document, and of officers what their companies have', async () => {
  const office = (await client.query('SELECT person_id, company_id FROM executive ORDER BY id LIMIT 1')).rows[0];
  const [{ n }] = (
    await client.query(
      `SELECT count(*)::int AS n FROM event e WHERE e.company_id IN (SELECT company_id FROM executive WHERE person_id = $1)
        AND EXISTS (SELECT FROM document_event x JOIN document d ON d.id = x.document_id AND d.removed_at IS NULL WHERE x.event_id = e.id)`,
      [office.person_id],
    )
  ).rows;
  const person = printGlobalId('Person', office.person_id);
  const answer = await ask(`{
    events(first: 1, filter: { symbols: ["SYN2"], period: "CY2020Q4" }) { nodes { statements { coverage { eventsIndexed documentsIndexed missing } } } }
    company(symbol: "SYN1") { quarter(period: "2020Q4") { statements { coverage { eventsIndexed missing } } } }
    node(id: "${person}") { ... on Person { statements { coverage { eventsIndexed } } } }
    statements(filter: { speakerIds: ["${person}"] }) { coverage { eventsIndexed } }
    documents: statements(filter: { documentIds: ["${printGlobalId('Document', 2)}", "${printGlobalId('Document', 3)}"] }) { coverage { eventsIndexed documentsIndexed } } }`);
  expect(answer).toEqual({
    events: { nodes: [{ statements: { coverage: { eventsIndexed: 1, documentsIndexed: 1, missing: [] } } }] },
    company: { quarter: { statements: { coverage: { eventsIndexed: 1, missing: ['FY2020Q4'] } } } },
    node: { statements: { coverage: { eventsIndexed: n } } },
    statements: { coverage: { eventsIndexed: n } },
    documents: { coverage: { eventsIndexed: 1, documentsIndexed: 2 } },
  });
});
