import { Field, ObjectType } from 'type-graphql';
import { ChildEntity, Column } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';
import { Utterance } from './utterance.entity';
import { AnalystCommentKind } from './utterance-enums';

@ObjectType('AnalystComment', {
  implements: [Node, Utterance],
  description:
    'Words of an analyst, an investor or another outside voice: a question on the call, or commentary elsewhere.',
})
@ChildEntity('AnalystComment')
export class AnalystComment extends Utterance {
  @Field(() => AnalystCommentKind, { description: 'What kind of comment it is.' })
  @Column({ name: 'comment_kind', type: 'text', nullable: true })
  kind: AnalystCommentKind;

  @internal
  @Column({ name: 'analyst_id', type: 'int', nullable: true })
  analystId: number | null;

  @internal
  @Column({ name: 'firm_id', type: 'int', nullable: true })
  firmId: number | null;

  /** The companies it is about, in order of weight. */
  @internal
  @Column({ name: 'about_company_ids', type: 'int', array: true, default: () => "'{}'" })
  aboutCompanyIds: number[];

  @Field(() => String, { nullable: true, description: 'The rating in the words of the firm.' })
  @Column({ name: 'rating', type: 'text', nullable: true })
  rating: string | null;

  @internal
  @Column({ name: 'price_target_amount', type: 'numeric', nullable: true })
  priceTargetAmount: string | null;

  @internal
  @Column({ name: 'price_target_currency', type: 'text', nullable: true })
  priceTargetCurrency: string | null;
}
