import { Column, Entity, PrimaryColumn } from 'typeorm';
import { internal } from './internal';

/**
 * How often a topic is spoken of in a company's quarter. Kept true by whoever writes utterances, in the same transaction, so that
 * trends need not count millions of mentions. What belongs to no quarter is not counted here.
 */
@Entity('topic_count')
export class TopicCount {
  @internal
  @PrimaryColumn({ name: 'quarter_id', type: 'int' })
  quarterId: number;

  @internal
  @PrimaryColumn({ name: 'topic_id', type: 'int' })
  topicId: number;

  @internal
  @Column({ name: 'company_id', type: 'int' })
  companyId: number;

  @internal
  @Column({ name: 'fiscal_year', type: 'int' })
  fiscalYear: number;

  @internal
  @Column({ name: 'fiscal_quarter', type: 'int' })
  fiscalQuarter: number;

  @internal
  @Column({ name: 'calendar_year', type: 'int' })
  calendarYear: number;

  @internal
  @Column({ name: 'calendar_quarter', type: 'int' })
  calendarQuarter: number;

  /** Places: the spans of all mentions. */
  @internal
  @Column({ name: 'mentions', type: 'int' })
  mentions: number;

  /** Statements that are about it. */
  @internal
  @Column({ name: 'statements', type: 'int' })
  statements: number;

  /** Analyst comments that are about it. */
  @internal
  @Column({ name: 'comments', type: 'int' })
  comments: number;
}
