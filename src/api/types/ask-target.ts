import { registerEnumType } from 'type-graphql';

export enum AskTarget {
  STATEMENTS = 'STATEMENTS',
  ANALYST_COMMENTS = 'ANALYST_COMMENTS',
  METRICS = 'METRICS',
  EXCHANGES = 'EXCHANGES',
  NOTHING = 'NOTHING',
}
registerEnumType(AskTarget, {
  name: 'AskTarget',
  description: 'What a question asks for: which list of its answer is filled.',
  valuesConfig: {
    STATEMENTS: { description: "Words of companies' own people." },
    ANALYST_COMMENTS: { description: 'Words of analysts and other outside voices.' },
    METRICS: { description: 'Numbers.' },
    EXCHANGES: { description: 'Questions on calls with what was answered.' },
    NOTHING: { description: 'Nothing was understood, or it is uncertain who or what is meant; `hint` says more.' },
  },
});
