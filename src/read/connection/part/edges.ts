import type { Page } from '../page';
import { PAGE } from './page-source';
import { part } from './part';

export const edges = part(PAGE, edgesOf, { rows: ['node'], cursors: ['cursor'] });

function edgesOf(page: Page): { readonly cursor: string; readonly node: object }[] {
  return page.nodes.map((node, index) => ({
    get cursor() {
      return page.cursor(index);
    },
    node,
  }));
}
