import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';

export enum MentionKind {
  ORGANIZATION = 'ORGANIZATION',
  PERSON = 'PERSON',
}
registerEnumType(MentionKind, {
  name: 'MentionKind',
  description: 'What is named.',
  valuesConfig: {
    ORGANIZATION: { description: 'A company or another organisation.' },
    PERSON: { description: 'A human being.' },
  },
});

@ObjectType('EntityMention', { description: 'A name that a document mentions, with every place where it does.' })
@Entity('entity_mention')
export class EntityMention {
  @internal
  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  @internal
  @Column({ name: 'document_id', type: 'int' })
  documentId: number;

  @internal
  @Column({ name: 'kind', type: 'text' })
  kind: MentionKind;

  @Field(() => String, { description: 'The name as the document prints it.' })
  @Column({ name: 'name', type: 'text' })
  name: string;

  @internal
  @Column({ name: 'company_id', type: 'int', nullable: true })
  companyId: number | null;

  @internal
  @Column({ name: 'person_id', type: 'int', nullable: true })
  personId: number | null;

  @Field(() => Int, { description: 'How often it is named.' })
  @Column({ name: 'count', type: 'int' })
  count: number;

  /** Starts and ends in turn, in code points of the document's text. */
  @internal
  @Column({ name: 'spans', type: 'int', array: true })
  spans: number[];
}
