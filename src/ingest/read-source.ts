import { ImportFormat } from '../domain/import-format';
import { withinBounds } from './bounds';
import { extractDocument } from './extract/extract-document';
import { findCompany } from './extract/occasion/find-company';
import type { Extraction } from './extraction';
import { ImportError } from './fault';
import { FORMATS } from './formats';
import { vendorErrorIn } from './formats/error-body';
import type { DocumentFormat, ParseHints } from './formats/format';
import { fillHints } from './formats/hints';
import { opensAsJson } from './json-text';
import { extractNative } from './native/extract-native';
import { isNative, readNativeSource } from './native/native-source';
import type { NeutralDocument } from './neutral-document';
import { SIGNATURE_NAMES } from './signature';
import type { Source } from './source';
import { type Table, tableIn } from './table';

/** A document as it was parsed, and what was read from it. */
export interface ReadDocument {
  readonly neutral: NeutralDocument;
  readonly extraction: Extraction;
}

/** Words of one document take far less; filings and tables of facts say in their format that they take more. */
const LARGEST = 16 * 1024 * 1024;

/** Parses and extracts every document of a source, without a database. Throws an ImportError that says what cannot be read. */
export async function readSource(source: Source, format: ImportFormat, hints: ParseHints): Promise<ReadDocument[]> {
  // Whoever wrote such a file has read the document already.
  if (isNative(source, format)) return extractNative(readNativeSource(source));
  const documents = await parseSource(source, format, hints);
  return documents.map((neutral) => ({
    neutral,
    extraction: withinBounds(extractDocument(neutral, source.sha256), source.name),
  }));
}

/** Every document of a source, as its format tells it. */
export async function parseSource(source: Source, wanted: ImportFormat, hints: ParseHints): Promise<NeutralDocument[]> {
  if (source.bytes.length === 0) throw refusal(source, 'is empty');
  const { format, sure } =
    wanted === ImportFormat.AUTO ? recognise(source) : { format: formatNamed(wanted, source), sure: 1 };
  if (isTooLarge(format, source)) {
    throw refusal(source, `has ${source.bytes.length} bytes; ${format.name} may have ${largestOf(format)}`);
  }
  const value = valueIn(source, format);
  if (value) throw refusal(source, value);
  const documents = await parseWith(format, source, hints);
  return documents.map((document) => ({
    ...document,
    formatConfidence: sure,
    metadata: fillHints(document.metadata, hints, findCompany(document).symbol !== null),
  }));
}

/** Longer than any word that stands where a document should: `NaN`, `undefined`, `"x"`, `-1.5e300`. */
const LONGEST_VALUE = 60;
/** What takes any text, where somebody names it. */
const PROSE: readonly ImportFormat[] = [
  ImportFormat.ARTICLE_TEXT,
  ImportFormat.ARTICLE_HTML,
  ImportFormat.TRANSCRIPT_TEXT,
];

/** Why a text is a program's value and no document: a caller printed what it had not got. Null: it may be a document. */
function valueIn(source: Source, { name }: DocumentFormat): string | null {
  const text = source
    .textOrNull()
    ?.replace(/^\ufeff/, '')
    .trim();
  if (text === undefined) return null;
  if (text.length <= LONGEST_VALUE && !/\s|^[[{]/.test(text))
    return `is ${JSON.stringify(text)}, a value and no document`;
  if (!PROSE.includes(name) || !/^(?:\{.*\}|\[.*\])$/s.test(text)) return null;
  return 'value' in source.json() ? `is JSON, and no text as ${name} is` : null;
}

/** One source that nests or lists more than the stack holds is refused like any other; it must not end the import of all the rest. */
async function parseWith(
  format: DocumentFormat,
  source: Source,
  hints: ParseHints,
): Promise<readonly NeutralDocument[]> {
  try {
    return await format.parse(source, hints);
  } catch (error) {
    if (error instanceof RangeError) throw refusal(source, `is too deep or too long to be read (${error.message})`);
    throw error;
  }
}

function formatNamed(wanted: ImportFormat, source: Source): DocumentFormat {
  const found = FORMATS.find(({ name }) => name === wanted);
  if (!found) throw refusal(source, `${wanted} cannot be read from a file like this`);
  return found;
}

/** A table of a call that a format reads is known as surely as this. */
const SURE_OF_TABLE = 0.97;

/** Below this a format says no more than that nothing forbids it. */
const LEAST_SURE = 0.1;

/** The format that a source most likely has. Of two equally sure ones the first in the list: the narrower stand before. */
function recognise(source: Source): { format: DocumentFormat; sure: number } {
  // Bytes that are no text and no PDF are told as such, before every format says only that it is not its own.
  if (source.signature !== 'PDF' && /^[\ufeff\s]*$/.test(source.text())) {
    throw refusal(source, 'holds nothing but white space');
  }
  const said = vendorErrorIn(source);
  if (said) throw refusal(source, said);
  // A format is not asked about what it would refuse for its size: looking through it may cost as much as reading it.
  const tooSmall = FORMATS.filter((format) => isTooLarge(format, source));
  const possible = FORMATS.filter((format) => !tooSmall.includes(format));
  const [best] = possible
    .map((format) => ({ format, sure: format.recognises(source) }))
    .sort((a, b) => b.sure - a.sure);
  if (!best || best.sure < LEAST_SURE) throw refusal(source, whyUnknown(source, tooSmall));
  // Prose is what no other format claims; rows of cells are none.
  const table = PROSE.includes(best.format.name) && best.sure < SURE_OF_TABLE ? tableIn(source.text()) : null;
  if (table) throw refusal(source, whyNoTable(table));
  if (
    best.format.name === ImportFormat.ARTICLE_TEXT &&
    /^\s*<SEC-DOCUMENT>|^\s*<DOCUMENT>\s*<TYPE>/.test(source.text().slice(0, 200))
  )
    throw refusal(
      source,
      'is an EDGAR submission without inline XBRL; import the documents in it as files of their own, with `--published-at` the day of filing',
    );
  return best;
}

const largestOf = (format: DocumentFormat): number => format.largest ?? LARGEST;

const isTooLarge = (format: DocumentFormat, source: Source): boolean => source.bytes.length > largestOf(format);

const whyNoTable = ({ header }: Table): string =>
  `is a table (${header.slice(0, 8).join(', ')}) that no format knows; name its format where it is prose all the same`;

function whyUnknown(source: Source, tooSmall: readonly DocumentFormat[]): string {
  const names = FORMATS.map(({ name }) => name).join(', ');
  if (source.signature) return `is ${SIGNATURE_NAMES[source.signature]} that none of ${names} can read`;
  const text = source.text();
  const table = tableIn(text);
  if (table) return whyNoTable(table);
  const json = source.json();
  if ('error' in json) {
    // What looks like JSON and is none deserves to be told where it breaks.
    if (opensAsJson(text)) return json.error.message;
    if (tooSmall.length === 0) return `is of no known form; name one of ${names}`;
    const sizes = tooSmall.map((format) => `${format.name} may have ${largestOf(format)}`).join(', ');
    return `has ${source.bytes.length} bytes and is of no form that may be as large; ${sizes}`;
  }
  const value = Array.isArray(json.value) ? json.value[0] : json.value;
  const keys = value && typeof value === 'object' ? Object.keys(value).slice(0, 8).join(', ') : '';
  return `is JSON${keys && ` with ${keys}`}, which is none of ${names}`;
}

const refusal = (source: Source, message: string) => new ImportError([{ path: '', message }], source.name);
