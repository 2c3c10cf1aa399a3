import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';

/** What a document of a running import adds to `lexeme_count`, until the import adds it up for many documents at once. */
@Entity('lexeme_delta')
export class LexemeDelta {
  @internal
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id: number;

  @internal
  @Column({ name: 'lexemes', type: 'text', array: true })
  lexemes: string[];

  /** In how many statements of the document each of them stands. */
  @internal
  @Column({ name: 'statements', type: 'int', array: true })
  statements: number[];

  /** In how many analyst comments. */
  @internal
  @Column({ name: 'comments', type: 'int', array: true })
  comments: number[];
}
