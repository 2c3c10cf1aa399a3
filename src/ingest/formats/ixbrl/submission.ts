/** One document of an EDGAR submission: a report, an exhibit, a picture. */
export interface SubmittedDocument {
  /** `10-K`, `EX-99.1`; null where the file is the document alone. */
  readonly type: string | null;
  readonly fileName: string | null;
  readonly html: string;
}

/** What EDGAR's header, or the documents' wrapper, says of a submission. */
export interface Submission {
  readonly accession: string | null;
  /** YYYY-MM-DD */
  readonly filedAt: string | null;
  readonly documents: readonly SubmittedDocument[];
}

/** Submissions hold some hundred documents at most. */
const MOST_DOCUMENTS = 2_000;

/**
 * Opens the SGML that EDGAR wraps documents in: a whole submission (`0001326801-25-000017.txt`), one `<DOCUMENT>` of it, or
 * nothing of the kind. Searched from mark to mark, never by a pattern over the whole text, which may have 100 MB.
 */
export function openSubmission(text: string): Submission {
  const start = text.slice(0, 20_000);
  const firstDocument = start.indexOf('<DOCUMENT>');
  if (firstDocument < 0) return { ...headerOf(''), documents: [{ type: null, fileName: null, html: text }] };
  const documents: SubmittedDocument[] = [];
  for (let at = firstDocument; at >= 0 && documents.length < MOST_DOCUMENTS; ) {
    const next = text.indexOf('<DOCUMENT>', at + 1);
    documents.push(openDocument(text.slice(at, next < 0 ? text.length : next)));
    at = next;
  }
  return { ...headerOf(start.slice(0, firstDocument)), documents };
}

function headerOf(header: string): Pick<Submission, 'accession' | 'filedAt'> {
  const accession = /(?:ACCESSION NUMBER:|<ACCESSION-NUMBER>)[ \t]*(\d{10}-\d{2}-\d{6})/.exec(header)?.[1] ?? null;
  const day = /(?:FILED AS OF DATE:|<FILING-DATE>)[ \t]*(\d{4})(\d{2})(\d{2})/.exec(header);
  return { accession, filedAt: day ? `${day[1]}-${day[2]}-${day[3]}` : null };
}

function openDocument(part: string): SubmittedDocument {
  const body = part.indexOf('<TEXT>');
  const head = part.slice(0, body < 0 ? 2_000 : body);
  const end = part.lastIndexOf('</TEXT>');
  const html = body < 0 ? '' : part.slice(body + '<TEXT>'.length, end > body ? end : part.length);
  return {
    type: /<TYPE>([^\r\n<]+)/.exec(head)?.[1]?.trim() ?? null,
    fileName: /<FILENAME>([^\r\n<]+)/.exec(head)?.[1]?.trim() ?? null,
    // Inline XBRL comes in a wrapper of its own.
    html: html
      .replace(/^\s*<XBRL>/, '')
      .replace(/<\/XBRL>\s*$/, '')
      .trimStart(),
  };
}
