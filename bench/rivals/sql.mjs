// The strongest rival: SQL written by hand for each question, which builds the answer's JSON itself, behind node:http, with no GraphQL,
// no validation, no limits and no log. It answers these questions and no others.
import { createServer } from 'node:http';
import pg from 'pg';

const TOPICS = (slugs) =>
  `ARRAY(SELECT t.id FROM topic t LEFT JOIN topic up ON up.id = t.parent_id WHERE t.slug = ANY (${slugs}) OR up.slug = ANY (${slugs}))`;
const COMPANY = (symbol) => `company c JOIN company_symbol s ON s.company_id = c.id
  WHERE s.symbol = ${symbol} AND s.valid_from <= current_date AND (s.valid_to IS NULL OR s.valid_to >= current_date)`;
const NEWEST = 'u.place DESC, u.position';
const OF_QUARTER = `u.type = 'Statement' AND u.company_id = q.company_id AND u.fiscal_year = q.fiscal_year AND u.fiscal_quarter = q.fiscal_quarter`;

const QUESTIONS = {
  first: {
    values: ({ symbol, year, quarter, speaker, topics, directness }) => [
      symbol,
      year,
      quarter,
      speaker,
      topics,
      directness,
    ],
    text: `SELECT json_build_object('company', json_build_object('name', c.name, 'quarter', json_build_object(
        'label', 'Q' || q.fiscal_quarter || ' ' || q.fiscal_year, 'statements', (
          SELECT json_build_object('totalCount', coalesce(max(m.n), 0), 'nodes', coalesce(json_agg(json_build_object(
            'text', m.text, 'saidOn', m.said_on, 'executive', m.executive) ORDER BY m.rank), '[]'))
          FROM (
            SELECT u.text, u.said_on, count(*) OVER () AS n, row_number() OVER (ORDER BY ${NEWEST}) AS rank,
              (SELECT json_build_object('title', x.title, 'person', json_build_object('name', p.name)) FROM executive x JOIN person p ON p.id = x.person_id
               WHERE x.person_id = u.speaker_id AND x.company_id = u.company_id
                 AND coalesce(x.valid_from, '-infinity') <= u.said_on AND u.said_on <= coalesce(x.valid_to, 'infinity')
               ORDER BY array_position(ARRAY['CEO', 'CFO', 'CHAIR'], x.role), x.id LIMIT 1) AS executive
            FROM utterance u WHERE ${OF_QUARTER}
              AND u.speaker_id = ANY (ARRAY(SELECT id FROM person WHERE search_key LIKE '%' || earshot_search_key($4::text, '{}') || '%')) AND u.topic_ids && ${TOPICS('$5::text[]')}
              AND u.directness = ANY ($6::text[])
            ORDER BY ${NEWEST} LIMIT 20
          ) m))))::text AS json
      FROM quarter q, ${COMPANY('$1::text')} AND q.company_id = c.id AND q.fiscal_year = $2::int AND q.fiscal_quarter = $3::int`,
  },
  quarters: {
    values: ({ symbol }) => [symbol],
    text: `SELECT json_build_object('company', json_build_object('name', c.name, 'quarters', json_build_object('nodes', (
        SELECT json_agg(json_build_object('label', 'Q' || q.fiscal_quarter || ' ' || q.fiscal_year, 'startDate', q.start_date, 'endDate', q.end_date,
          'statements', json_build_object('nodes', (
            SELECT coalesce(json_agg(json_build_object('text', m.text, 'saidOn', m.said_on, 'directness', m.directness,
              'speaker', CASE WHEN m.speaker_id IS NOT NULL THEN json_build_object('name', m.name) END)), '[]')
            FROM (SELECT u.text, u.said_on, u.directness, u.speaker_id, p.name FROM utterance u LEFT JOIN person p ON p.id = u.speaker_id
              WHERE ${OF_QUARTER} ORDER BY ${NEWEST} LIMIT 10) m))) ORDER BY q.end_date DESC)
        FROM (SELECT * FROM quarter WHERE company_id = c.id ORDER BY end_date DESC LIMIT 8) q))))::text AS json
      FROM ${COMPANY('$1::text')}`,
  },
  topics: {
    values: ({ symbol, topics }) => [symbol, topics],
    text: `SELECT json_build_object('statements', json_build_object('nodes', (
        SELECT coalesce(json_agg(json_build_object('text', m.text, 'saidOn', m.said_on, 'directness', m.directness,
          'speaker', CASE WHEN m.speaker_id IS NOT NULL THEN json_build_object('name', p.name) END,
          'company', json_build_object('name', k.name, 'symbol', $1::text),
          'quarter', json_build_object('label', 'Q' || m.fiscal_quarter || ' ' || m.fiscal_year)) ORDER BY m.rank), '[]')
        FROM (SELECT u.*, row_number() OVER (ORDER BY ${NEWEST}) AS rank FROM utterance u
          WHERE u.type = 'Statement' AND u.company_id = (SELECT c.id FROM ${COMPANY('$1::text')}) AND u.topic_ids && ${TOPICS('$2::text[]')}
          ORDER BY ${NEWEST} LIMIT 20) m
        JOIN company k ON k.id = m.company_id LEFT JOIN person p ON p.id = m.speaker_id)))::text AS json`,
  },
  lookup: {
    values: ({ symbol }) => [symbol],
    text: `SELECT json_build_object('company', json_build_object('slug', c.slug, 'name', c.name, 'sector', c.sector))::text AS json FROM ${COMPANY('$1::text')}`,
  },
  deep: {
    values: ({ place }) => place,
    text: `SELECT json_build_object('statements', json_build_object('nodes', (
        SELECT coalesce(json_agg(json_build_object('text', m.text, 'saidOn', m.said_on, 'speaker', CASE WHEN m.speaker_id IS NOT NULL THEN json_build_object('name', p.name) END,
          'company', json_build_object('name', k.name)) ORDER BY m.rank), '[]')
        FROM (SELECT u.*, row_number() OVER (ORDER BY ${NEWEST}) AS rank FROM utterance u WHERE u.type = 'Statement'
          AND u.place <= $1::bigint AND (u.place < $1::bigint OR u.position > $2::int)
          ORDER BY ${NEWEST} LIMIT 20) m
        JOIN company k ON k.id = m.company_id LEFT JOIN person p ON p.id = m.speaker_id)))::text AS json`,
  },
};

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.POOL_SIZE),
  idleTimeoutMillis: 0,
});

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      const { question, variables } = JSON.parse(Buffer.concat(chunks).toString());
      const { text, values } = QUESTIONS[question];
      const { rows } = await pool.query({ name: question, text, values: values(variables) });
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`{"data":${rows[0].json}}`);
    } catch (error) {
      response.writeHead(500).end(String(error.stack));
    }
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}/\n`));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
