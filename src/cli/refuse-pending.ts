import { readMigrationStatus } from '../platform/database/migrate';
import { OperatorError } from '../platform/operator-error';

/** For commands that change nothing: they do not migrate either. */
export async function refusePending(url: string): Promise<void> {
  const pending = (await readMigrationStatus(url)).filter(({ applied }) => !applied);
  if (pending.length === 0) return;
  throw new OperatorError(
    'database',
    `${pending.length} migrations have not run on this database. Run them first: earshot migrate.`,
  );
}
