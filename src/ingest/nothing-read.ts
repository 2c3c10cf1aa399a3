import type { ExtractionWarning } from './extraction';

const CODE = 'NOTHING_READ';

/** Of a document without words or numbers that anybody said or filed: it is stored, and would else look like all others. */
export const NOTHING_READ: ExtractionWarning = {
  code: CODE,
  message: 'Nothing was read from this document: no statement, comment, exchange, claim or fact',
};

/** Of a document that is stored already: the same bytes change nothing, even where more would be read from them today. */
export const NOTHING_STORED: ExtractionWarning = {
  code: CODE,
  message:
    'Nothing was read from this document when it was taken in, and the same bytes change nothing; a changed copy would be read anew',
};

export const tellsNothing = (warnings: readonly ExtractionWarning[]): boolean =>
  warnings.some(({ code }) => code === CODE);
