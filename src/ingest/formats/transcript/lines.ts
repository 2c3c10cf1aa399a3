import type { TextRange } from '../../../language/span';

/** One line of a text, without the white space around it. Ranges count UTF-16 units of the whole text. */
export interface Line extends TextRange {
  readonly text: string;
  /** Characters of white space before the words. */
  readonly indent: number;
  /** A page begins here: a form feed stands before the words. */
  readonly startsPage: boolean;
}

/** The lines of a text, empty ones too; LF, CRLF, CR and form feeds end a line. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let startsPage = false;
  let from = 0;
  while (from <= text.length) {
    let end = from;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
    const raw = text.slice(from, end);
    const words = raw.trim();
    const indent = raw.length - raw.trimStart().length;
    lines.push({ start: from + indent, end: from + indent + words.length, text: words, indent, startsPage });
    startsPage = text[end] === '\f';
    from = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    if (from > text.length) break;
    // The page number's line may be followed by `\n\f`: the feed belongs to the line after.
    while (text[from] === '\f') {
      startsPage = true;
      from++;
    }
  }
  return lines;
}

/** A line without what stands in front of and behind the part of its words that is kept, `[from, to)` in its own text. */
export function keepOf(line: Line, from: number, to: number): Line {
  const kept = line.text.slice(from, to);
  const start = line.start + from + (kept.length - kept.trimStart().length);
  const text = kept.trim();
  return { ...line, start, end: start + text.length, text };
}

const isBreak = (code: number): boolean => code === 10 || code === 13 || code === 12;
