import { Field, ID, InputType } from 'type-graphql';
import { ClaimKind, ClaimScope } from '../../domain/claim.entity';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { PeriodRef } from '../../domain/scalars';
import type * as read from '../../read/filter/noun-filter';

@InputType('ClaimFilter', { description: 'Which claims.' })
export class ClaimFilter implements read.ClaimFilter {
  @Field(() => [ID], { nullable: true, description: 'Ids of companies.' })
  companyIds: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Symbols that companies trade under today.' })
  symbols: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of documents.' })
  documentIds: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Any part of the name or an alias of whoever asserts it, blind to case and accents. Empty is refused.',
  })
  speakerName: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only the company's own outlook, or only what is not." })
  isGuidance: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Metrics by name, label or alias; any of them.' })
  metrics: readonly string[] | null;

  @Field(() => [ClaimKind], { nullable: true, description: 'Kinds of claims.' })
  kinds: readonly ClaimKind[] | null;

  @Field(() => [ClaimScope], {
    nullable: true,
    description: 'What the numbers are of; of metrics only COMPANY when left out, of all else any.',
  })
  scopes: readonly ClaimScope[] | null;

  @Field(() => String, { nullable: true, description: 'Who published the document, blind to case.' })
  publisher: string | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The quarter or year that the number is of.' })
  period: AskedPeriod | null;
}
