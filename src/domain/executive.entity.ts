import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';
import { Node } from './node';
import { CalendarDate } from './scalars';

export enum ExecutiveRole {
  CEO = 'CEO',
  CFO = 'CFO',
  COO = 'COO',
  CTO = 'CTO',
  PRESIDENT = 'PRESIDENT',
  CHAIR = 'CHAIR',
  IR = 'IR',
  OTHER = 'OTHER',
}
registerEnumType(ExecutiveRole, {
  name: 'ExecutiveRole',
  description: 'The kind of an office.',
  valuesConfig: {
    CEO: { description: 'Chief executive.' },
    CFO: { description: 'Chief financial officer.' },
    COO: { description: 'Chief operating officer.' },
    CTO: { description: 'Chief technology officer.' },
    PRESIDENT: { description: 'President, where that is an office of its own.' },
    CHAIR: { description: 'Chair of the board.' },
    IR: { description: 'Investor relations.' },
    OTHER: { description: 'Any other office.' },
  },
});

@ObjectType('Executive', { implements: Node, description: 'A person in office at a company, from one day to another.' })
@Entity('executive')
export class Executive extends Node {
  @PrimaryGeneratedColumn({ type: 'int' })
  override id: number;

  @internal
  @Column({ name: 'person_id', type: 'int' })
  personId: number;

  @internal
  @Column({ name: 'company_id', type: 'int' })
  companyId: number;

  @Field(() => String, { description: 'The office as the company prints it.' })
  @Column({ name: 'title', type: 'text' })
  title: string;

  @Field(() => ExecutiveRole, { description: 'The kind of the office.' })
  @Column({ name: 'role', type: 'text' })
  role: ExecutiveRole;

  @Field(() => CalendarDate, { nullable: true, description: 'First day in office; null where it is not known.' })
  @Column({ name: 'valid_from', type: 'date', nullable: true })
  from: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day in office, inclusive; null while in office.' })
  @Column({ name: 'valid_to', type: 'date', nullable: true })
  to: string | null;
}
