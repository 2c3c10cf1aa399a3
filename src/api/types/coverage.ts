import { Field, Int, ObjectType } from 'type-graphql';
import { DocumentKind } from '../../domain/document.entity';
import type { Period } from '../../domain/fiscal/period';
import { CalendarDate, PeriodRef } from '../../domain/scalars';

@ObjectType('DocumentKindCount', { description: 'How many documents of a kind there are.' })
export class DocumentKindCount {
  @Field(() => DocumentKind, { description: 'The kind.' })
  kind: DocumentKind;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType('Coverage', {
  description:
    'What is here to be found in. It tells "nobody said it" from "we do not have that call": whose words, which quarters and which event are asked for counts, not what they are about.',
})
export class Coverage {
  @Field(() => Int, { description: 'Events that at least one document tells of.' })
  eventsIndexed: number;

  @Field(() => Int, { description: 'Documents that tell of these events, and others with words of these companies.' })
  documentsIndexed: number;

  @Field(() => Int, { description: 'How many of the documents are transcripts.' })
  transcripts: number;

  @Field(() => [DocumentKindCount], { description: 'The documents by kind, most first.' })
  documentKinds: readonly DocumentKindCount[];

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Day of the first event, or of publication of a document about none.',
  })
  earliest: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The last such day.' })
  latest: string | null;

  @Field(() => [PeriodRef], {
    description:
      'Quarters between the first and the last whose earnings call has ended and is told of, without any: fiscal ones of one company, of several the calendar’s in which none of them has one.',
  })
  missing: readonly Period[];
}
