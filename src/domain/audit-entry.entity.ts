import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';

/** What a change did. Each is written in the change's own transaction. */
export enum AuditAction {
  IMPORT = 'IMPORT',
  CORRECT_SPEAKER = 'CORRECT_SPEAKER',
  MERGE = 'MERGE',
  REMOVE = 'REMOVE',
  REMOVE_PERSON = 'REMOVE_PERSON',
  ALLOW_AGAIN = 'ALLOW_AGAIN',
  SET_TEXT_ACCESS = 'SET_TEXT_ACCESS',
  RETAG = 'RETAG',
  CREATE_KEY = 'CREATE_KEY',
  REVOKE_KEY = 'REVOKE_KEY',
  PRUNE_AUDIT = 'PRUNE_AUDIT',
}

/** Of what kind the things are that an entry names by their keys. */
export enum AuditSubject {
  DOCUMENT = 'DOCUMENT',
  UTTERANCE = 'UTTERANCE',
  PERSON = 'PERSON',
  COMPANY = 'COMPANY',
  API_KEY = 'API_KEY',
  AUDIT = 'AUDIT',
}

export enum ActorKind {
  KEY = 'KEY',
  USER = 'USER',
}

/** Who changed what, and when. Entries are only ever added, or pruned from the old end. */
@Entity('audit_entry')
export class AuditEntry {
  @internal
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id: number;

  @internal
  @Column({ name: 'at', type: 'timestamptz' })
  at: string;

  @internal
  @Column({ name: 'actor_kind', type: 'text' })
  actorKind: ActorKind;

  /** No foreign key: an entry outlives whatever it names. */
  @internal
  @Column({ name: 'key_id', type: 'int', nullable: true })
  keyId: number | null;

  /** The key's name, or `user@host`. */
  @internal
  @Column({ name: 'actor_name', type: 'text' })
  actorName: string;

  @internal
  @Column({ name: 'action', type: 'text' })
  action: AuditAction;

  @internal
  @Column({ name: 'subject_kind', type: 'text' })
  subjectKind: AuditSubject;

  @internal
  @Column({ name: 'subject_ids', type: 'bigint', array: true })
  subjectIds: number[];

  @internal
  @Column({ name: 'summary', type: 'jsonb' })
  summary: object;
}
