import { FIRST_KNOWN_PLACE } from '../../domain/place';
import { Topic } from '../../domain/topic.entity';
import { Utterance } from '../../domain/utterance.entity';
import { selectList } from '../dictionary';
import { type Edges, edges, edgesNamed, load, value } from '../edge';
import { childrenOf, resolveTopic, resolveTopics } from '../filter/resolve';
import { utteranceConditions } from '../filter/utterance-filter';
import { utteranceOrder } from '../filter/utterance-order';
import { nothing } from '../load';
import { fixed, int, ints, join, makeStatement, sql, Value } from '../sql/sql';
import { giveClass } from './node.edges';

export const TOPIC_EDGES: Edges = {
  ...edgesNamed<object>('Query', {
    topic: value([], (_, { slug }: { slug: string }, op) => resolveTopic(op, slug, 'slug')),
  }),
  ...edges(Topic, {
    parent: value(['parentId'], (topic, _, op) =>
      topic.parentId === null ? null : op.view.linked('topic', topic.parentId),
    ),
    children: value(['id'], (topic, _, op) => childrenOf(op, topic.id)),
    // Sub-topics count as the topic, as they do in filters.
    firstMention: load(['slug'], (topics, { symbol, speakerName }: { symbol?: string; speakerName?: string }, op) => {
      const filter = {
        ...(symbol != null ? { symbols: [symbol] } : {}),
        ...(speakerName != null ? { speakerName } : {}),
      };
      const { value: conditions, warnings } = op.hear(() => utteranceConditions(filter, op, 'Statement', false));
      for (const { argument, ...warning } of warnings) {
        op.warn({ ...warning, argument: argument === 'filter.symbols' ? 'symbol' : 'speakerName' });
      }
      if (!conditions) return nothing(topics, () => null);
      const order = utteranceOrder({ field: 'SAID_AT', direction: 'ASC' }, false);
      const orderBy = fixed(order.map((term) => term.expression).join(', '));
      return {
        statements: topics.map((topic) => {
          const ids = resolveTopics(op, [topic.slug], true, 'slug');
          return makeStatement(
            'first mention of a topic',
            sql`SELECT ${fixed(selectList(Utterance, 'u'))} FROM utterance u WHERE u.topic_ids && ${ints(ids)} AND u.place >= ${new Value(FIRST_KNOWN_PLACE, 'int8')} AND ${join(conditions.where, ' AND ')} ORDER BY ${orderBy} LIMIT ${int(1)}`,
            symbol == null && speakerName == null,
          );
        }),
        finish: (results) => results.map(([row]) => (row ? giveClass(Utterance, row) : null)),
      };
    }),
  }),
};
