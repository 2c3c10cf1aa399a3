import { type AskedPeriod, isLatest, printPeriod } from '../../domain/fiscal/period';
import { Quarter } from '../../domain/quarter.entity';
import { badInput } from '../../platform/errors';
import { LARGEST_PAGE } from '../../read/connection/page-args';
import { type Edges, edges, edgesNamed, load, value } from '../../read/edge';
import { findQuarter } from '../../read/edges/quarter.edges';
import { OF_QUARTER, utteranceConnection } from '../../read/edges/utterance-connection';
import { mapNeeding } from '../../read/need';
import type { Operation } from '../../read/operation';
import { countPassages, ON_CALLS, passagesOfCalls } from './call-passages';
import { type Compared, compareSpeakers, compareTopics, type TopicChange } from './compare-calls';

interface ChangesArgs {
  readonly since?: AskedPeriod;
}

/** What is new, gone, more or less on a quarter's call against that of an earlier one: what analysts lay two transcripts side by side for. */
export const QUARTER_CHANGES_EDGES: Edges = {
  ...edges(Quarter, {
    changes: load(['id', 'companyId', 'endDate'], (parents, args: ChangesArgs, op) => {
      const pairs = mapNeeding(parents, ({ id, companyId, endDate }) => ({
        quarter: op.view.linked('quarter', id),
        since: args.since ? findQuarter(op, companyId, args.since, 'since') : reportedBefore(op, companyId, endDate),
      }));
      const ids = [...new Set(pairs.flatMap(({ quarter, since }) => [quarter.id, ...(since ? [since.id] : [])]))];
      return {
        statements: [passagesOfCalls(ids)],
        finish: ([rows = []]) => {
          const calls = new Map(
            ids.map((id) => [
              id,
              countPassages(
                rows.filter(({ quarterId }) => quarterId === id),
                (topic) => lineOf(op, topic),
              ),
            ]),
          );
          const callsOf = (quarter: Quarter | null) =>
            (quarter && calls.get(quarter.id)) ?? countPassages([], () => []);
          return pairs.map(({ quarter, since }): Compared => {
            const [before, after] = [callsOf(since), callsOf(quarter)];
            const sides = since && since.id !== quarter.id ? [since, quarter] : [quarter];
            const silent = sides.filter((side) => callsOf(side).total === 0);
            return { quarter, since, before, after, incomplete: since ? missingCalls(silent) : missingQuarter(args) };
          });
        },
      };
    }),
  }),
  ...edgesNamed<Compared>('QuarterChanges', {
    topics: value(
      ['quarter', 'since', 'before', 'after', 'incomplete'],
      (compared, { first }: { first: number }, op) => {
        if (first >= 0 && first <= LARGEST_PAGE) return compareTopics(compared, op).slice(0, first);
        throw badInput('first', `\`first\` takes 0 to ${LARGEST_PAGE}.`, { limit: LARGEST_PAGE });
      },
    ),
    speakers: value(['quarter', 'since', 'before', 'after', 'incomplete'], (compared, _, op) =>
      compareSpeakers(compared, op),
    ),
  }),
  ...edgesNamed<TopicChange>('TopicChange', {
    statements: utteranceConnection<TopicChange>('TopicChange.statements', {
      kind: 'Statement',
      scope: ON_CALLS,
      keys: ({ shownIn, topicIds }) => [...OF_QUARTER.keys(shownIn), shownIn.id, `{${topicIds.join(',')}}`],
      reads: ['shownIn', 'topicIds'],
      parent: OF_QUARTER.parent,
      inOneDocument: true,
    }),
  }),
};

/** The last quarter before it that has been reported on. */
function reportedBefore(op: Operation, companyId: number, endDate: string): Quarter | null {
  return (
    op.view
      .reportedQuartersOf(companyId)
      .filter((quarter) => quarter.endDate < endDate)
      .at(-1) ?? null
  );
}

/** A topic and those above it. */
function lineOf(op: Operation, topicId: number): number[] {
  const line: number[] = [];
  for (let id: number | null = topicId; id !== null && !line.includes(id); id = op.view.linked('topic', id).parentId)
    line.push(id);
  return line;
}

function missingCalls(silent: readonly Quarter[]): string | null {
  if (silent.length === 0) return null;
  const labels = silent.map(({ fiscalQuarter, fiscalYear }) => `Q${fiscalQuarter} ${fiscalYear}`);
  return `There is no transcript of the call${labels.length > 1 ? 's' : ''} on ${labels.join(' and ')}.`;
}

function missingQuarter({ since }: ChangesArgs): string {
  return since && !isLatest(since)
    ? `The quarter ${printPeriod(since)} is not stored.`
    : 'No earlier quarter has been reported on.';
}
