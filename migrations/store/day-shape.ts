import { NEXT, type Swap } from './swap-tables';
import { CHECKS, COLUMN_NAMES, COLUMNS, FOREIGN_KEYS, ownKeys, SPAN_TRIGGERS } from './utterance-columns';

const UTTERANCE = `${NEXT}.utterance`;
const MENTION = `${NEXT}.topic_mention`;

/** Nulls come last both ways, so each way has its own stand-in, and its own index. */
const NEWEST =
  "coalesce(said_on, '-infinity'::date), coalesce(said_at, '-infinity'::timestamptz), document_id, position, id";
const OLDEST =
  "coalesce(said_on, 'infinity'::date), coalesce(said_at, 'infinity'::timestamptz), document_id, position, id";
const PLACE = "coalesce(said_on, 'infinity'::date), document_id, position, id";
const PLACE_BACK = "coalesce(said_on, '-infinity'::date), document_id, position, id";

const INDEXES: Readonly<Record<string, string>> = {
  newest: `(${NEWEST})`,
  oldest: `(${OLDEST})`,
  place: `(${PLACE})`,
  place_back: `(${PLACE_BACK})`,
  sentiment: "(coalesce(sentiment_score, '-infinity'::float8), id)",
  sentiment_up: "(coalesce(sentiment_score, 'infinity'::float8), id)",
  company: `(company_id, ${NEWEST})`,
  quarter: `(company_id, fiscal_year, fiscal_quarter, ${NEWEST})`,
  fiscal: `(fiscal_year, fiscal_quarter, ${NEWEST})`,
  calendar: `(calendar_year, calendar_quarter, ${NEWEST})`,
  speaker: `(speaker_id, ${NEWEST})`,
  event: `(event_id, ${PLACE})`,
  exchange: '(exchange_id, position) WHERE exchange_id IS NOT NULL',
  analyst: `(analyst_id, ${NEWEST}) WHERE analyst_id IS NOT NULL`,
  firm: `(firm_id, ${NEWEST}) WHERE firm_id IS NOT NULL`,
  comment: `(${NEWEST}) WHERE type = 'AnalystComment'`,
  directness: `(directness, ${NEWEST})`,
  section: `(section, ${NEWEST})`,
  role: `(speaker_role, ${NEWEST})`,
  topic: 'USING gin (topic_ids) WITH (fastupdate = on)',
  about: "USING gin (about_company_ids) WITH (fastupdate = on) WHERE type = 'AnalystComment'",
};

const GUARD = `CREATE OR REPLACE FUNCTION earshot_guard_topic_mention_span() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM (SELECT document_id, max(last) AS last FROM (
      SELECT (SELECT u.document_id FROM utterance u WHERE u.id = w.utterance_id), (SELECT max(s) FROM unnest(w.spans) s) AS last FROM written w) m GROUP BY 1) n WHERE n.last > (SELECT d.length FROM document d WHERE d.id = n.document_id)) THEN
      RAISE EXCEPTION 'a span of topic_mention ends behind its document' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $$`;

/** As the tables were before: by day, and mentions by themselves. */
export const BY_DAY: Swap = {
  tables: ['utterance', 'topic_mention'],
  fill: [
    `CREATE TABLE ${UTTERANCE} (${COLUMNS},${CHECKS})`,
    `INSERT INTO ${UTTERANCE} (${COLUMN_NAMES}) SELECT ${COLUMN_NAMES} FROM utterance`,
    `SELECT setval(pg_get_serial_sequence('${UTTERANCE}', 'id'), last_value, is_called) FROM utterance_id_seq`,
    ...ownKeys(UTTERANCE),
    ...Object.entries(INDEXES).map(([name, way]) => `CREATE INDEX utterance_${name}_idx ON ${UTTERANCE} ${way}`),
    `CREATE TABLE ${MENTION} (
    utterance_id bigint NOT NULL,
    topic_id int NOT NULL,
    score float8 NOT NULL CHECK (score BETWEEN 0 AND 1),
    method text NOT NULL,
    spans int[] NOT NULL CHECK (cardinality(spans) % 2 = 0 AND 0 <= ALL (spans)))`,
    `INSERT INTO ${MENTION} SELECT utterance_id, topic_id, score, method, spans FROM topic_mention WHERE is_home`,
    `ALTER TABLE ${MENTION} ADD CONSTRAINT topic_mention_pkey PRIMARY KEY (utterance_id, topic_id)`,
    `CREATE INDEX topic_mention_topic_idx ON ${MENTION} (topic_id, utterance_id)`,
  ],
  swap: [GUARD, ...SPAN_TRIGGERS],
  keys: FOREIGN_KEYS,
  finish: [
    'DROP FUNCTION IF EXISTS earshot_follow_utterance()',
    // Left by the undoing of a later step.
    'DROP FUNCTION IF EXISTS earshot_make_lexemes()',
  ],
};
