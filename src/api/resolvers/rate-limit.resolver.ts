import { Ctx, Query, Resolver } from 'type-graphql';
import { follow } from '../../read/plan/walk';
import type { Context } from '../context';
import { RateLimit } from '../types/rate-limit';

@Resolver()
export class RateLimitResolver {
  @Query(() => RateLimit, {
    nullable: true,
    description: 'How the caller stands with the rate limit; null where none applies.',
  })
  rateLimit(@Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.rateLimit', null, {});
  }
}
