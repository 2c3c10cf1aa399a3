import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../../domain/company.entity';
import { Document } from '../../domain/document.entity';
import { Event } from '../../domain/event.entity';
import { Quarter } from '../../domain/quarter.entity';
import { follow } from '../../read/plan/walk';
import { EventPageArgs } from '../args/event-page.args';
import { EventUtterancesArgs } from '../args/event-utterances.args';
import { ExchangePageArgs } from '../args/exchange-page.args';
import { StatementPageArgs } from '../args/statement-page.args';
import { EventConnection, ExchangeConnection, StatementConnection, UtteranceConnection } from '../connections';
import type { Context } from '../context';

@Resolver(() => Event)
export class EventResolver {
  @Query(() => EventConnection, { nullable: true, description: 'Events, latest first.' })
  events(@Args(() => EventPageArgs) args: EventPageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.events', null, args);
  }

  @FieldResolver(() => Company, { description: 'Who held it.' })
  company(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Event.company', parent, {});
  }

  @FieldResolver(() => Quarter, { nullable: true, description: 'The quarter that it reports on.' })
  quarter(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Event.quarter', parent, {});
  }

  @FieldResolver(() => [Document], { description: 'What tells of it.' })
  documents(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Event.documents', parent, {});
  }

  @FieldResolver(() => UtteranceConnection, { description: 'Everything said, in order, by whoever said it.' })
  utterances(
    @Root() parent: object,
    @Args(() => EventUtterancesArgs) args: EventUtterancesArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Event.utterances', parent, args);
  }

  @FieldResolver(() => StatementConnection, { description: 'What the company’s people said.' })
  statements(
    @Root() parent: object,
    @Args(() => StatementPageArgs) args: StatementPageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Event.statements', parent, args);
  }

  @FieldResolver(() => ExchangeConnection, { description: 'Questions with their answers, in order.' })
  exchanges(
    @Root() parent: object,
    @Args(() => ExchangePageArgs) args: ExchangePageArgs,
    @Ctx() { operation }: Context,
  ): unknown {
    return follow(operation, 'Event.exchanges', parent, args);
  }
}
