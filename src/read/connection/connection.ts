/** A page that has been read. `cursors` are in step with `nodes`. */
export interface Page {
  readonly nodes: readonly object[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface Count {
  readonly total: number;
  readonly exact: boolean;
}

export const EMPTY_PAGE: Page = { nodes: [], cursors: [], hasNextPage: false, hasPreviousPage: false };

/** What a connection field returns. graphql-js' default resolver calls these methods; the compiled executor reads page and count. */
export abstract class Connection {
  abstract page(): Page | Promise<Page>;
  abstract count(): Count | Promise<Count>;

  nodes(): unknown {
    return then(this.page(), (page) => page.nodes);
  }

  edges(): unknown {
    return then(this.page(), edgesOf);
  }

  pageInfo(): unknown {
    return then(this.page(), pageInfoOf);
  }

  totalCount(): unknown {
    return then(this.count(), (count) => count.total);
  }

  totalCountIsExact(): unknown {
    return then(this.count(), (count) => count.exact);
  }

  /** No page is cut short by ranking yet. */
  isExact(): boolean {
    return true;
  }
}

export function edgesOf(page: Page): { cursor: string; node: object }[] {
  return page.nodes.map((node, index) => ({ cursor: page.cursors[index] ?? '', node }));
}

export function pageInfoOf({ cursors, hasNextPage, hasPreviousPage }: Page): PageInfo {
  return { hasNextPage, hasPreviousPage, startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null };
}

function then<T, R>(value: T | Promise<T>, work: (value: T) => R): R | Promise<R> {
  return value instanceof Promise ? value.then(work) : work(value);
}
