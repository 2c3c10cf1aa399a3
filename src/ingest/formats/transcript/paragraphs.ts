import type { TextRange } from '../../../language/span';
import type { Line } from './lines';

/** Shares of lines that end without ending a sentence above which a text counts as wrapped by hand or by a printer. */
const WRAPPED_SHARE = 0.35;

/** Whether line breaks are only where a line was full, so that paragraphs are told by empty lines. */
export function isWrapped(lines: readonly Line[], isBody: readonly boolean[]): boolean {
  let [inner, open, long] = [0, 0, 0];
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i] as Line, lines[i + 1] as Line];
    if (!isBody[i] || !line.text) continue;
    if (line.text.length > 240) long++;
    if (!isBody[i + 1] || !next.text) continue;
    inner++;
    if (!/[.!?…:;"”’)\]>-]$/.test(line.text)) open++;
  }
  return inner > 0 && open / inner > WRAPPED_SHARE && long < inner / 3;
}

/**
 * The paragraphs of the lines `[from, to)`: runs of lines without an empty one in a wrapped text, else every line by itself.
 * Lines that are no body (page numbers, running heads) cut the range, so that no range holds any of their characters.
 */
export function paragraphsOf(
  lines: readonly Line[],
  from: number,
  to: number,
  firstStart: number | null,
  isBody: readonly boolean[],
  wrapped: boolean,
): TextRange[] {
  const ranges: TextRange[] = [];
  let open: { start: number; end: number } | null = null;
  const close = (): void => {
    if (open) ranges.push(open);
    open = null;
  };
  for (let i = from; i < to; i++) {
    const line = lines[i] as Line;
    if (!isBody[i] || !line.text) {
      close();
      continue;
    }
    const start = i === from && firstStart !== null ? firstStart : line.start;
    if (start >= line.end) continue;
    if (open && wrapped && !line.startsPage) open.end = line.end;
    else {
      close();
      open = { start, end: line.end };
    }
  }
  close();
  return ranges;
}
