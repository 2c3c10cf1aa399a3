import { Args, Field, Int, ObjectType } from 'type-graphql';
import { Warning } from '../types/warning';
import { PageInfo } from './page-info';

type Class = abstract new (...args: never[]) => object;

/** A field that some connections have beside those that all have; the reader's part of that name answers it. */
export interface PartField {
  readonly name: string;
  readonly type: () => object;
  readonly isNullable?: boolean;
  readonly description: string;
  /** Its arguments, a class of `api/args`. */
  readonly args?: Class;
}

/**
 * The connection over a noun and its edge, named after its class. `one` and `many` name the noun for readers of the graph, `one` with its
 * article at the start of a sentence.
 */
export function connectionOf(
  node: Class,
  one: string,
  many: string,
  parts: readonly PartField[] = [],
  edgeFields: readonly PartField[] = [],
): Class {
  @ObjectType(`${node.name}Edge`, { description: `${one} in its place in a list.` })
  class Edge {
    @Field(() => String, { description: 'Stands for this place; it belongs to this order and filter.' })
    cursor: string;

    @Field(() => node, { description: 'The thing itself.' })
    node: object;
  }

  @ObjectType(`${node.name}Connection`, { description: `A page of a list of ${many}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The things of the page with their cursors.' })
    edges: readonly Edge[];

    @Field(() => [node], { description: 'The things of the page.' })
    nodes: readonly object[];

    @Field(() => PageInfo, { description: 'Whether there is more, and the cursors of both ends.' })
    pageInfo: PageInfo;

    @Field(() => Int, {
      description: 'How many there are on all pages; exact, unless `totalCountIsExact` says that it is a lower bound.',
    })
    totalCount: number;

    @Field(() => [Warning], {
      description: 'What its own arguments name and nobody knows, in their order: an empty list may be a typing error.',
    })
    warnings: readonly Warning[];
  }

  for (const field of edgeFields) addField(Edge.prototype, field);
  for (const part of parts) addField(Connection.prototype, part);
  return Connection;
}

/** What the decorators of a property, or of a method with arguments, would do. */
function addField(connection: object, { name, type, isNullable, description, args }: PartField): void {
  if (args) Args(() => args)(connection, name, 0);
  const decorate: (prototype: object, name: string, method?: PropertyDescriptor) => void = Field(type, {
    description,
    nullable: isNullable,
  });
  decorate(connection, name, args && { value: () => undefined });
}
