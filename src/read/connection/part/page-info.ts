import type { Page } from '../page';
import { PAGE } from './page-source';
import { part } from './part';

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export const pageInfo = part(PAGE, pageInfoOf, { cursors: ['startCursor', 'endCursor'] });

function pageInfoOf(page: Page): PageInfo {
  const { nodes, hasNextPage, hasPreviousPage } = page;
  return {
    hasNextPage,
    hasPreviousPage,
    get startCursor() {
      return nodes.length > 0 ? page.cursor(0) : null;
    },
    get endCursor() {
      return nodes.length > 0 ? page.cursor(nodes.length - 1) : null;
    },
  };
}
