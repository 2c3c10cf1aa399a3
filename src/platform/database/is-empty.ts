import { withClient } from './session';

/** Whether a migrated database knows no company yet: then it is new, and gets the sample. */
export function isEmpty(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT FROM company) AS empty');
    return rows[0]?.empty === true;
  });
}
