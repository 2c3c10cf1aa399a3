import { DocumentKind } from '../../domain/document.entity';
import { ImportFormat } from '../../domain/import-format';
import { FaultList, ImportError } from '../fault';
import { type DocumentMetadata, type NeutralDocument, NO_METADATA } from '../neutral-document';
import type { Source } from '../source';
import type { DocumentFormat, ParseHints } from './format';
import { type CoverPage, readCoverPage } from './ixbrl/cover-page';
import { factRows } from './ixbrl/fact-row';
import { findOrigin } from './ixbrl/filing-origin';
import { readInlineReport } from './ixbrl/inline-reader';
import { openSubmission, type Submission, type SubmittedDocument } from './ixbrl/submission';

/**
 * A filing as inline XBRL: a 10-K, 10-Q, 20-F or 8-K as people read it, in which the numbers are marked. The text is what a
 * reader sees; each marked number becomes a fact with its context, unit, scale, sign and dimensions applied. A whole EDGAR
 * submission gives each of its inline XBRL documents; exhibits without XBRL are articles and are not read here.
 */
export const secIxbrlFormat: DocumentFormat = {
  name: ImportFormat.SEC_IXBRL,
  largest: 128 * 1024 * 1024,
  recognises: ({ bytes }) => (isInline(Buffer.from(bytes.subarray(0, 300_000)).toString('latin1')) ? 0.99 : 0),
  parse,
};

/** Declared, not merely mentioned: articles about XBRL name the address as well. */
function isInline(html: string): boolean {
  return /\sxmlns:[\w.-]+\s*=\s*["']http:\/\/www\.xbrl\.org\/20(?:08|13)\/inlineXBRL["']/.test(html);
}

function parse(source: Source, hints: ParseHints): NeutralDocument[] {
  const text = source.text(decode);
  if (text.includes('\0'))
    throw new ImportError([{ path: '', message: 'holds the byte 0, which no text may hold' }], source.name);
  const submission = openSubmission(text);
  const reports = submission.documents.filter(({ html }) => isInline(html.slice(0, 300_000)));
  if (reports.length === 0)
    throw new ImportError([{ path: '', message: 'has no document with inline XBRL in it' }], source.name);
  const documents = reports.map((report) => parseReport(report, submission, source, hints));
  const others = submission.documents.filter((document) => !reports.includes(document) && document.type !== null);
  const [first, ...rest] = documents;
  if (!first || others.length === 0) return documents;
  const message = `${others.length} documents without XBRL were left out: ${others
    .map(({ type }) => type)
    .slice(0, 20)
    .join(', ')}.`;
  return [{ ...first, warnings: [...first.warnings, { code: 'DOCUMENTS_LEFT_OUT', message }] }, ...rest];
}

/** EDGAR takes ASCII and UTF-8 only; older wrappers hold single bytes of Windows-1252. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function parseReport(
  document: SubmittedDocument,
  submission: Submission,
  source: Source,
  hints: ParseHints,
): NeutralDocument {
  const faults = new FaultList();
  const report = readInlineReport(document.html, faults);
  faults.refuse(source.name);
  const cover = readCoverPage(report, document.type);
  const hasNumbers = report.facts.some(({ kind, isNil }) => kind === 'number' && !isNil);
  const periodEnd = cover.periodEnd ?? '';
  const origin = findOrigin({
    ...submission,
    url: hints.url,
    publishedAt: hints.publishedAt,
    fileName: source.name,
    sha256: source.sha256,
    text: report.text,
    periodEnd,
  });
  if (hasNumbers && cover.form === null)
    faults.add('dei:DocumentType', 'is missing: the report does not say which form it is');
  if (hasNumbers && cover.cik === null)
    faults.add('dei:EntityCentralIndexKey', 'is missing: the report does not say whose it is');
  if (hasNumbers && origin.filedAt === null)
    faults.add('', 'does not say when it was filed; tell the day of filing as the day of publication');
  faults.refuse(source.name);
  const { rows, warnings } = factRows(
    report,
    {
      form: cover.form ?? '',
      accession: origin.accession,
      filedAt: origin.filedAt ?? '',
      entity: cover.cik ?? '',
      fiscalYear: cover.fiscalYear,
      fiscalPeriod: cover.fiscalPeriod,
    },
    faults,
  );
  faults.refuse(source.name);
  return {
    format: ImportFormat.SEC_IXBRL,
    formatConfidence: 1,
    kind: DocumentKind.FILING,
    text: report.text,
    blocks: report.blocks,
    metadata: metadataOf(cover, origin.filedAt, report.language, hints),
    turns: null,
    facts: rows,
    warnings: [...origin.warnings, ...warnings],
  };
}

function metadataOf(
  cover: CoverPage,
  filedAt: string | null,
  language: string | null,
  hints: ParseHints,
): DocumentMetadata {
  const { companyName, cik, symbol, form, fiscalYear, fiscalPeriod, periodEnd } = cover;
  const period = fiscalYear === null ? null : printFocus(fiscalYear, fiscalPeriod);
  const title = [companyName ?? (cik && `CIK ${cik}`), form ?? 'filing', periodEnd && `for the period to ${periodEnd}`]
    .filter((part) => part !== null)
    .join(' ');
  return {
    ...NO_METADATA,
    title,
    publisher: hints.publisher ?? companyName,
    url: hints.url,
    publishedAt: hints.publishedAt,
    publishedOn: filedAt,
    language,
    companyName,
    symbol,
    cik,
    period: period ?? hints.period,
  };
}

/** `FY2024` of an annual report, `FY2024Q3` of a quarterly one; null for half years, which have no name here. */
function printFocus(year: number, focus: string | null): string | null {
  if (focus === 'FY') return `FY${year}`;
  return focus !== null && /^Q[1-4]$/.test(focus) ? `FY${year}${focus}` : null;
}
