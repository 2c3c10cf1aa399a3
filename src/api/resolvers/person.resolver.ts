import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Analyst } from '../../domain/analyst.entity';
import { Executive } from '../../domain/executive.entity';
import { Person } from '../../domain/person.entity';
import { follow } from '../../read/plan/walk';
import { AnalystCommentPageArgs } from '../args/analyst-comment-page.args';
import { PersonArgs } from '../args/person.args';
import { StatementPageArgs } from '../args/statement-page.args';
import { AnalystCommentConnection, StatementConnection } from '../connections';
import type { Context } from '../context';

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description: 'Null when nobody is called so; an AMBIGUOUS error with the candidates when several are.',
  })
  person(@Args(() => PersonArgs) args: PersonArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.person', null, args);
  }

  @FieldResolver(() => [Executive], { description: 'Offices they hold or held.' })
  executiveRoles(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Person.executiveRoles', parent, {});
  }

  @FieldResolver(() => [Analyst], { description: 'What they do or did as an analyst.' })
  analystRoles(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Person.analystRoles', parent, {});
  }

  @FieldResolver(() => StatementConnection, { description: 'What they said for companies.' })
  statements(
    @Root() parent: object,
    @Args(() => StatementPageArgs) args: StatementPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Person.statements', parent, args);
  }

  @FieldResolver(() => AnalystCommentConnection, { description: 'What they said as an outsider.' })
  analystComments(
    @Root() parent: object,
    @Args(() => AnalystCommentPageArgs) args: AnalystCommentPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Person.analystComments', parent, args);
  }
}
