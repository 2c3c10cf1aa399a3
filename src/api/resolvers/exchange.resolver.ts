import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Analyst } from '../../domain/analyst.entity';
import { AnalystComment } from '../../domain/analyst-comment.entity';
import { Event } from '../../domain/event.entity';
import { Exchange } from '../../domain/exchange.entity';
import { Firm } from '../../domain/firm.entity';
import { Statement } from '../../domain/statement.entity';
import { Topic } from '../../domain/topic.entity';
import { follow } from '../../read/plan/walk';
import { ExchangePageArgs } from '../args/exchange-page.args';
import { ExchangeConnection } from '../connections';
import type { Context } from '../context';

@Resolver(() => Exchange)
export class ExchangeResolver {
  @Query(() => ExchangeConnection, { nullable: true, description: 'Questions with their answers, latest call first.' })
  exchanges(@Args(() => ExchangePageArgs) args: ExchangePageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.exchanges', null, args);
  }

  @FieldResolver(() => Event, { description: 'Where.' })
  event(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Exchange.event', parent, {});
  }

  @FieldResolver(() => [AnalystComment], { description: 'The questions, in order.' })
  questions(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Exchange.questions', parent, {});
  }

  @FieldResolver(() => [Statement], { description: 'The answers, in order.' })
  answers(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Exchange.answers', parent, {});
  }

  @FieldResolver(() => Analyst, { nullable: true, description: 'Who asks first.' })
  analyst(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Exchange.analyst', parent, {});
  }

  @FieldResolver(() => Firm, { nullable: true, description: 'For which firm.' })
  firm(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Exchange.firm', parent, {});
  }

  @FieldResolver(() => [Topic], { description: 'What it is about.' })
  topics(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Exchange.topics', parent, {});
  }
}
