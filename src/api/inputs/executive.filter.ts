import { Field, InputType } from 'type-graphql';
import { ExecutiveRole } from '../../domain/executive.entity';
import { CalendarDate } from '../../domain/scalars';
import type * as read from '../../read/filter/noun-filter';

@InputType('ExecutiveFilter', { description: 'Which people in office.' })
export class ExecutiveFilter implements read.ExecutiveFilter {
  @Field(() => [String], { nullable: true, description: 'Symbols that companies trade under today.' })
  symbols: readonly string[] | null;

  @Field(() => [ExecutiveRole], { nullable: true, description: 'Kinds of offices.' })
  roles: readonly ExecutiveRole[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Any part of a name, blind to case and accents. Empty is refused.',
  })
  name: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Only offices held on that day.' })
  asOf: string | null;
}
