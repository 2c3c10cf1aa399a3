import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Person } from '../../domain/person.entity';
import { UtteranceRevision } from '../../domain/utterance-revision.entity';
import { follow } from '../../read/plan/walk';
import type { Context } from '../context';

@Resolver(() => UtteranceRevision)
export class UtteranceRevisionResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'The speaker by this reading.' })
  speaker(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'UtteranceRevision.speaker', parent, {});
  }
}
