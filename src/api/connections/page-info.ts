import { Field, ObjectType } from 'type-graphql';

@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more behind it.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether there is more before it.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of its first entry.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of its last entry.' })
  endCursor: string | null;
}
