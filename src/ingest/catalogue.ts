import { Client } from 'pg';
import { conceptsOf } from '../domain/metric/metric-definition';
import { METRICS } from '../domain/metric-catalogue';
import { topicTaxonomy } from '../domain/topic-taxonomy';

/**
 * Makes the database's metrics and topics those of this version. Rows that are right already stay untouched, so that a
 * start announces nothing to other servers. Nothing is deleted: facts and mentions may point to what an older version knew.
 */
export async function syncCatalogue(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await syncMetrics(client);
    await syncTopics(client);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function syncMetrics(client: Client): Promise<void> {
  for (const metric of METRICS) {
    await client.query(
      `INSERT INTO metric AS m (name, label, description, basis, unit, concepts, aliases) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (name) DO UPDATE SET label = excluded.label, description = excluded.description, basis = excluded.basis,
         unit = excluded.unit, concepts = excluded.concepts, aliases = excluded.aliases
       WHERE (m.label, m.description, m.basis, m.unit, m.concepts, m.aliases)
         IS DISTINCT FROM (excluded.label, excluded.description, excluded.basis, excluded.unit, excluded.concepts, excluded.aliases)`,
      [metric.name, metric.label, metric.description, metric.basis, metric.unit, conceptsOf(metric), metric.aliases],
    );
  }
}

/** Topics first, then who lies below whom: a parent may stand behind its children in the list. */
async function syncTopics(client: Client): Promise<void> {
  for (const topic of topicTaxonomy) {
    await client.query(
      `INSERT INTO topic AS t (slug, name, description, aliases) VALUES ($1, $2, $3, $4)
       ON CONFLICT (slug) DO UPDATE SET name = excluded.name, description = excluded.description, aliases = excluded.aliases
       WHERE (t.name, t.description, t.aliases) IS DISTINCT FROM (excluded.name, excluded.description, excluded.aliases)`,
      [topic.slug, topic.name, topic.description ?? null, topic.aliases ?? []],
    );
  }
  for (const topic of topicTaxonomy) {
    await client.query(
      `UPDATE topic t SET parent_id = (SELECT id FROM topic p WHERE p.slug = $2)
       WHERE t.slug = $1 AND t.parent_id IS DISTINCT FROM (SELECT id FROM topic p WHERE p.slug = $2)`,
      [topic.slug, topic.parent ?? null],
    );
  }
}
