import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Claim } from '../../domain/claim.entity';
import { Exchange } from '../../domain/exchange.entity';
import { Executive } from '../../domain/executive.entity';
import { Statement } from '../../domain/statement.entity';
import { follow } from '../../read/plan/walk';
import { StatementPageArgs } from '../args/statement-page.args';
import { StatementConnection } from '../connections';
import type { Context } from '../context';
import { SourceSpan } from '../types/source-span';

@Resolver(() => Statement)
export class StatementResolver {
  @Query(() => StatementConnection, { nullable: true, description: 'Statements of all companies.' })
  statements(@Args(() => StatementPageArgs) args: StatementPageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.statements', null, args);
  }

  @FieldResolver(() => Executive, { nullable: true, description: 'The office held on the day of speaking.' })
  executive(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Statement.executive', parent, {});
  }

  @FieldResolver(() => [SourceSpan], {
    description: "The same words elsewhere: other vendors' transcripts, articles that quote the call.",
  })
  renderings(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Statement.renderings', parent, {});
  }

  @FieldResolver(() => Exchange, { nullable: true, description: 'The question and answer it belongs to.' })
  exchange(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Statement.exchange', parent, {});
  }

  @FieldResolver(() => [Claim], { description: 'Numbers asserted in these words, in order.' })
  claims(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Statement.claims', parent, {});
  }
}
