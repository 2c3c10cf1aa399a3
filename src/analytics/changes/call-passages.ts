import type { Row } from '../../read/client-pool';
import type { Scope } from '../../read/connection/page-query';
import { OF_QUARTER } from '../../read/edges/utterance-connection';
import { fixed, ints, makeStatement, type Sql, type Statement, sql } from '../../read/sql/sql';

/** The earnings calls of a quarter, as far as they are over. */
const callsOf = (quarter: Sql): Sql =>
  sql`SELECT e.id FROM event e WHERE e.quarter_id = ${quarter} AND e.type = 'EARNINGS_CALL' AND e.status = 'ENDED'`;

/** Words of a call's own transcript: what articles quote of it is there already. */
const SPOKEN = fixed("u.document_kind = 'TRANSCRIPT'");

/**
 * Rows (quarterId, topicIds, speakerId, passages) of the calls of quarters: passages of one speaker about the same topics are one row. Fenced, so that Postgres goes from
 * a quarter to its calls and from those to their words, and does not read all words to ask each whether it is theirs.
 */
export const passagesOfCalls = (quarterIds: readonly number[]): Statement =>
  makeStatement(
    'passages of calls',
    sql`SELECT q.id AS "quarterId", w.topic_ids AS "topicIds", w.speaker_id AS "speakerId", count(*)::int AS passages
      FROM unnest(${ints(quarterIds)}) q(id) CROSS JOIN LATERAL (${callsOf(fixed('q.id'))} OFFSET 0) c
      CROSS JOIN LATERAL (SELECT u.topic_ids, u.speaker_id FROM utterance u WHERE u.event_id = c.id AND ${SPOKEN} OFFSET 0) w GROUP BY 1, 2, 3`,
  );

/** Statements about topics on the calls of a quarter: the keys are those of the quarter, its id, and the topics' ids as an array's text. */
export const ON_CALLS: Scope = {
  types: [...OF_QUARTER.scope.types, 'int4', 'text'],
  where: ([company, year, number, quarter, topics]) =>
    sql`${OF_QUARTER.scope.where([company as Sql, year as Sql, number as Sql])} AND u.event_id IN (${callsOf(quarter as Sql)}) AND ${SPOKEN}
      AND u.topic_ids && (${topics as Sql})::int4[]`,
};

/** What is said on the calls of one quarter. */
export interface CallPassages {
  readonly total: number;
  /** By id. */
  readonly topics: ReadonlyMap<number, number>;
  readonly speakers: ReadonlyMap<number, number>;
}

/** `lineOf`: a topic and those above it, for all of which a passage counts once. */
export function countPassages(rows: readonly Row[], lineOf: (topicId: number) => readonly number[]): CallPassages {
  const topics = new Map<number, number>();
  const speakers = new Map<number, number>();
  let total = 0;
  for (const row of rows) {
    const passages = row.passages as number;
    total += passages;
    for (const topic of new Set((row.topicIds as number[]).flatMap(lineOf)))
      topics.set(topic, (topics.get(topic) ?? 0) + passages);
    const speaker = row.speakerId as number | null;
    if (speaker !== null) speakers.set(speaker, (speakers.get(speaker) ?? 0) + passages);
  }
  return { total, topics, speakers };
}
