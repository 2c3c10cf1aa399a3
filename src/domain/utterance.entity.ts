import { Field, Int, InterfaceType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn, TableInheritance } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';
import { CalendarDate, Instant } from './scalars';
import { AttributionMethod, Directness, Section, SentimentLabel, SpeakerRole } from './utterance-enums';

/**
 * The one big table: statements and analyst comments in order of speaking. It carries what its filters need
 * (company, periods, speaker, event, day, topics, kind of document), so that no filter walks a join.
 */
@InterfaceType('Utterance', {
  implements: Node,
  description: 'Something said or written by somebody: a statement or an analyst comment.',
})
@Entity('utterance')
@TableInheritance({ column: { name: 'type', type: 'text' } })
export abstract class Utterance extends Node {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  override id: number;

  /** `Statement` or `AnalystComment`: the row tells the concrete type, so an id survives a correction of the speaker's role. */
  @internal
  @Column({ name: 'type', type: 'text' })
  type: 'Statement' | 'AnalystComment';

  @internal
  @Column({ name: 'document_id', type: 'int' })
  documentId: number;

  @internal
  @Column({ name: 'document_kind', type: 'text' })
  documentKind: string;

  @internal
  @Column({ name: 'company_id', type: 'int', nullable: true })
  companyId: number | null;

  @internal
  @Column({ name: 'event_id', type: 'int', nullable: true })
  eventId: number | null;

  @internal
  @Column({ name: 'exchange_id', type: 'int', nullable: true })
  exchangeId: number | null;

  /** The quarter that the words are about. */
  @internal
  @Column({ name: 'quarter_id', type: 'int', nullable: true })
  quarterId: number | null;

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

  @internal
  @Column({ name: 'speaker_id', type: 'int', nullable: true })
  speakerId: number | null;

  @Field(() => String, { description: 'The speaker as the source prints it.' })
  @Column({ name: 'speaker_label', type: 'text' })
  speakerLabel: string;

  @Field(() => SpeakerRole, { description: 'In what part they speak.' })
  @Column({ name: 'speaker_role', type: 'text' })
  speakerRole: SpeakerRole;

  @Field(() => Section, { description: 'The part of the call or the document.' })
  @Column({ name: 'section', type: 'text' })
  section: Section;

  @Field(() => Directness, { description: 'How the words reach us.' })
  @Column({ name: 'directness', type: 'text' })
  directness: Directness;

  @Field(() => Int, {
    nullable: true,
    description:
      'Which turn of speaking it belongs to, from 0, in a transcript; a turn is cut into passages, each an utterance of its own.',
  })
  @Column({ name: 'turn', type: 'int', nullable: true })
  turn: number | null;

  @Field(() => Int, { description: 'Order within the document, from 0.' })
  @Column({ name: 'position', type: 'int' })
  position: number;

  /** The order of speaking: day, what is told before what retells it, document (see place.ts). Made by the database; `position` comes next. */
  @internal
  @Column({ name: 'place', type: 'bigint' })
  place: number;

  @Field(() => CalendarDate, { nullable: true, description: 'The day of speaking.' })
  @Column({ name: 'said_on', type: 'date', nullable: true })
  saidOn: string | null;

  @Field(() => Instant, {
    nullable: true,
    description:
      'The instant of speaking, only where the time is known. Orders go by day, document and place in it, not by this.',
  })
  @Column({ name: 'said_at', type: 'timestamptz', nullable: true })
  saidAt: string | null;

  /** Offset of the first character in the document's text, in Unicode code points. */
  @internal
  @Column({ name: 'span_start', type: 'int' })
  spanStart: number;

  /** Offset behind the last character: `(words ?? text) == document.text[spanStart:spanEnd]`. */
  @internal
  @Column({ name: 'span_end', type: 'int' })
  spanEnd: number;

  @Field(() => String, {
    description:
      'The words, exactly as the source has them. Where its document is given out in excerpts, the part that may be given out, with … for each part left out; … alone where none may.',
  })
  @Column({ name: 'text', type: 'text' })
  text: string;

  @Field(() => Boolean, {
    description: 'Whether text is only a part of the words, since the document is not given out in full.',
  })
  @Column({ name: 'is_excerpt', type: 'boolean', default: false })
  isExcerpt: boolean;

  /** All of the words, where `text` has only a part of them. Importers compare by them; they never reach a reader. */
  @internal
  @Column({ name: 'words', type: 'text', nullable: true })
  words: string | null;

  /** How many words there are, all of them (see word-count.ts), for counting. */
  @internal
  @Column({ name: 'word_count', type: 'int' })
  wordCount: number;

  /** Topics found in the words themselves, best score first; parents are not added (filters expand sub-topics). */
  @internal
  @Column({ name: 'topic_ids', type: 'int', array: true, default: () => "'{}'" })
  topicIds: number[];

  @internal
  @Column({ name: 'sentiment_score', type: 'float8', nullable: true })
  sentimentScore: number | null;

  @internal
  @Column({ name: 'sentiment_label', type: 'text', nullable: true })
  sentimentLabel: SentimentLabel | null;

  @internal
  @Column({ name: 'sentiment_method', type: 'text', nullable: true })
  sentimentMethod: string | null;

  /** In [0, 1]. */
  @internal
  @Column({ name: 'attribution_confidence', type: 'float8' })
  attributionConfidence: number;

  @internal
  @Column({ name: 'attribution_method', type: 'text' })
  attributionMethod: AttributionMethod;

  /** Other people who may have said it, likeliest first. */
  @internal
  @Column({ name: 'alternative_speaker_ids', type: 'int', array: true, default: () => "'{}'" })
  alternativeSpeakerIds: number[];

  @Field(() => Int, { description: 'From 1; each correction of the speaker adds one.' })
  @Column({ name: 'revision', type: 'int', default: 1 })
  revision: number;

  @Field(() => Instant, { description: 'When it was last changed.' })
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: string;
}
