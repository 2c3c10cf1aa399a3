import { Field, InputType, registerEnumType } from 'type-graphql';
import { TextAccess } from '../../domain/document.entity';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { ImportFormat } from '../../domain/import-format';
import { Instant, PeriodRef, Url } from '../../domain/scalars';

export enum ContentEncoding {
  UTF8 = 'UTF8',
  BASE64 = 'BASE64',
}
registerEnumType(ContentEncoding, {
  name: 'ContentEncoding',
  description: 'How the bytes of a document are written as a string.',
  valuesConfig: {
    UTF8: { description: 'As text; the document is its UTF-8.' },
    BASE64: { description: 'As base64 of the bytes, for PDF, ZIP and other encodings.' },
  },
});

@InputType('CreateCompanyInput', {
  description: 'A company that is to be made where none of the name or symbol is known.',
})
export class CreateCompanyInput {
  @Field(() => String, { nullable: true, description: 'Its name; it has to be given.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'Its symbol, in capitals; null where it is not listed.' })
  symbol: string | null;
}

@InputType('ImportDocumentInput', { description: 'A document to take in.' })
export class ImportDocumentInput {
  @Field(() => ImportFormat, {
    nullable: true,
    defaultValue: ImportFormat.AUTO,
    description: 'Its form; AUTO tells it by the content.',
  })
  format: ImportFormat | null;

  @Field(() => String, { description: 'The whole document.' })
  content: string;

  @Field(() => ContentEncoding, {
    nullable: true,
    defaultValue: ContentEncoding.UTF8,
    description: 'How content is written. BASE64 for PDF and ZIP.',
  })
  encoding: ContentEncoding | null;

  @Field(() => Url, { nullable: true, description: 'Where it was published.' })
  sourceUrl: string | null;

  @Field(() => String, { nullable: true, description: 'Who published it, where it does not say so itself.' })
  publisher: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was published, where it does not say so itself.' })
  publishedAt: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Symbol, CIK, slug or name of a company that is known, for sources that do not name theirs. One that nobody bears is refused, with candidates.',
  })
  company: string | null;

  @Field(() => CreateCompanyInput, {
    nullable: true,
    description:
      'Makes the company where it is not known, for sources that do not name theirs; not together with `company`.',
  })
  createCompany: CreateCompanyInput | null;

  @Field(() => PeriodRef, {
    nullable: true,
    description: 'The quarter, for sources that do not name it; LATEST is refused.',
  })
  period: AskedPeriod | null;

  @Field(() => TextAccess, {
    nullable: true,
    description:
      'How much of its text the graph gives out; left out: what the operator has set for its publisher or format, else all. A corrected document is never given out more than before.',
  })
  textAccess: TextAccess | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Report what would happen and keep nothing.',
  })
  dryRun: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Reads a document that is stored anew, with this format and what is said here: a new revision. What the old reading alone has made goes.',
  })
  again: boolean | null;

  @Field(() => String, { nullable: true, description: 'Comes back as it is in the payload.' })
  clientMutationId: string | null;
}
