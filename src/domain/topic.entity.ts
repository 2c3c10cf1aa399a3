import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';

@ObjectType('Topic', { implements: Node, description: 'A subject of talk; topics form a tree.' })
@Entity('topic')
export class Topic extends Node {
  @PrimaryGeneratedColumn({ type: 'int' })
  override id: number;

  @Field(() => String, { description: 'Stable short name, such as `ai-infrastructure`.' })
  @Column({ name: 'slug', type: 'text' })
  slug: string;

  @Field(() => String, { description: 'Its name for people.' })
  @Column({ name: 'name', type: 'text' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What counts as this topic, and what does not.' })
  @Column({ name: 'description', type: 'text', nullable: true })
  description: string | null;

  @Field(() => [String], { description: 'Other names that filters accept.' })
  @Column({ name: 'aliases', type: 'text', array: true, default: () => "'{}'" })
  aliases: string[];

  @internal
  @Column({ name: 'parent_id', type: 'int', nullable: true })
  parentId: number | null;

  /** Rollup kept by the writer: how many utterances mention it. */
  @internal
  @Column({ name: 'utterance_count', type: 'int', default: 0 })
  utteranceCount: number;
}
