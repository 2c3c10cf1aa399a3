import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';
import { Decimal, PeriodRef } from './scalars';
import { Directness } from './utterance-enums';

export enum ClaimKind {
  LEVEL = 'LEVEL',
  CHANGE = 'CHANGE',
  SHARE = 'SHARE',
  FORECAST = 'FORECAST',
}
registerEnumType(ClaimKind, {
  name: 'ClaimKind',
  description: 'What kind of number is asserted.',
  valuesConfig: {
    LEVEL: { description: 'How much it is.' },
    CHANGE: { description: 'By how much it changed.' },
    SHARE: { description: 'Which part of a whole it is.' },
    FORECAST: { description: 'What somebody expects it to be.' },
  },
});

export enum Qualifier {
  EXACTLY = 'EXACTLY',
  APPROXIMATELY = 'APPROXIMATELY',
  NEARLY = 'NEARLY',
  AT_LEAST = 'AT_LEAST',
  AT_MOST = 'AT_MOST',
  RANGE = 'RANGE',
}
registerEnumType(Qualifier, {
  name: 'Qualifier',
  description: 'How closely a number is meant.',
  valuesConfig: {
    EXACTLY: { description: 'As printed.' },
    APPROXIMATELY: { description: 'About as much.' },
    NEARLY: { description: 'A little less.' },
    AT_LEAST: { description: 'That much or more.' },
    AT_MOST: { description: 'That much or less.' },
    RANGE: { description: 'From low to high.' },
  },
});

export enum ClaimScope {
  COMPANY = 'COMPANY',
  SEGMENT = 'SEGMENT',
  PRODUCT = 'PRODUCT',
  REGION = 'REGION',
  PER_UNIT = 'PER_UNIT',
  MARKET = 'MARKET',
  OTHER = 'OTHER',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(ClaimScope, {
  name: 'ClaimScope',
  description: 'What a number is of.',
  valuesConfig: {
    COMPANY: { description: 'The company as a whole.' },
    SEGMENT: { description: 'A segment, a division or a business of it.' },
    PRODUCT: { description: 'A product, a brand or a kind of goods or services.' },
    REGION: { description: 'What it does in a region or a country.' },
    PER_UNIT: { description: 'One of many: a user, a store, a ton.' },
    MARKET: { description: 'A market or an industry, to which others belong.' },
    OTHER: { description: 'Something else than the company: a customer, a subsidiary, another company.' },
    UNKNOWN: { description: 'The words do not tell.' },
  },
});

@ObjectType('Claim', { implements: Node, description: 'A number that somebody asserted, in the words of a document.' })
@Entity('claim')
export class Claim extends Node {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  override id: number;

  @Field(() => ClaimKind, { description: 'What kind of number it is.' })
  @Column({ name: 'kind', type: 'text' })
  kind: ClaimKind;

  /** Null: no company is known for the document. */
  @internal
  @Column({ name: 'company_id', type: 'int', nullable: true })
  companyId: number | null;

  @internal
  @Column({ name: 'metric_id', type: 'int', nullable: true })
  metricId: number | null;

  @Field(() => String, {
    description:
      'The words that name the measured thing, whether or not a metric is known for them; … where the claim stands outside of what its document gives out.',
  })
  @Column({ name: 'metric_label', type: 'text' })
  metricLabel: string;

  /** The words, where `metricLabel` has none of them. */
  @internal
  @Column({ name: 'label_words', type: 'text', nullable: true })
  labelWords: string | null;

  @Field(() => ClaimScope, {
    description: "What the number is of. A filter's metrics take COMPANY unless its scopes say more.",
  })
  @Column({ name: 'scope', type: 'text', default: ClaimScope.COMPANY })
  scope: ClaimScope;

  @Field(() => String, {
    nullable: true,
    description:
      'The words that name the part, where the number is not of the company; null where the document does not give them out.',
  })
  @Column({ name: 'subject', type: 'text', nullable: true })
  subject: string | null;

  /** The words, also where `subject` has none of them. */
  @internal
  @Column({ name: 'subject_words', type: 'text', nullable: true })
  subjectWords: string | null;

  @internal
  @Column({ name: 'replaces_id', type: 'bigint', nullable: true })
  replacesId: number | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The period that the number is of.' })
  @Column({ name: 'period', type: 'text', nullable: true })
  period: string | null;

  @Field(() => PeriodRef, { nullable: true, description: 'For CHANGE: the period it is measured against.' })
  @Column({ name: 'compared_to', type: 'text', nullable: true })
  comparedTo: string | null;

  /** The period as filters compare it: fiscal by the company's count, calendar by its quarter's days; null where not known. */
  @internal
  @Column({ name: 'fiscal_year', type: 'int', nullable: true })
  fiscalYear: number | null;

  @internal
  @Column({ name: 'fiscal_quarter', type: 'int', nullable: true })
  fiscalQuarter: number | null;

  @internal
  @Column({ name: 'calendar_year', type: 'int', nullable: true })
  calendarYear: number | null;

  @internal
  @Column({ name: 'calendar_quarter', type: 'int', nullable: true })
  calendarQuarter: number | null;

  @Field(() => Decimal, { nullable: true, description: 'The number. Null for a range, which has low and high.' })
  @Column({ name: 'asserted', type: 'numeric', nullable: true })
  asserted: string | null;

  @Field(() => Decimal, { nullable: true, description: 'The lower end of a range.' })
  @Column({ name: 'low', type: 'numeric', nullable: true })
  low: string | null;

  @Field(() => Decimal, { nullable: true, description: 'The upper end of a range.' })
  @Column({ name: 'high', type: 'numeric', nullable: true })
  high: string | null;

  @Field(() => Boolean, { description: "Whether it is the company's own outlook." })
  @Column({ name: 'is_guidance', type: 'boolean', default: false })
  isGuidance: boolean;

  @Field(() => String, { description: 'Unit, such as `USD`, `percent` or `people`.' })
  @Column({ name: 'unit', type: 'text' })
  unit: string;

  @Field(() => String, { nullable: true, description: 'Currency of an amount of money, ISO 4217.' })
  @Column({ name: 'currency', type: 'text', nullable: true })
  currency: string | null;

  @Field(() => Qualifier, { description: 'How closely the number is meant.' })
  @Column({ name: 'qualifier', type: 'text' })
  qualifier: Qualifier;

  @Field(() => Directness, {
    nullable: true,
    description: "How the words reach us; null for the document's own words.",
  })
  @Column({ name: 'directness', type: 'text', nullable: true })
  directness: Directness | null;

  @internal
  @Column({ name: 'utterance_id', type: 'bigint', nullable: true })
  utteranceId: number | null;

  @internal
  @Column({ name: 'asserted_by_id', type: 'int', nullable: true })
  assertedById: number | null;

  @Field(() => String, { nullable: true, description: 'Who published the document.' })
  @Column({ name: 'publisher', type: 'text', nullable: true })
  publisher: string | null;

  @internal
  @Column({ name: 'document_id', type: 'int' })
  documentId: number;

  @internal
  @Column({ name: 'span_start', type: 'int' })
  spanStart: number;

  @internal
  @Column({ name: 'span_end', type: 'int' })
  spanEnd: number;

  /** In [0, 1]. */
  @internal
  @Column({ name: 'confidence', type: 'float8' })
  confidence: number;
}
