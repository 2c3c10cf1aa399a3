import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Analyst } from '../../domain/analyst.entity';
import { Firm } from '../../domain/firm.entity';
import { Person } from '../../domain/person.entity';
import { follow } from '../../read/plan/walk';
import { AnalystCommentPageArgs } from '../args/analyst-comment-page.args';
import { AnalystCommentConnection } from '../connections';
import type { Context } from '../context';

@Resolver(() => Analyst)
export class AnalystResolver {
  @FieldResolver(() => Person, { description: 'Who.' })
  person(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Analyst.person', parent, {});
  }

  @FieldResolver(() => Firm, { nullable: true, description: 'For whom they speak.' })
  firm(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Analyst.firm', parent, {});
  }

  @FieldResolver(() => AnalystCommentConnection, { description: 'What they said.' })
  analystComments(
    @Root() parent: object,
    @Args(() => AnalystCommentPageArgs) args: AnalystCommentPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Analyst.analystComments', parent, args);
  }
}
