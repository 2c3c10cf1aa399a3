import { Field, InputType, Int } from 'type-graphql';
import { AuditAction } from '../../domain/audit-entry.entity';
import { Instant } from '../../domain/scalars';
import type * as read from '../../read/filter/noun-filter';

@InputType('AuditEntryFilter', { description: 'Which entries of the audit trail.' })
export class AuditEntryFilter implements read.AuditEntryFilter {
  @Field(() => [AuditAction], { nullable: true, description: 'What was done.' })
  actions: readonly AuditAction[] | null;

  @Field(() => Int, { nullable: true, description: 'Number of the API key that did it.' })
  keyId: number | null;

  @Field(() => String, { nullable: true, description: 'Whole name of the key, or `user@host`.' })
  actorName: string | null;

  @Field(() => Instant, { nullable: true, description: 'From this instant on.' })
  since: string | null;

  @Field(() => Instant, { nullable: true, description: 'Before this instant.' })
  before: string | null;
}
