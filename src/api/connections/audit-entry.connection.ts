import { Field, Int, ObjectType } from 'type-graphql';
import { AuditEntry } from '../../domain/audit-entry.entity';
import { PageInfo } from '../connections/page-info';

@ObjectType('AuditEntryEdge', { description: 'An entry in its place in a list.' })
export class AuditEntryEdge {
  @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
  cursor: string;

  @Field(() => AuditEntry, { description: 'The thing itself.' })
  node: AuditEntry;
}

@ObjectType('AuditEntryConnection', { description: 'A page of a list of entries of the audit trail.' })
export class AuditEntryConnection {
  @Field(() => [AuditEntryEdge], { description: 'The things of the page with their cursors.' })
  edges: readonly AuditEntryEdge[];

  @Field(() => [AuditEntry], { description: 'The things of the page.' })
  nodes: readonly AuditEntry[];

  @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
  pageInfo: PageInfo;

  @Field(() => Int, {
    description: 'How many there are on all pages; exact, unless `totalCountIsExact` says that it is a lower bound.',
  })
  totalCount: number;
}
