import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { filedQuery } from '../../src/ingest/filed-document';
import { readConfig } from '../../src/platform/config';
import { createApiKey } from '../../src/platform/database/api-key';
import { Reader } from '../../src/read/reader';
import { type RunningServer, startServer } from '../../src/server/server';
import { type Answer, ask } from '../security/small-graph';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { runBoth } from '../support/executors';
import { ARTICLE, callOf, VENDOR_ERROR, vendorCall } from '../support/invented';
import { pdfOf } from '../support/pdf';
import { countRows, expectTrueCounts, queryRows } from '../support/stored';
import { zipOf } from '../support/zip';

const COUNTS = 'created updated unchanged';
const PAYLOAD = `
  document { id title kind format claims { totalCount } events { quarter { label } exchanges { totalCount nodes { questions { text } answers { text } } } } }
  statements { ${COUNTS} } analystComments { ${COUNTS} } claims { ${COUNTS} } facts { ${COUNTS} }
  warnings { code message } userErrors { field code message } clientMutationId`;
const IMPORT = `mutation Import($input: ImportDocumentInput!) { importDocument(input: $input) { ${PAYLOAD} } }`;
/** Each test has a company and a chief of its own: a server costs seconds, most of them its thread's, and all share one. */
const callBy = (company: string, chief: string): string => callOf(company).replaceAll('Ada Lindqvist', chief);
const CALL = callOf('Brightmoor Tools');

let database: TestDatabase;
let server: RunningServer;
const keys: Record<string, string> = {};

beforeAll(async () => {
  database = await createTestDatabase();
  await syncCatalogue(database.url);
  for (const scopes of [['read'], ['read', 'import']] as const) {
    const { key } = await createApiKey(database.url, { name: 'a test', scopes, expiresAt: null });
    keys[scopes.at(-1) as string] = key;
  }
  server = await startServer({
    config: readConfig({ PORT: '0', LOG_LEVEL: 'silent' }),
    databaseUrl: database.url,
    log: pino({ level: 'silent' }),
  });
});

afterAll(async () => {
  await server.close();
  await expectTrueCounts(database.url);
  await database.drop();
});

const send = (query: string, variables: Record<string, unknown> = {}, key: string | null = 'import'): Promise<Answer> =>
  ask(server.url, query, variables, key === null ? {} : { 'x-api-key': keys[key] as string });

async function importing(input: Record<string, unknown>) {
  const { body, status } = await send(IMPORT, { input });
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.data.importDocument;
}

const none = { created: 0, updated: 0, unchanged: 0 };
const documents = () =>
  queryRows(database.url, "SELECT count(*)::int AS n FROM document WHERE format <> 'NATIVE'").then(([row]) => row.n);

