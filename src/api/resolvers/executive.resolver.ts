import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../../domain/company.entity';
import { Executive } from '../../domain/executive.entity';
import { Person } from '../../domain/person.entity';
import { follow } from '../../read/plan/walk';
import { ExecutivePageArgs } from '../args/executive-page.args';
import { StatementPageArgs } from '../args/statement-page.args';
import { ExecutiveConnection, StatementConnection } from '../connections';
import type { Context } from '../context';

@Resolver(() => Executive)
export class ExecutiveResolver {
  @Query(() => ExecutiveConnection, { nullable: true, description: 'People in office.' })
  executives(@Args(() => ExecutivePageArgs) args: ExecutivePageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.executives', null, args);
  }

  @FieldResolver(() => Person, { description: 'Who.' })
  person(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Executive.person', parent, {});
  }

  @FieldResolver(() => Company, { description: 'Where.' })
  company(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Executive.company', parent, {});
  }

  @FieldResolver(() => StatementConnection, { description: 'What they said while in this office.' })
  statements(
    @Root() parent: object,
    @Args(() => StatementPageArgs) args: StatementPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Executive.statements', parent, args);
  }
}
