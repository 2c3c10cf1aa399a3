import type { Place } from '../text/word';
import type { UnknownItem } from './item';

/** Written as periods are, and not read as one: `Q5`, `5Q24`, `2024Q5`, `1850`, `FY2150`, `H3`. */
const NO_PERIOD = /^(?:q\d+|\d{1,2}q(?:\d\d){0,2}|[12]\d{3}(?:q\d+)?|fy(?:\d\d){1,2}|h\d)$/;

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** A year behind what only a year can follow: `Q4 9999`, `January 0000`; and quarters and halves that no year has. */
const ODD = new RegExp(
  String.raw`\b(?<head>Q[1-4]|[1-4]Q|quarter(?:\s+of)?|H[12]|half(?:\s+of)?|${MONTHS}|FY|CY|fiscal(?:\s+year)?|calendar(?:\s+year)?|spring|summer|autumn|winter),?\s+(?:of\s+)?(?<year>\d{3,})\b` +
    String.raw`|\b(?:zeroth|fifth|sixth|seventh|eighth|ninth|tenth|(?:0|[5-9]|\d{2,})th)\s+quarter\b|\b(?:third|fourth|fifth|[03-9](?:rd|th))\s+half\b`,
  'giu',
);

/** The first thing that looks like a period and is none, as it is typed. `open`: the question without quotations; `times`: what was read of it. */
export function noPeriodIn(open: string, times: readonly Place[], unknown: readonly UnknownItem[]): string | null {
  const isRead = (at: number) => times.some(({ start, end }) => start <= at && at < end);
  for (const match of open.matchAll(ODD)) {
    const end = match.index + match[0].length;
    if (!isRead(end - 1)) return match[0];
  }
  for (const { words, start } of unknown) {
    // How many there are of something, which names it behind the number.
    const word = words.find(({ folded }) => NO_PERIOD.test(folded));
    if (word && !(/^\d+$/.test(word.folded) && isCount(open, word, start))) return word.text;
  }
  return null;
}

function isCount(open: string, word: Place, start: number): boolean {
  const isDated = /\b(?:in|for|since|of|during|from|until|till|through|before|after|by|year)\s+$/i.test(
    open.slice(0, start),
  );
  return !isDated && /^\s+\p{L}/u.test(open.slice(word.end));
}
