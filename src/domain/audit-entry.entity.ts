import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { Instant, JsonObject } from './scalars';

/** What a change did. Each is written in the change's own transaction. */
export enum AuditAction {
  IMPORT = 'IMPORT',
  CORRECT_SPEAKER = 'CORRECT_SPEAKER',
  MERGE = 'MERGE',
  REMOVE = 'REMOVE',
  FORGET = 'FORGET',
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

registerEnumType(AuditAction, {
  name: 'AuditAction',
  description: 'What a change did.',
  valuesConfig: {
    IMPORT: { description: 'Took documents, facts or nodes in.' },
    CORRECT_SPEAKER: { description: 'Gave words to their true speaker.' },
    MERGE: { description: 'Made one of two people or companies.' },
    REMOVE: { description: 'Took documents down.' },
    FORGET: { description: 'Undid imports of documents, with what they alone had made.' },
    REMOVE_PERSON: { description: 'Took a person out everywhere.' },
    ALLOW_AGAIN: { description: 'Lets what was taken down be imported again.' },
    SET_TEXT_ACCESS: { description: 'Changed how much of a text is given out.' },
    RETAG: { description: 'Tagged stored words by a newer taxonomy.' },
    CREATE_KEY: { description: 'Made an API key.' },
    REVOKE_KEY: { description: 'Ended an API key.' },
    PRUNE_AUDIT: { description: 'Dropped old entries of the audit trail.' },
  },
});

registerEnumType(AuditSubject, {
  name: 'AuditSubject',
  description: 'Of what kind the things are that were changed.',
  valuesConfig: {
    DOCUMENT: { description: 'Documents.' },
    UTTERANCE: { description: 'Statements and analyst comments.' },
    PERSON: { description: 'People.' },
    COMPANY: { description: 'Companies.' },
    API_KEY: { description: 'API keys.' },
    AUDIT: { description: 'The audit trail itself.' },
  },
});

registerEnumType(ActorKind, {
  name: 'ActorKind',
  description: 'What kind of actor made a change.',
  valuesConfig: {
    KEY: { description: 'An API key, through the graph.' },
    USER: { description: 'A user of the operating system, by a command.' },
  },
});

/** Entries are only ever added, or pruned from the old end. */
@ObjectType('AuditEntry', { description: 'Who changed what, and when. For keys with the scope `audit` alone.' })
@Entity('audit_entry')
export class AuditEntry {
  @Field(() => ID, { description: 'Its number, as text; later entries have larger ones. No id for `node`.' })
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id: number;

  @Field(() => Instant, { description: 'When it was written, in the transaction of the change.' })
  @Column({ name: 'at', type: 'timestamptz' })
  at: string;

  @Field(() => ActorKind, { description: 'What kind of actor it was.' })
  @Column({ name: 'actor_kind', type: 'text' })
  actorKind: ActorKind;

  // No foreign key: an entry outlives whatever it names.
  @Field(() => Int, { nullable: true, description: 'Number of the API key; null for a user.' })
  @Column({ name: 'key_id', type: 'int', nullable: true })
  keyId: number | null;

  @Field(() => String, { description: 'Name of the key as it was then, or `user@host`.' })
  @Column({ name: 'actor_name', type: 'text' })
  actorName: string;

  @Field(() => AuditAction, { description: 'What was done.' })
  @Column({ name: 'action', type: 'text' })
  action: AuditAction;

  @Field(() => AuditSubject, { description: 'Of what kind the changed things are.' })
  @Column({ name: 'subject_kind', type: 'text' })
  subjectKind: AuditSubject;

  @internal
  @Column({ name: 'subject_ids', type: 'bigint', array: true })
  subjectIds: number[];

  @Field(() => JsonObject, {
    description: 'Counts, digests, other ids and reasons, by the action; never words, titles or names of people.',
  })
  @Column({ name: 'summary', type: 'jsonb' })
  summary: object;
}
