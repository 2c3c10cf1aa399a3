import { calendarQuarterAt } from '../../../domain/fiscal/calendar';
import type { Period } from '../../../domain/fiscal/period';
import { DAY_PATTERN, readWrittenDay } from '../../../language/day';

const QUARTER_END = new RegExp(
  String.raw`\b(?:quarter(?:ly\s+period)?|three[\s-]months?|13[\s-]weeks?|thirteen[\s-]weeks?)(?:\s+period)?\s+(?:ended|ending)\s+(${DAY_PATTERN})`,
  'i',
);
const LONG_END = new RegExp(
  String.raw`\b(six|nine|twelve|26|39|52|53|twenty-six|thirty-nine|fifty-two|fiscal)[\s-](?:months?|weeks?|year)(?:\s+period)?\s+(?:ended|ending)\s+(${DAY_PATTERN})`,
  'gi',
);

/**
 * The period of a report that names only its last day. A longer span that ends on the same day tells how much of the
 * fiscal year has passed, and so the quarter's number; without one only the calendar's quarter is certain.
 */
export function periodOfEnd(text: string): Period | null {
  const ended = QUARTER_END.exec(text);
  const day = ended?.[1] ? readWrittenDay(ended[1]) : null;
  if (!day) return null;
  for (const match of text.matchAll(LONG_END)) {
    if (readWrittenDay(match[2] ?? '') !== day) continue;
    const quarter = quarterAfter(match[1]?.toLowerCase() ?? '');
    const year = fiscalYearOf(day, quarter);
    if (year !== null) return { kind: 'FY', year, quarter };
  }
  return { ...calendarQuarterAt(midQuarterOf(day)), kind: 'CY' };
}

function quarterAfter(span: string): 2 | 3 | 4 {
  if (/^(?:six|26|twenty-six)$/.test(span)) return 2;
  return /^(?:nine|39|thirty-nine)$/.test(span) ? 3 : 4;
}

/** Fiscal years are named after the year in which they end, except those that end in January or February: those are told either way. */
function fiscalYearOf(day: string, quarter: 2 | 3 | 4): number | null {
  const month = Number(day.slice(5, 7)) + (4 - quarter) * 3;
  const lastMonth = ((month - 1) % 12) + 1;
  if (lastMonth <= 2) return null;
  return Number(day.slice(0, 4)) + Math.floor((month - 1) / 12);
}

/** A day in the middle of a quarter that ends on a day: quarters of weeks end a few days into the next calendar quarter. */
function midQuarterOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 45);
  return date.toISOString().slice(0, 10);
}
