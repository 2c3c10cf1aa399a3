import type { Topic } from '../../domain/topic.entity';
import { ListConnection, type ListOrder } from '../../read/connection/list-connection';
import type { PageArgs } from '../../read/connection/page-args';
import { type Edges, edgesNamed, load } from '../../read/edge';
import { type Load, nothing } from '../../read/load';
import type { Operation } from '../../read/operation';
import { loadShareChanges, type ShareChange } from './share-change';

type TopicsArgs = PageArgs & { readonly byShareChange?: ShareChange };

const BY_SLUG: ListOrder<Topic> = {
  descending: false,
  types: ['text', 'int4'],
  keys: ({ slug, id }) => [slug, id],
};

export const TOPICS_EDGES: Edges = edgesNamed<object>('Query', {
  topics: load([], (parents, args: TopicsArgs, op): Load => {
    const { byShareChange } = args;
    if (!byShareChange) return nothing(parents, () => list(op, args, BY_SLUG));
    const { value, warnings } = op.hear(() => loadShareChanges(op, byShareChange));
    for (const warning of warnings) op.warn(warning);
    const { statements, changesIn } = value;
    return {
      statements,
      finish: (results) => {
        const changes = changesIn(results);
        const order: ListOrder<Topic> = {
          descending: byShareChange.direction !== 'ASC',
          types: ['float8', 'int4'],
          keys: ({ id }) => [changes.get(id) ?? 0, id],
        };
        return parents.map(() => Object.assign(list(op, args, order), { warnings }));
      },
    };
  }),
});

const list = (op: Operation, args: TopicsArgs, order: ListOrder<Topic>) =>
  new ListConnection<Topic>('Query.topics', op.view.all('topic'), args, order);
