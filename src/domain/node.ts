import { Field, ID, InterfaceType } from 'type-graphql';

/** Everything that can be fetched again by its global id. */
@InterfaceType('Node', {
  description: 'Anything that has a global id and can be fetched again by it with `node(id:)`.',
})
export abstract class Node {
  /** The row's key in its own table; the graph shows it as an opaque, typed global id. */
  @Field(() => ID, { description: 'Opaque global id; it stays the same for as long as the thing exists.' })
  id: number;
}
