import { Client } from 'pg';
import { wordCountOf } from '../../src/domain/word-count';

export interface SyntheticSize {
  readonly companies: number;
  readonly people: number;
  /** Events are one for each company and quarter; utterances are spread over them. */
  readonly quartersEach: number;
  readonly utterances: number;
  /** Characters of each utterance; default 14. */
  readonly textLength?: number;
  /** Statements are those of the company's own executives, as on a real call, instead of anybody's. */
  readonly executivesSpeak?: boolean;
  /** All texts may be given out; else those of one document in three, of another an excerpt, of the third nothing. */
  readonly areOpen?: boolean;
}

/**
 * Fills a migrated database with made-up companies, people and words: no data of anybody, the same at every run. Numbers are
 * hashes of row numbers, so that filters meet rare and common values. Needs no topic of the catalogue: it makes its own.
 */
export async function fillSynthetic(url: string, size: SyntheticSize): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements(size)) await client.query(statement);
  } finally {
    await client.end();
  }
}

const hash = (seed: string, modulo: number | string) => `(abs(hashtext(${seed})) % ${modulo})`;

function statements(size: SyntheticSize): string[] {
  const { companies, people, quartersEach, utterances, textLength = 14 } = size;
  const documents = companies * quartersEach;
  const accesses = size.areOpen ? 1 : 3;
  const anybody = `1 + ${hash("'p' || i", people)}`;
  const speaker = size.executivesSpeak
    ? `CASE WHEN c THEN ${anybody} ELSE (SELECT x.person_id FROM executive x WHERE x.company_id = e.company_id ORDER BY abs(hashtext(x.id || '-' || i)) LIMIT 1) END`
    : anybody;
  return [
    `INSERT INTO company (id, slug, name, sector, country, reporting_currency, fiscal_year_end)
     SELECT i, 'synthetic-' || i, 'Synthetic ' || i, (ARRAY['Technology', 'Energy', NULL])[1 + i % 3], 'US', 'USD', '12-31'
     FROM generate_series(1, ${companies}) i`,
    `INSERT INTO company_symbol (company_id, symbol, exchange, valid_from)
     SELECT i, 'SYN' || i, 'NYSE', '2010-01-01' FROM generate_series(1, ${companies}) i`,
    `INSERT INTO company_identifier (company_id, scheme, value) SELECT i, 'CIK', (900000 + i)::text FROM generate_series(1, ${companies}) i`,
    `INSERT INTO person (id, name, aliases)
     SELECT i, (ARRAY['Ana', 'Zoë', 'Mark', 'José', 'Wei'])[1 + i % 5] || ' Person' || i, CASE WHEN i % 4 = 0 THEN ARRAY['P. ' || i] ELSE '{}' END
     FROM generate_series(1, ${people}) i`,
    `INSERT INTO firm (id, name, kind) SELECT i, 'Firm ' || i, (ARRAY['SELL_SIDE', 'BUY_SIDE', 'OTHER'])[1 + i % 3] FROM generate_series(1, 12) i`,
    `INSERT INTO executive (person_id, company_id, title, role, valid_from, valid_to)
     SELECT 1 + ${hash("'x' || c || r", people)}, c, (ARRAY['Chief Executive', 'Chief Financial Officer', 'Chair'])[r],
       (ARRAY['CEO', 'CFO', 'CHAIR'])[r], '2012-01-01', CASE WHEN c % 3 = 0 THEN '2023-06-30'::date END
     FROM generate_series(1, ${companies}) c, generate_series(1, 3) r ON CONFLICT DO NOTHING`,
    `INSERT INTO analyst (id, person_id, firm_id, title)
     SELECT i, 1 + ${hash("'a' || i", people)}, 1 + i % 12, CASE WHEN i % 2 = 0 THEN 'Analyst ' || i END
     FROM generate_series(1, 40) i ON CONFLICT DO NOTHING`,
    `INSERT INTO quarter (id, company_id, fiscal_year, fiscal_quarter, start_date, end_date, calendar_year, calendar_quarter)
     SELECT (c - 1) * ${quartersEach} + q, c, 2020 + (q - 1) / 4, 1 + (q - 1) % 4,
       ('2020-01-01'::date + make_interval(months => 3 * (q - 1)))::date, ('2020-01-01'::date + make_interval(months => 3 * q))::date - 1,
       2020 + (q - 1) / 4, 1 + (q - 1) % 4
     FROM generate_series(1, ${companies}) c, generate_series(1, ${quartersEach}) q`,
    `INSERT INTO event (id, company_id, quarter_id, type, status, title, date, starts_at)
     SELECT id, company_id, id, 'EARNINGS_CALL', 'ENDED', 'Call on Q' || fiscal_quarter || ' ' || fiscal_year, end_date + 20,
       CASE WHEN id % 2 = 0 THEN (end_date + 20)::timestamptz + interval '21 hours' END FROM quarter`,
    `INSERT INTO topic (slug, name, aliases) SELECT 'synthetic-topic-' || i, 'Synthetic topic ' || i, '{}' FROM generate_series(1, 20) i`,
    `UPDATE topic SET parent_id = (SELECT id FROM topic p WHERE p.slug = 'synthetic-topic-1') WHERE slug IN ('synthetic-topic-2', 'synthetic-topic-3')`,
    `INSERT INTO document (id, kind, title, publisher, published_at, format, sha256, language, natural_key, length, text, text_access, excerpt)
     SELECT e.id, CASE WHEN e.id % 3 = 0 THEN 'NEWS_ARTICLE' ELSE 'TRANSCRIPT' END, 'Document ' || e.id, CASE WHEN e.id % 2 = 0 THEN 'Publisher ' || e.id % 5 END,
       CASE WHEN e.id % 7 <> 0 THEN e.date::timestamptz + interval '1 day 3 hours' END, 'NATIVE', encode(sha256(e.id::text::bytea), 'hex'), 'en',
       'synthetic:' || e.id, char_length(d.text), d.text, (ARRAY['FULL', 'EXCERPT', 'NONE'])[1 + e.id % ${accesses}], (ARRAY[NULL, '{[0,300)}', '{}']::int4multirange[])[1 + e.id % ${accesses}]
     FROM event e, LATERAL (SELECT repeat('Words “quoted” ', 40 + ${Math.ceil(utterances / documents)}) AS text) d`,
    'INSERT INTO document_event (document_id, event_id) SELECT id, id FROM event',
    'INSERT INTO document_company (document_id, company_id) SELECT id, company_id FROM event',
    `INSERT INTO exchange (id, event_id, company_id, quarter_id, fiscal_year, fiscal_quarter, calendar_year, calendar_quarter, said_on, position, analyst_id, firm_id)
     SELECT (e.id - 1) * 3 + n, e.id, e.company_id, q.id, q.fiscal_year, q.fiscal_quarter, q.calendar_year, q.calendar_quarter, e.date, n - 1,
       (SELECT a.id FROM analyst a ORDER BY abs(hashtext(a.id || '-' || e.id)) LIMIT 1), 1 + e.id % 12
     FROM event e JOIN quarter q ON q.id = e.quarter_id, generate_series(1, 3) n`,
    `INSERT INTO utterance (type, document_id, document_kind, company_id, event_id, exchange_id, quarter_id, fiscal_year, fiscal_quarter, calendar_year,
       calendar_quarter, speaker_id, speaker_label, speaker_role, section, directness, turn, position, said_on, said_at, span_start, span_end, text, words, is_excerpt,
       topic_ids, sentiment_score, sentiment_label, sentiment_method, attribution_confidence, attribution_method, alternative_speaker_ids,
       is_forward_looking, comment_kind, analyst_id, firm_id, about_company_ids, price_target_amount, price_target_currency, word_count)
     SELECT CASE WHEN c THEN 'AnalystComment' ELSE 'Statement' END, d.id, d.kind, e.company_id, e.id,
       CASE WHEN ${hash("'e' || i", 3)} = 0 THEN (e.id - 1) * 3 + 1 + i % 3 END,
       q.id, q.fiscal_year, q.fiscal_quarter, q.calendar_year, q.calendar_quarter,
       CASE WHEN ${hash("'s' || i", 10)} > 0 THEN ${speaker} END, 'Label ' || i % 50,
       CASE WHEN c THEN 'ANALYST' ELSE (ARRAY['EXECUTIVE', 'OPERATOR', 'UNKNOWN'])[1 + ${hash("'r' || i", 3)}] END,
       CASE WHEN c THEN 'QUESTION' ELSE (ARRAY['PREPARED_REMARKS', 'ANSWER', 'UNKNOWN'])[1 + ${hash("'n' || i", 3)}] END,
       (ARRAY['TRANSCRIPT', 'TRANSCRIPT', 'DIRECT_QUOTE', 'FRAGMENT', 'PARAPHRASE'])[1 + ${hash("'d' || i", 5)}],
       CASE WHEN i % 3 > 0 THEN (i / ${documents}) END, i / ${documents}, CASE WHEN ${hash("'o' || i", 20)} > 0 THEN e.date END,
       CASE WHEN ${hash("'o' || i", 20)} > 0 THEN e.starts_at + make_interval(secs => i % 3600) END,
       (i / ${documents}) % 500, (i / ${documents}) % 500 + ${textLength}, y.shown, nullif(y.words, y.shown), y.shown <> y.words,
       CASE WHEN ${hash("'t' || i", 4)} = 0 THEN ARRAY[(SELECT min(id) FROM topic WHERE slug LIKE 'synthetic%') + ${hash("'u' || i", 20)}] ELSE '{}' END,
       x.score, CASE WHEN x.score > 0 THEN 'POSITIVE' WHEN x.score < 0 THEN 'NEGATIVE' WHEN x.score = 0 THEN 'NEUTRAL' END,
       CASE WHEN x.score IS NOT NULL THEN 'synthetic/1' END, ${hash("'f' || i", 101)} / 100.0, 'SPEAKER_LABEL',
       CASE WHEN i % 9 = 0 THEN ARRAY[1 + i % ${people}] ELSE '{}' END, ${hash("'w' || i", 2)} = 0,
       CASE WHEN c THEN 'QUESTION' END, NULL, CASE WHEN c THEN 1 + i % 12 END, CASE WHEN c AND i % 7 = 0 THEN ARRAY[e.company_id, 1 + e.company_id % ${companies}] WHEN c THEN ARRAY[e.company_id] ELSE '{}' END,
       CASE WHEN c AND i % 5 = 0 THEN 123.450 END, CASE WHEN c AND i % 5 = 0 THEN 'USD' END, ${wordCountOf('w.words')}
     FROM (SELECT i, ${hash("'c' || i", 6)} = 0 AS c FROM generate_series(0, ${utterances - 1}) i) s
     JOIN event e ON e.id = 1 + i % ${documents} JOIN document d ON d.id = e.id JOIN quarter q ON q.id = e.quarter_id
     CROSS JOIN LATERAL (SELECT CASE WHEN ${hash("'m' || i", 3)} > 0 THEN (${hash("'m' || i", 201)} - 100) / 100.0 END AS score) x
     CROSS JOIN LATERAL (SELECT (i / ${documents}) % 500 AS at, substr(d.text, (i / ${documents}) % 500 + 1, ${textLength}) AS words) w
     CROSS JOIN LATERAL (SELECT w.words, CASE WHEN d.excerpt IS NULL OR d.excerpt @> int4range(w.at, w.at + ${textLength}) THEN w.words
       WHEN d.excerpt @> w.at THEN left(w.words, 300 - w.at) || '…' ELSE '…' END AS shown) y ORDER BY d.id, i`,
    `INSERT INTO topic_mention (utterance_id, topic_id, company_id, is_home, speaker_id, place, position, fiscal_period, calendar_period, is_comment, directness,
       score, method, spans)
     SELECT u.id, t, c.id, c.is_home, u.speaker_id, u.place, u.position, u.fiscal_year * 4 + u.fiscal_quarter - 1, u.calendar_year * 4 + u.calendar_quarter - 1,
       u.type = 'AnalystComment', u.directness, ((u.id % 10) / 10.0), 'synthetic/1', CASE WHEN c.is_home THEN ARRAY[u.span_start, u.span_start + 5] ELSE '{}' END
     FROM utterance u, unnest(u.topic_ids) t,
       LATERAL (SELECT u.company_id AS id, true AS is_home UNION ALL SELECT a, false FROM unnest(u.about_company_ids) a WHERE a <> u.company_id) c`,
    `INSERT INTO rendering (utterance_id, document_id, span_start, span_end)
     SELECT id, 1 + id % ${documents}, 0, 5 FROM utterance WHERE type = 'Statement' AND id % 11 = 0`,
    `INSERT INTO entity_mention (document_id, kind, name, company_id, count, spans)
     SELECT id, 'ORGANIZATION', 'Synthetic', 1, 2, ARRAY[0, 5, 15, 20] FROM document`,
    `UPDATE company c SET statement_count = (SELECT count(*) FROM utterance u WHERE u.company_id = c.id AND u.type = 'Statement')`,
    // Identities go on behind the ids given above.
    ...['company', 'person', 'firm', 'analyst', 'quarter', 'event', 'document', 'exchange'].map(
      (table) => `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}))`,
    ),
    `UPDATE person p SET utterance_count = n.n FROM (SELECT speaker_id, count(*)::int AS n FROM utterance GROUP BY 1) n WHERE n.speaker_id = p.id`,
    // What the writer counts, in the same transaction as it writes.
    `UPDATE quarter q SET utterance_count = n.n FROM (SELECT quarter_id, count(*)::int AS n FROM utterance GROUP BY 1) n WHERE n.quarter_id = q.id`,
    `INSERT INTO topic_count (quarter_id, topic_id, company_id, fiscal_year, fiscal_quarter, calendar_year, calendar_quarter, mentions, statements, comments)
     SELECT u.quarter_id, t, u.company_id, u.fiscal_year, u.fiscal_quarter, u.calendar_year, u.calendar_quarter, count(*),
       count(*) FILTER (WHERE u.type = 'Statement'), count(*) FILTER (WHERE u.type <> 'Statement')
     FROM utterance u, unnest(u.topic_ids) t GROUP BY 1, 2, 3, 4, 5, 6, 7`,
    `INSERT INTO topic_branch_count (topic_id, quarter_id, mentions, statements, comments)
     SELECT p.id, u.quarter_id, count(*), count(*) FILTER (WHERE u.type = 'Statement'), count(*) FILTER (WHERE u.type <> 'Statement')
     FROM topic p JOIN utterance u ON u.topic_ids && (SELECT p.id || array_agg(c.id) FROM topic c WHERE c.parent_id = p.id)
     WHERE p.slug = 'synthetic-topic-1' GROUP BY 1, 2`,
    'ANALYZE',
  ];
}
