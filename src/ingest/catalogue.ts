import type { Client } from 'pg';
import { conceptsOf } from '../domain/metric/metric-definition';
import { METRICS } from '../domain/metric-catalogue';
import { topicTaxonomy } from '../domain/topic-taxonomy';
import { withClient } from '../platform/database/session';
import { countBranches } from './persist/branch-tally';

/**
 * Makes the database's metrics and topics those of this version. Rows that are right already stay untouched, so that a
 * start announces nothing to other servers. Nothing is deleted: facts and mentions may point to what an older version knew.
 */
export function syncCatalogue(databaseUrl: string): Promise<void> {
  return withClient(databaseUrl, async (client) => {
    await client.query('BEGIN');
    await syncMetrics(client);
    await syncTopics(client);
    await client.query('COMMIT');
  });
}

/** One statement for all: a start should not wait for hundreds of round trips. */
async function syncMetrics(client: Client): Promise<void> {
  const metrics = METRICS.map((metric) => ({ ...metric, concepts: conceptsOf(metric) }));
  await client.query(
    `INSERT INTO metric AS m (name, label, description, basis, unit, concepts, aliases)
     SELECT name, label, description, basis, unit, concepts, aliases FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
       AS (name text, label text, description text, basis text, unit text, concepts text[], aliases text[])) WITH ORDINALITY r ORDER BY ordinality
     ON CONFLICT (name) DO UPDATE SET label = excluded.label, description = excluded.description, basis = excluded.basis,
       unit = excluded.unit, concepts = excluded.concepts, aliases = excluded.aliases
     WHERE (m.label, m.description, m.basis, m.unit, m.concepts, m.aliases)
       IS DISTINCT FROM (excluded.label, excluded.description, excluded.basis, excluded.unit, excluded.concepts, excluded.aliases)`,
    [JSON.stringify(metrics)],
  );
}

/** Topics first, then who lies below whom: a parent may stand behind its children in the list. */
async function syncTopics(client: Client): Promise<void> {
  const topics = JSON.stringify(topicTaxonomy.map((topic) => ({ ...topic, aliases: topic.aliases ?? [] })));
  await client.query(
    `INSERT INTO topic AS t (slug, name, description, aliases)
     SELECT slug, name, description, aliases FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (slug text, name text, description text, aliases text[])) WITH ORDINALITY r ORDER BY ordinality
     ON CONFLICT (slug) DO UPDATE SET name = excluded.name, description = excluded.description, aliases = excluded.aliases
     WHERE (t.name, t.description, t.aliases) IS DISTINCT FROM (excluded.name, excluded.description, excluded.aliases)`,
    [topics],
  );
  const { rowCount } = await client.query(
    `UPDATE topic t SET parent_id = p.id FROM jsonb_to_recordset($1::jsonb) AS r(slug text, parent text) LEFT JOIN topic p ON p.slug = r.parent
     WHERE t.slug = r.slug AND t.parent_id IS DISTINCT FROM p.id`,
    [topics],
  );
  if (rowCount) await countBranches(client);
}
