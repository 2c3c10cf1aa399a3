import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../../domain/company.entity';
import { Fact } from '../../domain/fact.entity';
import { follow } from '../../read/plan/walk';
import { FactsArgs } from '../args/facts.args';
import { FactConnection } from '../connections';
import type { Context } from '../context';

@Resolver(() => Fact)
export class FactResolver {
  @Query(() => FactConnection, { nullable: true, description: 'Filed numbers, latest period first.' })
  facts(@Args(() => FactsArgs) args: FactsArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.facts', null, args);
  }

  @FieldResolver(() => Company, { description: 'Whose number.' })
  company(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Fact.company', parent, {});
  }

  @FieldResolver(() => Fact, { nullable: true, description: 'The next filing of the same number.' })
  supersededBy(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Fact.supersededBy', parent, {});
  }
}
