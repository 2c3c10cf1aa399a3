import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { CalendarDate } from './scalars';

@ObjectType('SymbolSpan', {
  description: 'A symbol that a company traded under, with the days it did: FB until 2022-06-08, META from 2022-06-09.',
})
@Entity('company_symbol')
export class SymbolSpan {
  @internal
  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  @internal
  @Column({ name: 'company_id', type: 'int' })
  companyId: number;

  @Field(() => String, { description: 'The symbol in capitals, as the exchange prints it.' })
  @Column({ name: 'symbol', type: 'text' })
  symbol: string;

  @Field(() => String, { description: 'The exchange, such as NASDAQ or NYSE.' })
  @Column({ name: 'exchange', type: 'text' })
  exchange: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day; null where it is not known.' })
  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day, inclusive; null while it is in use.' })
  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo: string | null;
}
