import { readDay } from '../../../domain/fiscal/day';
import { writtenDaysOf } from '../../../language/day';
import { type ParseWarning, UNKNOWN_FILING } from '../../neutral-document';

export interface FilingOrigin {
  readonly accession: string;
  /** YYYY-MM-DD; null where nothing tells it. */
  readonly filedAt: string | null;
  readonly warnings: readonly ParseWarning[];
}

export interface OriginClues {
  /** From EDGAR's header. */
  readonly accession: string | null;
  readonly filedAt: string | null;
  /** What whoever imports it says. */
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly fileName: string;
  readonly sha256: string;
  /** The report's own text and the last day of its period. */
  readonly text: string;
  readonly periodEnd: string;
}

/**
 * Which filing a report is, and of which day. A report itself names neither: EDGAR's header does, the address does, or whoever
 * imports it. Without an accession number the report is known by its digest, `sha256:…`, which cannot be taken for one and
 * leads to the document. Without a day, a day in the file's name or else that of the signatures stands in, with a warning.
 */
export function findOrigin(clues: OriginClues): FilingOrigin {
  const accession =
    clues.accession ??
    accessionIn(clues.url ?? '') ??
    accessionIn(clues.fileName) ??
    `${UNKNOWN_FILING}${clues.sha256.slice(0, 32)}`;
  const told = clues.filedAt ?? clues.publishedAt?.slice(0, 10) ?? null;
  if (told !== null && readDay(told) !== null) return { accession, filedAt: told, warnings: [] };
  const named = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/.exec(lastPart(clues.fileName))?.[1] ?? '';
  if (readDay(named) !== null && named > clues.periodEnd) return assumed(accession, named, "the file's name");
  const signed = signatureDay(clues.text);
  if (signed !== null && signed > clues.periodEnd) return assumed(accession, signed, 'the signatures');
  return { accession, filedAt: null, warnings: [] };
}

/** Folders have days of their own: when something was downloaded or backed up. */
const lastPart = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

function assumed(accession: string, filedAt: string, from: string): FilingOrigin {
  const message = `The report does not say when it was filed; ${filedAt} is taken from ${from}.`;
  return { accession, filedAt, warnings: [{ code: 'FILING_DAY_ASSUMED', message }] };
}

/** `0001326801-25-000017`, or `000132680125000017` as a folder of EDGAR's archive. */
function accessionIn(text: string): string | null {
  const [, filer, year, number] = /(?<![\d-])(\d{10})-?(\d{2})-?(\d{6})(?![\d-])/.exec(text) ?? [];
  return filer ? `${filer}-${year}-${number}` : null;
}

/** A line of its own, `SIGNATURES`, `Signature`, or the word in capitals wherever it stands. */
const SIGNATURES = /SIGNATURES?\b|^[^\S\n]*Signatures?[^\S\n]*:?[^\S\n]*$/gm;
const SIGNED = /\bcaused\s+this\s+(?:\S+\s+){0,6}?to\s+be\s+signed\b/gi;

const lastOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1;

/** The latest day among the signatures, which close a report. */
function signatureDay(text: string): string | null {
  const heading = lastOf(text, SIGNATURES);
  // What every report says above its signatures, whether or not they have a heading.
  const place = heading >= 0 ? heading : lastOf(text, SIGNED);
  if (place < 0) return null;
  const days = writtenDaysOf(text.slice(place)).map(({ day }) => day);
  return days.sort().at(-1) ?? null;
}
