import type { TextMatch } from '../../search/text-match';
import type { Page } from '../page';
import { PAGE } from './page-source';
import { part } from './part';

export const edges = part(PAGE, edgesOf, { rows: ['node'], cursors: ['cursor'], matches: ['textMatches'] });

interface Edge {
  readonly cursor: string;
  readonly node: object;
  readonly score: number | null;
  readonly textMatches: readonly TextMatch[];
}

function edgesOf(page: Page): Edge[] {
  return page.nodes.map((node, index) => ({
    get cursor() {
      return page.cursor(index);
    },
    node,
    get score() {
      return page.score(index);
    },
    get textMatches() {
      return page.textMatches(index);
    },
  }));
}
