import { ArgsType, Field } from 'type-graphql';
import { SeriesWindowArgs } from './series-window.args';

@ArgsType()
export class SeriesArgs extends SeriesWindowArgs {
  @Field(() => [String], { description: 'Symbols of the companies, as of today.' })
  symbols: string[];

  @Field(() => [String], { description: 'Names, labels or aliases of the metrics.' })
  metrics: string[];
}
