import { ArgsType, Field } from 'type-graphql';
import { EventFilter } from '../inputs/event.filter';
import { PageArgs } from './page.args';

@ArgsType()
export class EventPageArgs extends PageArgs {
  @Field(() => EventFilter, {
    nullable: true,
    description: 'Which ones; everything when left out. Conditions add up, values of a list are alternatives.',
  })
  filter: EventFilter | null;
}
