import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Claim } from '../../domain/claim.entity';
import { Company } from '../../domain/company.entity';
import { Metric } from '../../domain/metric.entity';
import { Person } from '../../domain/person.entity';
import { Utterance } from '../../domain/utterance.entity';
import { follow } from '../../read/plan/walk';
import { ClaimPageArgs } from '../args/claim-page.args';
import { ClaimConnection } from '../connections';
import type { Context } from '../context';
import { SourceSpan } from '../types/source-span';

@Resolver(() => Claim)
export class ClaimResolver {
  @Query(() => ClaimConnection, {
    nullable: true,
    description: 'Numbers that somebody asserted, document by document.',
  })
  claims(@Args(() => ClaimPageArgs) args: ClaimPageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.claims', null, args);
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description: 'The company that the number is about; null where none is known.',
  })
  company(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Claim.company', parent, {});
  }

  @FieldResolver(() => Claim, { nullable: true, description: 'The earlier outlook that this one replaces.' })
  replaces(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Claim.replaces', parent, {});
  }

  @FieldResolver(() => Metric, {
    nullable: true,
    description: 'What is measured, where the words name a known metric.',
  })
  metric(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Claim.metric', parent, {});
  }

  @FieldResolver(() => Utterance, {
    nullable: true,
    description: "The words of a speaker that hold it; null for the document's own words.",
  })
  statement(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Claim.statement', parent, {});
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who asserts it; null: the document itself.' })
  assertedBy(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Claim.assertedBy', parent, {});
  }

  @FieldResolver(() => SourceSpan, { description: 'Where it stands.' })
  source(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Claim.source', parent, {});
  }
}
