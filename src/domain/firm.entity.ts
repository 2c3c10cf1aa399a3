import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';

export enum FirmKind {
  SELL_SIDE = 'SELL_SIDE',
  BUY_SIDE = 'BUY_SIDE',
  RESEARCH = 'RESEARCH',
  VENTURE = 'VENTURE',
  MEDIA = 'MEDIA',
  OTHER = 'OTHER',
}
registerEnumType(FirmKind, {
  name: 'FirmKind',
  description: 'What an analyst firm lives by.',
  valuesConfig: {
    SELL_SIDE: { description: 'A broker or bank that publishes research for clients.' },
    BUY_SIDE: { description: 'A fund or an asset manager.' },
    RESEARCH: { description: 'Independent research.' },
    VENTURE: { description: 'Venture capital and start-up investment.' },
    MEDIA: { description: 'A publisher or a broadcaster.' },
    OTHER: { description: 'Anything else.' },
  },
});

@ObjectType('Firm', { implements: Node, description: 'A house that analysts speak for.' })
@Entity('firm')
export class Firm extends Node {
  @PrimaryGeneratedColumn({ type: 'int' })
  override id: number;

  @Field(() => String, { description: 'Its name as sources print it.' })
  @Column({ name: 'name', type: 'text' })
  name: string;

  @Field(() => FirmKind, { description: 'What it lives by.' })
  @Column({ name: 'kind', type: 'text' })
  kind: FirmKind;

  @internal
  @Column({ name: 'search_key', type: 'text', insert: false, update: false })
  searchKey: string;
}
