import { fixed, int, ints, makeStatement, type Statement, sql } from '../../read/sql/sql';
import type { CountedTopics } from '../branch';
import type { Counting, Window } from './trend-window';

const TABLES = [
  ['topic_count', 'leaves'],
  ['topic_branch_count', 'branches'],
] as const;

/** Rows (topicId, quarterId, mentions, statements, comments) of topics in quarters. */
export const countsInQuarters = (topics: CountedTopics, quarterIds: readonly number[]): Statement[] =>
  TABLES.filter(([, kind]) => topics[kind].length > 0).map(([table, kind]) =>
    makeStatement(
      `mentions of ${kind} by quarter`,
      sql`SELECT t.topic_id AS "topicId", t.quarter_id AS "quarterId", t.mentions, t.statements, t.comments FROM ${fixed(table)} t
        WHERE t.topic_id = ANY (${ints(topics[kind])}) AND t.quarter_id = ANY (${ints(quarterIds)})`,
    ),
  );

const CALENDAR = 'q.calendar_year * 4 + q.calendar_quarter - 1';

/** Rows (topicId, ordinal, mentions, statements, comments) of topics in the calendar's quarters, over all companies. */
export const countsByCalendar = (topics: CountedTopics, window: Window): Statement[] =>
  TABLES.filter(([, kind]) => topics[kind].length > 0).map(([table, kind]) =>
    makeStatement(
      `mentions of ${kind} by calendar quarter`,
      sql`SELECT t.topic_id AS "topicId", ${fixed(CALENDAR)} AS ordinal, sum(t.mentions)::int8 AS mentions, sum(t.statements)::int8 AS statements,
          sum(t.comments)::int8 AS comments
        FROM ${fixed(table)} t JOIN quarter q ON q.id = t.quarter_id
        WHERE t.topic_id = ANY (${ints(topics[kind])}) AND ${inWindow(CALENDAR, window)} GROUP BY 1, 2`,
    ),
  );

/** Rows (ordinal, passages): all that is said, whatever it is about. */
export const passagesByCalendar = (window: Window): Statement =>
  makeStatement(
    'passages by calendar quarter',
    sql`SELECT ${fixed(CALENDAR)} AS ordinal, sum(q.utterance_count)::int8 AS passages FROM quarter q WHERE ${inWindow(CALENDAR, window)} GROUP BY 1`,
  );

/** Rows (companyId, ordinal, speakers): how many known people speak of any of the topics. Companies null: of all companies together. */
export function speakersStatement(
  topicIds: readonly number[],
  companies: readonly number[] | null,
  counting: Counting,
  window: Window,
): Statement {
  const ordinal = `m.${counting}_period`;
  const company = fixed(companies ? 'm.company_id' : 'NULL::int');
  const ofCompanies = companies ? sql`m.company_id = ANY (${ints(companies)})` : fixed('true');
  return makeStatement(
    'speakers on topics by quarter',
    sql`SELECT ${company} AS "companyId", ${fixed(ordinal)} AS ordinal, count(DISTINCT m.speaker_id)::int AS speakers FROM topic_mention m
      WHERE m.topic_id = ANY (${ints(topicIds)}) AND ${ofCompanies} AND m.is_home AND ${inWindow(ordinal, window)} GROUP BY 1, 2`,
    companies === null,
  );
}

function inWindow(ordinal: string, { first, last }: Window) {
  return sql`${fixed(ordinal)} BETWEEN ${int(first ?? 0)} AND ${int(last ?? 2_147_483_647)}`;
}