describe('importDocument', () => {
  test('is for keys with its scope, and says so before anything is read', async () => {
    const input = { content: CALL };
    const before = await documents();
    const nobody = await send(IMPORT, { input }, null);
    expect(nobody.body.errors[0]).toMatchObject({
      extensions: { code: 'UNAUTHENTICATED', scope: 'import' },
      path: ['importDocument'],
    });
    const reader = await send(IMPORT, { input }, 'read');
    expect(reader.body.errors[0].extensions).toMatchObject({ code: 'FORBIDDEN', scope: 'import' });
    expect(await documents()).toBe(before);
  });

  test('a document from which nothing was read is stored, and says so, the second time too', async () => {
    const input = { content: 'The weather\n\nIt rained in the hills all night, and the roads were closed until noon.' };
    for (const outcome of ['created', 'stored already']) {
      const { document, warnings, userErrors } = await importing(input);
      expect([outcome, document.title, userErrors]).toEqual([outcome, 'The weather', []]);
      expect(warnings).toEqual([expect.objectContaining({ code: 'NOTHING_READ' })]);
    }
  });

  test('answers with what it has stored: the document, its exchanges and claims, seen at once', async () => {
    const payload = await importing({ content: CALL, clientMutationId: 'a-1' });
    expect(payload).toMatchObject({
      document: {
        kind: 'TRANSCRIPT',
        format: 'TRANSCRIPT_TEXT',
        events: [
          {
            quarter: { label: 'Q4 2024' },
            exchanges: {
              totalCount: 1,
              nodes: [
                {
                  questions: [{ text: expect.stringContaining('How much will you spend on data centers next year?') }],
                  answers: [{ text: 'We expect capital expenditures of about $310 million in 2025.' }],
                },
              ],
            },
          },
        ],
      },
      facts: none,
      userErrors: [],
      clientMutationId: 'a-1',
    });
    // The revenue, its growth, and the outlook.
    expect(payload.claims).toEqual({ created: 3, updated: 0, unchanged: 0 });
    expect(payload.document.claims.totalCount).toBe(3);
    expect(payload.analystComments.created).toBe(1);
    const again = await importing({ content: CALL });
    expect(again.document.id).toBe(payload.document.id);
    for (const counted of ['statements', 'analystComments', 'claims'] as const) {
      expect(again[counted]).toEqual({ created: 0, updated: 0, unchanged: payload[counted].created });
    }
  });

  test('is found by both executors right away', async () => {
    await importing({ content: callBy('Calder Pumps', 'Ines Mattar') });
    const schema = buildGraph();
    const reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema });
    const question = `{ statements(filter: { speakerName: "mattar", topics: ["compute"], period: "2024Q4" }) { nodes { text speaker { name } quarter { label } claims { asserted metric { name } } } }
      exchanges(filter: { speakerName: "mattar", topics: ["data-centers"] }) { totalCount } claims(filter: { speakerName: "mattar", isGuidance: true }) { nodes { asserted qualifier } } }`;
    try {
      const { compiled, walked, errors } = await runBoth(reader, schema, question);
      expect(errors).toEqual([]);
      expect(compiled).toBe(walked);
      expect(JSON.parse(walked)).toMatchObject({
        statements: {
          nodes: [
            {
              speaker: { name: 'Ines Mattar' },
              claims: [{ asserted: '412000000', metric: { name: 'revenue' } }, { asserted: '9' }],
            },
          ],
        },
        exchanges: { totalCount: 1 },
        claims: { nodes: [{ asserted: '310000000', qualifier: 'APPROXIMATELY' }] },
      });
      expect((await send(question, {}, null)).body.data).toEqual(JSON.parse(walked));
    } finally {
      await reader.close();
    }
  });

  test('does everything and keeps nothing when it is only tried', async () => {
    const before = await countRows(database.url);
    const content = callOf('Dunmore Foods');
    const dry = await importing({ content, dryRun: true });
    expect(dry).toMatchObject({ document: null, userErrors: [], claims: { created: 3 } });
    expect(await countRows(database.url)).toEqual(before);
    const real = await importing({ content });
    for (const counted of ['statements', 'analystComments', 'claims', 'facts'])
      expect(real[counted]).toEqual(dry[counted]);
  });

  test.each([
    [{ content: VENDOR_ERROR }, 'UNREADABLE', /Limit Reach\. Please upgrade your plan\./],
    [{ content: '' }, 'UNREADABLE', /is empty/],
    [{ content: 'JVBERi0*', encoding: 'BASE64' }, 'BAD_ENCODING', /character 7 is "\*"/],
    [{ content: 'ab=cd', encoding: 'BASE64' }, 'BAD_ENCODING', /= before its end/],
    [{ content: 'half a \ud83d character' }, 'BAD_ENCODING', /lone surrogate/],
    [{ content: ARTICLE, format: 'FMP' }, 'UNREADABLE', /./],
    [{ content: '['.repeat(60_000) }, 'UNREADABLE', /./],
    [{ content: 'NaN' }, 'UNREADABLE', /./],
    [{ content: 'NaN', format: 'ARTICLE_TEXT' }, 'UNREADABLE', /is "NaN", a value and no document/],
  ])('%# is refused with a code, the field and a reason, and nothing is kept', async (input, code, message) => {
    const before = await countRows(database.url);
    const payload = await importing(input);
    expect(payload).toMatchObject({
      document: null,
      statements: none,
      analystComments: none,
      claims: none,
      facts: none,
    });
    expect(payload.userErrors).toEqual([
      { field: ['input', 'content'], code, message: expect.stringMatching(message) },
    ]);
    expect(await countRows(database.url)).toEqual(before);
  });

  test('reads again what is stored, and the query that a report ends with shows what it became', async () => {
    const content = callBy('Hallam Steel', 'Ines Halloway');
    const { document } = await importing({ content });
    expect((await importing({ content, period: '2024Q4' })).warnings).toEqual([
      expect.objectContaining({ code: 'READ_BEFORE' }),
    ]);
    const again = await importing({ content, again: true });
    expect(again).toMatchObject({ statements: { created: 0, unchanged: 5 }, userErrors: [] });
    expect(again.document.id).not.toBe(document.id);
    const { body } = await send(filedQuery([again.document.id]), {}, null);
    expect(body.errors).toBeUndefined();
    expect(body.data.nodes).toEqual([
      {
        title: expect.stringContaining('Hallam Steel'),
        kind: 'TRANSCRIPT',
        publishedAt: null,
        companies: [{ name: 'Hallam Steel' }],
        events: [{ title: expect.stringContaining('Hallam Steel'), date: '2025-02-06' }],
        utterances: {
          totalCount: 6,
          nodes: expect.arrayContaining([
            {
              speakerLabel: 'Ines Halloway',
              speaker: { name: 'Ines Halloway' },
              company: { name: 'Hallam Steel' },
              quarter: { label: 'Q4 2024' },
              text: expect.stringContaining('Revenue was $412 million'),
            },
          ]),
        },
        claims: { totalCount: expect.any(Number), nodes: expect.any(Array) },
      },
    ]);
  });

  test('fills what the document leaves open from what is said beside it', async () => {
    const payload = await importing({
      content: ARTICLE.replace(/^LEEDS.*?- /m, '').replaceAll('Brightmoor', 'Fenwick'),
      createCompany: { name: 'Fenwick Tools', symbol: 'FNWK' },
      period: '2024Q4',
      publisher: 'The Leeds Ledger',
      publishedAt: '2025-02-06T18:30:00+01:00',
      sourceUrl: 'https://ledger.example/fenwick',
      textAccess: 'NONE',
    });
    expect(payload.userErrors).toEqual([]);
    const [row] = await queryRows(
      database.url,
      "SELECT publisher, url, published_at, text_access FROM document WHERE title LIKE 'Fenwick%'",
    );
    expect(row).toEqual({
      text_access: 'NONE',
      publisher: 'The Leeds Ledger',
      url: 'https://ledger.example/fenwick',
      published_at: new Date('2025-02-06T17:30:00Z'),
    });
    const unknown = await importing({ content: ARTICLE.replaceAll('Brightmoor', 'Garth'), company: 'FNWKK' });
    expect(unknown.userErrors).toEqual([
      {
        field: ['input', 'company'],
        code: 'UNKNOWN',
        message: expect.stringContaining('known are Fenwick Tools (FNWK)'),
      },
    ]);
    const both = await importing({ content: ARTICLE, company: 'FNWK', createCompany: { name: 'Fenwick Tools' } });
    expect(both.userErrors).toEqual([expect.objectContaining({ field: ['input', 'createCompany'] })]);
    const words =
      '{ company(symbol: "FNWK") { statements { totalCount nodes { text source { document { text } } } } } }';
    const { statements } = (await send(words, {}, null)).body.data.company;
    expect(statements.totalCount).toBe(payload.statements.created);
    expect(statements.nodes[0]).toEqual({ text: '…', source: { document: { text: null } } });
  });
});

