import { ArgsType, Field } from 'type-graphql';
import { SeriesWindowArgs } from './series-window.args';

@ArgsType()
export class CompanySeriesArgs extends SeriesWindowArgs {
  @Field(() => String, { description: 'Name, label or alias of the metric.' })
  metric: string;
}
