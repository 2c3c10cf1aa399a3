import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../../domain/company.entity';
import { Event } from '../../domain/event.entity';
import { Person } from '../../domain/person.entity';
import { Quarter } from '../../domain/quarter.entity';
import { TopicMention } from '../../domain/topic-mention.entity';
import { Utterance } from '../../domain/utterance.entity';
import { UtteranceRevision } from '../../domain/utterance-revision.entity';
import { follow } from '../../read/plan/walk';
import { UtterancePageArgs } from '../args/utterance-page.args';
import { UtteranceConnection } from '../connections';
import type { Context } from '../context';
import { Attribution } from '../types/attribution';
import { Sentiment } from '../types/sentiment';
import { SourceSpan } from '../types/source-span';

@Resolver(() => Utterance)
export class UtteranceResolver {
  @Query(() => UtteranceConnection, { nullable: true, description: 'Everything said or written by anybody.' })
  utterances(@Args(() => UtterancePageArgs) args: UtterancePageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.utterances', null, args);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Null when the source does not identify the voice; speakerLabel always has what it prints.',
  })
  speaker(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Utterance.speaker', parent, {});
  }

  @FieldResolver(() => Company, { nullable: true, description: 'The company it belongs to.' })
  company(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Utterance.company', parent, {});
  }

  @FieldResolver(() => Quarter, { nullable: true, description: 'The quarter that the words are about.' })
  quarter(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Utterance.quarter', parent, {});
  }

  @FieldResolver(() => Event, { nullable: true, description: 'Where it was said.' })
  event(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Utterance.event', parent, {});
  }

  @FieldResolver(() => SourceSpan, { description: 'Where it stands.' })
  source(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Utterance.source', parent, {});
  }

  @FieldResolver(() => Attribution, { description: 'How the words were given to their speaker.' })
  attribution(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Utterance.attribution', parent, {});
  }

  @FieldResolver(() => [TopicMention], { description: 'What it is about, best score first.' })
  topics(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Utterance.topics', parent, {});
  }

  @FieldResolver(() => Sentiment, { nullable: true, description: 'Its sentiment, where it was measured.' })
  sentiment(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Utterance.sentiment', parent, {});
  }

  @FieldResolver(() => [UtteranceRevision], { description: 'Earlier readings of who spoke, newest first.' })
  revisions(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Utterance.revisions', parent, {});
  }
}
