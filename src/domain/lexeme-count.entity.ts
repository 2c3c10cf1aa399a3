import { Column, Entity, PrimaryColumn } from 'typeorm';
import { internal } from './internal';

/**
 * In how many utterances a lexeme stands: words as searches compare them, and those that stand for a company or a quarter. Kept true by
 * triggers of `utterance`, in the same transaction, so that a search knows beforehand how much it will find.
 */
@Entity('lexeme_count')
export class LexemeCount {
  @internal
  @PrimaryColumn({ name: 'lexeme', type: 'text' })
  lexeme: string;

  @internal
  @Column({ name: 'statements', type: 'int' })
  statements: number;

  @internal
  @Column({ name: 'comments', type: 'int' })
  comments: number;
}
