import type { TextAccess } from '../domain/document.entity';
import { withWriter } from './persist/import-lock';

/** What holds for documents of a publisher or a format of which nothing is said when they are imported. */
export interface AccessRule {
  readonly kind: 'publisher' | 'format';
  readonly value: string;
  readonly textAccess: TextAccess;
}

export const listAccessRules = (databaseUrl: string): Promise<AccessRule[]> =>
  withWriter(databaseUrl, async (client) => {
    const { rows } = await client.query<AccessRule>(
      'SELECT kind, value, text_access AS "textAccess" FROM text_access_rule ORDER BY kind, value',
    );
    return rows;
  });

/** For documents to come; what is stored stays as it is. */
export const keepAccessRule = (databaseUrl: string, { kind, value, textAccess }: AccessRule): Promise<void> =>
  withWriter(databaseUrl, async (client) => {
    await client.query(
      `INSERT INTO text_access_rule (kind, value, text_access) VALUES ($1, CASE $1 WHEN 'publisher' THEN lower($2) ELSE $2 END, $3)
       ON CONFLICT (kind, value) DO UPDATE SET text_access = excluded.text_access`,
      [kind, value, textAccess],
    );
  });

/** False: there was none. */
export const dropAccessRule = (
  databaseUrl: string,
  { kind, value }: Pick<AccessRule, 'kind' | 'value'>,
): Promise<boolean> =>
  withWriter(databaseUrl, async (client) => {
    const { rowCount } = await client.query(
      'DELETE FROM text_access_rule WHERE kind = $1 AND lower(value) = lower($2)',
      [kind, value],
    );
    return rowCount === 1;
  });
