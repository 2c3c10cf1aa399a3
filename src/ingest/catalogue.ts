import type { Client } from 'pg';
import { conceptsOf } from '../domain/metric/metric-definition';
import { METRICS } from '../domain/metric-catalogue';
import { topicTaxonomy } from '../language/topic/topic-taxonomy';
import { withClient } from '../platform/database/session';
import { countBranches } from './persist/branch-tally';
import { inImport } from './persist/import-lock';

/** The metrics of this version, as JSON for the database. */
const metricRows = (): string => JSON.stringify(METRICS.map((metric) => ({ ...metric, concepts: conceptsOf(metric) })));

const topicRows = (): string =>
  JSON.stringify(topicTaxonomy().map((topic) => ({ ...topic, aliases: topic.aliases ?? [] })));

const METRIC_COLUMNS = 'name, label, description, basis, unit, concepts, aliases';
const METRIC_TYPES = 'name text, label text, description text, basis text, unit text, concepts text[], aliases text[]';
const TOPIC_TYPES = 'slug text, name text, description text, aliases text[], parent text';

/**
 * Makes the database's metrics and topics those of this version. Where all is right already it writes nothing, waits for nobody, and
 * announces nothing to other servers. Nothing is deleted: facts and mentions may point to what an older version knew.
 */
export function syncCatalogue(databaseUrl: string): Promise<void> {
  return withClient(databaseUrl, async (client) => {
    const [metrics, topics] = [metricRows(), topicRows()];
    if (await isCurrent(client, metrics, topics)) return;
    // An import counts by the tree of topics, and writes to their rows: one after the other.
    await inImport(client, async () => {
      await syncMetrics(client, metrics);
      await syncTopics(client, topics);
    });
  });
}

async function isCurrent(client: Client, metrics: string, topics: string): Promise<boolean> {
  const { rows } = await client.query<{ differs: boolean }>(
    `SELECT EXISTS (SELECT ${METRIC_COLUMNS} FROM jsonb_to_recordset($1::jsonb) AS r(${METRIC_TYPES}) EXCEPT SELECT ${METRIC_COLUMNS} FROM metric)
       OR EXISTS (SELECT slug, name, description, aliases, parent FROM jsonb_to_recordset($2::jsonb) AS r(${TOPIC_TYPES})
         EXCEPT SELECT t.slug, t.name, t.description, t.aliases, p.slug FROM topic t LEFT JOIN topic p ON p.id = t.parent_id) AS differs`,
    [metrics, topics],
  );
  return rows[0]?.differs === false;
}

/** One statement for all: a start should not wait for hundreds of round trips. */
async function syncMetrics(client: Client, metrics: string): Promise<void> {
  await client.query(
    `INSERT INTO metric AS m (${METRIC_COLUMNS})
     SELECT ${METRIC_COLUMNS} FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (${METRIC_TYPES})) WITH ORDINALITY r ORDER BY ordinality
     ON CONFLICT (name) DO UPDATE SET label = excluded.label, description = excluded.description, basis = excluded.basis,
       unit = excluded.unit, concepts = excluded.concepts, aliases = excluded.aliases
     WHERE (m.label, m.description, m.basis, m.unit, m.concepts, m.aliases)
       IS DISTINCT FROM (excluded.label, excluded.description, excluded.basis, excluded.unit, excluded.concepts, excluded.aliases)`,
    [metrics],
  );
}

/** Topics first, then who lies below whom: a parent may stand behind its children in the list. */
async function syncTopics(client: Client, topics: string): Promise<void> {
  await client.query(
    `INSERT INTO topic AS t (slug, name, description, aliases)
     SELECT slug, name, description, aliases FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (${TOPIC_TYPES})) WITH ORDINALITY r ORDER BY ordinality
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
