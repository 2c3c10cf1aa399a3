import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { AuditEntry } from '../../domain/audit-entry.entity';
import { follow } from '../../read/plan/walk';
import { AuditEntryPageArgs } from '../args/audit-entry-page.args';
import { AuditEntryConnection } from '../connections';
import type { Context } from '../context';

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @Query(() => AuditEntryConnection, {
    description: 'Who changed what and when, newest first. Needs an API key with the scope `audit`.',
  })
  auditEntries(@Args(() => AuditEntryPageArgs) args: AuditEntryPageArgs, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'Query.auditEntries', null, args);
  }

  @FieldResolver(() => [ID], {
    description: 'Ids of what was changed, for `nodes`; of API keys their numbers. What is gone is null there.',
  })
  subjects(@Root() parent: object, @Ctx() { operation }: Context): unknown {
    return follow(operation, 'AuditEntry.subjects', parent, {});
  }
}
