import { OperatorError } from '../operator-error';
import { withClient } from './session';

/** The oldest Postgres that has all that the migrations and the reader use; tested against by running the whole suite on it. */
export const OLDEST_MAJOR = 15;

/** 15 for any 15.x. */
export function readServerMajor(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ number: number }>(
      `SELECT current_setting('server_version_num')::int AS number`,
    );
    return Math.floor(rows[0]!.number / 10_000);
  });
}

export async function checkServerVersion(url: string): Promise<void> {
  const major = await readServerMajor(url);
  if (major >= OLDEST_MAJOR) return;
  throw new OperatorError(
    'database',
    `DATABASE_URL points to a Postgres ${major}; Earshot needs ${OLDEST_MAJOR} or newer. Upgrade it, or leave DATABASE_URL unset to use the embedded one.`,
  );
}
