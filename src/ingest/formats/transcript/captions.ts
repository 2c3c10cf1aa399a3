import { BRACKETED_STAMP, stampOf } from './label-mark';
import { keepOf, type Line } from './lines';

const CUE =
  /^\d{1,3}:\d{2}(?::\d{2})?[.,]\d{1,3}\s{1,3}-->\s{1,3}\d{1,3}:\d{2}(?::\d{2})?[.,]\d{1,3}(?:\s[\w:.%,\s-]{0,80})?$/;
const HEADER = /^\ufeff?WEBVTT\b/;
/** Blocks of WebVTT that are no words. */
const NO_WORDS = /^(?:NOTE|STYLE|REGION)\b/;

/** What captions print besides words. */
export interface Captions {
  /** With the closing marks of voices taken off. */
  readonly lines: readonly Line[];
  /** By line: it belongs to the captions, not to what is said. */
  readonly isMark: readonly boolean[];
  /** By line: when the caption begins whose times stand above it, in milliseconds. */
  readonly startMs: readonly (number | null)[];
}

/** Takes the times, numbers and headers of SubRip and WebVTT apart from the words; other texts stay as they are. */
export function readCaptions(lines: readonly Line[]): Captions {
  const isMark = lines.map(({ text }) => CUE.test(text));
  const startMs = lines.map((_, i) => (isMark[i - 1] ? stampOf((lines[i - 1] as Line).text) : null));
  if (!isMark.includes(true)) return { lines, isMark, startMs };
  const first = lines.findIndex(({ text }) => text !== '');
  const isVtt = HEADER.test(lines[first]?.text ?? '');
  lines.forEach(({ text }, i) => {
    // A number, or in WebVTT any identifier, alone between an empty line and the times.
    if (isMark[i + 1] && CUE.test((lines[i + 1] as Line).text) && !lines[i - 1]?.text && (isVtt || /^\d+$/.test(text)))
      isMark[i] = true;
    const opensBlock = i === first || (!lines[i - 1]?.text && NO_WORDS.test(text));
    if (isVtt && opensBlock) for (let at = i; lines[at]?.text; at++) isMark[at] = true;
  });
  return { lines: isVtt ? lines.map(withoutClosing) : lines, isMark, startMs };
}

function withoutClosing(line: Line): Line {
  const closing = /\s*<\/v>$/.exec(line.text);
  return closing ? keepOf(line, 0, closing.index) : line;
}

/** Takes times in brackets off the lines of words that begin with them; by line: the time, in milliseconds. */
export function takeStamps(lines: Line[], isBody: readonly boolean[]): (number | null)[] {
  return lines.map((line, i) => {
    const stamp = isBody[i] ? BRACKETED_STAMP.exec(line.text)?.[0] : undefined;
    if (stamp === undefined) return null;
    lines[i] = keepOf(line, stamp.length, line.text.length);
    return stampOf(stamp);
  });
}