describe('long and packed documents, which a thread of its own reads', () => {
  test('takes PDF and ZIP as BASE64; of an archive what cannot be read is named and the rest is kept', async () => {
    const before = await documents();
    const pdf = pdfOf([callBy('Garnet Rail', 'Olga Brandt').split('\n')]);
    const wrapped = (pdf.toString('base64').match(/.{1,76}/g) as string[]).join('\r\n');
    const one = await importing({ content: wrapped, encoding: 'BASE64' });
    expect(one).toMatchObject({ document: { format: 'TRANSCRIPT_PDF' }, userErrors: [] });
    // The thread knows for whom it reads.
    expect(
      await queryRows(
        database.url,
        "SELECT k.scopes FROM audit_entry e JOIN api_key k ON k.id = e.key_id WHERE e.action = 'IMPORT' ORDER BY e.id DESC LIMIT 1",
      ),
    ).toEqual([{ scopes: ['read', 'import'] }]);
    const zip = zipOf([
      { name: 'calls/a.txt', bytes: Buffer.from(callOf('Harrow Glass')) },
      { name: 'calls/b.json', bytes: Buffer.from(VENDOR_ERROR) },
      { name: 'calls/c.json', bytes: Buffer.from(JSON.stringify(vendorCall('DNMR'))) },
    ]);
    const many = await importing({ content: zip.toString('base64'), encoding: 'BASE64' });
    expect(many.document.title).toContain('Harrow Glass');
    expect(many.userErrors).toEqual([
      {
        field: ['input', 'content'],
        code: 'UNREADABLE',
        message: expect.stringMatching(/^calls\/b\.json: .*Limit Reach/),
      },
    ]);
    expect(await documents()).toBe(before + 3);
  });

  test('takes 8 MiB from such a key and no more, and 256 KiB from others', async () => {
    const lines = Array.from(
      { length: 90_000 },
      (_, i) => `Nothing was said in line ${i} of these minutes by anybody at all.`,
    );
    const large = lines.join('\n');
    expect(large.length).toBeGreaterThan(5_000_000);
    const sending = (input: object, key: string) => send(IMPORT, { input }, key);
    const { status, body } = await sending({ content: `${CALL}\n${large}`, dryRun: true }, 'import');
    expect([status, body.errors]).toEqual([200, undefined]);
    expect((await sending({ content: large }, 'read')).status).toBe(413);
    expect((await sending({ content: `${large}${large}` }, 'import')).status).toBe(413);
  }, 60_000);
});

