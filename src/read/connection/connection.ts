/** A page that has been read. Cursors are made when asked for: few questions do. */
export interface Page {
  readonly nodes: readonly object[];
  cursor(index: number): string;
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

export const EMPTY_PAGE: Page = { nodes: [], cursor: () => '', hasNextPage: false, hasPreviousPage: false };

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

export function edgesOf(page: Page): { readonly cursor: string; readonly node: object }[] {
  return page.nodes.map((node, index) => ({
    get cursor() {
      return page.cursor(index);
    },
    node,
  }));
}

export function pageInfoOf(page: Page): PageInfo {
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

function then<T, R>(value: T | Promise<T>, work: (value: T) => R): R | Promise<R> {
  return value instanceof Promise ? value.then(work) : work(value);
}
