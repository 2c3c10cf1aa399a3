import { periodConditions } from '../../filter/period-filter';
import type { AnyUtteranceFilter } from '../../filter/utterance-filter';
import { bigints, fixed, ints, join, makeStatement, type Sql, type Statement, sql, Value } from '../../sql/sql';
import type { Reach } from './reach';

/** Whose events, and whose documents that belong to none, by the way of looking; `w` is a reach with one of its ids. */
const EVENTS: Readonly<Record<Reach['of'], string>> = {
  company: 'JOIN event e ON e.company_id = w.id',
  everything: 'CROSS JOIN event e',
  event: 'JOIN event e ON e.id = w.id',
  document: 'JOIN document_event de ON de.document_id = w.id JOIN event e ON e.id = de.event_id',
};
const DOCUMENTS: Readonly<Record<Reach['of'], string>> = {
  company: 'JOIN document_company dc ON dc.company_id = w.id JOIN document d ON d.id = dc.document_id',
  everything: 'CROSS JOIN document d',
  event: 'JOIN document d ON false',
  document: 'JOIN document d ON d.id = w.id',
};

const LIVE = fixed('d.superseded_by_id IS NULL AND d.removed_at IS NULL');
const CALL = "type = 'EARNINGS_CALL' AND status = 'ENDED' AND said";

/**
 * What is there, for reaches of one kind with the same filter: a row for each by its place `ord`, none where nothing is. `fiscal` and
 * `calendar`: the quarters, as ordinals, whose call has a document, whatever the quarters that are asked for.
 */
export function coverageStatement(label: string, reaches: readonly Reach[], filter: AnyUtteranceFilter): Statement {
  const [{ of } = { of: 'everything' as const }] = reaches;
  const companies = of === 'company' ? [...new Set(reaches.flatMap(({ ids }) => ids))] : null;
  const inPeriod = (alias: 'q' | 'u'): Sql => {
    const row = fixed(`(${alias}.fiscal_year, ${alias}.fiscal_quarter)`);
    const own = sql`(w.year IS NULL OR ${row} = (w.year, w.quarter))`;
    return join([own, ...periodConditions(filter, alias, companies)], ' AND ');
  };
  const apart =
    of === 'document'
      ? sql`TRUE`
      : sql`NOT EXISTS (SELECT FROM document_event x WHERE x.document_id = d.id) AND EXISTS (SELECT FROM utterance u WHERE u.document_id = d.id
        AND coalesce(u.said_on, '-infinity') BETWEEN w.lo AND w.hi AND ${inPeriod('u')})`;
  const ofEvents =
    of === 'document'
      ? fixed('')
      : sql`SELECT h.ord, d.id, d.kind, NULL::date AS day FROM held h JOIN document_event x ON x.event_id = h.id JOIN document d ON d.id = x.document_id WHERE h.inside AND ${LIVE} UNION ALL`;
  const body = sql`WITH who AS (SELECT * FROM ${who(reaches)}),
    held AS (SELECT w.ord, e.id, e.type, e.status, e.date, q.fiscal_year * 4 + q.fiscal_quarter - 1 AS fiscal, q.calendar_year * 4 + q.calendar_quarter - 1 AS calendar,
        e.date BETWEEN w.lo AND w.hi AS said, e.date BETWEEN w.lo AND w.hi AND coalesce(${inPeriod('q')}, false) AS inside
      FROM who w ${fixed(EVENTS[of])} LEFT JOIN quarter q ON q.id = e.quarter_id
      WHERE EXISTS (SELECT FROM document_event x JOIN document d ON d.id = x.document_id WHERE x.event_id = e.id AND ${LIVE})),
    told AS (${ofEvents} SELECT w.ord, d.id, d.kind, (d.published_at AT TIME ZONE 'UTC')::date AS day FROM who w ${fixed(DOCUMENTS[of])} WHERE ${LIVE} AND ${apart}),
    events AS (SELECT ord, count(DISTINCT id) FILTER (WHERE inside)::int AS events, min(date) FILTER (WHERE inside) AS earliest, max(date) FILTER (WHERE inside) AS latest,
        array_agg(DISTINCT fiscal) FILTER (WHERE ${fixed(CALL)} AND fiscal IS NOT NULL) AS fiscal, array_agg(DISTINCT calendar) FILTER (WHERE ${fixed(CALL)} AND calendar IS NOT NULL) AS calendar
      FROM held GROUP BY ord),
    documents AS (SELECT ord, array_agg(kind ORDER BY n DESC, kind COLLATE "C") AS kinds, array_agg(n ORDER BY n DESC, kind COLLATE "C") AS counts, min(earliest) AS earliest, max(latest) AS latest
      FROM (SELECT ord, kind, count(DISTINCT id)::int AS n, min(day) AS earliest, max(day) AS latest FROM told GROUP BY ord, kind) k GROUP BY ord)
    SELECT coalesce(e.ord, d.ord) AS ord, coalesce(e.events, 0) AS events, d.kinds, d.counts, least(e.earliest, d.earliest) AS earliest, greatest(e.latest, d.latest) AS latest, e.fiscal, e.calendar
    FROM events e FULL JOIN documents d ON d.ord = e.ord`;
  return makeStatement(`coverage ${label}`, body);
}

/** `w(ord, id, lo, hi, year, quarter)`: a row for each id of each reach; everything has no id. */
function who(reaches: readonly Reach[]): Sql {
  const rows = reaches.flatMap((reach, i) =>
    (reach.of === 'everything' ? [null] : reach.ids).map((id) => ({ reach, ord: i + 1, id })),
  );
  const days = (pick: (reach: Reach) => string) =>
    new Value(
      rows.map(({ reach }) => pick(reach)),
      'date[]',
    );
  const numbers = (pick: (reach: Reach) => number | undefined) =>
    new Value(
      rows.map(({ reach }) => pick(reach) ?? null),
      'int4[]',
    );
  return sql`unnest(${bigints(rows.map(({ ord }) => ord))}, ${ints(rows.map(({ id }) => id as number))}, ${days(({ from }) => from)}, ${days(({ to }) => to)},
    ${numbers(({ quarter }) => quarter?.year)}, ${numbers(({ quarter }) => quarter?.quarter)}) w(ord, id, lo, hi, year, quarter)`;
}
