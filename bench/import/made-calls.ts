import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { DocumentKind, TextAccess } from '../../src/domain/document.entity';
import { ImportFormat } from '../../src/domain/import-format';
import { AttributionMethod, Directness, Section, SentimentLabel, SpeakerRole } from '../../src/domain/utterance-enums';
import type { DocumentRows, KnownQuarter, NewExchange, NewUtterance } from '../../src/ingest/persist/document-rows';

/** As long as calls are: about 150 passages of some 60 words. */
const PASSAGES = 150;
const WORDS =
  'we think that the growth of our business in this quarter was driven by demand for products which customers use every day and by cost discipline across teams while investment in capacity goes on as planned'.split(
    ' ',
  );

export interface Cast {
  readonly companies: readonly {
    readonly id: number;
    readonly events: readonly { id: number; quarter: KnownQuarter; date: string }[];
  }[];
  readonly people: readonly number[];
  readonly topics: readonly number[];
}

/** The nodes that the calls refer to: companies with eight quarters each, people, the topics of the catalogue. */
export async function makeCast(client: Client, companies: number): Promise<Cast> {
  await client.query(
    "INSERT INTO company (slug, name) SELECT 'bench-' || i, 'Bench ' || i FROM generate_series(1, $1::int) i",
    [companies],
  );
  await client.query("INSERT INTO person (name) SELECT 'Person Number' || i FROM generate_series(1, $1::int) i", [
    companies * 10,
  ]);
  await client.query(
    `INSERT INTO quarter (company_id, fiscal_year, fiscal_quarter, start_date, end_date, calendar_year, calendar_quarter)
     SELECT c.id, 2022 + q / 4, 1 + q % 4, ('2022-01-01'::date + make_interval(months => 3 * q))::date,
       ('2022-01-01'::date + make_interval(months => 3 * q + 3))::date - 1, 2022 + q / 4, 1 + q % 4 FROM company c, generate_series(0, 7) q`,
  );
  await client.query(
    "INSERT INTO event (company_id, quarter_id, type, status, title, date) SELECT company_id, id, 'EARNINGS_CALL', 'ENDED', 'A call', end_date + 30 FROM quarter",
  );
  const { rows } = await client.query(
    `SELECT q.id, q.company_id, q.fiscal_year, q.fiscal_quarter, q.calendar_year, q.calendar_quarter, e.id AS event_id, e.date::text AS date
     FROM quarter q JOIN event e ON e.quarter_id = q.id ORDER BY q.fiscal_year, q.fiscal_quarter, q.company_id`,
  );
  const ids = async (sql: string) => (await client.query<{ id: number }>(sql)).rows.map(({ id }) => id);
  const byCompany = new Map<number, { id: number; quarter: KnownQuarter; date: string }[]>();
  for (const { event_id, date, ...quarter } of rows) {
    const events = byCompany.get(quarter.company_id) ?? [];
    byCompany.set(quarter.company_id, [...events, { id: event_id, quarter, date }]);
  }
  return {
    companies: [...byCompany].map(([id, events]) => ({ id, events })),
    people: await ids('SELECT id FROM person ORDER BY id'),
    topics: await ids('SELECT id FROM topic ORDER BY id'),
  };
}

/** Calls one after the other until there are so many utterances; the same at every run. */
export function* makeCalls(cast: Cast, utterances: number): Generator<DocumentRows> {
  let state = 42;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  for (let made = 0, call = 0; made < utterances; made += PASSAGES, call++) {
    const company = cast.companies[call % cast.companies.length]!;
    const event = company.events[Math.floor(call / cast.companies.length) % company.events.length]!;
    yield makeCall(call, cast, company.id, event, Math.min(PASSAGES, utterances - made), below);
  }
}

function makeCall(
  call: number,
  cast: Cast,
  companyId: number,
  event: { id: number; quarter: KnownQuarter; date: string },
  passages: number,
  below: (limit: number) => number,
): DocumentRows {
  const utterances: NewUtterance[] = [];
  let text = '';
  for (let i = 0; i < passages; i++) {
    const words = `${Array.from({ length: 40 + below(40) }, () => WORDS[below(WORDS.length)]).join(' ')}.`;
    const isQuestion = i > 50 && i % 4 === 0;
    const start = text.length;
    text += `${words}\n\n`;
    const topics = new Set(Array.from({ length: below(4) }, () => cast.topics[below(cast.topics.length)]!));
    const score = (below(200) - 100) / 100;
    utterances.push({
      start,
      end: start + words.length,
      text: words,
      type: isQuestion ? 'AnalystComment' : 'Statement',
      companyId,
      eventId: event.id,
      quarter: event.quarter,
      speakerId: cast.people[(companyId * 10 + below(10)) % cast.people.length]!,
      speakerLabel: 'A Speaker',
      speakerRole: isQuestion ? SpeakerRole.ANALYST : SpeakerRole.EXECUTIVE,
      section: isQuestion ? Section.QUESTION : i > 50 ? Section.ANSWER : Section.PREPARED_REMARKS,
      directness: Directness.TRANSCRIPT,
      turn: Math.floor(i / 3),
      saidOn: event.date,
      saidAt: null,
      topics: [...topics].map((topicId) => ({
        topicId,
        score: 0.9,
        method: 'taxonomy/1',
        spans: [{ start, end: start + words.length }],
      })),
      sentiment: {
        score,
        label: score > 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE,
        method: 'lexicon/1',
      },
      confidence: 0.97,
      method: AttributionMethod.SPEAKER_LABEL,
      alternativeIds: [],
      startMs: null,
      endMs: null,
      isForwardLooking: below(5) === 0,
      commentKind: isQuestion ? ('QUESTION' as NewUtterance['commentKind']) : null,
      analystId: null,
      firmId: null,
      aboutIds: isQuestion ? [companyId] : [],
      rating: null,
      priceTarget: null,
    });
  }
  return {
    document: {
      kind: DocumentKind.TRANSCRIPT,
      title: `Call ${call}`,
      publisher: 'Bench',
      url: null,
      publishedAt: null,
      publishedAtText: null,
      format: ImportFormat.TRANSCRIPT_TEXT,
      sha256: createHash('sha256').update(text).digest('hex'),
      contentDigest: null,
      taxonomyVersion: null,
      topicsAbout: null,
      language: 'en',
      naturalKey: `bench:${call}`,
      text,
      length: text.length,
      raw: null,
      textAccess: TextAccess.FULL,
    },
    events: [event.id],
    companies: [companyId],
    utterances,
    exchanges: exchangesOf(utterances, event, companyId),
    renderings: [],
    links: [],
    mentions: [],
    values: [],
    claims: [],
  };
}

function exchangesOf(
  utterances: readonly NewUtterance[],
  event: { id: number; quarter: KnownQuarter; date: string },
  companyId: number,
): NewExchange[] {
  return utterances.flatMap(({ type }, i) => {
    if (type === 'Statement') return [];
    const answers = [i + 1, i + 2, i + 3].filter((at) => utterances[at]?.type === 'Statement');
    return [{ eventId: event.id, companyId, quarter: event.quarter, saidOn: event.date, questions: [i], answers }];
  });
}
