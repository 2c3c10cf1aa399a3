import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { DocumentRows, KnownQuarter, NewExchange, NewUtterance } from '../../src/ingest/persist/document-rows';

/** How many there are of what the documents refer to. */
export interface Shape {
  readonly name: string;
  readonly companies: number;
  /** 0: all companies are told of equally; 1: as often as their rank is small (Zipf). */
  readonly skew: number;
  readonly quarters: number;
}

/** Ten thousand companies of equal size; a hundred of which each has as much as a large one. */
export const SHAPES: readonly Shape[] = [
  { name: 'wide', companies: 10_000, skew: 0, quarters: 16 },
  { name: 'deep', companies: 100, skew: 0, quarters: 40 },
];

export interface World {
  readonly shape: Shape;
  readonly people: number;
  /** By company, in the order of time. */
  readonly quarters: readonly (readonly (KnownQuarter & { event: number; day: string })[])[];
  readonly topics: readonly number[];
}

const OFFICERS = 4;
const ANALYSTS = 3_000;

/** Companies with officers, quarters and calls; analysts; the topics of the catalogue are there. */
export async function makeWorld(client: Client, shape: Shape): Promise<World> {
  const { companies, quarters } = shape;
  await client.query(
    `INSERT INTO company (id, slug, name) SELECT i, 'made-' || i, 'Made ' || i FROM generate_series(1, ${companies}) i`,
  );
  await client.query(
    `INSERT INTO company_symbol (company_id, symbol, exchange, valid_from) SELECT id, 'MADE' || id, 'NYSE', '2000-01-01' FROM company`,
  );
  const people = companies * OFFICERS + ANALYSTS;
  await client.query(
    `INSERT INTO person (id, name) SELECT i, 'Person Number' || i FROM generate_series(1, ${people}) i`,
  );
  await client.query(
    `INSERT INTO quarter (id, company_id, fiscal_year, fiscal_quarter, start_date, end_date, calendar_year, calendar_quarter)
     SELECT (c - 1) * ${quarters} + q + 1, c, 2015 + q / 4, 1 + q % 4, s.first, (s.first + interval '3 months')::date - 1, 2015 + q / 4, 1 + q % 4
     FROM generate_series(1, ${companies}) c, generate_series(0, ${quarters - 1}) q
     CROSS JOIN LATERAL (SELECT ('2015-01-01'::date + make_interval(months => 3 * q))::date AS first) s`,
  );
  await client.query(
    `INSERT INTO event (id, company_id, quarter_id, type, status, title, date)
     SELECT id, company_id, id, 'EARNINGS_CALL', 'ENDED', 'Call', end_date + 10 + company_id % 30 FROM quarter`,
  );
  for (const table of ['company', 'person', 'quarter', 'event'])
    await client.query(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}))`);
  const { rows } = await client.query(
    `SELECT q.id, q.company_id, q.fiscal_year, q.fiscal_quarter, q.calendar_year, q.calendar_quarter, e.id AS event, e.date::text AS day
     FROM quarter q JOIN event e ON e.id = q.id ORDER BY q.company_id, q.id`,
  );
  const byCompany: (KnownQuarter & { event: number; day: string })[][] = [];
  for (const row of rows) {
    byCompany[row.company_id - 1] ??= [];
    byCompany[row.company_id - 1]!.push(row);
  }
  const topics = await client.query<{ id: number }>('SELECT id FROM topic ORDER BY id');
  return { shape, people, quarters: byCompany, topics: topics.rows.map(({ id }) => id) };
}

/** The same numbers at every run. */
function numbers(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  return {
    below: (limit: number) => Math.floor(next() * limit),
    between: (least: number, most: number) => least + Math.floor(next() * (most - least + 1)),
    /** Small ones often, large ones rarely: as words, speakers and topics are. */
    tailed: (limit: number) => Math.min(limit - 1, Math.floor(limit ** next()) - 1),
  };
}
type Numbers = ReturnType<typeof numbers>;

const STEMS =
  'growth margin demand cloud model capital customer price supply market team product revenue cost region quarter';
const VOCABULARY: readonly string[] = [
  ...'the of and to in we our that this is for on with as it are have be will which from at more has by you was year think'.split(
    ' ',
  ),
  ...STEMS.split(' ').flatMap((stem) => ['', 's', 'ing', 'ed'].map((end) => stem + end)),
  ...Array.from({ length: 4_000 }, (_, i) => `w${i.toString(36)}n`),
];

/** Words as often as in a language: a few everywhere, most of them rarely. */
const sentence = (random: Numbers, words: number): string =>
  `${Array.from({ length: words }, () => VOCABULARY[random.tailed(VOCABULARY.length)]).join(' ')}.`;

const CALL = { least: 60, most: 250 };
const ARTICLE = { least: 5, most: 30 };

/** Documents quarter after quarter, as they come in, until there are so many utterances: a call of a company, and an article on it. */
export function* makeDocuments(world: World, utterances: number): Generator<DocumentRows> {
  const random = numbers(42);
  const { companies, quarters, skew } = world.shape;
  // As many companies report in a quarter as it takes to fill all quarters.
  const each = Math.max(1, Math.ceil(utterances / ((CALL.least + CALL.most) / 2 + 17) / quarters));
  for (let made = 0, turn = 0; made < utterances; turn++) {
    const quarter = Math.floor(turn / each) % quarters;
    const company = skew > 0 ? random.tailed(companies) : (turn * 7_919) % companies;
    const event = world.quarters[company]![quarter]!;
    for (const kind of ['TRANSCRIPT', 'NEWS_ARTICLE'] as const) {
      const size =
        kind === 'TRANSCRIPT' ? random.between(CALL.least, CALL.most) : random.between(ARTICLE.least, ARTICLE.most);
      const passages = Math.min(size, utterances - made);
      if (passages > 0) yield makeDocument(world, { key: `${turn} ${kind}`, kind, event, passages }, random);
      made += passages;
    }
  }
}

interface Plan {
  readonly key: string;
  readonly kind: 'TRANSCRIPT' | 'NEWS_ARTICLE';
  readonly event: KnownQuarter & { event: number; day: string };
  readonly passages: number;
}

function makeDocument(world: World, { key, kind, event, passages }: Plan, random: Numbers): DocumentRows {
  const isCall = kind === 'TRANSCRIPT';
  const analyst = world.shape.companies * OFFICERS + 1;
  const utterances: NewUtterance[] = [];
  let text = '';
  for (let i = 0; i < passages; i++) {
    const isComment = isCall ? i > passages / 3 && i % 4 === 0 : i % 5 === 4;
    const words = sentence(random, random.between(isCall ? 25 : 10, isCall ? 90 : 40));
    const start = text.length;
    text += `${words}\n\n`;
    const topics = new Set<number>();
    for (let left = random.between(1, 3); left > 0; left--)
      topics.add(world.topics[random.tailed(world.topics.length)]!);
    const score = (random.below(200) - 100) / 100;
    const officer = (event.company_id - 1) * OFFICERS + 1 + random.tailed(OFFICERS);
    utterances.push({
      start,
      end: start + words.length,
      text: words,
      type: isComment ? 'AnalystComment' : 'Statement',
      companyId: event.company_id,
      eventId: event.event,
      quarter: event,
      speakerId: isComment ? analyst + random.tailed(ANALYSTS) : officer,
      speakerLabel: 'A Speaker',
      speakerRole: (isComment ? 'ANALYST' : 'EXECUTIVE') as NewUtterance['speakerRole'],
      section: (isCall
        ? isComment
          ? 'QUESTION'
          : i > passages / 3
            ? 'ANSWER'
            : 'PREPARED_REMARKS'
        : 'ARTICLE') as NewUtterance['section'],
      directness: (isCall ? 'TRANSCRIPT' : i % 3 === 0 ? 'DIRECT_QUOTE' : 'PARAPHRASE') as NewUtterance['directness'],
      turn: isCall ? Math.floor(i / 3) : null,
      saidOn: event.day,
      saidAt: null,
      topics: [...topics].map((topicId) => ({
        topicId,
        score: 0.9,
        method: 'taxonomy/1 phrase',
        spans: [{ start, end: start + 10 }],
      })),
      sentiment: {
        score,
        label: (score > 0 ? 'POSITIVE' : 'NEGATIVE') as 'POSITIVE',
        method: 'lexicon/1',
      } as NewUtterance['sentiment'],
      confidence: 0.97,
      method: 'SPEAKER_LABEL' as NewUtterance['method'],
      alternativeIds: [],
      startMs: null,
      endMs: null,
      isForwardLooking: random.below(5) === 0,
      commentKind: (isComment ? (isCall ? 'QUESTION' : 'COMMENT') : null) as NewUtterance['commentKind'],
      analystId: null,
      firmId: null,
      aboutIds: isComment ? [event.company_id] : [],
      rating: null,
      priceTarget: null,
    });
  }
  const sha256 = createHash('sha256').update(key).update(text).digest('hex');
  return {
    document: {
      kind: kind as DocumentRows['document']['kind'],
      title: `Words ${key}`,
      publisher: 'Bench',
      url: null,
      publishedAt: null,
      publishedAtText: null,
      format: 'NATIVE' as DocumentRows['document']['format'],
      sha256,
      contentDigest: null,
      taxonomyVersion: null,
      topicsAbout: null,
      language: 'en',
      naturalKey: `bench:${key}`,
      text,
      length: text.length,
      raw: null,
      textAccess: 'FULL' as DocumentRows['document']['textAccess'],
    },
    events: [event.event],
    companies: [event.company_id],
    utterances,
    exchanges: isCall ? exchangesOf(utterances, event) : [],
    renderings: [],
    links: [],
    mentions: [],
    values: [],
    claims: [],
  };
}

/** A question with the answers up to the next one. */
function exchangesOf(utterances: readonly NewUtterance[], event: Plan['event']): NewExchange[] {
  return utterances.flatMap(({ type }, i) => {
    if (type === 'Statement') return [];
    const answers = [i + 1, i + 2, i + 3].filter((at) => utterances[at]?.type === 'Statement');
    return [
      { eventId: event.event, companyId: event.company_id, quarter: event, saidOn: event.day, questions: [i], answers },
    ];
  });
}
