import type { Line } from './lines';

const PAGE_NUMBER =
  /^(?:[-–—|\s]*(?:page|p\.|pg\.?)?\s{0,3}\d{1,4}(?:\s{0,3}(?:of|\/|\|)\s{0,3}\d{1,4})?[-–—|\s]*(?:\|?\s?page)?)$/i;
const IMPRINT =
  /^(?:copyright\b|©|\(c\) ?(?:19|20)\d\d|all rights reserved|www\.\S+$|https?:\/\/\S+$|1-877-FACTSET|refinitiv streetevents|thomson reuters|bloomberg transcript$|spglobal\.com|\W*advertisement\W*$|more \w+ analysis|all earnings call transcripts|image source:|read more:?$|contents:?$)|©\s?(?:19|20)\d\d/i;
/** Who published the pages: never what was said. */
export const isImprint = (text: string): boolean => text.length < 160 && IMPRINT.test(text);

/** A line of nothing but dots, dashes or the like is drawn, not said; three dots may be a pause. */
export const isRule = (text: string): boolean => text.length > 3 && /^[-–—_=.*~•·\s]+$/.test(text);
/** A line of one to three dashes, which some pages set between a name and its office. */
export const isDash = (text: string): boolean => /^[-–—]{1,3}$/.test(text);
/** How many lines from a page's edge a running head may stand. */
const EDGE = 4;

/**
 * The lines that belong to the page and not to the words: page numbers, running heads and feet, imprints. A line that recurs
 * is furniture only where it stands at the edges of pages; a label recurs too.
 */
export function findFurniture(lines: readonly Line[]): boolean[] {
  const found = lines.map(
    (line, i) =>
      isRule(line.text) ||
      ((isPageNumber(line, lines[i - 1], lines[i + 1]) || IMPRINT.test(line.text)) && line.text.length < 160),
  );
  const atEdge = markEdges(lines, found);
  const seen = new Map<string, { all: number; edge: number }>();
  const keyOf = (line: Line): string => line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();
  lines.forEach((line, i) => {
    if (!line.text || line.text.length > 160) return;
    const count = seen.get(keyOf(line)) ?? { all: 0, edge: 0 };
    count.all++;
    if (atEdge[i]) count.edge++;
    seen.set(keyOf(line), count);
  });
  return lines.map((line, i) => {
    if (found[i]) return true;
    if (!line.text || !atEdge[i] || /[:?]$/.test(line.text)) return false;
    const count = seen.get(keyOf(line));
    return count !== undefined && count.edge >= 3 && count.edge >= 0.8 * count.all;
  });
}

function isPageNumber(line: Line, before: Line | undefined, after: Line | undefined): boolean {
  if (!line.text || !PAGE_NUMBER.test(line.text)) return false;
  return !before?.text || !after?.text || after.startsPage || line.startsPage;
}

/** Which lines stand within a few lines of the break between two pages. */
function markEdges(lines: readonly Line[], numbers: readonly boolean[]): boolean[] {
  const edge = lines.map(() => false);
  const spread = (from: number, step: 1 | -1): void => {
    let left = EDGE;
    for (let at = from; at >= 0 && at < lines.length && left > 0; at += step)
      if (lines[at]?.text) {
        edge[at] = true;
        left--;
      }
  };
  lines.forEach((line, i) => {
    if (!line.startsPage && !(numbers[i] && PAGE_NUMBER.test(line.text))) return;
    spread(i, 1);
    spread(i - 1, -1);
  });
  return edge;
}
