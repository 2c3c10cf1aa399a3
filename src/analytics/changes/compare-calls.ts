import type { Person } from '../../domain/person.entity';
import type { Quarter } from '../../domain/quarter.entity';
import type { Topic } from '../../domain/topic.entity';
import { mapNeeding } from '../../read/need';
import type { Operation } from '../../read/operation';
import { branchOf } from '../branch';
import { shareOf } from '../share';
import type { CallPassages } from './call-passages';
import { compareMoved, type Moved, type Movement, movementBetween } from './movement';

export interface TopicChange extends Moved {
  readonly topic: Topic;
  /** Itself and all below it. */
  readonly topicIds: readonly number[];
  readonly before: number;
  readonly after: number;
  /** The quarter whose statements show it. */
  readonly shownIn: Quarter;
}

export interface SpeakerChange extends Moved {
  readonly person: Person;
  readonly before: number;
  readonly after: number;
}

/** Two calls beside each other. */
export interface Compared {
  readonly quarter: Quarter;
  readonly since: Quarter | null;
  readonly before: CallPassages;
  readonly after: CallPassages;
  /** Null where both are there. */
  readonly incomplete: string | null;
}

/** Every topic that one of the two calls is about, its sub-topics counted with it. */
export function compareTopics(compared: Compared, op: Operation): TopicChange[] {
  const { quarter, since } = compared;
  return idsOf(compared, 'topics')
    .map((id) => {
      const change = changeOf(compared, 'topics', id);
      const topic = op.view.linked('topic', id);
      const { topicIds } = branchOf(op, topic);
      return { ...change, topic, topicIds, shownIn: change.after === 0 && since ? since : quarter };
    })
    .sort((a, b) => compareMoved(a, b) || (a.topic.slug < b.topic.slug ? -1 : 1));
}

/** Every known person who speaks on one of the two calls. */
export function compareSpeakers(compared: Compared, op: Operation): SpeakerChange[] {
  return mapNeeding(idsOf(compared, 'speakers'), (id) => ({
    ...changeOf(compared, 'speakers', id),
    person: op.view.linked('person', id),
  })).sort((a, b) => compareMoved(a, b) || a.person.id - b.person.id);
}

const idsOf = ({ before, after }: Compared, kind: 'topics' | 'speakers'): number[] => [
  ...new Set([...before[kind].keys(), ...after[kind].keys()]),
];

/** Where a call is missing nothing can be called new or gone, more or less. */
function changeOf({ before, after, incomplete }: Compared, kind: 'topics' | 'speakers', id: number) {
  const [was, is] = [before, after].map((call) => ({ count: call[kind].get(id) ?? 0, of: call.total })) as [
    { count: number; of: number },
    { count: number; of: number },
  ];
  const movement: Movement = incomplete === null ? movementBetween(was, is) : 'SAME';
  return {
    movement,
    before: was.count,
    after: is.count,
    shareBefore: shareOf(was.count, was.of),
    shareAfter: shareOf(is.count, is.of),
  };
}
