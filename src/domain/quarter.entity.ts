import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';
import { CalendarDate } from './scalars';

@ObjectType('Quarter', {
  implements: Node,
  description: "A company's fiscal quarter, with its real days (52/53-week years exist).",
})
@Entity('quarter')
export class Quarter extends Node {
  @PrimaryGeneratedColumn({ type: 'int' })
  override id: number;

  @internal
  @Column({ name: 'company_id', type: 'int' })
  companyId: number;

  @Field(() => Int, { description: 'The fiscal year as the company counts it.' })
  @Column({ name: 'fiscal_year', type: 'int' })
  fiscalYear: number;

  @Field(() => Int, { description: '1 to 4.' })
  @Column({ name: 'fiscal_quarter', type: 'int' })
  fiscalQuarter: number;

  @Field(() => CalendarDate, { description: 'First day.' })
  @Column({ name: 'start_date', type: 'date' })
  startDate: string;

  @Field(() => CalendarDate, { description: 'Last day, inclusive.' })
  @Column({ name: 'end_date', type: 'date' })
  endDate: string;

  /** Year of the calendar quarter that holds most of its days (calendarQuarterOf); shown as `calendarPeriod`. */
  @internal
  @Column({ name: 'calendar_year', type: 'int' })
  calendarYear: number;

  @internal
  @Column({ name: 'calendar_quarter', type: 'int' })
  calendarQuarter: number;

  /** Its days are the calendar's, for want of anything that tells the company's fiscal year. */
  @internal
  @Column({ name: 'is_assumed', type: 'boolean', default: false })
  isAssumed: boolean;

  /** Rollup kept by the writer: how many utterances are about it, whoever says them. */
  @internal
  @Column({ name: 'utterance_count', type: 'int', default: 0 })
  utteranceCount: number;
}
