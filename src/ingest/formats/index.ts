import { articleHtml } from './article-html.format';
import { articleText } from './article-text.format';
import type { DocumentFormat } from './format';

/** Every format that is told by its content. NATIVE, which names its own nodes, is read by import-native.ts. */
export const FORMATS: readonly DocumentFormat[] = [articleText, articleHtml];
