import type { DocumentMetadata } from '../neutral-document';
import type { ParseHints } from './format';

/** What whoever imports a document says of it, in the places that the document leaves open; `printsSymbol` where its words name its company by symbol. */
export function fillHints(metadata: DocumentMetadata, hints: ParseHints, printsSymbol: boolean): DocumentMetadata {
  const { createCompany: made = null } = hints;
  const isNamed = printsSymbol || (metadata.symbol ?? metadata.cik ?? metadata.companyName);
  return {
    ...metadata,
    ...(hints.company !== null && !isNamed ? companyOf(hints.company.trim()) : {}),
    ...(made !== null && !isNamed ? { companyName: made.name, symbol: made.symbol } : {}),
    url: metadata.url ?? hints.url,
    publisher: metadata.publisher ?? hints.publisher,
    publishedAt: metadata.publishedAt ?? hints.publishedAt,
    period: metadata.period ?? hints.period,
  };
}

/** Digits are a CIK, capitals a symbol, anything else a name or slug. */
function companyOf(text: string): Partial<DocumentMetadata> {
  if (/^\d{1,10}$/.test(text)) return { cik: text.replace(/^0+(?=\d)/, '') };
  return /^[A-Z0-9]{1,6}(?:[.-][A-Z0-9]{1,4})?$/.test(text) ? { symbol: text } : { companyName: text };
}
