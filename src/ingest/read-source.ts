import { ImportFormat } from '../domain/import-format';
import { extractDocument } from './extract/extract-document';
import type { Extraction } from './extraction';
import { ImportError } from './fault';
import { FORMATS } from './formats';
import { vendorErrorIn } from './formats/error-body';
import type { DocumentFormat, ParseHints } from './formats/format';
import { fillHints } from './formats/hints';
import type { NeutralDocument } from './neutral-document';
import { SIGNATURE_NAMES } from './signature';
import type { Source } from './source';

/** A document as it was parsed, and what was read from it. */
export interface ReadDocument {
  readonly neutral: NeutralDocument;
  readonly extraction: Extraction;
}

/** Words of one document take far less; filings and tables of facts say in their format that they take more. */
const LARGEST = 16 * 1024 * 1024;

/** Parses and extracts every document of a source, without a database. Throws an ImportError that says what cannot be read. */
export async function readSource(source: Source, format: ImportFormat, hints: ParseHints): Promise<ReadDocument[]> {
  const documents = await parseSource(source, format, hints);
  return documents.map((neutral) => ({ neutral, extraction: extractDocument(neutral, source.sha256) }));
}

/** Every document of a source, as its format tells it. */
export async function parseSource(source: Source, wanted: ImportFormat, hints: ParseHints): Promise<NeutralDocument[]> {
  if (source.bytes.length === 0) throw refusal(source, 'is empty');
  const { format, sure } =
    wanted === ImportFormat.AUTO ? recognise(source) : { format: formatNamed(wanted, source), sure: 1 };
  const largest = format.largest ?? LARGEST;
  if (source.bytes.length > largest) {
    throw refusal(source, `has ${source.bytes.length} bytes; ${format.name} may have ${largest}`);
  }
  const documents = await format.parse(source, hints);
  return documents.map((document) => ({
    ...document,
    formatConfidence: sure,
    metadata: fillHints(document.metadata, hints),
  }));
}

function formatNamed(wanted: ImportFormat, source: Source): DocumentFormat {
  const found = FORMATS.find(({ name }) => name === wanted);
  if (!found) throw refusal(source, `${wanted} cannot be read from a file like this`);
  return found;
}

/** Below this a format says no more than that nothing forbids it. */
const LEAST_SURE = 0.1;

/** The format that a source most likely has. Of two equally sure ones the first in the list: the narrower stand before. */
function recognise(source: Source): { format: DocumentFormat; sure: number } {
  // Bytes that are no text and no PDF are told as such, before every format says only that it is not its own.
  if (source.signature !== 'PDF') source.text();
  const said = vendorErrorIn(source);
  if (said) throw refusal(source, said);
  const [best] = FORMATS.map((format) => ({ format, sure: format.recognises(source) })).sort((a, b) => b.sure - a.sure);
  if (!best || best.sure < LEAST_SURE) throw refusal(source, whyUnknown(source));
  return best;
}

function whyUnknown(source: Source): string {
  const names = FORMATS.map(({ name }) => name).join(', ');
  if (source.signature) return `is ${SIGNATURE_NAMES[source.signature]} that none of ${names} can read`;
  const text = source.text();
  if (text.trim() === '\ufeff' || text.trim() === '') return 'holds nothing but white space';
  const json = source.json();
  if ('error' in json) {
    // What looks like JSON and is none deserves to be told where it breaks.
    return /^[\ufeff\s]*[[{]/.test(text) ? json.error.message : `is of no known form; name one of ${names}`;
  }
  const value = Array.isArray(json.value) ? json.value[0] : json.value;
  const keys = value && typeof value === 'object' ? Object.keys(value).slice(0, 8).join(', ') : '';
  return `is JSON${keys && ` with ${keys}`}, which is none of ${names}`;
}

const refusal = (source: Source, message: string) => new ImportError([{ path: '', message }], source.name);
