import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context';
import { RateLimit } from '../types/rate-limit';

@Resolver()
export class RateLimitResolver {
  @Query(() => RateLimit, {
    nullable: true,
    description: 'How the caller stands with the rate limit; null where none applies.',
  })
  rateLimit(@Ctx() { rateLimit }: Context): unknown {
    return rateLimit;
  }
}
