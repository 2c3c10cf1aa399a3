import { Field, ObjectType } from 'type-graphql';
import { Company } from '../../domain/company.entity';
import { Fact } from '../../domain/fact.entity';
import type { Period } from '../../domain/fiscal/period';
import { AccountingBasis, Metric } from '../../domain/metric.entity';
import { Quarter } from '../../domain/quarter.entity';
import { CalendarDate, Decimal, PeriodRef } from '../../domain/scalars';
import { Derivation } from '../types/derivation';
import { SourceSpan } from '../types/source-span';

@ObjectType('Change', {
  description: 'How far a value moved since another period; `percent` is null where the base is zero or negative.',
})
export class Change {
  @Field(() => Decimal, { description: 'The difference.' })
  absolute: string;

  @Field(() => Decimal, { nullable: true, description: 'In percent, rounded half away from zero to 4 places.' })
  percent: string | null;

  @Field(() => PeriodRef, { description: 'The period compared with.' })
  from: Period;
}

@ObjectType('MetricValue', { description: 'A metric’s value for a period, with where it comes from.' })
export class MetricValue {
  @Field(() => Metric, { description: 'What is measured.' })
  metric: Metric;

  @Field(() => Company, { description: 'Whose.' })
  company: Company;

  @Field(() => Quarter, { nullable: true, description: 'The quarter; null for a whole year.' })
  quarter: Quarter | null;

  @Field(() => PeriodRef, { description: 'The period.' })
  period: Period;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'First day of the period; null for what holds on its last day (a balance), and for a year whose first quarter is not stored.',
  })
  startDate: string | null;

  @Field(() => CalendarDate, {
    description: 'Last day of the period; for a year whose last quarter is not stored, reckoned by 13 weeks a quarter.',
  })
  endDate: string;

  @Field(() => Decimal, { nullable: true, description: 'Null when NOT_DERIVABLE; the formula then says why.' })
  value: string | null;

  @Field(() => String, { description: 'Its unit.' })
  unit: string;

  @Field(() => String, { nullable: true, description: 'ISO 4217, where it is money.' })
  currency: string | null;

  @Field(() => AccountingBasis, { description: 'By which rules it is counted.' })
  basis: AccountingBasis;

  @Field(() => Derivation, { description: 'How it came about.' })
  derivation: Derivation;

  @Field(() => String, { nullable: true, description: 'How it was reckoned, or why it cannot be.' })
  formula: string | null;

  @Field(() => [Fact], { description: 'The filed numbers that it rests on.' })
  evidence: readonly Fact[];

  @Field(() => SourceSpan, { nullable: true, description: 'Where a document, not a filing, is the source.' })
  source: SourceSpan | null;

  @Field(() => Change, { nullable: true, description: 'Change against the same period a year earlier.' })
  yoy: Change | null;

  @Field(() => Change, { nullable: true, description: 'Change against the quarter before.' })
  qoq: Change | null;
}
