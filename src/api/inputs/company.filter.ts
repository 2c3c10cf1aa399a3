import { Field, InputType } from 'type-graphql';
import type * as read from '../../read/filter/noun-filter';

@InputType('CompanyFilter', { description: 'Which companies.' })
export class CompanyFilter implements read.CompanyFilter {
  @Field(() => [String], { nullable: true, description: 'Symbols that companies trade under today.' })
  symbols: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Sectors by name.' })
  sectors: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Any part of a name, blind to case and accents. Empty is refused.',
  })
  name: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there are statements of theirs.' })
  hasStatements: boolean | null;
}
