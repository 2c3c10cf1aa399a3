import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';

/**
 * What a key allows: to query the graph, to change what is stored, to read the audit trail, to fetch the metrics. Reading and metrics are
 * open to everybody unless the server is set to ask for a key.
 */
export const API_KEY_SCOPES = ['read', 'import', 'audit', 'metrics'] as const;

export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

/** A key that a caller shows. The graph never shows any of it. */
@Entity('api_key')
export class ApiKey {
  @internal
  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  /** Who or what it was made for. */
  @internal
  @Column({ name: 'name', type: 'text' })
  name: string;

  @internal
  @Column({ name: 'scopes', type: 'text', array: true })
  scopes: ApiKeyScope[];

  /** The first characters, by which people tell keys apart. */
  @internal
  @Column({ name: 'prefix', type: 'text' })
  prefix: string;

  /** SHA-256 of the key. A key is random enough that no slow hash is needed. */
  @internal
  @Column({ name: 'digest', type: 'bytea' })
  digest: Buffer;

  @internal
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: string;

  @internal
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt: string | null;

  @internal
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt: string | null;

  /** When a server has last let it in; up to a minute old. */
  @internal
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt: string | null;
}
