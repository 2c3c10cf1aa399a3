import { Field, InputType } from 'type-graphql';
import type { AskedPeriod } from '../../domain/fiscal/period';
import { PeriodRef } from '../../domain/scalars';
import type { SpokenFilter } from '../../read/filter/spoken-filter';
import { TextSearch } from './text-search';

/** What all filters of spoken words have in common. */
@InputType()
export abstract class SpokenInput implements SpokenFilter {
  @Field(() => [String], { nullable: true, description: 'Symbols that companies trade under today.' })
  symbols: readonly string[] | null;

  @Field(() => PeriodRef, { nullable: true, description: 'The quarter or year that the words are about.' })
  period: AskedPeriod | null;

  @Field(() => [String], { nullable: true, description: 'Topics by slug, name or alias; any of them.' })
  topics: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Whether topics stand for everything below them too.',
  })
  includeSubtopics: boolean | null;

  @Field(() => TextSearch, {
    nullable: true,
    description: 'Words that they have to have; of an exchange, one of its questions or answers.',
  })
  search: TextSearch | null;
}
