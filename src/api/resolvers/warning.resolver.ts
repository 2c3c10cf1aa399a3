import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { follow } from '../../read/plan/walk';
import type { Context } from '../context';
import { Warning } from '../types/warning';

@Resolver(() => Warning)
export class WarningResolver {
  @FieldResolver(() => [String], {
    description: 'What may have been meant, best first, at most five: each would be taken in its place.',
  })
  candidates(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Warning.candidates', parent, {});
  }
}
