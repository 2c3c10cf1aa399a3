import type { Client } from 'pg';
import type { KnownQuarter } from './document-rows';

/** What an utterance counts for, wherever it comes from. */
export interface Counted {
  readonly type: 'Statement' | 'AnalystComment';
  readonly companyId: number | null;
  readonly speakerId: number | null;
  readonly quarter: KnownQuarter | null;
  /** Topic and number of places. */
  readonly topics: readonly { readonly topicId: number; readonly places: number }[];
}

interface TopicDelta {
  readonly quarter: KnownQuarter;
  readonly topicId: number;
  mentions: number;
  statements: number;
  comments: number;
}

/**
 * The counts that nodes carry and the rollup of mentions, as differences: what came counts up, what went or changed counts
 * down. So a document costs what it holds, however much is stored already.
 */
export class Tally {
  readonly #people = new Map<number, number>();
  readonly #companies = new Map<number, number>();
  readonly #topics = new Map<number, number>();
  readonly #rollup = new Map<string, TopicDelta>();

  add(counted: Counted): void {
    this.#count(counted, 1);
  }

  remove(counted: Counted): void {
    this.#count(counted, -1);
  }

  async write(client: Client): Promise<void> {
    await shift(client, 'company', 'statement_count', this.#companies);
    await shift(client, 'person', 'utterance_count', this.#people);
    await shift(client, 'topic', 'utterance_count', this.#topics);
    await this.#writeRollup(client);
  }

  #count({ type, companyId, speakerId, quarter, topics }: Counted, n: 1 | -1): void {
    if (type === 'Statement' && companyId !== null) increase(this.#companies, companyId, n);
    if (speakerId !== null) increase(this.#people, speakerId, n);
    for (const { topicId, places } of topics) {
      increase(this.#topics, topicId, n);
      if (!quarter) continue;
      const key = `${quarter.id} ${topicId}`;
      let delta = this.#rollup.get(key);
      if (!delta) {
        delta = { quarter, topicId, mentions: 0, statements: 0, comments: 0 };
        this.#rollup.set(key, delta);
      }
      delta.mentions += n * places;
      if (type === 'Statement') delta.statements += n;
      else delta.comments += n;
    }
  }

  async #writeRollup(client: Client): Promise<void> {
    const deltas = [...this.#rollup.values()].filter((d) => d.mentions !== 0 || d.statements !== 0 || d.comments !== 0);
    if (deltas.length === 0) return;
    const parameters = [
      deltas.map((d) => d.quarter.id),
      deltas.map((d) => d.topicId),
      deltas.map((d) => d.mentions),
      deltas.map((d) => d.statements),
      deltas.map((d) => d.comments),
    ];
    const given = 'unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[]) d(quarter_id, topic_id, m, s, c)';
    // Rows that are there are shifted first: a difference below zero is no row that could be inserted.
    const { rowCount } = await client.query(
      `UPDATE topic_count t SET mentions = t.mentions + d.m, statements = t.statements + d.s, comments = t.comments + d.c
       FROM ${given} WHERE t.quarter_id = d.quarter_id AND t.topic_id = d.topic_id`,
      parameters,
    );
    if (rowCount === deltas.length) return this.#dropEmpty(client, deltas);
    await client.query(
      `INSERT INTO topic_count (quarter_id, topic_id, company_id, fiscal_year, fiscal_quarter, calendar_year, calendar_quarter, mentions, statements, comments)
       SELECT q.id, d.topic_id, q.company_id, q.fiscal_year, q.fiscal_quarter, q.calendar_year, q.calendar_quarter, d.m, d.s, d.c
       FROM ${given} JOIN quarter q ON q.id = d.quarter_id
       WHERE d.m >= 0 AND d.s >= 0 AND d.c >= 0 ON CONFLICT (quarter_id, topic_id) DO NOTHING`,
      parameters,
    );
    await this.#dropEmpty(client, deltas);
  }

  async #dropEmpty(client: Client, deltas: readonly TopicDelta[]): Promise<void> {
    if (!deltas.some((d) => d.statements < 0 || d.comments < 0)) return;
    await client.query(
      'DELETE FROM topic_count WHERE quarter_id = ANY ($1) AND statements = 0 AND comments = 0 AND mentions = 0',
      [deltas.map((d) => d.quarter.id)],
    );
  }
}

function increase(counts: Map<number, number>, id: number, by: number): void {
  counts.set(id, (counts.get(id) ?? 0) + by);
}

/** Nodes whose count stays are left alone: each change of a node is announced to every server. */
async function shift(client: Client, table: string, column: string, counts: Map<number, number>): Promise<void> {
  const changed = [...counts].filter(([, n]) => n !== 0);
  if (changed.length === 0) return;
  await client.query(
    `UPDATE ${table} t SET ${column} = t.${column} + d.n FROM unnest($1::int[], $2::int[]) d(id, n) WHERE t.id = d.id`,
    [changed.map(([id]) => id), changed.map(([, n]) => n)],
  );
}
