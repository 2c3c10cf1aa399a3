import { Company } from '../../domain/company.entity';
import { Event } from '../../domain/event.entity';
import { Exchange } from '../../domain/exchange.entity';
import { Utterance } from '../../domain/utterance.entity';
import { selectList } from '../dictionary';
import { type ConnectionEdge, type Edges, edges, edgesNamed, load, value, WHOLE } from '../edge';
import { partOfName, refuseReversedPeriods } from '../filter/bounds';
import { peopleLike } from '../filter/candidates';
import { allOf, amongIds, type Condition } from '../filter/conditions';
import { type ExchangeIds, exchangesOf } from '../filter/exchange-ids';
import { periodConditions } from '../filter/period-filter';
import { firmsNamed, resolveSymbols, resolveTopics, warnName } from '../filter/resolve';
import { speakersAmong } from '../filter/speaker-filter';
import type { ExchangeFilter } from '../filter/spoken-filter';
import { warnUnstored } from '../filter/stored-period';
import type { Given } from '../load';
import { mapNeeding } from '../need';
import type { Operation } from '../operation';
import { likePattern } from '../reference/lookup';
import { exchangeHas } from '../search/exchange-search';
import { NOTHING_ELSE, openSearch } from '../search/page-search';
import { fixed, ints, makeStatement, type Sql, sql, text } from '../sql/sql';
import { giveClass } from './node.edges';
import { simpleConnection, term } from './simple-page';

/** Newest call first, and within a call in order of speaking. */
const ORDER = [
  term('u.said_on', 'saidOn', 'date', true),
  term('u.event_id', 'eventId', 'int4', true),
  term('u.position', 'position', 'int4', false),
  term('u.id', 'id', 'int4', false),
];

function analystNamed(typed: string, op: Operation): Condition {
  const part = partOfName(typed, 'filter.analystName');
  if (op.view.speakersNamed(typed).ids?.length === 0) {
    warnName(op, typed, 'filter.analystName', peopleLike);
    return null;
  }
  const pattern = text(likePattern(part));
  return sql`EXISTS (SELECT FROM analyst a JOIN person p ON p.id = a.person_id WHERE a.id = u.analyst_id AND earshot_plain_name(p.search_key) LIKE ${pattern})`;
}

/** What the graph's filter says, or the reader itself. */
type AnyExchangeFilter = Given<ExchangeFilter> & ExchangeIds;

function conditions(filter: AnyExchangeFilter, op: Operation): Sql[] | null {
  const where: Condition[] = [...exchangesOf(filter)];
  const companies = filter.symbols ? resolveSymbols(op, filter.symbols) : null;
  if (companies) where.push(amongIds('u.company_id', companies));
  refuseReversedPeriods(['filter.periodFrom', filter.periodFrom], ['filter.periodTo', filter.periodTo]);
  warnUnstored(op, filter, companies);
  where.push(...periodConditions(filter));
  if (filter.topics) {
    const ids = resolveTopics(op, filter.topics, filter.includeSubtopics !== false, 'filter.topics');
    where.push(ids.length > 0 ? sql`u.topic_ids && ${ints(ids)}` : null);
  }
  if (filter.analystName != null) {
    where.push(analystNamed(filter.analystName, op));
  }
  if (filter.firmName != null) where.push(amongIds('u.firm_id', firmsNamed(op, filter.firmName)));
  if (filter.speakerName != null) where.push(speakersAmong('u.speaker_ids', filter.speakerName, op));
  if (filter.search) {
    const search = openSearch(filter.search, op, NOTHING_ELSE);
    where.push(search && exchangeHas(search));
  }
  return allOf(where);
}

/** No filter: everything; null: nothing. */
const where = ({ filter = {} }: { filter?: AnyExchangeFilter | null }, op: Operation) =>
  filter === null ? null : conditions(filter, op);
const base = { entity: Exchange, order: ORDER, where };
const ofId = (parent: { id: number }) => [parent.id];

/** A root field whose filter the reader makes itself. */
export const exchangesByFilter = (name: string): ConnectionEdge<unknown> =>
  simpleConnection(name, { ...base, scope: null, keys: () => [] });

/** The utterances of exchanges, of one type, in order of speaking. */
const parts = (type: 'Statement' | 'AnalystComment') =>
  load<Exchange, typeof WHOLE>(WHOLE, (exchanges) => ({
    statements: [
      makeStatement(
        `${type} of exchanges`,
        sql`SELECT ${fixed(selectList(Utterance, 'u'))} FROM utterance u WHERE u.exchange_id = ANY (${ints(exchanges.map(({ id }) => id))})
          AND u.type = ${fixed(`'${type}'`)} ORDER BY u.document_id, u.position, u.id`,
      ),
    ],
    finish: ([rows = []]) =>
      exchanges.map(({ id }) =>
        rows.filter((row) => row.exchangeId === id).map((row) => giveClass(Utterance, { ...row })),
      ),
  }));

export const EXCHANGE_EDGES: Edges = {
  ...edgesNamed<object>('Query', {
    exchanges: simpleConnection('Query.exchanges', { ...base, scope: null, keys: () => [] }),
  }),
  ...edges(Company, {
    exchanges: simpleConnection('Company.exchanges', {
      ...base,
      scope: { types: ['int4'], where: ([key]) => sql`u.company_id = ${key as Sql}` },
      keys: ofId,
    }),
  }),
  ...edges(Event, {
    exchanges: simpleConnection('Event.exchanges', {
      ...base,
      scope: { types: ['int4'], where: ([key]) => sql`u.event_id = ${key as Sql}` },
      keys: ofId,
    }),
  }),
  ...edges(Exchange, {
    event: value(WHOLE, (e, _, op) => op.view.linked('event', e.eventId)),
    questions: parts('AnalystComment'),
    answers: parts('Statement'),
    analyst: value(WHOLE, (e, _, op) => (e.analystId === null ? null : op.view.linked('analyst', e.analystId))),
    firm: value(WHOLE, (e, _, op) => (e.firmId === null ? null : op.view.linked('firm', e.firmId))),
    topics: value(WHOLE, (e, _, op) => mapNeeding(e.topicIds as number[], (id) => op.view.linked('topic', id))),
  }),
};
