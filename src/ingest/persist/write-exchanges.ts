import type { Client } from 'pg';
import { copyRows, takeIds } from './copy';
import type { DocumentRows } from './document-rows';

const COLUMNS = [
  'id',
  'event_id',
  'company_id',
  'quarter_id',
  'fiscal_year',
  'fiscal_quarter',
  'calendar_year',
  'calendar_quarter',
  'said_on',
  'position',
  'analyst_id',
  'firm_id',
  'speaker_ids',
  'topic_ids',
] as const;

/**
 * Writes a document's exchanges and returns, for each utterance, the id of its own. `earlier` are the exchanges of the revision
 * that gives way, in order: the first of them keep their ids.
 */
export async function writeExchanges(
  client: Client,
  { exchanges, utterances }: DocumentRows,
  earlier: readonly number[],
): Promise<(number | null)[]> {
  const fresh = await takeIds(client, 'exchange', Math.max(0, exchanges.length - earlier.length));
  const ids = exchanges.map((_, i) => earlier[i] ?? fresh[i - earlier.length]!);
  // Words of the earlier revision lose their exchange here and get their new one when they move.
  if (earlier.length > 0) await client.query('DELETE FROM exchange WHERE id = ANY ($1)', [earlier]);
  const positions = await firstPositions(client, [...new Set(exchanges.map(({ eventId }) => eventId))]);
  await copyRows(
    client,
    'exchange',
    COLUMNS,
    exchanges.map((exchange, i) => {
      const words = [...exchange.questions, ...exchange.answers].map((place) => utterances[place]!);
      const asked = exchange.questions.map((place) => utterances[place]!);
      const position = positions.get(exchange.eventId) ?? 0;
      positions.set(exchange.eventId, position + 1);
      return [
        ids[i]!,
        exchange.eventId,
        exchange.companyId,
        exchange.quarter?.id ?? null,
        exchange.quarter?.fiscal_year ?? null,
        exchange.quarter?.fiscal_quarter ?? null,
        exchange.quarter?.calendar_year ?? null,
        exchange.quarter?.calendar_quarter ?? null,
        exchange.saidOn,
        position,
        asked.find(({ analystId }) => analystId !== null)?.analystId ?? null,
        asked.find(({ firmId }) => firmId !== null)?.firmId ?? null,
        distinct(words.map(({ speakerId }) => speakerId)),
        distinct(words.flatMap(({ topics }) => topics.map(({ topicId }) => topicId))),
      ];
    }),
  );
  const own: (number | null)[] = utterances.map(() => null);
  for (const [i, { questions, answers }] of exchanges.entries()) {
    for (const place of [...questions, ...answers]) own[place] = ids[i]!;
  }
  return own;
}

/** Another document of the same event may have brought exchanges of its own. */
async function firstPositions(client: Client, events: readonly number[]): Promise<Map<number, number>> {
  if (events.length === 0) return new Map();
  const { rows } = await client.query<{ event_id: number; next: number }>({
    name: 'earshot_exchange_positions',
    text: 'SELECT event_id, max(position) + 1 AS next FROM exchange WHERE event_id = ANY ($1) GROUP BY 1',
    values: [events],
  });
  return new Map(rows.map(({ event_id, next }) => [event_id, next]));
}

const distinct = (ids: readonly (number | null)[]): number[] => [
  ...new Set(ids.filter((id): id is number => id !== null)),
];
