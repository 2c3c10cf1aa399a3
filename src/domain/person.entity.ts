import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';

@ObjectType('Person', { implements: Node, description: 'A human being, whatever roles they hold.' })
@Entity('person')
export class Person extends Node {
  @PrimaryGeneratedColumn({ type: 'int' })
  override id: number;

  @Field(() => String, { description: 'The name they are commonly known by.' })
  @Column({ name: 'name', type: 'text' })
  name: string;

  @Field(() => [String], { description: 'Other spellings and names that sources use.' })
  @Column({ name: 'aliases', type: 'text', array: true, default: () => "'{}'" })
  aliases: string[];

  /** Name and aliases without accents, in lower case, a line each; made by the database (earshot_search_key). */
  @internal
  @Column({
    name: 'search_key',
    type: 'text',
    insert: false,
    update: false,
  })
  searchKey: string;

  /** Rollup kept by the writer: how many utterances are theirs. The reader chooses its way through the big table by it. */
  @internal
  @Column({ name: 'utterance_count', type: 'int', default: 0 })
  utteranceCount: number;
}
