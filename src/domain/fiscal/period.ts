import { EarshotError } from '../../platform/errors';
import { shorten } from '../shorten';

/**
 * A quarter or a year that somebody names. FY counts as the company does, CY as the calendar does. Which days it covers
 * is known only together with a company (FY) or by the calendar (CY).
 */
export interface Period {
  readonly kind: 'FY' | 'CY';
  readonly year: number;
  /** Null: the whole year. */
  readonly quarter: 1 | 2 | 3 | 4 | null;
}

/** Each company's newest quarter that has been reported on: which one that is, only what is stored can tell. */
export interface Latest {
  readonly kind: 'LATEST';
}

export const LATEST: Latest = Object.freeze({ kind: 'LATEST' });

/** What people may ask for. */
export type AskedPeriod = Period | Latest;

export const isLatest = (period: AskedPeriod): period is Latest => period.kind === 'LATEST';

/** Years outside are refused, never clamped: a typing error must not become another year's answer. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const EXAMPLES = '2024Q4, Q4 2024, 4Q24, FY2024Q4, CY2024Q4, FY2024 or CY2024';

/** What may stand between the parts: spaces, dashes of any kind, slash, dot, comma, apostrophes. */
const GAP = String.raw`[\s\-\u2010-\u2015/_.,'’‘]*`;
const KIND = `(?<kind>FY|CY|FISCAL(?:${GAP}YEAR)?|CALENDAR(?:${GAP}YEAR)?)`;
const QUARTER = `(?:Q${GAP}(?<after>[1-4])|(?<before>[1-4])${GAP}Q|(?<word>FIRST|SECOND|THIRD|FOURTH|1ST|2ND|3RD|4TH)${GAP}QUARTER)`;
const YEAR = String.raw`(?<year>\d{4}|\d{2})`;

/** Every order in which the parts are met, tried from the first; all are anchored and none can backtrack far. */
const SPELLINGS = [
  `(?:${KIND}${GAP})?${YEAR}${GAP}${QUARTER}`, // 2024Q4, FY2024Q4, FY24 4Q, 2024 fourth quarter
  `${QUARTER}${GAP}(?:OF${GAP})?(?:${KIND}${GAP})?${YEAR}`, // Q4 2024, 4Q24, Q4 FY2024, fourth quarter of fiscal 2024
  `${KIND}${GAP}${QUARTER}${GAP}(?:OF${GAP})?${YEAR}`, // fiscal Q4 2024, CYQ4 2024
  `${KIND}${GAP}${YEAR}`, // FY2024, CY24, fiscal year 2024
  String.raw`(?<year>\d{4})`, // 2024; two digits alone could be anything
].map((pattern) => new RegExp(`^${pattern}$`));

const QUARTER_WORDS: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  FIRST: 1,
  '1ST': 1,
  SECOND: 2,
  '2ND': 2,
  THIRD: 3,
  '3RD': 3,
  FOURTH: 4,
  '4TH': 4,
};

/** As parsePeriod, and LATEST, blind to case. */
export function parseAskedPeriod(text: string, argument?: string): AskedPeriod {
  return text.trim().toUpperCase() === LATEST.kind ? LATEST : parsePeriod(text, argument);
}

/**
 * Reads a period in any spelling of the trade, blind to case. Without FY or CY it is the company's fiscal period, a bare
 * year too. Two-digit years follow POSIX: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068.
 * `argument` is the path that an error names.
 */
export function parsePeriod(text: string, argument?: string): Period {
  const spelled = text.length <= 60 ? text.trim().toUpperCase() : '';
  for (const spelling of SPELLINGS) {
    const parts = spelling.exec(spelled)?.groups;
    if (parts) return periodOf(parts, text, argument);
  }
  throw refusePeriod(`${quote(text)} is not a period`, argument);
}

function periodOf(parts: Record<string, string | undefined>, text: string, argument?: string): Period {
  const year = fullYear(parts.year ?? '');
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw refusePeriod(`${quote(text)} names the year ${year}; years go from ${FIRST_YEAR} to ${LAST_YEAR}`, argument);
  }
  const digit = parts.after ?? parts.before;
  const quarter = digit ? (Number(digit) as 1 | 2 | 3 | 4) : (QUARTER_WORDS[parts.word ?? ''] ?? null);
  return { kind: parts.kind?.startsWith('C') ? 'CY' : 'FY', year, quarter };
}

function refusePeriod(fault: string, argument?: string): EarshotError {
  return new EarshotError('BAD_USER_INPUT', `${fault}. Write ${EXAMPLES}.`, argument === undefined ? {} : { argument });
}

function fullYear(digits: string): number {
  const number = Number(digits);
  if (digits.length === 4) return number;
  return number >= 69 ? 1900 + number : 2000 + number;
}

/** The canonical form: FY2024Q4, CY2024Q4, FY2024 or CY2024. */
export function printPeriod(period: Period): string {
  return period.quarter === null ? `${period.kind}${period.year}` : `${period.kind}${period.year}Q${period.quarter}`;
}

/** Client text goes into messages shortened, so that a megabyte of it is not sent back. */
function quote(text: string): string {
  return JSON.stringify(shorten(text, 40));
}
