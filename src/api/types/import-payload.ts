import { Field, Int, ObjectType } from 'type-graphql';
import { Document } from '../../domain/document.entity';
import { UserError } from './user-error';

@ObjectType('ImportCounts', { description: 'What an import did with things of one kind.' })
export class ImportCounts {
  @Field(() => Int, { description: 'Stored for the first time.' })
  created: number;

  @Field(() => Int, { description: 'Stored before, and changed.' })
  updated: number;

  @Field(() => Int, { description: 'Stored before as they are.' })
  unchanged: number;
}

@ObjectType('ImportDocumentPayload', { description: 'What became of a document that was sent.' })
export class ImportDocumentPayload {
  @Field(() => Document, {
    nullable: true,
    description: 'The stored document, of an archive the first one; null where nothing was kept.',
  })
  document: Document | null;

  @Field(() => ImportCounts, { description: 'Statements.' })
  statements: ImportCounts;

  @Field(() => ImportCounts, { description: 'Analyst comments.' })
  analystComments: ImportCounts;

  @Field(() => ImportCounts, { description: 'Filed facts.' })
  facts: ImportCounts;

  @Field(() => ImportCounts, { description: 'Claims.' })
  claims: ImportCounts;

  @Field(() => [UserError], { description: 'What is doubtful about what was kept.' })
  warnings: readonly UserError[];

  @Field(() => [UserError], {
    description:
      'What was refused and why: the document, or the named parts of an archive, whose other parts were kept.',
  })
  userErrors: readonly UserError[];

  @Field(() => String, { nullable: true, description: 'As it was sent.' })
  clientMutationId: string | null;
}
