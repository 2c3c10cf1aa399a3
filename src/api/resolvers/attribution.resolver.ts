import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Person } from '../../domain/person.entity';
import { follow } from '../../read/plan/walk';
import type { Context } from '../context';
import { Attribution } from '../types/attribution';

@Resolver(() => Attribution)
export class AttributionResolver {
  @FieldResolver(() => [Person], { description: 'Others who may have said it, likeliest first.' })
  alternatives(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Attribution.alternatives', parent, {});
  }
}
