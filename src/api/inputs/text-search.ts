import { Field, InputType, registerEnumType } from 'type-graphql';

export enum MatchMode {
  WEB = 'WEB',
  PHRASE = 'PHRASE',
  ALL = 'ALL',
  ANY = 'ANY',
  PREFIX = 'PREFIX',
}
registerEnumType(MatchMode, {
  name: 'MatchMode',
  description: 'How the words of a search are read.',
  valuesConfig: {
    WEB: {
      description:
        'As search engines do: all words, "words in a row", or between alternatives, - before what is left out.',
    },
    PHRASE: { description: 'The words in a row.' },
    ALL: { description: 'All of the words, anywhere.' },
    ANY: { description: 'At least one of the words.' },
    PREFIX: {
      description: 'All of the words, the last of which may be only begun; for boxes that search while somebody types.',
    },
  },
});

@InputType('TextSearch', {
  description:
    'Words to find in what was said. Endings, accents and case make no difference. Only the words that are given out are searched.',
})
export class TextSearch {
  @Field(() => String, { description: 'What is typed: anything, up to 1,000 characters.' })
  query: string;

  @Field(() => MatchMode, { nullable: true, defaultValue: MatchMode.WEB, description: 'How it is read.' })
  mode: MatchMode | null;
}
