import { registerEnumType } from 'type-graphql';

export enum SpeakerRole {
  EXECUTIVE = 'EXECUTIVE',
  ANALYST = 'ANALYST',
  OPERATOR = 'OPERATOR',
  IR = 'IR',
  JOURNALIST = 'JOURNALIST',
  OTHER = 'OTHER',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(SpeakerRole, {
  name: 'SpeakerRole',
  description: 'In what part somebody speaks.',
  valuesConfig: {
    EXECUTIVE: { description: 'For the company, in office.' },
    ANALYST: { description: 'As an analyst or an investor.' },
    OPERATOR: { description: 'As the operator of the call.' },
    IR: { description: 'For investor relations.' },
    JOURNALIST: { description: 'As a journalist.' },
    OTHER: { description: 'In any other part.' },
    UNKNOWN: { description: 'The source does not tell.' },
  },
});

export enum Section {
  PREPARED_REMARKS = 'PREPARED_REMARKS',
  QUESTION = 'QUESTION',
  ANSWER = 'ANSWER',
  OPERATOR = 'OPERATOR',
  ARTICLE = 'ARTICLE',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(Section, {
  name: 'Section',
  description: 'The part of a call or a document.',
  valuesConfig: {
    PREPARED_REMARKS: { description: 'Read out before the questions.' },
    QUESTION: { description: 'A question on a call.' },
    ANSWER: { description: 'An answer on a call.' },
    OPERATOR: { description: 'The operator’s lines.' },
    ARTICLE: { description: 'The body of an article.' },
    UNKNOWN: { description: 'The source does not tell.' },
  },
});

export enum Directness {
  TRANSCRIPT = 'TRANSCRIPT',
  DIRECT_QUOTE = 'DIRECT_QUOTE',
  FRAGMENT = 'FRAGMENT',
  PARAPHRASE = 'PARAPHRASE',
}
registerEnumType(Directness, {
  name: 'Directness',
  description: 'How the words reach us; quotes, fragments and paraphrases are never mixed up.',
  valuesConfig: {
    TRANSCRIPT: { description: 'Written down on the occasion.' },
    DIRECT_QUOTE: { description: 'Quoted, with a finite clause.' },
    FRAGMENT: { description: 'Quoted words without a finite clause.' },
    PARAPHRASE: { description: "Told in the source's own words." },
  },
});

export enum AttributionMethod {
  VENDOR_LABEL = 'VENDOR_LABEL',
  SPEAKER_LABEL = 'SPEAKER_LABEL',
  QUOTE_VERB = 'QUOTE_VERB',
  CONTEXT = 'CONTEXT',
  MANUAL = 'MANUAL',
}
registerEnumType(AttributionMethod, {
  name: 'AttributionMethod',
  description: 'How words were given to their speaker.',
  valuesConfig: {
    VENDOR_LABEL: { description: 'A field of a vendor’s data.' },
    SPEAKER_LABEL: { description: 'A label printed before the words.' },
    QUOTE_VERB: { description: 'A verb of saying and its subject.' },
    CONTEXT: { description: 'The sentences around.' },
    MANUAL: { description: 'A person said so.' },
  },
});

export enum SentimentLabel {
  NEGATIVE = 'NEGATIVE',
  NEUTRAL = 'NEUTRAL',
  POSITIVE = 'POSITIVE',
}
registerEnumType(SentimentLabel, {
  name: 'SentimentLabel',
  description: 'A sentiment score as a word.',
  valuesConfig: {
    NEGATIVE: { description: 'Below zero.' },
    NEUTRAL: { description: 'About zero.' },
    POSITIVE: { description: 'Above zero.' },
  },
});

export enum AnalystCommentKind {
  QUESTION = 'QUESTION',
  COMMENT = 'COMMENT',
  RATING = 'RATING',
}
registerEnumType(AnalystCommentKind, {
  name: 'AnalystCommentKind',
  description: 'What kind of comment it is.',
  valuesConfig: {
    QUESTION: { description: 'A question on a call.' },
    COMMENT: { description: 'Commentary elsewhere.' },
    RATING: { description: 'A rating, with or without a price target.' },
  },
});
