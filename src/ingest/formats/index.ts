import { aiera } from './aiera.format';
import { alphaVantage } from './alpha-vantage.format';
import { apiNinjas } from './api-ninjas.format';
import { articleHtml } from './article-html.format';
import { articleText } from './article-text.format';
import { earningscall } from './earningscall.format';
import { finnhub } from './finnhub.format';
import { fmp } from './fmp.format';
import type { DocumentFormat } from './format';
import { quartr } from './quartr.format';
import { secCompanyfactsFormat } from './sec-companyfacts.format';
import { secIxbrlFormat } from './sec-ixbrl.format';
import { spKfinance } from './sp-kfinance.format';
import { transcriptDiarized } from './transcript-diarized.format';
import { transcriptPdf } from './transcript-pdf.format';
import { transcriptText } from './transcript-text.format';

/** Every format that is told by its content, narrow ones first. NATIVE, which names its own nodes, is read by import-native.ts. */
export const FORMATS: readonly DocumentFormat[] = [
  secCompanyfactsFormat,
  secIxbrlFormat,
  fmp,
  alphaVantage,
  apiNinjas,
  earningscall,
  finnhub,
  quartr,
  aiera,
  spKfinance,
  transcriptDiarized,
  transcriptPdf,
  transcriptText,
  articleHtml,
  articleText,
];
