import { ArgsType, Field } from 'type-graphql';
import { DocumentFilter } from '../inputs/document.filter';
import { PageArgs } from './page.args';

@ArgsType()
export class DocumentPageArgs extends PageArgs {
  @Field(() => DocumentFilter, {
    nullable: true,
    description: 'Which ones; everything when left out. Conditions add up, values of a list are alternatives.',
  })
  filter: DocumentFilter | null;
}
