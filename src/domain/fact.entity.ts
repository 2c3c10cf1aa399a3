import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';
import { CalendarDate, Decimal } from './scalars';

/** Identity of the number is (company, taxonomy, concept, unit, start, end, dimensions); each filing of it is a row (a vintage). */
@ObjectType('Fact', {
  implements: Node,
  description: 'A number as filed. The same period can have several, one for each filing.',
})
@Entity('fact')
export class Fact extends Node {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  override id: number;

  @internal
  @Column({ name: 'company_id', type: 'int' })
  companyId: number;

  @Field(() => String, { description: 'Taxonomy of the concept, such as `us-gaap`.' })
  @Column({ name: 'taxonomy', type: 'text' })
  taxonomy: string;

  @Field(() => String, { description: 'The concept, such as `NetIncomeLoss`.' })
  @Column({ name: 'concept', type: 'text' })
  concept: string;

  @Field(() => String, { description: 'Unit as filed, such as `USD` or `USD/shares`.' })
  @Column({ name: 'unit', type: 'text' })
  unit: string;

  @Field(() => Decimal, { description: 'The number, exact.' })
  @Column({ name: 'value', type: 'numeric' })
  value: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day of the period; null for an instant.' })
  @Column({ name: 'period_start', type: 'date', nullable: true })
  periodStart: string | null;

  @Field(() => CalendarDate, { description: 'Last day of the period, or the day of the instant.' })
  @Column({ name: 'period_end', type: 'date' })
  periodEnd: string;

  @Field(() => [String], {
    description:
      'XBRL dimensions, `axis=member`, such as `srt:StatementGeographicalAxis=country:US`: the number is of that part of the company. Empty for the whole.',
  })
  @Column({ name: 'dimensions', type: 'text', array: true, default: () => "'{}'" })
  dimensions: string[];

  @Field(() => String, { description: 'Form of the filing, such as `10-K`.' })
  @Column({ name: 'form', type: 'text' })
  form: string;

  @Field(() => String, { description: 'Accession number of the filing.' })
  @Column({ name: 'accession', type: 'text' })
  accession: string;

  @Field(() => CalendarDate, { description: 'Day of filing.' })
  @Column({ name: 'filed_at', type: 'date' })
  filedAt: string;

  @Field(() => String, {
    nullable: true,
    description: 'SEC frame, such as `CY2024Q1`; set on one chosen row of a period only.',
  })
  @Column({ name: 'frame', type: 'text', nullable: true })
  frame: string | null;

  @Field(() => Int, { nullable: true, description: 'SEC `fy`: it describes the filing, not the period.' })
  @Column({ name: 'filing_fiscal_year', type: 'int', nullable: true })
  filingFiscalYear: number | null;

  @Field(() => String, { nullable: true, description: 'SEC `fp`: it describes the filing, not the period.' })
  @Column({ name: 'filing_fiscal_period', type: 'text', nullable: true })
  filingFiscalPeriod: string | null;

  /** The next vintage of the same number. */
  @internal
  @Column({ name: 'superseded_by_id', type: 'bigint', nullable: true })
  supersededById: number | null;

  /** The latest filed among periodic forms. */
  @internal
  @Column({ name: 'is_current', type: 'boolean' })
  isCurrent: boolean;
}
