import { ArgsType, Field } from 'type-graphql';
import { ExchangeFilter } from '../inputs/exchange.filter';
import { PageArgs } from './page.args';

@ArgsType()
export class ExchangePageArgs extends PageArgs {
  @Field(() => ExchangeFilter, {
    nullable: true,
    description: 'Which ones; everything when left out. Conditions add up, values of a list are alternatives.',
  })
  filter: ExchangeFilter | null;
}
