import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions, type Logger, type MigrationInterface } from 'typeorm';

/** Beside src, in the clone as in dist. */
const FOLDER = join(__dirname, '..', '..', '..', 'migrations');

/** Where TypeORM notes which migrations have run. */
export const MIGRATION_TABLE = 'schema_migration';

/** TypeORM's own writes to stdout, where results go; whoever runs a migration tells what became of it. */
const SILENT: Logger = {
  logQuery() {},
  logQueryError() {},
  logQuerySlow() {},
  logSchemaBuild() {},
  logMigration() {},
  log() {},
};

type Entities = NonNullable<DataSourceOptions['entities']>;

export async function openDataSource(url: string, entities: Entities = []): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations: loadMigrations(),
    migrationsTableName: MIGRATION_TABLE,
    // Extensions are a migration's business, and need rights that the reader's user may not have.
    installExtensions: false,
    applicationName: 'earshot',
    connectTimeoutMS: 10_000,
    logger: SILENT,
    poolSize: 2,
  });
  return source.initialize();
}

type MigrationClass = new () => MigrationInterface;

/** Loaded here and not by TypeORM's glob: the same code runs compiled, under jest, and from any working directory. */
function loadMigrations(): MigrationClass[] {
  const files = readdirSync(FOLDER).filter((name) => /^\d+-[\w-]+\.(js|ts)$/.test(name) && !name.endsWith('.d.ts'));
  return files.sort().flatMap((name) => Object.values(require(join(FOLDER, name)) as Record<string, MigrationClass>));
}

/** Names of this version's migrations, the oldest first, as they are noted in the database. */
export const knownMigrations = (): string[] =>
  loadMigrations().map((migration) => new migration().name ?? migration.name);
