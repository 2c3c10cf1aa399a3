import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Analyst } from '../../domain/analyst.entity';
import { AnalystComment } from '../../domain/analyst-comment.entity';
import { Company } from '../../domain/company.entity';
import { Firm } from '../../domain/firm.entity';
import { Statement } from '../../domain/statement.entity';
import { follow } from '../../read/plan/walk';
import { AnalystCommentPageArgs } from '../args/analyst-comment-page.args';
import { AnalystCommentConnection } from '../connections';
import type { Context } from '../context';
import { Money } from '../types/money';

@Resolver(() => AnalystComment)
export class AnalystCommentResolver {
  @Query(() => AnalystCommentConnection, { nullable: true, description: 'Comments of all analysts.' })
  analystComments(
    @Args(() => AnalystCommentPageArgs) args: AnalystCommentPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Query.analystComments', null, args);
  }

  @FieldResolver(() => Analyst, { nullable: true, description: 'The analyst.' })
  analyst(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'AnalystComment.analyst', parent, {});
  }

  @FieldResolver(() => Firm, { nullable: true, description: 'The firm that they speak for.' })
  firm(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'AnalystComment.firm', parent, {});
  }

  @FieldResolver(() => [Company], { description: 'The companies it is about.' })
  about(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'AnalystComment.about', parent, {});
  }

  @FieldResolver(() => Money, { nullable: true, description: 'The price target, where there is one.' })
  priceTarget(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'AnalystComment.priceTarget', parent, {});
  }

  @FieldResolver(() => [Statement], { description: 'The statements it discusses, or the answers it got.' })
  statements(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'AnalystComment.statements', parent, {});
  }
}
