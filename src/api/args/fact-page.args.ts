import { ArgsType, Field } from 'type-graphql';
import { FactFilter } from '../inputs/fact.filter';
import { PageArgs } from './page.args';

@ArgsType()
export class FactPageArgs extends PageArgs {
  @Field(() => FactFilter, {
    nullable: true,
    description: 'Which ones; everything when left out. Conditions add up, values of a list are alternatives.',
  })
  filter: FactFilter | null;
}
