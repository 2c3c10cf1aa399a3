import { NEXT, type Swap } from './swap-tables';
import { CHECKS, COLUMN_NAMES, COLUMNS, FOREIGN_KEYS, ownKeys, SPAN_TRIGGERS } from './utterance-columns';

const UTTERANCE = `${NEXT}.utterance`;
const MENTION = `${NEXT}.topic_mention`;

/** Day from 1899-12-31, 0 where none is known; whether the document retells; the document. src/domain/place.ts says the same. */
const PLACE = `CASE WHEN said_on IS NULL THEN 0 ELSE least(greatest(said_on - '1899-12-31'::date, 1), 2097151) END::bigint << 32
      | CASE WHEN document_kind IN ('NEWS_ARTICLE', 'NOTE') THEN 2147483648 ELSE 0 END | document_id`;

/** Words are what stands between white space. Counted by the writer from here on: that takes a tenth of the time. */
const WORD_COUNT = "regexp_count(coalesce(words, text), '[^ \\t\\n\\r\\f\\v]+')";

/** What a text search finds it by. */
const LEXEMES = 'earshot_lexemes(text, company_id, calendar_year, calendar_quarter)';

/**
 * Each way in, then the order of speaking, as most pages have it: newest first, and forward within a document. What a page of the contract begins
 * with, and nothing else: docs/adr says which needs which.
 */
const WAYS: Readonly<Record<string, string>> = {
  place: '',
  comment: "| type = 'AnalystComment'",
  company: 'company_id',
  quarter: 'company_id, fiscal_year, fiscal_quarter',
  fiscal: 'fiscal_year, fiscal_quarter',
  calendar: 'calendar_year, calendar_quarter',
  speaker: 'speaker_id',
  event: 'event_id',
  analyst: 'analyst_id | analyst_id IS NOT NULL',
  firm: 'firm_id | firm_id IS NOT NULL',
};

function wayIndex([name, way]: [string, string]): string {
  const [columns = '', where] = way.split('|').map((part) => part.trim());
  const key = [...(columns ? [columns] : []), name === 'event' ? 'place' : 'place DESC', 'position'].join(', ');
  return `CREATE INDEX utterance_${name}_idx ON ${UTTERANCE} (${key})${where ? ` WHERE ${where}` : ''}`;
}

/** What a mention copies from its utterance, to be found by, in the order of `COPY_COLUMNS`. */
const COPIES = `u.speaker_id, u.place, u.position, u.fiscal_year * 4 + u.fiscal_quarter - 1, u.calendar_year * 4 + u.calendar_quarter - 1,
  u.type = 'AnalystComment', u.directness`;
const COPY_COLUMNS = 'speaker_id, place, position, fiscal_period, calendar_period, is_comment, directness';
const MENTION_COLUMNS = `utterance_id, topic_id, company_id, is_home, ${COPY_COLUMNS}, score, method, spans`;

/** A comment is found by each company that it is about: rows beside the home row of its own company, without spans. */
const AWAY = (mention: string, utterance: string, condition: string) => `
  INSERT INTO ${mention} (${MENTION_COLUMNS})
  SELECT m.utterance_id, m.topic_id, a.company_id, false, ${COPIES}, m.score, m.method, '{}'
  FROM ${mention} m JOIN ${utterance} u ON u.id = m.utterance_id
  CROSS JOIN LATERAL (SELECT DISTINCT c FROM unnest(u.about_company_ids) c WHERE c IS DISTINCT FROM u.company_id) a(company_id)
  WHERE ${condition} AND m.is_home AND u.type = 'AnalystComment'`;

const WATCHED = [
  'company_id',
  'speaker_id',
  'place',
  'position',
  'fiscal_year',
  'fiscal_quarter',
  'calendar_year',
  'calendar_quarter',
  'type',
  'directness',
  'about_company_ids',
];
const rowOf = (alias: string) => `(${WATCHED.map((column) => `${alias}.${column}`).join(', ')})`;

/** Whatever changes an utterance changes its mentions: corrections, merges, revisions, a quarter's days. */
const FOLLOW = `CREATE FUNCTION earshot_follow_utterance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed bigint[];
BEGIN
  SELECT array_agg(n.id) INTO changed FROM written n JOIN earlier b ON b.id = n.id WHERE ${rowOf('n')} IS DISTINCT FROM ${rowOf('b')};
  IF changed IS NULL THEN
    RETURN NULL;
  END IF;
  DELETE FROM topic_mention m WHERE m.utterance_id = ANY (changed) AND NOT m.is_home;
  UPDATE topic_mention m SET (company_id, ${COPY_COLUMNS}) = (SELECT u.company_id, ${COPIES} FROM utterance u WHERE u.id = m.utterance_id)
  WHERE m.utterance_id = ANY (changed);${AWAY('topic_mention', 'utterance', 'm.utterance_id = ANY (changed)')};
  RETURN NULL;
END $$`;

