import { Field, InputType, registerEnumType } from 'type-graphql';
import { OrderDirection } from './order';

export enum StatementGroupKey {
  COMPANY = 'COMPANY',
  SECTOR = 'SECTOR',
  SPEAKER = 'SPEAKER',
  TOPIC = 'TOPIC',
  QUARTER = 'QUARTER',
  SECTION = 'SECTION',
  DIRECTNESS = 'DIRECTNESS',
  EXECUTIVE_ROLE = 'EXECUTIVE_ROLE',
  SENTIMENT = 'SENTIMENT',
  PUBLISHER = 'PUBLISHER',
}
registerEnumType(StatementGroupKey, {
  name: 'StatementGroupKey',
  description:
    'By what statements, analyst comments and utterances are grouped. What a row does not tell is in a group "Unknown".',
  valuesConfig: {
    COMPANY: {
      description: 'Whose people speak; an analyst comment is in the group of each company that it is about.',
    },
    SECTOR: { description: 'The sector of that company.' },
    SPEAKER: { description: 'Who speaks.' },
    TOPIC: {
      description:
        'Each topic of the words, so that groups overlap; with `topics` in the filter those topics and what lies below them, else all. Words without a topic are in no group.',
    },
    QUARTER: {
      description:
        'The quarter that the words are about: the fiscal one where all are one company’s by the filter or the field above, else the calendar’s.',
    },
    SECTION: { description: 'The part of the call or the document.' },
    DIRECTNESS: { description: 'How the words reach us.' },
    EXECUTIVE_ROLE: { description: 'The office held on the day of speaking; the highest of several.' },
    SENTIMENT: { description: 'The sentiment of the words.' },
    PUBLISHER: { description: 'Who published the document.' },
  },
});

export enum GroupOrderField {
  COUNT = 'COUNT',
  MENTIONS = 'MENTIONS',
  WORDS = 'WORDS',
  MEAN_SENTIMENT = 'MEAN_SENTIMENT',
  KEY = 'KEY',
}
registerEnumType(GroupOrderField, {
  name: 'GroupOrderField',
  description: 'By what groups are ordered.',
  valuesConfig: {
    COUNT: { description: 'How many there are; most first.' },
    MENTIONS: { description: 'In how many places topics are named; most first.' },
    WORDS: { description: 'How many words; most first.' },
    MEAN_SENTIMENT: { description: 'Mean sentiment; most positive first, none last.' },
    KEY: { description: 'The keys as they are given; A, or earliest, first.' },
  },
});

@InputType('GroupOrder', {
  description: 'Order of groups. Ties are settled by the keys, then by what they stand for; what is unknown is last.',
})
export class GroupOrder {
  @Field(() => GroupOrderField, { description: 'By what.' })
  field: GroupOrderField;

  @Field(() => OrderDirection, { nullable: true, description: 'Which way; left out, the useful one of the field.' })
  direction: OrderDirection | null;
}
