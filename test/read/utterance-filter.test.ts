import { isInputObjectType } from 'graphql';
import pino from 'pino';
import { buildGraph } from '../../src/api/schema';
import { DocumentKind } from '../../src/domain/document.entity';
import { ExecutiveRole } from '../../src/domain/executive.entity';
import { printGlobalId } from '../../src/domain/global-id';
import { AnalystCommentKind, Directness, Section, SentimentLabel, SpeakerRole } from '../../src/domain/utterance-enums';
import { type AnyUtteranceFilter, utteranceConditions } from '../../src/read/filter/utterance-filter';
import { Reader } from '../../src/read/reader';
import { join, makeStatement } from '../../src/read/sql/sql';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { fillSynthetic } from '../support/synthetic';

/** A filter in, the conditions and their values out: for each field that the graph has. */
const schema = buildGraph();
let database: TestDatabase;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillSynthetic(database.url, { companies: 3, people: 12, quartersEach: 2, utterances: 60 });
  reader = await Reader.open({ databaseUrl: database.url, log: pino({ level: 'silent' }), schema, poolSize: 1 });
}, 60_000);

afterAll(async () => {
  await reader.close();
  await database.drop();
});

interface Conditions {
  readonly where: string;
  readonly values: readonly unknown[];
  readonly skewed: boolean;
  readonly warnings: readonly string[];
}

async function conditionsOf(
  filter: AnyUtteranceFilter,
  type: 'Statement' | 'AnalystComment' | null = null,
  scoped = false,
) {
  const operation = reader.begin();
  try {
    const found = await operation.settle(() => utteranceConditions(filter, operation, type, scoped));
    const warnings = operation.warnings.map(({ code }) => code);
    if (!found) return { nothing: true, warnings };
    const { text, values } = makeStatement('', join(found.where, ' AND '));
    return { where: text.slice('/* earshot: */ '.length).replace(/\s+/g, ' '), values, skewed: found.skewed, warnings };
  } finally {
    operation.end();
  }
}

const topicId = (slug: string) =>
  [...reader.store.shelves.topic.all()].find((topic) => topic.slug === slug)?.id as number;
const person = (key: number) => printGlobalId('Person', key);

const CASES: Record<string, readonly [filter: AnyUtteranceFilter, where: string, values: unknown[], skewed: boolean]> =
  {
    companyIds: [{ companyIds: [printGlobalId('Company', 2)] }, 'u.company_id = $1::int4', [2], false],
    symbols: [{ symbols: ['SYN1', 'SYN3'] }, 'u.company_id = ANY ($1::int4[])', [[1, 3]], false],
    // Company 2 has no sector.
    sectors: [{ sectors: ['ENERGY', 'technology'] }, 'u.company_id = ANY ($1::int4[])', [[1, 3]], true],
    speakerIds: [{ speakerIds: [person(4), person(5)] }, 'u.speaker_id = ANY ($1::int4[])', [[4, 5]], false],
    speakerName: [{ speakerName: 'person7' }, 'u.speaker_id = $1::int4', [7], false],
    speakerRoles: [
      { speakerRoles: [SpeakerRole.EXECUTIVE, SpeakerRole.IR] },
      'u.speaker_role = ANY ($1::text[])',
      [['EXECUTIVE', 'IR']],
      true,
    ],
    executiveRoles: [
      { executiveRoles: [ExecutiveRole.CEO] },
      'EXISTS (SELECT FROM executive x WHERE x.person_id = u.speaker_id AND x.company_id = u.company_id AND x.role = ANY ($1::text[])' +
        " AND coalesce(x.valid_from, '-infinity') <= u.said_on AND u.said_on <= coalesce(x.valid_to, 'infinity'))",
      [['CEO']],
      true,
    ],
    excludeSpeakerIds: [
      { excludeSpeakerIds: [person(4)] },
      '(u.speaker_id IS NULL OR u.speaker_id <> ALL ($1::int4[]))',
      [[4]],
      false,
    ],
    period: [
      { period: { kind: 'FY', year: 2020, quarter: 2 } },
      'u.fiscal_year = $1::int4 AND u.fiscal_quarter = $2::int4',
      [2020, 2],
      false,
    ],
    periodFrom: [
      { periodFrom: { kind: 'CY', year: 2020, quarter: null } },
      '(u.calendar_year, u.calendar_quarter) >= ($1::int4, $2::int4)',
      [2020, 1],
      false,
    ],
    periodTo: [
      { periodTo: { kind: 'FY', year: 2020, quarter: null } },
      '(u.fiscal_year, u.fiscal_quarter) <= ($1::int4, $2::int4)',
      [2020, 4],
      false,
    ],
    from: [{ from: '2024-02-01' }, 'u.said_on >= $1::date', ['2024-02-01'], false],
    to: [{ to: '2024-02-28' }, 'u.said_on <= $1::date', ['2024-02-28'], false],
    sections: [{ sections: [Section.ANSWER] }, 'u.section = $1::text', ['ANSWER'], true],
    directness: [{ directness: [Directness.DIRECT_QUOTE] }, 'u.directness = $1::text', ['DIRECT_QUOTE'], true],
    sentiment: [{ sentiment: [SentimentLabel.NEGATIVE] }, 'u.sentiment_label = $1::text', ['NEGATIVE'], true],
    isForwardLooking: [{ isForwardLooking: false }, 'u.is_forward_looking = $1::bool', [false], false],
    documentIds: [{ documentIds: [printGlobalId('Document', 3)] }, 'u.document_id = $1::int4', [3], false],
    documentKinds: [{ documentKinds: [DocumentKind.FILING] }, 'u.document_kind = $1::text', ['FILING'], true],
    minConfidence: [{ minConfidence: 0.5 }, 'u.attribution_confidence >= $1::float8', [0.5], true],
    firmIds: [{ firmIds: [printGlobalId('Firm', 9)] }, 'u.firm_id = $1::int4', [9], false],
    firmName: [{ firmName: 'firm 12' }, 'u.firm_id = $1::int4', [12], true],
    kinds: [{ kinds: [AnalystCommentKind.QUESTION] }, 'u.comment_kind = $1::text', ['QUESTION'], true],
  };

