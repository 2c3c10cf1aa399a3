import { Topic } from '../../domain/topic.entity';
import { type Edges, edges, edgesNamed, load } from '../../read/edge';
import { refuseReversedPeriods } from '../../read/filter/bounds';
import { resolveSymbols } from '../../read/filter/resolve';
import { type Load, nothing } from '../../read/load';
import { branchOf, countedTopics } from '../branch';
import { calendarTrend } from './calendar-trend';
import { companyTrend } from './company-trend';
import type { SpeakersAsked, TrendPoint } from './trend-point';
import { speakersStatement } from './trend-statement';
import type { Bounds } from './trend-window';

/** How often a topic and what lies below it is spoken of, quarter by quarter. Counted by the writer: no words are read, however many there are. */
export const TOPIC_TREND_EDGES: Edges = {
  ...edges(Topic, {
    trend: load(['id', 'slug'], (topics, { symbols, ...bounds }: Bounds & { symbols?: readonly string[] }, op) => {
      refuseReversedPeriods(['from', bounds.from], ['to', bounds.to]);
      const branches = topics.map((topic) => branchOf(op, topic));
      const counted = countedTopics(op, topics);
      if (!symbols) return calendarTrend(branches, counted, bounds);
      return companyTrend(branches, counted, resolveSymbols(op, symbols, 'symbols'), bounds, op);
    }),
  }),
  ...edgesNamed<TrendPoint>('TopicTrendPoint', {
    speakers: load(['company', 'ordinal', 'speakersAsked'], countSpeakers),
  }),
};

/** One statement for all points of a trend: people cannot be added up over quarters, nor over topics. */
function countSpeakers(points: readonly Pick<TrendPoint, 'company' | 'ordinal' | 'speakersAsked'>[]): Load {
  const asked = [...new Set(points.map(({ speakersAsked }) => speakersAsked))];
  if (asked.length === 0) return nothing(points, () => 0);
  const keyOf = (companyId: unknown, ordinal: unknown) => `${companyId ?? ''} ${ordinal}`;
  return {
    statements: asked.map(({ topicIds, companies, counting, window }) =>
      speakersStatement(topicIds, companies, counting, window),
    ),
    finish: (results) => {
      const found = new Map<SpeakersAsked, Map<string, unknown>>(
        asked.map((question, i) => [
          question,
          new Map(results[i]?.map((row) => [keyOf(row.companyId, row.ordinal), row.speakers])),
        ]),
      );
      return points.map(
        ({ speakersAsked, company, ordinal }) => found.get(speakersAsked)?.get(keyOf(company?.id, ordinal)) ?? 0,
      );
    },
  };
}