describe('correctSpeaker', () => {
  const CORRECT = `mutation Correct($input: CorrectSpeakerInput!) { correctSpeaker(input: $input) {
    utterances { __typename id text speaker { name } attribution { method confidence } ... on Statement { revisions { revision reason } } } userErrors { field code message } clientMutationId } }`;
  const ANSWER =
    'query ($chief: String!) { statements(filter: { sections: [ANSWER], speakerName: $chief }) { nodes { id text speaker { name } } } }';
  const answerId = async (chief: string): Promise<string> =>
    (await send(ANSWER, { chief }, null)).body.data.statements.nodes[0].id;
  const revisions = () => queryRows(database.url, 'SELECT FROM utterance_revision').then(({ length }) => length);

  test('is for keys with the scope to import', async () => {
    await importing({ content: callBy('Ilford Steel', 'Pia Ostrom') });
    const before = await revisions();
    const input = { utteranceIds: [await answerId('Pia Ostrom')], person: 'Tom Reyes', reason: 'heard it' };
    expect((await send(CORRECT, { input }, null)).body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect((await send(CORRECT, { input }, 'read')).body.errors[0].extensions.code).toBe('FORBIDDEN');
    expect(await revisions()).toBe(before);
  });

  test('keeps the id and the old reading, and the answer tells the new one at once', async () => {
    await importing({ content: callBy('Jarrow Yarns', 'Rolf Quint') });
    const id = await answerId('Rolf Quint');
    await importing({ content: callBy('Kelso Mills', 'Nils Corder') });
    const input = { utteranceIds: [id], person: 'nils corder', reason: 'heard it', clientMutationId: 'c' };
    const { body } = await send(CORRECT, { input });
    expect(body.errors).toBeUndefined();
    const { utterances, userErrors, clientMutationId } = body.data.correctSpeaker;
    expect([userErrors, clientMutationId]).toEqual([[], 'c']);
    expect(utterances).toMatchObject([{ id, attribution: { method: 'MANUAL', confidence: 1 } }]);
    expect(utterances[0].speaker.name).toBe('Nils Corder');
    expect(utterances[0].revisions).toMatchObject([{ revision: 1, reason: 'heard it' }]);
  });

  test.each([
    [{ person: 'Nobody Known' }, ['input', 'person'], 'UNKNOWN'],
    [{ person: ' ' }, ['input', 'person'], 'INVALID'],
    [{ reason: '' }, ['input', 'reason'], 'INVALID'],
    [{ utteranceIds: [] }, ['input', 'utteranceIds'], 'INVALID'],
    [{ utteranceIds: ['Q29tcGFueTox'] }, ['input', 'utteranceIds'], 'UNKNOWN'],
    [
      { utteranceIds: [Buffer.from('Utterance:999999').toString('base64url')] },
      ['input', 'utteranceIds', '0'],
      'UNKNOWN',
    ],
  ])('%p is refused at its field, and nothing has changed', async (change, field, code) => {
    await importing({ content: callBy('Lorne Cranes', 'Silvia Tamm') });
    const before = await revisions();
    const utteranceIds = [await answerId('Silvia Tamm')];
    const input = { utteranceIds, person: 'Tom Reyes', reason: 'heard it', ...change };
    const { body } = await send(CORRECT, { input });
    expect(body.data.correctSpeaker.utterances).toEqual([]);
    expect(body.data.correctSpeaker.userErrors).toMatchObject([{ field, code }]);
    expect(await revisions()).toBe(before);
  });
});

test('mutations of one request run in order, and each sees what those before it have written', async () => {
  const call = callOf('Morven Boats');
  const { body } = await send(
    `mutation Both($one: ImportDocumentInput!, $two: ImportDocumentInput!) {
      one: importDocument(input: $one) { document { events { company { statements { totalCount } } } } }
      two: importDocument(input: $two) { document { events { company { statements { totalCount } } } } }
      three: importDocument(input: $one) { statements { ${COUNTS} } }
    }`,
    {
      one: { content: call },
      two: {
        content: call
          .replace('Q4 2024 Earnings Call\nFebruary 6, 2025', 'Q3 2024 Earnings Call\nNovember 7, 2024')
          .replaceAll('fourth', 'third'),
      },
    },
  );
  expect(body.errors).toBeUndefined();
  const [first, second] = [body.data.one, body.data.two].map(
    ({ document }) => document.events[0].company.statements.totalCount,
  );
  expect(first).toBeGreaterThan(0);
  expect(second).toBe(2 * first);
  expect(body.data.three.statements).toEqual({ created: 0, updated: 0, unchanged: first });
});
