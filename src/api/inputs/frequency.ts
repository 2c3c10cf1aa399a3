import { registerEnumType } from 'type-graphql';

export enum Frequency {
  QUARTER = 'QUARTER',
  YEAR = 'YEAR',
}
registerEnumType(Frequency, {
  name: 'Frequency',
  description: 'How long the periods of a series are.',
  valuesConfig: {
    QUARTER: { description: 'Fiscal quarters.' },
    YEAR: { description: 'Fiscal years.' },
  },
});
