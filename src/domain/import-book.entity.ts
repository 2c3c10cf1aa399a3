import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';

/** Where an id leads that was given out before two nodes were found to be one. `newId` is the last of the chain, always. */
@Entity('merged_node')
export class MergedNode {
  @internal
  @PrimaryColumn({ name: 'type', type: 'text' })
  type: 'Person' | 'Company' | 'Quarter' | 'Event' | 'Executive' | 'Analyst';

  @internal
  @PrimaryColumn({ name: 'old_id', type: 'int' })
  oldId: number;

  @internal
  @Column({ name: 'new_id', type: 'int' })
  newId: number;

  @internal
  @Column({ name: 'merged_at', type: 'timestamptz', default: () => 'now()' })
  mergedAt: string;
}

/** A file that `earshot watch` has imported, or tried to, as it was then. */
@Entity('watched_file')
export class WatchedFile {
  @internal
  @PrimaryColumn({ name: 'path', type: 'text' })
  path: string;

  @internal
  @Column({ name: 'size', type: 'bigint' })
  size: string;

  @internal
  @Column({ name: 'modified_ms', type: 'bigint' })
  modifiedMs: string;

  @internal
  @Column({ name: 'outcome', type: 'text' })
  outcome: 'created' | 'updated' | 'unchanged' | 'refused' | 'set-aside';

  @internal
  @Column({ name: 'seen_at', type: 'timestamptz', default: () => 'now()' })
  seenAt: string;
}

/** Facts that a NATIVE file brought and no filing has confirmed since; they go when what brought them is removed. */
@Entity('native_fact')
export class NativeFact {
  @internal
  @PrimaryColumn({ name: 'fact_id', type: 'bigint' })
  factId: number;

  /** Name under which the file was imported, such as `sample`. */
  @internal
  @Column({ name: 'source', type: 'text' })
  source: string;
}

/** A row that the sample brought, of the table that `kind` names; facts stand in `native_fact`. */
@Entity('sample_row')
export class SampleRow {
  @internal
  @PrimaryColumn({ name: 'kind', type: 'text' })
  kind: 'document' | 'event' | 'executive' | 'analyst' | 'quarter' | 'firm' | 'person' | 'company';

  @internal
  @PrimaryColumn({ name: 'id', type: 'int' })
  id: number;
}

/**
 * Rows that a document made or needs, of the table that `kind` names: they go with it unless others need them. Without a document:
 * somebody has named them, and they stay.
 */
@Entity('made_row')
export class MadeRow {
  @internal
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id: number;

  @internal
  @Column({ name: 'document_id', type: 'int', nullable: true })
  documentId: number | null;

  @internal
  @Column({ name: 'kind', type: 'text' })
  kind: string;

  /** An int8range. */
  @internal
  @Column({ name: 'ids', type: 'int8range' })
  ids: string;
}
