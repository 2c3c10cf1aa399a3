import { ArgsType, Field } from 'type-graphql';
import { FactFilter } from '../inputs/fact.filter';
import { PageArgs } from './page.args';

@ArgsType()
export class FactsArgs extends PageArgs {
  @Field(() => [String], { nullable: true, description: 'Symbols that companies trade under today.' })
  symbols: readonly string[] | null;

  @Field(() => FactFilter, {
    nullable: true,
    description: 'Which ones; everything when left out. Conditions add up, values of a list are alternatives.',
  })
  filter: FactFilter | null;
}
