import type { AuditAction } from '../../domain/audit-entry.entity';
import type { ClaimKind, ClaimScope } from '../../domain/claim.entity';
import type { DocumentKind } from '../../domain/document.entity';
import type { EventStatus, EventType } from '../../domain/event.entity';
import type { ExecutiveRole } from '../../domain/executive.entity';
import type { AskedPeriod } from '../../domain/fiscal/period';

// What the filters of the graph say, but for those of spoken words: their input classes implement these. Null: no condition.

export interface AuditEntryFilter {
  readonly actions: readonly AuditAction[] | null;
  readonly keyId: number | null;
  readonly actorName: string | null;
  readonly since: string | null;
  readonly before: string | null;
}

export interface ClaimFilter {
  readonly companyIds: readonly string[] | null;
  readonly symbols: readonly string[] | null;
  readonly documentIds: readonly string[] | null;
  readonly speakerName: string | null;
  readonly isGuidance: boolean | null;
  readonly metrics: readonly string[] | null;
  readonly kinds: readonly ClaimKind[] | null;
  readonly scopes: readonly ClaimScope[] | null;
  readonly publisher: string | null;
  readonly period: AskedPeriod | null;
}

export interface CompanyFilter {
  readonly symbols: readonly string[] | null;
  readonly sectors: readonly string[] | null;
  readonly name: string | null;
  readonly hasStatements: boolean | null;
}

export interface DocumentFilter {
  readonly symbols: readonly string[] | null;
  readonly kinds: readonly DocumentKind[] | null;
  readonly publisher: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface EventFilter {
  readonly symbols: readonly string[] | null;
  readonly types: readonly EventType[] | null;
  readonly statuses: readonly EventStatus[] | null;
  readonly period: AskedPeriod | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface ExecutiveFilter {
  readonly symbols: readonly string[] | null;
  readonly roles: readonly ExecutiveRole[] | null;
  readonly name: string | null;
  readonly asOf: string | null;
}

export interface FactFilter {
  readonly concepts: readonly string[] | null;
  readonly metrics: readonly string[] | null;
  readonly units: readonly string[] | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly forms: readonly string[] | null;
  readonly filedFrom: string | null;
  readonly filedTo: string | null;
  readonly currentOnly: boolean | null;
  readonly includeParts: boolean | null;
}
