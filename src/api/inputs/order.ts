import { Field, InputType, registerEnumType } from 'type-graphql';

export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which way a list runs.',
  valuesConfig: {
    ASC: { description: 'Smallest, earliest, A first.' },
    DESC: { description: 'Largest, latest, Z first.' },
  },
});

const RELEVANCE =
  'How well the words fit the search; best first, quotations before paraphrases that fit as well. The usual order of a search; without one, the usual order.';

export enum StatementOrderField {
  SAID_AT = 'SAID_AT',
  POSITION = 'POSITION',
  RELEVANCE = 'RELEVANCE',
  SENTIMENT = 'SENTIMENT',
}
registerEnumType(StatementOrderField, {
  name: 'StatementOrderField',
  description: 'By what statements are ordered.',
  valuesConfig: {
    SAID_AT: {
      description:
        'The day it was said, newest first; the words of a document of a day come in the order of speaking. What has no day is oldest. The time of day (saidAt) does not order.',
    },
    POSITION: {
      description:
        'Order of speaking: day, what was said before what retells it, document, place in it. Descending, all of it backwards.',
    },
    RELEVANCE: { description: RELEVANCE },
    SENTIMENT: { description: 'Sentiment; most positive first.' },
  },
});

export enum AnalystCommentOrderField {
  SAID_AT = 'SAID_AT',
  POSITION = 'POSITION',
  RELEVANCE = 'RELEVANCE',
}
registerEnumType(AnalystCommentOrderField, {
  name: 'AnalystCommentOrderField',
  description: 'By what analyst comments are ordered.',
  valuesConfig: {
    SAID_AT: {
      description:
        'The day it was said, newest first; the words of a document of a day come in the order of speaking. What has no day is oldest. The time of day (saidAt) does not order.',
    },
    POSITION: {
      description:
        'Order of speaking: day, what was said before what retells it, document, place in it. Descending, all of it backwards.',
    },
    RELEVANCE: { description: RELEVANCE },
  },
});

export enum QuarterOrderField {
  END_DATE = 'END_DATE',
}
registerEnumType(QuarterOrderField, {
  name: 'QuarterOrderField',
  description: 'By what quarters are ordered.',
  valuesConfig: {
    END_DATE: { description: 'Their last day; latest first.' },
  },
});

export enum CompanyOrderField {
  NAME = 'NAME',
  STATEMENT_COUNT = 'STATEMENT_COUNT',
}
registerEnumType(CompanyOrderField, {
  name: 'CompanyOrderField',
  description: 'By what companies are ordered.',
  valuesConfig: {
    NAME: { description: 'Today’s name; A first.' },
    STATEMENT_COUNT: { description: 'How many statements there are; most first.' },
  },
});

@InputType('StatementOrder', {
  description:
    'Order of statements. Ties are settled by document and place in it; what has no day counts as oldest, other nulls are last.',
})
export class StatementOrder {
  @Field(() => StatementOrderField, { description: 'By what.' })
  field: StatementOrderField;

  @Field(() => OrderDirection, { nullable: true, description: 'Which way; left out, the useful one of the field.' })
  direction: OrderDirection | null;
}

@InputType('AnalystCommentOrder', {
  description:
    'Order of analyst comments. Ties are settled by document and place in it; what has no day counts as oldest.',
})
export class AnalystCommentOrder {
  @Field(() => AnalystCommentOrderField, { description: 'By what.' })
  field: AnalystCommentOrderField;

  @Field(() => OrderDirection, { nullable: true, description: 'Which way; left out, the useful one of the field.' })
  direction: OrderDirection | null;
}

@InputType('QuarterOrder', { description: 'Order of quarters.' })
export class QuarterOrder {
  @Field(() => QuarterOrderField, { description: 'By what.' })
  field: QuarterOrderField;

  @Field(() => OrderDirection, { nullable: true, description: 'Which way; left out, the useful one of the field.' })
  direction: OrderDirection | null;
}

@InputType('CompanyOrder', { description: 'Order of companies.' })
export class CompanyOrder {
  @Field(() => CompanyOrderField, { description: 'By what.' })
  field: CompanyOrderField;

  @Field(() => OrderDirection, { nullable: true, description: 'Which way; left out, the useful one of the field.' })
  direction: OrderDirection | null;
}
