import { FIRST_KNOWN_PLACE } from '../../domain/place';
import { Topic } from '../../domain/topic.entity';
import { Utterance } from '../../domain/utterance.entity';
import { orderBy } from '../connection/beyond';
import { mentionedRows } from '../connection/mention-page';
import { selectList } from '../dictionary';
import { type Edges, edges, edgesNamed, load, value } from '../edge';
import { partOfName } from '../filter/bounds';
import { mentionWalk } from '../filter/mention-walk';
import { childrenOf, resolveTopic, resolveTopics } from '../filter/resolve';
import { type AnyUtteranceFilter, type UtteranceConditions, utteranceConditions } from '../filter/utterance-filter';
import { utteranceOrder } from '../filter/utterance-order';
import { nothing } from '../load';
import { fixed, int, ints, join, makeStatement, type Statement, sql, Value } from '../sql/sql';
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
      if (speakerName != null) partOfName(speakerName, 'speakerName');
      const filter = {
        ...(symbol != null ? { symbols: [symbol] } : {}),
        ...(speakerName != null ? { speakerName } : {}),
      };
      const { value: conditions, warnings } = op.hear(() => utteranceConditions(filter, op, 'Statement', false));
      for (const { argument, ...warning } of warnings) {
        op.warn({ ...warning, argument: argument === 'filter.symbols' ? 'symbol' : 'speakerName' });
      }
      if (!conditions) return nothing(topics, () => null);
      return {
        statements: topics.map((topic) =>
          firstStatement(filter, conditions, resolveTopics(op, [topic.slug], true, 'slug')),
        ),
        finish: (results) => results.map(([row]) => (row ? giveClass(Utterance, row) : null)),
      };
    }),
  }),
};

/** By the topics' own mentions, or, where those would be too many lists to merge, along the order of speaking. */
function firstStatement(
  filter: AnyUtteranceFilter,
  conditions: UtteranceConditions,
  topics: readonly number[],
): Statement {
  const order = utteranceOrder({ field: 'SAID_AT', direction: 'ASC' }, false);
  const known = new Value(FIRST_KNOWN_PLACE, 'int8');
  const list = fixed(selectList(Utterance, 'u'));
  const named = { ...conditions.named, topics };
  const walk = mentionWalk(filter, { ...conditions, named }, 'Statement', null, null);
  if (walk) {
    const where = [...walk.where, sql`m.place >= ${known}`];
    return makeStatement('first mention of a topic', mentionedRows(walk, where, order, 1, list));
  }
  return makeStatement(
    'first mention of a topic',
    sql`SELECT ${list} FROM utterance u WHERE u.topic_ids && ${ints(topics)} AND u.place >= ${known} AND ${join(conditions.where, ' AND ')} ORDER BY ${orderBy(order)} LIMIT ${int(1)}`,
    filter.symbols == null && filter.speakerName == null,
  );
}
