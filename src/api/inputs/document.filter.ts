import { Field, InputType } from 'type-graphql';
import { DocumentKind } from '../../domain/document.entity';
import { CalendarDate } from '../../domain/scalars';
import type * as read from '../../read/filter/noun-filter';

@InputType('DocumentFilter', { description: 'Which documents.' })
export class DocumentFilter implements read.DocumentFilter {
  @Field(() => [String], { nullable: true, description: 'Symbols that companies trade under today.' })
  symbols: readonly string[] | null;

  @Field(() => [DocumentKind], { nullable: true, description: 'Kinds of documents.' })
  kinds: readonly DocumentKind[] | null;

  @Field(() => String, { nullable: true, description: 'The publisher’s name.' })
  publisher: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The first day of publication, UTC.' })
  from: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The last day of publication, UTC; one before the first is refused.',
  })
  to: string | null;
}
