import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';

export enum AccountingBasis {
  GAAP = 'GAAP',
  NON_GAAP = 'NON_GAAP',
  IFRS = 'IFRS',
  KPI = 'KPI',
}
registerEnumType(AccountingBasis, {
  name: 'AccountingBasis',
  description: 'By which rules a number was counted.',
  valuesConfig: {
    GAAP: { description: 'US generally accepted accounting principles.' },
    NON_GAAP: { description: "The company's own adjustment of GAAP." },
    IFRS: { description: 'International Financial Reporting Standards.' },
    KPI: { description: 'An operating figure outside the accounts.' },
  },
});

@ObjectType('Metric', {
  implements: Node,
  description: 'A measured thing, such as revenue, with the filed concepts that stand for it.',
})
@Entity('metric')
export class Metric extends Node {
  @PrimaryGeneratedColumn({ type: 'int' })
  override id: number;

  @Field(() => String, { description: 'Stable name, such as `net_income`.' })
  @Column({ name: 'name', type: 'text' })
  name: string;

  @Field(() => String, { description: 'Its name for people.' })
  @Column({ name: 'label', type: 'text' })
  label: string;

  @Field(() => String, { description: 'What it measures.' })
  @Column({ name: 'description', type: 'text' })
  description: string;

  @Field(() => AccountingBasis, { description: 'By which rules it is counted.' })
  @Column({ name: 'basis', type: 'text' })
  basis: AccountingBasis;

  @Field(() => String, { description: 'Unit, such as `USD`, `USD/shares` or `people`.' })
  @Column({ name: 'unit', type: 'text' })
  unit: string;

  @Field(() => [String], { description: 'Filed concepts that stand for it, best first, as `us-gaap:Revenues`.' })
  @Column({ name: 'concepts', type: 'text', array: true, default: () => "'{}'" })
  concepts: string[];

  /** Other names that arguments accept. */
  @internal
  @Column({ name: 'aliases', type: 'text', array: true, default: () => "'{}'" })
  aliases: string[];
}
