import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Node } from '../../domain/node';
import { follow } from '../../read/plan/walk';
import { ForwardPageArgs } from '../args/forward-page.args';
import { StatementConnection } from '../connections';
import type { Context } from '../context';
import { GroupKey, StatementGroup } from '../types/group';

@Resolver(() => StatementGroup)
export class StatementGroupResolver {
  @FieldResolver(() => StatementConnection, {
    description: 'The statements themselves, in the order of the connection.',
  })
  statements(
    @Root() parent: object,
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'StatementGroup.statements', parent, args);
  }
}

@Resolver(() => GroupKey)
export class GroupKeyResolver {
  @FieldResolver(() => Node, {
    nullable: true,
    description: 'The company, person, topic or fiscal quarter; null for other keys, and where it is not known.',
  })
  node(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'GroupKey.node', parent, {});
  }
}
