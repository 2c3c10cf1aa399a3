import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Company } from '../../domain/company.entity';
import { EntityMention } from '../../domain/entity-mention.entity';
import { Person } from '../../domain/person.entity';
import { follow } from '../../read/plan/walk';
import type { Context } from '../context';
import { SourceSpan } from '../types/source-span';

@Resolver(() => EntityMention)
export class EntityMentionResolver {
  @FieldResolver(() => Company, { nullable: true, description: 'The company of that name.' })
  company(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'EntityMention.company', parent, {});
  }

  @FieldResolver(() => Person, { nullable: true, description: 'The person of that name.' })
  person(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'EntityMention.person', parent, {});
  }

  @FieldResolver(() => [SourceSpan], { description: 'Every place.' })
  spans(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'EntityMention.spans', parent, {});
  }
}
