import { ArgsType, Field } from 'type-graphql';
import { ExecutiveRole } from '../../domain/executive.entity';
import { CalendarDate } from '../../domain/scalars';

@ArgsType()
export class CompanyExecutivesArgs {
  @Field(() => [ExecutiveRole], { nullable: true, description: 'Kinds of offices.' })
  role: readonly ExecutiveRole[] | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Only offices held on that day; all when left out.' })
  asOf: string | null;
}
