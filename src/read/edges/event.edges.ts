import { Document } from '../../domain/document.entity';
import { Event } from '../../domain/event.entity';
import { selectList } from '../dictionary';
import { type Edges, edges, edgesNamed, load, value, WHOLE } from '../edge';
import { refuseReversedDays } from '../filter/bounds';
import { allOf, amongIds, type Condition } from '../filter/conditions';
import type { EventFilter } from '../filter/noun-filter';
import { periodConditions } from '../filter/period-filter';
import { resolveSymbols } from '../filter/resolve';
import { warnUnstored } from '../filter/stored-period';
import type { Given } from '../load';
import { day, fixed, ints, join, makeStatement, sql, texts } from '../sql/sql';
import { giveClass } from './node.edges';
import { simpleConnection, term } from './simple-page';
import { OF_EVENT, utteranceConnection } from './utterance-connection';

export const EVENT_EDGES: Edges = {
  ...edgesNamed<object>('Query', {
    events: simpleConnection('Query.events', {
      entity: Event,
      scope: null,
      keys: () => [],
      order: [term('u.date', 'date', 'date', true), term('u.id', 'id', 'int4', true)],
      where: ({ filter = {} }: { filter?: Given<EventFilter> }, op) => {
        const { symbols, types, statuses, period, from, to } = filter;
        const where: Condition[] = [];
        const companies = symbols ? resolveSymbols(op, symbols) : null;
        if (companies) where.push(amongIds('u.company_id', companies));
        if (types) where.push(sql`u.type = ANY (${texts(types)})`);
        if (statuses) where.push(sql`u.status = ANY (${texts(statuses)})`);
        if (period) {
          warnUnstored(op, { period }, companies);
          const within = join(periodConditions({ period }, 'q'), ' AND ');
          where.push(sql`EXISTS (SELECT FROM quarter q WHERE q.id = u.quarter_id AND ${within})`);
        }
        refuseReversedDays(['filter.from', from], ['filter.to', to]);
        if (from) where.push(sql`u.date >= ${day(from)}`);
        if (to) where.push(sql`u.date <= ${day(to)}`);
        return allOf(where);
      },
    }),
  }),
  ...edges(Event, {
    company: value(WHOLE, (event, _, op) => op.view.linked('company', event.companyId)),
    quarter: value(WHOLE, (event, _, op) =>
      event.quarterId === null ? null : op.view.linked('quarter', event.quarterId),
    ),
    documents: load(WHOLE, (events) => ({
      statements: [
        makeStatement(
          'documents of events',
          sql`SELECT e.event_id AS "ofEvent", ${fixed(selectList(Document, 'd'))} FROM document_event e JOIN document d ON d.id = e.document_id
          WHERE e.event_id = ANY (${ints(events.map((event) => event.id))}) AND d.superseded_by_id IS NULL ORDER BY d.published_at NULLS LAST, d.id`,
        ),
      ],
      finish: ([rows = []]) =>
        events.map((event) =>
          rows.filter((row) => row.ofEvent === event.id).map((row) => giveClass(Document, { ...row })),
        ),
    })),
    utterances: utteranceConnection('Event.utterances', { kind: null, ...OF_EVENT }),
    statements: utteranceConnection('Event.statements', { kind: 'Statement', ...OF_EVENT }),
  }),
};
