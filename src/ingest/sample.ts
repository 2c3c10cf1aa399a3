import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { type ImportReport, importNative } from './import-native';
import { projectFile } from './project-file';

const FILES = ['schema/sample/meta-2024q4.json', 'schema/sample/meta-facts.json'];

/** Loads the sample that comes with Earshot. What is there already stays as it is. */
export async function loadSample(databaseUrl: string, log: Logger): Promise<ImportReport> {
  const report = await importNative(
    databaseUrl,
    FILES.map((file) => readFileSync(projectFile(file), 'utf8')),
  );
  log.info(report, 'the sample is loaded');
  return report;
}

/** Removes the sample's document and facts. Companies and people stay, since other documents may speak of them. */
export async function removeSample(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query("SELECT id FROM document WHERE natural_key = 'native:meta-2024q4-retold'");
    const ids = rows.map(({ id }) => id);
    await client.query('DELETE FROM utterance WHERE document_id = ANY ($1)', [ids]);
    await client.query(
      'UPDATE document SET superseded_by_id = NULL, natural_key = natural_key || id WHERE id = ANY ($1)',
      [ids],
    );
    await client.query('DELETE FROM document WHERE id = ANY ($1)', [ids]);
    await client.query("DELETE FROM fact WHERE company_id = (SELECT id FROM company WHERE slug = 'meta')");
    await client.query(
      "UPDATE company SET statement_count = (SELECT count(*) FROM utterance u WHERE u.company_id = company.id AND u.type = 'Statement') WHERE slug = 'meta'",
    );
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
