import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { CalendarDate } from './scalars';

export enum IdentifierScheme {
  CIK = 'CIK',
  LEI = 'LEI',
  ISIN = 'ISIN',
  FIGI = 'FIGI',
  CUSIP = 'CUSIP',
  PERMID = 'PERMID',
  WIKIDATA = 'WIKIDATA',
}
registerEnumType(IdentifierScheme, {
  name: 'IdentifierScheme',
  description: 'Who gave out an identifier.',
  valuesConfig: {
    CIK: { description: 'Central Index Key of the SEC, without leading zeros.' },
    LEI: { description: 'Legal Entity Identifier, ISO 17442.' },
    ISIN: { description: 'International Securities Identification Number, ISO 6166.' },
    FIGI: { description: 'Financial Instrument Global Identifier.' },
    CUSIP: { description: 'Security number of CUSIP Global Services.' },
    PERMID: { description: 'Permanent identifier of LSEG.' },
    WIKIDATA: { description: 'Item number in Wikidata.' },
  },
});

@ObjectType('Identifier', { description: 'A number or code under which others file a company, with the days it held.' })
@Entity('company_identifier')
export class Identifier {
  @internal
  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  @internal
  @Column({ name: 'company_id', type: 'int' })
  companyId: number;

  @Field(() => IdentifierScheme, { description: 'Who gave it out.' })
  @Column({ name: 'scheme', type: 'text' })
  scheme: IdentifierScheme;

  @Field(() => String, { description: 'The identifier itself.' })
  @Column({ name: 'value', type: 'text' })
  value: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day; null where it is not known.' })
  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day, inclusive; null while it is in use.' })
  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo: string | null;
}
