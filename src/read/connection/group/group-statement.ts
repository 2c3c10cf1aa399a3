import { describeEntity } from '../../dictionary';
import { fixed, int, ints, join, makeStatement, type Sql, type Statement, sql } from '../../sql/sql';
import type { PageQuery } from '../page-query';
import { conjunction, parentRows } from '../parent-statement';
import type { QuarterRange } from '../quarter-range';
import type { Question } from '../question';
import { withEmpty } from './empty-quarters';
import type { GroupWish } from './group-args';
import { type KeyRule, ruleOf } from './group-key';
import { type Asked, measuresOf } from './measure';

/** Of one parent: the quarters that are asked for, and the company that all its rows are looked at for. */
export interface GroupParent extends QuarterRange {
  readonly company: number | null;
}

/** More rows than these are not counted. */
export const MOST_ROWS = 200_000;
/** Whether there are as few. */
const FEW = sql`(SELECT total FROM weight) <= ${int(MOST_ROWS)}`;
const ORDERS = { COUNT: 'count', MENTIONS: 'mentions', WORDS: 'words', MEAN_SENTIMENT: '"meanSentiment"' } as const;

/**
 * The groups of the rows of a query, for all its parents: `ord` is the parent's place, `k0`… are the values of the keys, `v0`… these in words.
 * `total` tells how many rows there are; above MOST_ROWS no group comes with it. `empty` tells of groups of nothing, likewise.
 */
export function groupStatement(
  query: PageQuery,
  question: Question,
  keys: readonly (readonly unknown[])[],
  wish: GroupWish,
  parents: readonly GroupParent[],
  asked: Asked,
  today: string,
): Statement {
  const rules = wish.keys.map((key) => ruleOf(key, question));
  const company = sql`(${ints(parents.map((parent) => parent.company as number))})[h.ord]`;
  const values = rules.map(({ isList, seenBy }, i) => {
    const value = fixed(isList ? `t${i}.k` : `h.k${i}`);
    return seenBy ? seenBy.of(value, company) : value;
  });
  const measures = measuresOf(withOrder(asked, wish), values[wish.keys.indexOf('TOPIC')] ?? null, question.topics);
  const table = fixed(describeEntity(query.entity).table);
  const columns = [
    ...rules.map((rule, i) => sql`${rule.value} AS ${fixed(`k${i}`)}`),
    ...[...rules.flatMap(({ seenBy }) => seenBy ?? []), ...measures].flatMap(({ needs }) =>
      needs.map(([name, value]) => sql`${value} AS ${fixed(name)}`),
    ),
  ];
  const tables = join([sql`${table} u`, ...rules.flatMap(({ beside }) => beside ?? [])], ' ');
  const rows = parentRows(
    query,
    keys,
    (conditions) => sql`SELECT ${join(columns, ', ')} FROM ${tables} WHERE ${conjunction(conditions)}`,
  );
  const sums = measures.map(({ property, sum }) => sql`${sum} AS ${fixed(`"${property}"`)}`);
  const counted = [
    ...values.map((value, i) => sql`${value} AS ${fixed(`k${i}`)}`),
    fixed('count(*)::int AS count'),
    ...sums,
  ];
  const lists = rules.flatMap((rule, i) => (rule.isList ? [unnest(rule, i)] : []));
  const kept = rules.flatMap((rule, i) => (rule.only ? [sql`${values[i] as Sql} = ANY (${ints(rule.only)})`] : []));
  const quarter = wish.keys.indexOf('QUARTER');
  const filled = quarter < 0 ? null : withEmpty(rules.length, quarter, parents, measures, FEW);
  // A value is looked up once, in however many groups it is: with quarters of nothing there are many.
  const words = rules.flatMap(({ label }, i) => (label ? [{ i, word: label(fixed('d.k'), today) }] : []));
  const looked = words.map(
    ({ i, word }) =>
      sql`, ${fixed(`word${i}`)} AS MATERIALIZED (SELECT d.k, ${word} AS v FROM (SELECT DISTINCT ${fixed(`k${i}`)} AS k FROM grouped) d)`,
  );
  const labels = rules.map(({ label }, i) => fixed(`${label ? `word${i}.v` : `g.k${i}`} AS v${i}`));
  const beside = words.map(({ i }) => fixed(`LEFT JOIN word${i} ON word${i}.k = g.k${i}`));
  const body = sql`WITH hit AS MATERIALIZED (SELECT * FROM (${rows}) r LIMIT ${int(MOST_ROWS + 1)}),
    weight AS (SELECT count(*) AS total FROM hit),
    grouped AS (SELECT h.ord, ${join(counted, ', ')} FROM hit h ${join(lists, ' ')} WHERE ${join([FEW, ...kept], ' AND ')} GROUP BY ${fixed([0, ...rules.keys()].map((_, i) => i + 1).join(', '))})${filled ?? fixed('')}${join(looked, '')}
    SELECT w.total::int, ${filled ? fixed('(SELECT n FROM room)::int8 AS empty') : fixed('0 AS empty')}, p.* FROM weight w LEFT JOIN (
      SELECT l.*, row_number() OVER (PARTITION BY l.ord ORDER BY ${orderOf(wish, rules)}) AS nth
      FROM (SELECT g.*, ${join(labels, ', ')} FROM ${fixed(filled ? 'filled' : 'grouped')} g ${join(beside, ' ')}) l
    ) p ON p.nth <= ${int(wish.first)} ORDER BY p.ord, p.nth`;
  return makeStatement(`groups ${query.name.split(' ')[0]}`, body, query.ownPlan);
}

/** What orders is counted, whoever else asks for it. */
function withOrder(asked: Asked, { field }: GroupWish): Asked {
  if (!asked || field === 'KEY') return asked;
  return new Set([...asked, ORDERS[field].replaceAll('"', '')]);
}

/** A row stands in the group of each value of a list. */
const unnest = ({ leavesOut }: KeyRule, i: number): Sql =>
  fixed(
    leavesOut ? `CROSS JOIN LATERAL unnest(h.k${i}) t${i}(k)` : `LEFT JOIN LATERAL unnest(h.k${i}) t${i}(k) ON true`,
  );

/** By the wish, then by the keys as readers see them, then by their ids. What a group does not tell comes last. */
function orderOf({ field, descending, keys }: GroupWish, rules: readonly KeyRule[]): Sql {
  const direction = descending ? 'DESC' : 'ASC';
  const byKey = field === 'KEY' && descending ? 'DESC' : 'ASC';
  const words = keys.map((key, i) =>
    key === 'QUARTER'
      ? `l.k${i} ${byKey} NULLS LAST`
      : `lower(l.v${i}) COLLATE "C" ${byKey} NULLS LAST, l.v${i} COLLATE "C"`,
  );
  const ids = rules.map((_, i) => `l.k${i}`);
  return fixed(
    [...(field === 'KEY' ? [] : [`l.${ORDERS[field]} ${direction} NULLS LAST`]), ...words, ...ids].join(', '),
  );
}
