import { quarterNumber } from '../../domain/place';
import type { CopyValue } from './copy';
import type { KnownQuarter, NewTopicMention, NewUtterance } from './document-rows';

/** In the order of `mentionRows`. */
export const TOPIC_MENTION_COLUMNS = [
  'utterance_id',
  'topic_id',
  'company_id',
  'is_home',
  'speaker_id',
  'place',
  'position',
  'fiscal_period',
  'calendar_period',
  'is_comment',
  'directness',
  'score',
  'method',
  'spans',
] as const;

/** What mentions copy from the utterance that they stand in. */
export interface MentioningWords {
  readonly id: number;
  readonly type: NewUtterance['type'];
  readonly companyId: number | null;
  readonly speakerId: number | null;
  readonly aboutIds: readonly number[];
  readonly quarter: KnownQuarter | null;
  readonly directness: string;
  /** See src/domain/place.ts. */
  readonly place: number;
  readonly position: number;
}

/** A row for each topic; of a comment also one for each other company that it is about, which has no spans. */
export function* mentionRows(
  words: MentioningWords,
  topics: readonly NewTopicMention[],
): Generator<readonly CopyValue[]> {
  if (topics.length === 0) return;
  const { id, type, companyId, speakerId, quarter, directness, place, position } = words;
  const isComment = type === 'AnalystComment';
  const copies = [
    speakerId,
    place,
    position,
    quarter && quarterNumber(quarter.fiscal_year, quarter.fiscal_quarter),
    quarter && quarterNumber(quarter.calendar_year, quarter.calendar_quarter),
    isComment,
    directness,
  ];
  const others = isComment ? new Set(words.aboutIds) : new Set<number>();
  if (companyId !== null) others.delete(companyId);
  for (const { topicId, score, method, spans } of topics) {
    const places = spans.flatMap(({ start, end }) => [start, end]);
    yield [id, topicId, companyId, true, ...copies, score, method, places];
    for (const other of others) yield [id, topicId, other, false, ...copies, score, method, []];
  }
}
