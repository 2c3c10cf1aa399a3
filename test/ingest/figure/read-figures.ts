import { NO_SPEECH, plainDocument } from '../../../eval/plain-document';
import { renderFigure } from '../../../eval/render-figure';
import { extractFigures } from '../../../src/ingest/extract/figure/extract-figures';
import type { FigureFinding } from '../../../src/ingest/extract/finding';
import { NO_METADATA } from '../../../src/ingest/neutral-document';

/** The figures of a text about a company's period. */
export function figuresIn(text: string, period: string | null = 'FY2023Q3', companyName = 'Corvane'): FigureFinding[] {
  const document = plainDocument(text, { metadata: { ...NO_METADATA, period, companyName } });
  const occasion = {
    type: null,
    company: companyName,
    symbol: null,
    cik: null,
    period,
    date: null,
    startsAt: null,
    confidence: 1,
  };
  return extractFigures(document, occasion, NO_SPEECH);
}

/** The same, a line each. */
export function readFigures(text: string, period: string | null = 'FY2023Q3', companyName = 'Corvane'): string[] {
  return figuresIn(text, period, companyName).map(renderFigure);
}
