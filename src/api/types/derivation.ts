import { registerEnumType } from 'type-graphql';

export enum Derivation {
  REPORTED = 'REPORTED',
  DERIVED = 'DERIVED',
  NOT_DERIVABLE = 'NOT_DERIVABLE',
}
registerEnumType(Derivation, {
  name: 'Derivation',
  description: 'How a value came about.',
  valuesConfig: {
    REPORTED: { description: 'As filed or stated.' },
    DERIVED: { description: 'Reckoned from filed numbers; the formula says how.' },
    NOT_DERIVABLE: { description: 'Not to be had from what is filed; the formula says why.' },
  },
});
