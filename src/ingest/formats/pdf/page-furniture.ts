import { isImprint } from '../transcript/furniture';
import type { PdfPage } from './read-pages';
import type { Row } from './rows';

/** Part of the page's height at top and bottom in which running heads and feet stand. */
const MARGIN = 0.1;
const PAGE_NUMBER = /^[-–—|\s]*(?:page|p\.)?\s{0,3}\d{1,4}(?:\s{0,3}(?:of|\/)\s{0,3}\d{1,4})?[-–—|\s]*$/i;

/** The rows without page numbers and what recurs in the margins of most pages. */
export function withoutFurniture(pages: readonly PdfPage[], rows: readonly (readonly Row[])[]): Row[][] {
  const isInMargin = (row: Row, page: PdfPage): boolean =>
    row.y < MARGIN * page.height || row.y > (1 - MARGIN) * page.height;
  const keyOf = ({ text }: Row): string => text.replace(/\d+/g, '#').toLowerCase();
  const seen = new Map<string, Set<number>>();
  rows.forEach((page, i) => {
    for (const row of page)
      if (isInMargin(row, pages[i] as PdfPage)) seen.set(keyOf(row), (seen.get(keyOf(row)) ?? new Set()).add(i));
  });
  const isRunning = (row: Row): boolean => {
    const count = seen.get(keyOf(row))?.size ?? 0;
    return count >= 3 || (count >= 2 && count >= 0.6 * pages.length);
  };
  return rows.map((page, i) =>
    page.filter((row) => {
      if (isImprint(row.text)) return false;
      if (!isInMargin(row, pages[i] as PdfPage)) return true;
      const isEdge = row === page[0] || row === page.at(-1);
      return !(isRunning(row) || (isEdge && PAGE_NUMBER.test(row.text)));
    }),
  );
}
