export type Cell = string | number | null;

/** RFC 4180, with a head and a line each; null is an empty field. No cell is a formula. */
export function printCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(print).join(',')}\r\n`).join('');
}

/** Spreadsheets run what begins so, in East Asian width too; words, titles and names come from outside. */
const FORMULA = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** An apostrophe before it makes it words, as OWASP advises ("CSV Injection"). Numbers are what they seem. */
function print(value: Cell): string {
  const text = value === null ? '' : String(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
