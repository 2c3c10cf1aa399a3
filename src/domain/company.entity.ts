import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';

@ObjectType('Company', { implements: Node, description: 'A company or another organisation that is spoken about.' })
@Entity('company')
export class Company extends Node {
  @PrimaryGeneratedColumn({ type: 'int' })
  override id: number;

  @Field(() => String, { description: 'Stable short name for addresses and files, such as `meta`.' })
  @Column({ name: 'slug', type: 'text' })
  slug: string;

  /** Today's name; earlier ones are in CompanyName. */
  @internal
  @Column({ name: 'name', type: 'text' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Sector, as a data vendor would file it.' })
  @Column({ name: 'sector', type: 'text', nullable: true })
  sector: string | null;

  @Field(() => String, { nullable: true, description: 'Industry within the sector.' })
  @Column({ name: 'industry', type: 'text', nullable: true })
  industry: string | null;

  @Field(() => String, { nullable: true, description: 'Country of the head office, ISO 3166-1 alpha-2.' })
  @Column({ name: 'country', type: 'text', nullable: true })
  country: string | null;

  @Field(() => String, { nullable: true, description: 'Currency of its accounts, ISO 4217.' })
  @Column({ name: 'reporting_currency', type: 'text', nullable: true })
  reportingCurrency: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last day of its fiscal year as MM-DD; 52/53-week years end near it.',
  })
  @Column({ name: 'fiscal_year_end', type: 'text', nullable: true })
  fiscalYearEnd: string | null;

  /** Rollup kept by the writer, so that ordering and filtering companies touches no statement. */
  @internal
  @Column({ name: 'statement_count', type: 'int', default: 0 })
  statementCount: number;
}
