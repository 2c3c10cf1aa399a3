/**
 * Calendar days as `YYYY-MM-DD` strings, reckoned in whole days since 1970-01-01. No clock and no time zone takes part:
 * a filing's "2024-12-31" must stay that day wherever the server runs.
 */
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Days since 1970-01-01, or null when the text is no day of the calendar (2024-02-30). */
export function readDay(text: string): number | null {
  const parts = DAY.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year === 0 || month === 0 || month > 12 || day === 0 || day > daysInMonth(year, month)) return null;
  return daysFromCivil(year, month, day);
}

/**
 * Days since 1970-01-01 in the Gregorian calendar, after Howard Hinnant's days_from_civil. Years are counted from March, so
 * that the leap day is a year's last. Cheaper than a Date, and every filed number asks for two of them.
 */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** As readDay, for days that come from the database or from checked input. */
export function dayNumber(text: string): number {
  const day = readDay(text);
  if (day === null) throw new RangeError(`${JSON.stringify(text)} is not a day (YYYY-MM-DD)`);
  return day;
}

export function printDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(text: string, count: number): string {
  return printDay(dayNumber(text) + count);
}

/** From one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Length of a span whose first and last day both count. */
export function daysIn(first: string, last: string): number {
  return daysBetween(first, last) + 1;
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
