import { Connection } from './connection';
import { printCursor } from './cursor';
import { EMPTY_PAGE, type Page } from './page';
import { fingerprintOf, type PageArgs, readPageArgs } from './page-args';

type Key = string | number;

export interface ListOrder<T> {
  /** Sort keys of a node, the id last. */
  keys(node: T): readonly Key[];
  /** Of each key: `text`, `int4` or `float8`. */
  readonly types: readonly string[];
  readonly descending: boolean;
}

/** A connection over nodes in memory. Cursors hold sort keys, so they survive nodes that come and go. */
export class ListConnection<T extends object = object> extends Connection {
  readonly page: Page;
  /** On all pages. */
  readonly total: number;
  readonly isLowerBound: boolean = false;

  constructor(
    readonly name: string,
    nodes: readonly T[],
    args: PageArgs,
    order: ListOrder<T>,
  ) {
    super();
    const fingerprint = fingerprintOf(name, args);
    const wish = readPageArgs(args, fingerprint, () => order.types);
    const sign = order.descending ? -1 : 1;
    const compare = (a: readonly Key[], b: readonly Key[]) => sign * compareKeys(a, b);
    const sorted = nodes.map((node) => ({ node, keys: order.keys(node) })).sort((a, b) => compare(a.keys, b.keys));
    const [after, before] = (wish.backward ? [wish.bound, wish.cursor] : [wish.cursor, wish.bound]) as (Key[] | null)[];
    const inside = sorted.filter(
      ({ keys }) => (!after || compare(keys, after) > 0) && (!before || compare(keys, before) < 0),
    );
    const cut = wish.backward ? inside.slice(Math.max(0, inside.length - wish.size)) : inside.slice(0, wish.size);
    const more = inside.length > cut.length;
    this.total = nodes.length;
    this.page = {
      ...EMPTY_PAGE,
      nodes: cut.map(({ node }) => node),
      cursor: (index) => printCursor(fingerprint(), cut[index]?.keys ?? []),
      hasNextPage: wish.backward ? before !== null : more,
      hasPreviousPage: wish.backward ? more : after !== null,
    };
  }
}

function compareKeys(a: readonly Key[], b: readonly Key[]): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as Key, b[i] as Key];
    if (x < y) return -1;
    if (x > y) return 1;
  }
  return 0;
}
