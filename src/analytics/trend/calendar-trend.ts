import { quarterAt } from '../../domain/fiscal/period-arithmetic';
import type { Load } from '../../read/load';
import type { Branch, CountedTopics } from '../branch';
import { PointCount, pointAt, type SpeakersAsked } from './trend-point';
import { countsByCalendar, passagesByCalendar } from './trend-statement';
import { type Bounds, calendarWindow, ordinalsIn } from './trend-window';

/** All companies together, by the quarters of the calendar. */
export function calendarTrend(branches: readonly Branch[], topics: CountedTopics, bounds: Bounds): Load {
  const window = calendarWindow(bounds);
  const counts = countsByCalendar(topics, window);
  return {
    statements: [...counts, passagesByCalendar(window)],
    finish: (results) => {
      const rows = results.slice(0, counts.length).flat();
      const passages = new Map(results.at(-1)?.map((row) => [row.ordinal, Number(row.passages)]));
      const count = new PointCount();
      return branches.map(({ topic, topicIds }) => {
        const own = rows.filter(({ topicId }) => topicId === topic.id);
        const ordinals = ordinalsIn(
          window,
          own.map(({ ordinal }) => ordinal as number),
        );
        count.add(ordinals.length);
        const speakersAsked: SpeakersAsked = {
          topicIds,
          companies: null,
          counting: 'calendar',
          window: { first: ordinals[0], last: ordinals.at(-1) },
        };
        return ordinals.map((ordinal) => {
          const period = quarterAt('CY', ordinal);
          const place = { period, calendarPeriod: period, quarter: null, company: null, ordinal, speakersAsked };
          return pointAt(
            place,
            own.filter((row) => row.ordinal === ordinal),
            passages.get(ordinal) ?? 0,
          );
        });
      });
    },
  };
}