test.each(Object.entries(CASES))('%s', async (_, [filter, where, values, skewed]) => {
  expect(await conditionsOf(filter)).toEqual({ where, values, skewed, warnings: [] });
});

test('topics stand for what lies below them unless asked otherwise, and are left out in the same way', async () => {
  const [above, ...below] = [1, 2, 3].map((n) => topicId(`synthetic-topic-${n}`));
  const topics = ['Synthetic topic 1'];
  const found = (values: unknown[], where: string) => ({ where, values, skewed: true, warnings: [] });
  expect(await conditionsOf({ topics })).toEqual(found([[above, ...below]], 'u.topic_ids && $1::int4[]'));
  expect(await conditionsOf({ topics, includeSubtopics: false })).toEqual(
    found([[above]], 'u.topic_ids && $1::int4[]'),
  );
  expect(await conditionsOf({ excludeTopics: topics, includeSubtopics: false })).toEqual(
    found([[above]], 'NOT u.topic_ids && $1::int4[]'),
  );
});

test('every field of the three filters has its case', () => {
  const fields = ['StatementFilter', 'AnalystCommentFilter', 'UtteranceFilter'].flatMap((name) => {
    const type = schema.getType(name);
    return isInputObjectType(type) ? Object.keys(type.getFields()) : [];
  });
  const apart = ['topics', 'excludeTopics', 'includeSubtopics', 'search'];
  expect([...new Set(fields)].filter((field) => !(field in CASES) && !apart.includes(field))).toEqual([]);
});

test('comments are a company’s when they are about it', async () => {
  expect(await conditionsOf({ symbols: ['SYN1'] }, 'AnalystComment')).toMatchObject({
    where: "u.type = 'AnalystComment' AND u.about_company_ids && $1::int4[]",
    values: [[1]],
  });
});

test('what leaves few rows needs no plan of its own, nor does one parent', async () => {
  const kinds = [DocumentKind.FILING];
  expect(await conditionsOf({ documentKinds: kinds, symbols: ['SYN1'] })).toMatchObject({ skewed: false });
  expect(await conditionsOf({ documentKinds: kinds }, 'Statement', true)).toMatchObject({ skewed: false });
  expect(await conditionsOf({ documentKinds: kinds }, 'Statement')).toMatchObject({ skewed: true });
});

test.each<[string, AnyUtteranceFilter, string[]]>([
  ['symbol', { symbols: ['NOPE'] }, ['UNKNOWN_SYMBOL']],
  ['name', { speakerName: 'nobody at all' }, ['UNKNOWN_NAME']],
  ['topic', { topics: ['nothing'] }, ['UNKNOWN_TOPIC']],
  ['sector', { sectors: ['nothing'] }, ['UNKNOWN_SECTOR']],
  ['firm', { firmName: 'no such firm' }, ['UNKNOWN_NAME']],
  ['name and topic', { speakerName: 'nobody at all', topics: ['nothing'] }, ['UNKNOWN_NAME', 'UNKNOWN_TOPIC']],
  ['list of people', { speakerIds: [] }, []],
])('nothing matches an unknown or empty %s', async (_, filter, warnings) => {
  expect(await conditionsOf(filter)).toEqual({ nothing: true, warnings });
});

test('what is left out and unknown leaves nothing out, and says so', async () => {
  const found: Partial<Conditions> = { where: "u.type = 'Statement'", values: [], warnings: ['UNKNOWN_TOPIC'] };
  expect(await conditionsOf({ excludeTopics: ['nothing'] }, 'Statement')).toMatchObject(found);
});
