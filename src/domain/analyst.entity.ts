import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';

@ObjectType('Analyst', { implements: Node, description: 'A person who comments on companies for a firm.' })
@Entity('analyst')
export class Analyst extends Node {
  @PrimaryGeneratedColumn({ type: 'int' })
  override id: number;

  @internal
  @Column({ name: 'person_id', type: 'int' })
  personId: number;

  @internal
  @Column({ name: 'firm_id', type: 'int', nullable: true })
  firmId: number | null;

  @Field(() => String, { nullable: true, description: 'Their title at the firm, as the source prints it.' })
  @Column({ name: 'title', type: 'text', nullable: true })
  title: string | null;
}
