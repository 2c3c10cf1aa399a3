import type { Client } from 'pg';
import { AuditAction, AuditSubject } from '../domain/audit-entry.entity';
import type { TextAccess } from '../domain/document.entity';
import { processActor } from '../platform/actor';
import { inImport, withWriter } from './persist/import-lock';
import { recordChange } from './persist/record-change';

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
  withWriter(databaseUrl, (client) =>
    inImport(client, async () => {
      await client.query(
        `INSERT INTO text_access_rule (kind, value, text_access) VALUES ($1, CASE $1 WHEN 'publisher' THEN lower($2) ELSE $2 END, $3)
         ON CONFLICT (kind, value) DO UPDATE SET text_access = excluded.text_access`,
        [kind, value, textAccess],
      );
      await note(client, { kind, value, textAccess });
    }),
  );

/** False: there was none. */
export const dropAccessRule = (databaseUrl: string, rule: Pick<AccessRule, 'kind' | 'value'>): Promise<boolean> =>
  withWriter(databaseUrl, (client) =>
    inImport(client, async () => {
      const { rowCount } = await client.query(
        'DELETE FROM text_access_rule WHERE kind = $1 AND lower(value) = lower($2)',
        [rule.kind, rule.value],
      );
      if (rowCount === 1) await note(client, { ...rule, textAccess: null });
      return rowCount === 1;
    }),
  );

const note = (client: Client, rule: object): Promise<void> =>
  recordChange(client, processActor(), {
    action: AuditAction.SET_TEXT_ACCESS,
    subject: AuditSubject.DOCUMENT,
    ids: [],
    summary: { rule },
  });
