import type { Client } from 'pg';
import { type BranchShift, type CountedTopic, shiftBranches } from './branch-tally';
import type { KnownQuarter } from './document-rows';

/** What an utterance counts for, wherever it comes from. */
export interface Counted {
  readonly type: 'Statement' | 'AnalystComment';
  readonly companyId: number | null;
  readonly speakerId: number | null;
  readonly quarter: KnownQuarter | null;
  readonly topics: readonly CountedTopic[];
}

interface TopicDelta {
  readonly quarter: KnownQuarter;
  readonly topicId: number;
  mentions: number;
  statements: number;
  comments: number;
}

/** Rows of the rollup that are there are shifted; only what is new is inserted, since a difference below zero is no row. */
const TALLY = `
  WITH company_shift AS (
    UPDATE company t SET statement_count = t.statement_count + d.n FROM unnest($1::int[], $2::int[]) d(id, n) WHERE t.id = d.id
  ), person_shift AS (
    UPDATE person t SET utterance_count = t.utterance_count + d.n FROM unnest($3::int[], $4::int[]) d(id, n) WHERE t.id = d.id
  ), topic_shift AS (
    UPDATE topic t SET utterance_count = t.utterance_count + d.n FROM unnest($5::int[], $6::int[]) d(id, n) WHERE t.id = d.id
  ), quarter_shift AS (
    UPDATE quarter t SET utterance_count = t.utterance_count + d.n FROM unnest($12::int[], $13::int[]) d(id, n) WHERE t.id = d.id
  ), given AS (
    SELECT * FROM unnest($7::int[], $8::int[], $9::int[], $10::int[], $11::int[]) d(quarter_id, topic_id, m, s, c)
  ), shifted AS (
    UPDATE topic_count t SET mentions = t.mentions + d.m, statements = t.statements + d.s, comments = t.comments + d.c
    FROM given d WHERE t.quarter_id = d.quarter_id AND t.topic_id = d.topic_id RETURNING t.quarter_id, t.topic_id
  )
  INSERT INTO topic_count (quarter_id, topic_id, company_id, fiscal_year, fiscal_quarter, calendar_year, calendar_quarter, mentions, statements, comments)
  SELECT q.id, d.topic_id, q.company_id, q.fiscal_year, q.fiscal_quarter, q.calendar_year, q.calendar_quarter, d.m, d.s, d.c
  FROM given d JOIN quarter q ON q.id = d.quarter_id
  WHERE NOT EXISTS (SELECT FROM shifted s WHERE s.quarter_id = d.quarter_id AND s.topic_id = d.topic_id)`;

/**
 * The counts that nodes carry and the rollup of mentions, as differences: what came counts up, what went or changed counts
 * down. So a document costs what it holds, however much is stored already.
 */
export class Tally {
  readonly #people = new Map<number, number>();
  readonly #companies = new Map<number, number>();
  readonly #topics = new Map<number, number>();
  readonly #quarters = new Map<number, number>();
  readonly #rollup = new Map<string, TopicDelta>();
  readonly #branches: BranchShift[] = [];

  add(counted: Counted): void {
    this.#count(counted, 1);
  }

  remove(counted: Counted): void {
    this.#count(counted, -1);
  }

  /** Few statements, however large the document. */
  async write(client: Client): Promise<void> {
    // Nodes whose count stays are left alone: each change of a node is announced to every server.
    const changed = (counts: Map<number, number>) => [...counts].filter(([, n]) => n !== 0);
    const [companies, people, topics] = [changed(this.#companies), changed(this.#people), changed(this.#topics)];
    const quarters = changed(this.#quarters);
    const deltas = [...this.#rollup.values()].filter((d) => d.mentions !== 0 || d.statements !== 0 || d.comments !== 0);
    await shiftBranches(client, this.#branches);
    if (companies.length + people.length + topics.length + quarters.length + deltas.length === 0) return;
    const pair = (counts: [number, number][]) => [counts.map(([id]) => id), counts.map(([, n]) => n)];
    await client.query({
      name: 'earshot_tally',
      text: TALLY,
      values: [
        ...pair(companies),
        ...pair(people),
        ...pair(topics),
        deltas.map((d) => d.quarter.id),
        deltas.map((d) => d.topicId),
        deltas.map((d) => d.mentions),
        deltas.map((d) => d.statements),
        deltas.map((d) => d.comments),
        ...pair(quarters),
      ],
    });
    if (!deltas.some((d) => d.statements < 0 || d.comments < 0)) return;
    await client.query(
      'DELETE FROM topic_count WHERE quarter_id = ANY ($1) AND statements = 0 AND comments = 0 AND mentions = 0',
      [deltas.map((d) => d.quarter.id)],
    );
  }

  #count({ type, companyId, speakerId, quarter, topics }: Counted, n: 1 | -1): void {
    if (type === 'Statement' && companyId !== null) increase(this.#companies, companyId, n);
    if (speakerId !== null) increase(this.#people, speakerId, n);
    if (quarter) {
      increase(this.#quarters, quarter.id, n);
      if (topics.length > 0)
        this.#branches.push({ quarterId: quarter.id, isStatement: type === 'Statement', topics, n });
    }
    for (const { topicId, places } of topics) {
      increase(this.#topics, topicId, n);
      if (!quarter) continue;
      const key = `${quarter.id} ${topicId}`;
      let delta = this.#rollup.get(key);
      if (!delta) {
        delta = { quarter, topicId, mentions: 0, statements: 0, comments: 0 };
        this.#rollup.set(key, delta);
      }
      delta.mentions += n * places.length;
      if (type === 'Statement') delta.statements += n;
      else delta.comments += n;
    }
  }
}

function increase(counts: Map<number, number>, id: number, by: number): void {
  counts.set(id, (counts.get(id) ?? 0) + by);
}
