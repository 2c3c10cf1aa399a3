import { ArgsType, Field } from 'type-graphql';
import { ShareChange } from '../inputs/share-change.input';
import { PageArgs } from './page.args';

@ArgsType()
export class TopicPageArgs extends PageArgs {
  @Field(() => ShareChange, {
    nullable: true,
    description:
      'Orders them by how their share, with everything below them, has changed: which topics rose most. By slug when left out.',
  })
  byShareChange: ShareChange | null;
}
