import { Column, Entity, PrimaryColumn } from 'typeorm';
import { internal } from './internal';

/** What was taken down, by digests: enough to know it when it comes again, and to tell nobody what it was. */
@Entity('banned_source')
export class BannedSource {
  /** Of its bytes (or of its text's letters and digits), of its natural key, or of its address in canonical form. */
  @internal
  @PrimaryColumn({ name: 'kind', type: 'text' })
  kind: 'BYTES' | 'KEY' | 'URL';

  /** SHA-256, hexadecimal. */
  @internal
  @PrimaryColumn({ name: 'digest', type: 'text' })
  digest: string;

  @internal
  @PrimaryColumn({ name: 'document_id', type: 'int' })
  documentId: number;

  @internal
  @Column({ name: 'banned_at', type: 'timestamptz', default: () => 'now()' })
  bannedAt: string;
}

/** Somebody who was taken out, by a digest of each of their names. */
@Entity('removed_person')
export class RemovedPerson {
  /** SHA-256 of the key of a name, hexadecimal. */
  @internal
  @PrimaryColumn({ name: 'digest', type: 'text' })
  digest: string;

  /** The id that they had. */
  @internal
  @Column({ name: 'person_id', type: 'int' })
  personId: number;

  @internal
  @Column({ name: 'reason', type: 'text' })
  reason: string;

  @internal
  @Column({ name: 'removed_at', type: 'timestamptz', default: () => 'now()' })
  removedAt: string;
}
