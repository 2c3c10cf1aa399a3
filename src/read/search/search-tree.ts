/** A tsquery, as a tree. */
export type SearchNode =
  | { readonly kind: 'word'; readonly lexeme: string; readonly isBegun: boolean }
  | { readonly kind: 'not'; readonly node: SearchNode }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly SearchNode[] }
  /** The second stands so many words behind the first. */
  | {
      readonly kind: 'phrase';
      readonly first: SearchNode;
      readonly second: SearchNode;
      readonly distance: number;
    };

const TOKEN = /\s*(?:'((?:[^']|'')*)'(:\*)?|<(-|\d+)>|([!&|()]))/y;

/** Reads a tsquery as Postgres prints it. Null: it is empty. */
export function readTree(text: string): SearchNode | null {
  return text === '' ? null : new TreeReader(text).read();
}

/** By what binds tightest: not, phrase, and, or. */
class TreeReader {
  #at = 0;
  #token: RegExpExecArray | null = null;

  constructor(private readonly text: string) {
    this.#next();
  }

  read(): SearchNode {
    const node = this.#list('or', '|', () => this.#list('and', '&', () => this.#phrase()));
    if (this.#token || this.#at < this.text.length) throw new Error(`no tsquery: ${this.text}`);
    return node;
  }

  #list(kind: 'and' | 'or', operator: string, part: () => SearchNode): SearchNode {
    const nodes = [part()];
    while (this.#token?.[4] === operator) {
      this.#next();
      nodes.push(part());
    }
    return nodes.length === 1 ? (nodes[0] as SearchNode) : { kind, nodes };
  }

  #phrase(): SearchNode {
    let first = this.#operand();
    while (this.#token?.[3] !== undefined) {
      const distance = this.#token[3] === '-' ? 1 : Number(this.#token[3]);
      this.#next();
      first = { kind: 'phrase', first, second: this.#operand(), distance };
    }
    return first;
  }

  #operand(): SearchNode {
    const token = this.#token;
    this.#next();
    if (token?.[1] !== undefined) {
      return { kind: 'word', lexeme: token[1].replaceAll("''", "'"), isBegun: token[2] !== undefined };
    }
    if (token?.[4] === '!') return { kind: 'not', node: this.#operand() };
    if (token?.[4] !== '(') throw new Error(`no tsquery: ${this.text}`);
    const node = this.#list('or', '|', () => this.#list('and', '&', () => this.#phrase()));
    if (this.#token?.[4] !== ')') throw new Error(`no tsquery: ${this.text}`);
    this.#next();
    return node;
  }

  #next(): void {
    TOKEN.lastIndex = this.#at;
    this.#token = TOKEN.exec(this.text);
    if (this.#token) this.#at = TOKEN.lastIndex;
  }
}

/** As Postgres reads it. */
export function printTree(node: SearchNode): string {
  switch (node.kind) {
    case 'word':
      return `'${node.lexeme.replaceAll("'", "''")}'${node.isBegun ? ':*' : ''}`;
    case 'not':
      return `!(${printTree(node.node)})`;
    case 'phrase':
      return `(${printTree(node.first)} <${node.distance}> ${printTree(node.second)})`;
    default:
      return `(${node.nodes.map(printTree).join(node.kind === 'and' ? ' & ' : ' | ')})`;
  }
}

/** One of the ways to match a search: words that have to be there, and words of which none may be. */
export interface Alternative {
  readonly wanted: readonly SearchNode[];
  readonly unwanted: readonly SearchNode[];
}

/** What `or` parts; what is typed has words that are left out nowhere else. */
export function alternativesOf(tree: SearchNode): Alternative[] {
  return (tree.kind === 'or' ? tree.nodes : [tree]).map((node) => {
    const parts = node.kind === 'and' ? node.nodes : [node];
    return {
      wanted: parts.filter(({ kind }) => kind !== 'not'),
      unwanted: parts.flatMap((part) => (part.kind === 'not' ? [part.node] : [])),
    };
  });
}

/** The words of a search that are looked for, each once; those left out are not among them. */
export function wordsOf(node: SearchNode | null): { readonly lexeme: string; readonly isBegun: boolean }[] {
  const words = new Map<string, { lexeme: string; isBegun: boolean }>();
  const visit = (part: SearchNode): void => {
    if (part.kind === 'word') words.set(`${part.isBegun} ${part.lexeme}`, part);
    else if (part.kind === 'phrase') {
      visit(part.first);
      visit(part.second);
    } else if (part.kind !== 'not') part.nodes.forEach(visit);
  };
  if (node) visit(node);
  return [...words.values()];
}
