import type { DocumentFormat } from './format';
import { transcriptDiarized } from './transcript-diarized.format';
import { transcriptPdf } from './transcript-pdf.format';
import { transcriptText } from './transcript-text.format';

/** Every format that is told by its content. NATIVE, which names its own nodes, is read by import-native.ts. */
export const FORMATS: readonly DocumentFormat[] = [transcriptText, transcriptPdf, transcriptDiarized];
