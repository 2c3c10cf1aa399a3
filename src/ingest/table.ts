/** A text of rows and cells, as programs write tables. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const DELIMITERS = [',', '\t', ';', '|'] as const;
/** Below this many rows a text that has as many commas in each line may be prose. */
const FEWEST_ROWS = 4;
/** A name of a column. */
const COLUMN = /^[\p{L}\p{N}_ .#/()%-]{1,40}$/u;

/** The table that a text is: every row has as many cells as its first, which are names. Null: it is none. Looked for in its beginning alone, unless `whole`. */
export function tableIn(text: string, { whole = false } = {}): Table | null {
  const part = text.replace(/^\ufeff/, '').slice(0, whole ? undefined : 20_000);
  for (const delimiter of DELIMITERS) {
    const first = part.slice(0, Math.max(0, part.search(/\r?\n|$/)));
    if (first.split(delimiter).length < 3) continue;
    const records = recordsOf(part, delimiter);
    // The last one may be cut where not all is looked at.
    const rows = whole || part.length === text.length ? records : records.slice(0, -1);
    const [header, ...rest] = rows;
    if (!header || rest.length < FEWEST_ROWS || !header.every((cell) => COLUMN.test(cell.trim()))) continue;
    if (rest.every((row) => row.length === header.length))
      return { header: header.map((cell) => cell.trim()), rows: rest };
  }
  return null;
}

/** Cells may stand in quotation marks, and hold the delimiter, line breaks and doubled marks then. */
function recordsOf(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  let isApart = false;
  const endRow = () => {
    row.push(cell);
    const isBlank = row.length === 1 && !row[0]?.trim();
    // Empty lines part paragraphs, and no rows: a row that does not fit tells that.
    if (!isBlank) records.push(isApart && records.length > 0 ? [] : row);
    isApart = isBlank;
    row = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === delimiter) {
      row.push(cell);
      cell = '';
    } else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  endRow();
  return records;
}
