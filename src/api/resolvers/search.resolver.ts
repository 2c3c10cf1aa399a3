import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { follow } from '../../read/plan/walk';
import { SearchArgs } from '../args/search.args';
import { SearchConnection } from '../connections/search';
import type { Context } from '../context';

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    nullable: true,
    description: 'One search box, such as `speaker:zuckerberg topic:compute in:2024Q4 is:quote "less compute"`.',
  })
  search(@Args(() => SearchArgs) args: SearchArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.search', null, args);
  }
}
