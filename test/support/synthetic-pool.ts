import { Client } from 'pg';
import { NODE_TYPES, printGlobalId } from '../../src/domain/global-id';
import type { Pool } from './random-operation';

const TABLES: Record<string, string> = { Utterance: 'utterance' };

const [EARLIER, LATER] = [
  ['2020-06-30', '2021-12-31'],
  ['2023-01-15', '2024-12-31'],
];
const [FIRST_PERIODS, LAST_PERIODS] = [
  ['2020Q1', 'CY2020', 'FY2020', 'LATEST'],
  ['2021Q2', 'CY2021Q2', '2021', 'LATEST'],
];

/** Values for both ends of a range, wherever it is asked for. */
const inOrder = (
  names: readonly [string, string],
  first: readonly string[],
  last: readonly string[],
  owners: readonly string[],
) =>
  Object.fromEntries(
    owners.flatMap((owner) => [
      [`${owner}.${names[0]}`, first],
      [`${owner}.${names[1]}`, last],
    ]),
  );

/** Argument values that hit and miss in a synthetic database. */
export async function readSyntheticPool(url: string): Promise<Pool> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const ids: Record<string, string[]> = {};
  try {
    for (const type of NODE_TYPES) {
      const { rows } = await client.query(`SELECT id FROM ${TABLES[type] ?? type.toLowerCase()} ORDER BY id LIMIT 5`);
      ids[type] = [...rows.map(({ id }) => Number(id)), 987_654].map((id) => printGlobalId(type, id));
    }
  } finally {
    await client.end();
  }
  const periods = ['2021Q2', 'CY2022Q3', 'FY2021', 'CY2023', '2024Q4', '2035Q1', 'LATEST'];
  const quarters = periods.filter((period) => !/^(FY|CY)\d{4}$/.test(period));
  return {
    ID: Object.values(ids).flat(),
    companyIds: ids.Company as string[],
    speakerIds: ids.Person as string[],
    excludeSpeakerIds: ids.Person as string[],
    firmIds: ids.Firm as string[],
    documentIds: ids.Document as string[],
    PeriodRef: periods,
    // LATEST is a company's, and these may name none.
    ...inOrder(['from', 'to'], FIRST_PERIODS.slice(0, -1), LAST_PERIODS.slice(0, -1), ['Topic.trend']),
    'ShareChange.before': periods.slice(0, -1),
    'ShareChange.after': periods.slice(0, -1),
    // A year is refused.
    'Company.quarter.period': quarters,
    'Quarter.changes.since': quarters,
    // Ranges that end before they begin are refused.
    ...inOrder(['from', 'to'], EARLIER, LATER, [
      'StatementFilter',
      'AnalystCommentFilter',
      'UtteranceFilter',
      'EventFilter',
      'DocumentFilter',
    ]),
    ...inOrder(['filedFrom', 'filedTo'], EARLIER, LATER, ['FactFilter']),
    ...inOrder(['periodStart', 'periodEnd'], EARLIER, LATER, ['FactFilter']),
    ...inOrder(['periodFrom', 'periodTo'], FIRST_PERIODS, LAST_PERIODS, [
      'StatementFilter',
      'AnalystCommentFilter',
      'ExchangeFilter',
    ]),
    ...inOrder(['from', 'to'], FIRST_PERIODS, LAST_PERIODS, ['Company.quarters']),
    Date: ['2020-06-30', '2021-12-31', '2023-01-15', '2024-12-31'],
    symbol: ['SYN1', 'SYN2', 'syn3', 'NOPE', 'SNY1'],
    symbols: ['SYN1', 'SYN2', 'SYN3', 'NOPE', 'SNY1'],
    slug: ['synthetic-1', 'synthetic-topic-1', 'nothing'],
    cik: ['900001', '0000900002', '1'],
    lei: ['5493006MHB84DD0ZWV18'],
    'Query.person.name': ['Ana Person5', 'nobody', 'Mark Person2', 'Mark Perzon2'],
    'Query.company.slug': ['synthetic-1', 'synthetic-2'],
    name: ['revenue', 'Person1', 'netIncome', 'Synthetic 2', 'revenu', 'Synthetc 2'],
    names: ['revenue', 'capex', 'nothing', 'capx'],
    'Query.search.query': [
      'synthetic',
      'topic:synthetic-topic-4 in:2021Q2',
      'speaker:person2 -is:paraphrase words',
      '"quoted words" or person',
      'speaker:cfo company:SYN1 from:2021',
      'firm:"Firm 1" is:question',
      'document 3',
      'topic:nothing',
      '',
    ],
    question: [
      'Synthetic 1 on Synthetic topic 4',
      'all Person2 statements in Q2 2021',
      'What did the CFOs say in 2022?',
      'quotes of Ana Person5 since Q3 without Synthetic topic 2',
      'What did analysts ask Synthetic 2 in the last two years?',
      'analysts at Firm 3 about Synthetic 1 last quarter',
      'revenue of Synthetic 1 and Synthetic 3 over the past two years',
      'latest capex of Synthetic 2',
      'who said "quoted" in 2021?',
      'what did analysts say about "words" at Synthetic 1',
      'What did Nobody say?',
      'nothing',
    ],
    query: ['words', '"words quoted"', 'quo', 'quoted -words', 'words or nothing', 'the', '', 'nothing'],
    metric: ['revenue', 'net income'],
    metrics: ['revenue', 'eps_diluted'],
    topics: ['synthetic-topic-1', 'Synthetic topic 4', 'nothing', 'synthetic-topik-4'],
    excludeTopics: ['synthetic-topic-2'],
    speakerName: ['person', 'zoe', 'Person1', 'nobody', 'perzon1'],
    analystName: ['person', 'ana', 'Ana Persn5'],
    firmName: ['firm 1', 'nothing'],
    publisher: ['Publisher 1', 'publisher 2'],
    sectors: ['technology', 'Energy', 'technolgy'],
    concepts: ['Revenues', 'us-gaap:NetIncomeLoss'],
    units: ['USD'],
    forms: ['10-K'],
  };
}
