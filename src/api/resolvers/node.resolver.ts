import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Node } from '../../domain/node';
import { follow } from '../../read/plan/walk';
import { NodeArgs } from '../args/node.args';
import { NodesArgs } from '../args/nodes.args';
import type { Context } from '../context';

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Anything by its global id; null where there is none of that id.' })
  node(@Args(() => NodeArgs) args: NodeArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.node', null, args);
  }

  @Query(() => [Node], { nullable: 'items', description: 'Several by their ids, in that order, at most 200.' })
  nodes(@Args(() => NodesArgs) args: NodesArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.nodes', null, args);
  }

  @FieldResolver(() => ID, { description: 'Opaque global id; it stays the same for as long as the thing exists.' })
  id(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Node.id', parent, {});
  }
}
