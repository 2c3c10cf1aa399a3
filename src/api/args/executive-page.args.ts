import { ArgsType, Field } from 'type-graphql';
import { ExecutiveFilter } from '../inputs/executive.filter';
import { PageArgs } from './page.args';

@ArgsType()
export class ExecutivePageArgs extends PageArgs {
  @Field(() => ExecutiveFilter, {
    nullable: true,
    description: 'Which ones; everything when left out. Conditions add up, values of a list are alternatives.',
  })
  filter: ExecutiveFilter | null;
}