/** A mention knows its document by its place. */
const GUARD = `CREATE OR REPLACE FUNCTION earshot_guard_topic_mention_span() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT (place & 2147483647)::int AS document_id, max(s) AS last FROM written CROSS JOIN LATERAL unnest(spans) s GROUP BY 1) n
    WHERE n.last > (SELECT d.length FROM document d WHERE d.id = n.document_id)) THEN
    RAISE EXCEPTION 'a span of topic_mention ends behind its document' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$`;

/** In the order of speaking, with mentions that carry what filters need. */
export const BY_PLACE: Swap = {
  tables: ['utterance', 'topic_mention'],
  fill: [
    `CREATE TABLE ${UTTERANCE} (${COLUMNS},
    place bigint NOT NULL GENERATED ALWAYS AS (${PLACE}) STORED,
    word_count int NOT NULL CHECK (word_count >= 0),
    lexemes tsvector NOT NULL GENERATED ALWAYS AS (${LEXEMES}) STORED,${CHECKS})`,
    `INSERT INTO ${UTTERANCE} (${COLUMN_NAMES}, word_count) SELECT ${COLUMN_NAMES}, ${WORD_COUNT} FROM utterance`,
    `SELECT setval(pg_get_serial_sequence('${UTTERANCE}', 'id'), last_value, is_called) FROM utterance_id_seq`,
    ...ownKeys(UTTERANCE),
    ...Object.entries(WAYS).map(wayIndex),
    `CREATE INDEX utterance_exchange_idx ON ${UTTERANCE} (exchange_id, position) WHERE exchange_id IS NOT NULL`,
    `CREATE INDEX utterance_topic_idx ON ${UTTERANCE} USING gin (topic_ids)`,
    `CREATE INDEX utterance_about_idx ON ${UTTERANCE} USING gin (about_company_ids) WHERE type = 'AnalystComment'`,
    `CREATE INDEX utterance_lexemes_idx ON ${UTTERANCE} USING gin (lexemes)`,
    `CREATE TABLE ${MENTION} (
    utterance_id bigint NOT NULL,
    topic_id int NOT NULL,
    company_id int,
    is_home boolean NOT NULL,
    speaker_id int,
    place bigint NOT NULL,
    position int NOT NULL,
    fiscal_period smallint,
    calendar_period smallint,
    is_comment boolean NOT NULL,
    directness text NOT NULL,
    score float8 NOT NULL CHECK (score BETWEEN 0 AND 1),
    method text NOT NULL,
    spans int[] NOT NULL CHECK (cardinality(spans) % 2 = 0 AND 0 <= ALL (spans)))`,
    `INSERT INTO ${MENTION} (${MENTION_COLUMNS})
     SELECT m.utterance_id, m.topic_id, u.company_id, true, ${COPIES}, m.score, m.method, m.spans FROM topic_mention m JOIN ${UTTERANCE} u ON u.id = m.utterance_id`,
    AWAY(MENTION, UTTERANCE, 'true'),
    `ALTER TABLE ${MENTION} ADD CONSTRAINT topic_mention_key UNIQUE NULLS NOT DISTINCT (utterance_id, topic_id, company_id)`,
    // What is included fits into bytes that an entry has anyway.
    `CREATE INDEX topic_mention_company_idx ON ${MENTION} (topic_id, company_id, place DESC, position) INCLUDE (fiscal_period, is_comment, is_home)`,
    `CREATE INDEX topic_mention_speaker_idx ON ${MENTION} (topic_id, speaker_id, place DESC, position) INCLUDE (fiscal_period, is_comment, is_home)`,
    `CREATE INDEX topic_mention_calendar_idx ON ${MENTION} (topic_id, calendar_period, place DESC, position) INCLUDE (is_comment, is_home)`,
    `CREATE INDEX topic_mention_place_idx ON ${MENTION} (topic_id, place DESC, position) INCLUDE (is_comment, is_home)`,
  ],
  swap: [
    GUARD,
    ...SPAN_TRIGGERS,
    FOLLOW,
    `CREATE TRIGGER utterance_follow AFTER UPDATE ON utterance REFERENCING OLD TABLE AS earlier NEW TABLE AS written
     FOR EACH STATEMENT EXECUTE FUNCTION earshot_follow_utterance()`,
  ],
  keys: FOREIGN_KEYS,
  finish: [],
};
