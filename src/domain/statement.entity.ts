import { Field, Int, ObjectType } from 'type-graphql';
import { ChildEntity, Column } from 'typeorm';
import { Node } from './node';
import { Utterance } from './utterance.entity';

@ObjectType('Statement', {
  implements: [Node, Utterance],
  description: "Words of a company's own people (or of an operator or an unidentified voice on its call).",
})
@ChildEntity('Statement')
export class Statement extends Utterance {
  @Field(() => Int, { nullable: true, description: 'Where it begins in the recording, in milliseconds.' })
  @Column({ name: 'start_ms', type: 'int', nullable: true })
  startMs: number | null;

  @Field(() => Int, { nullable: true, description: 'Where it ends in the recording, in milliseconds.' })
  @Column({ name: 'end_ms', type: 'int', nullable: true })
  endMs: number | null;

  @Field(() => Boolean, { description: 'Whether the words look ahead: plans, expectations, guidance.' })
  @Column({ name: 'is_forward_looking', type: 'boolean', default: false })
  isForwardLooking: boolean;
}
