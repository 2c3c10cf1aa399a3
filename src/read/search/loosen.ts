import type { SearchNode } from './search-tree';

type Word = Extract<SearchNode, { readonly kind: 'word' }>;

/**
 * What an index of words can answer quickly of a search: rows that match the search match this too. Null: nothing of it. Places of words
 * are not in the index, so a phrase is all its words; a word that is only begun is put together from all words that begin so,
 * which costs more than it saves where these are common (`isCostly`).
 */
export function loosen(node: SearchNode, isCostly: (word: Word) => boolean): SearchNode | null {
  switch (node.kind) {
    case 'word':
      return isCostly(node) ? null : node;
    case 'phrase':
      return allOf([node.first, node.second], isCostly);
    case 'and':
      return allOf(node.nodes, isCostly);
    case 'not':
      return isExact(node.node, isCostly) ? node : null;
    case 'or': {
      const nodes = node.nodes.map((part) => loosen(part, isCostly));
      return nodes.every((part) => part !== null) ? { kind: 'or', nodes: nodes as SearchNode[] } : null;
    }
  }
}

function allOf(parts: readonly SearchNode[], isCostly: (word: Word) => boolean): SearchNode | null {
  const nodes = parts.flatMap((part) => loosen(part, isCostly) ?? []);
  return nodes.length > 1 ? { kind: 'and', nodes } : (nodes[0] ?? null);
}

/** Whether the index alone can tell it: only then can it tell the opposite. */
export function isExact(node: SearchNode, isCostly: (word: Word) => boolean): boolean {
  switch (node.kind) {
    case 'word':
      return !isCostly(node);
    case 'phrase':
      return false;
    case 'not':
      return isExact(node.node, isCostly);
    default:
      return node.nodes.every((part) => isExact(part, isCostly));
  }
}
