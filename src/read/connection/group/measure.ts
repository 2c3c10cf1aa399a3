import { fixed, ints, type Sql, sql } from '../../sql/sql';

/** What of groups is asked for, by property; null: all of it. What costs work is counted only then. */
export type Asked = ReadonlySet<string> | null;

/** All of them, where a part of the text is given out. */
const WORDS = fixed('u.word_count');

export interface Measure {
  readonly property: string;
  /** What it needs of each row `u`: columns of the rows that are counted. */
  readonly needs: readonly [column: string, value: Sql][];
  /** Over the rows `h` of a group. */
  readonly sum: Sql;
  /** Of a group without rows. */
  readonly none: '0' | 'NULL';
}

/** `topic`: the topic of each row's group, where groups are by topic. `topics`: those that the filter names, else null. */
export function measuresOf(asked: Asked, topic: Sql | null, topics: readonly number[] | null): readonly Measure[] {
  const about = topic
    ? sql` AND m.topic_id = ${topic}`
    : topics
      ? sql` AND m.topic_id = ANY (${ints(topics)})`
      : fixed('');
  const places = sql`(SELECT sum(cardinality(m.spans)) / 2 FROM topic_mention m WHERE m.utterance_id = h.id${about})`;
  const measures: Measure[] = [
    { property: 'mentions', needs: [['id', fixed('u.id')]], sum: sql`coalesce(sum(${places}), 0)::int`, none: '0' },
    { property: 'words', needs: [['words', WORDS]], sum: fixed('sum(h.words)::int'), none: '0' },
    {
      property: 'meanSentiment',
      needs: [['sentiment', fixed('u.sentiment_score')]],
      // Exact: floats add up otherwise in another order, and a half is then rounded this way or that.
      sum: fixed('round(avg(h.sentiment::numeric), 4)::float8'),
      none: 'NULL',
    },
    {
      property: 'sentimentMethod',
      needs: [['method', fixed('u.sentiment_method')]],
      sum: fixed('CASE WHEN min(h.method) = max(h.method) THEN min(h.method) END'),
      none: 'NULL',
    },
  ];
  return measures.filter(({ property }) => !asked || asked.has(property));
}
