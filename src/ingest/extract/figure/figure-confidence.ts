import { confidenceOf } from '../confidence';
import type { FigureFinding, Occasion } from '../finding';

/** How sure each part of a figure is; null where the part is not known. */
export interface FigureConfidence {
  readonly metric: number | null;
  readonly period: number | null;
  readonly company: number | null;
}

/** The rule by which a figure has the company of its document. */
export const COMPANY_OF_DOCUMENT = 'the company of the document';

/** All of a figure is right or not by what told its measure and its period together. */
export const wholeRule = ({ rules: { measure, period } }: FigureFinding): string => `${measure}, ${period}`;

/** How sure a figure is as a whole, and in its parts, by the measured rights of the rules that read it. */
export function figureConfidence(
  figure: FigureFinding,
  { company, symbol, cik }: Occasion,
): { readonly confidence: number; readonly confidences: FigureConfidence } {
  const { metric, period, rules } = figure;
  const isKnown = (company ?? symbol ?? cik) !== null;
  return {
    confidence: confidenceOf('figure', wholeRule(figure)),
    confidences: {
      metric: metric === null ? null : confidenceOf('metric', rules.measure),
      period: period === null ? null : confidenceOf('period', rules.period),
      company: isKnown ? confidenceOf('company', COMPANY_OF_DOCUMENT) : null,
    },
  };
}
