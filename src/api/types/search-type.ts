import { registerEnumType } from 'type-graphql';

export enum SearchType {
  STATEMENT = 'STATEMENT',
  ANALYST_COMMENT = 'ANALYST_COMMENT',
  COMPANY = 'COMPANY',
  PERSON = 'PERSON',
  TOPIC = 'TOPIC',
  DOCUMENT = 'DOCUMENT',
}
registerEnumType(SearchType, {
  name: 'SearchType',
  description: 'What the search box looks for.',
  valuesConfig: {
    STATEMENT: { description: "Words of companies' own people." },
    ANALYST_COMMENT: { description: 'Words of analysts and other outside voices.' },
    COMPANY: { description: 'Companies that are or were called so.' },
    PERSON: { description: 'People who are called so.' },
    TOPIC: { description: 'Topics that are called so.' },
    DOCUMENT: { description: 'Documents with the words in their title.' },
  },
});
