import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { ImportFormat } from './import-format';
import { internal } from './internal';
import { Node } from './node';
import { Instant, Url } from './scalars';

export enum DocumentKind {
  TRANSCRIPT = 'TRANSCRIPT',
  NEWS_ARTICLE = 'NEWS_ARTICLE',
  PRESS_RELEASE = 'PRESS_RELEASE',
  FILING = 'FILING',
  NOTE = 'NOTE',
}
registerEnumType(DocumentKind, {
  name: 'DocumentKind',
  description: 'What a document is.',
  valuesConfig: {
    TRANSCRIPT: { description: 'The words of a call or a conference.' },
    NEWS_ARTICLE: { description: 'An article of a publisher.' },
    PRESS_RELEASE: { description: "A company's own release." },
    FILING: { description: 'A filing with an authority.' },
    NOTE: { description: 'A note of an analyst or of another reader.' },
  },
});

export enum TextAccess {
  FULL = 'FULL',
  EXCERPT = 'EXCERPT',
  NONE = 'NONE',
}
registerEnumType(TextAccess, {
  name: 'TextAccess',
  description: 'How much of a text the graph may give out.',
  valuesConfig: {
    FULL: { description: 'All of it.' },
    EXCERPT: {
      description:
        'A part that is chosen once, when it is imported: the words of statements and claims first, then what stands around them, until three tenths of the text are reached. Everything else is left out wherever it is asked for, and … stands in its place.',
    },
    NONE: { description: 'No words at all: … stands for each text. What was found in it, and where, is given out.' },
  },
});

@ObjectType('Document', { implements: Node, description: 'A source: an article, a transcript, a release, a filing.' })
@Entity('document')
export class Document extends Node {
  @PrimaryGeneratedColumn({ type: 'int' })
  override id: number;

  @Field(() => DocumentKind, { description: 'What it is.' })
  @Column({ name: 'kind', type: 'text' })
  kind: DocumentKind;

  @Field(() => String, { description: 'Its title.' })
  @Column({ name: 'title', type: 'text' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Who published it.' })
  @Column({ name: 'publisher', type: 'text', nullable: true })
  publisher: string | null;

  @Field(() => Url, { nullable: true, description: 'Where it, or what it retells, was published.' })
  @Column({ name: 'url', type: 'text', nullable: true })
  url: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was published.' })
  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The time of publication as the source prints it, with its own zone.',
  })
  @Column({ name: 'published_at_text', type: 'text', nullable: true })
  publishedAtText: string | null;

  @Field(() => Instant, { description: 'When it was imported.' })
  @Column({ name: 'imported_at', type: 'timestamptz', default: () => 'now()' })
  importedAt: string;

  @Field(() => ImportFormat, { description: 'Which importer read it.' })
  @Column({ name: 'format', type: 'text' })
  format: ImportFormat;

  @Field(() => String, { description: 'SHA-256 of the raw source, in hexadecimal.' })
  @Column({ name: 'sha256', type: 'text' })
  sha256: string;

  @Field(() => String, { description: 'Language of its text, BCP 47.' })
  @Column({ name: 'language', type: 'text' })
  language: string;

  /** What a document is recognised by when it comes again, corrected: made by the importer from its kind of source. */
  @internal
  @Column({ name: 'natural_key', type: 'text' })
  naturalKey: string;

  @Field(() => Int, { description: 'From 1; a corrected source makes a new revision and keeps the old one.' })
  @Column({ name: 'revision', type: 'int', default: 1 })
  revision: number;

  /** The revision that replaced it. Only documents without one are listed. */
  @internal
  @Column({ name: 'superseded_by_id', type: 'int', nullable: true })
  supersededById: number | null;

  @Field(() => Int, { description: 'Length of its text in Unicode code points.' })
  @Column({ name: 'length', type: 'int' })
  length: number;

  /** The neutral text that all spans point into. */
  @internal
  @Column({ name: 'text', type: 'text' })
  text: string;

  /** The source byte for byte; null where the text is the source. */
  @internal
  @Column({ name: 'raw', type: 'bytea', nullable: true })
  raw: Buffer | null;

  @Field(() => TextAccess, { description: 'How much of its text the graph gives out.' })
  @Column({ name: 'text_access', type: 'text' })
  textAccess: TextAccess;

  /** Which part of the text is given out, an int4multirange of code points; null: all of it. */
  @internal
  @Column({ name: 'excerpt', type: 'int4multirange', nullable: true })
  excerpt: string | null;

  /** When it was taken down. What is left then is the row alone, without words: it refuses the same source when it comes again. */
  @internal
  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt: string | null;

  @internal
  @Column({ name: 'removal_reason', type: 'text', nullable: true })
  removalReason: string | null;

  /** SHA-256 of what was imported, where that is more than the raw source: a NATIVE document with its findings. */
  @internal
  @Column({ name: 'content_digest', type: 'text', nullable: true })
  contentDigest: string | null;

  /** Version of the taxonomy that its words are tagged by, a digest of it; null where a file named the topics itself. */
  @internal
  @Column({ name: 'taxonomy_version', type: 'text', nullable: true })
  taxonomyVersion: string | null;

  /** The company that its words were tagged as being about, as the document names it: it is no topic there; null: it names none. */
  @internal
  @Column({ name: 'topics_about', type: 'text', nullable: true })
  topicsAbout: string | null;
}
