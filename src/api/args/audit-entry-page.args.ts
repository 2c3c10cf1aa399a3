import { ArgsType, Field } from 'type-graphql';
import { AuditEntryFilter } from '../inputs/audit-entry.filter';
import { PageArgs } from './page.args';

@ArgsType()
export class AuditEntryPageArgs extends PageArgs {
  @Field(() => AuditEntryFilter, {
    nullable: true,
    description: 'Which ones; everything when left out. Conditions add up, values of a list are alternatives.',
  })
  filter: AuditEntryFilter | null;
}
