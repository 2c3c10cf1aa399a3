import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';

/** The same words of a statement in another document; shows as `Statement.renderings`. */
@Entity('rendering')
export class Rendering {
  @internal
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id: number;

  @internal
  @Column({ name: 'utterance_id', type: 'bigint' })
  utteranceId: number;

  @internal
  @Column({ name: 'document_id', type: 'int' })
  documentId: number;

  @internal
  @Column({ name: 'span_start', type: 'int' })
  spanStart: number;

  @internal
  @Column({ name: 'span_end', type: 'int' })
  spanEnd: number;
}
