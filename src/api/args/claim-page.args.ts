import { ArgsType, Field } from 'type-graphql';
import { ClaimFilter } from '../inputs/claim.filter';
import { PageArgs } from './page.args';

@ArgsType()
export class ClaimPageArgs extends PageArgs {
  @Field(() => ClaimFilter, {
    nullable: true,
    description: 'Which ones; everything when left out. Conditions add up, values of a list are alternatives.',
  })
  filter: ClaimFilter | null;
}
