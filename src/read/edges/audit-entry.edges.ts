import { AuditEntry, AuditSubject } from '../../domain/audit-entry.entity';
import { type NodeType, printGlobalId } from '../../domain/global-id';
import { EarshotError } from '../../platform/errors';
import { type Edges, edges, edgesNamed, value } from '../edge';
import type { AuditEntryFilter } from '../filter/noun-filter';
import type { Given } from '../load';
import type { Operation } from '../operation';
import { instant, int, type Sql, sql, text, texts } from '../sql/sql';
import { simpleConnection, term } from './simple-page';

/** Here, where both executors get their rows, so that no way leads past it. */
function demandAudit({ caller }: Operation): void {
  if (caller?.scopes.has('audit')) return;
  const [code, problem] = caller?.key
    ? (['FORBIDDEN', 'which this API key does not have'] as const)
    : (['UNAUTHENTICATED', 'and no API key was sent'] as const);
  throw new EarshotError(code, `The audit trail needs the scope "audit", ${problem}.`, { scope: 'audit' });
}

function where({ filter }: { filter?: Given<AuditEntryFilter> }, op: Operation): Sql[] {
  demandAudit(op);
  const { actions, keyId, actorName, since, before } = filter ?? {};
  const conditions: Sql[] = [];
  if (actions) conditions.push(sql`u.action = ANY (${texts(actions)})`);
  if (keyId != null) conditions.push(sql`u.key_id = ${int(keyId)}`);
  if (actorName != null) conditions.push(sql`u.actor_name = ${text(actorName)}`);
  if (since) conditions.push(sql`u.at >= ${instant(since)}`);
  if (before) conditions.push(sql`u.at < ${instant(before)}`);
  return conditions;
}

const TYPES: Partial<Record<AuditSubject, NodeType>> = {
  [AuditSubject.DOCUMENT]: 'Document',
  [AuditSubject.UTTERANCE]: 'Utterance',
  [AuditSubject.PERSON]: 'Person',
  [AuditSubject.COMPANY]: 'Company',
};

function subjectsOf({ subjectKind, subjectIds }: Pick<AuditEntry, 'subjectKind' | 'subjectIds'>): string[] {
  const type = TYPES[subjectKind];
  // Lists of bigint come as texts.
  return subjectIds.map((key) => (type ? printGlobalId(type, Number(key)) : String(key)));
}

export const AUDIT_ENTRY_EDGES: Edges = {
  ...edgesNamed<object>('Query', {
    auditEntries: simpleConnection('Query.auditEntries', {
      entity: AuditEntry,
      scope: null,
      keys: () => [],
      order: [term('u.id', 'id', 'int8', true)],
      where,
    }),
  }),
  ...edges(AuditEntry, {
    subjects: value(['subjectKind', 'subjectIds'], (entry) => subjectsOf(entry)),
  }),
};
