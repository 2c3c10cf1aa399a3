import type { SearchNode } from './search-tree';

/** Of each lexeme that is looked for, where in the text's order of words it stands, from 1; as a tsvector holds it. */
export type WordPlaces = ReadonlyMap<string, readonly number[]>;

/** Words that answer a part of a search together. */
interface Run {
  readonly words: readonly number[];
  readonly last: number;
}

/** Places of all words that the search found: those of a phrase only where they follow each other as it says. Ascending. */
export function foundPlaces(node: SearchNode, places: WordPlaces): number[] {
  const found = new Set<number>();
  const visit = (part: SearchNode): void => {
    if (part.kind === 'not') return;
    if (part.kind === 'and' || part.kind === 'or') part.nodes.forEach(visit);
    else for (const { words } of runsOf(part, places)) for (const word of words) found.add(word);
  };
  visit(node);
  return [...found].sort((a, b) => a - b);
}

function runsOf(node: SearchNode, places: WordPlaces): Run[] {
  switch (node.kind) {
    case 'word':
      return placesOf(node, places).map((place) => ({ words: [place], last: place }));
    case 'phrase': {
      const seconds = new Map(runsOf(node.second, places).map((run) => [run.last, run]));
      return runsOf(node.first, places).flatMap(({ words, last }) => {
        const second = seconds.get(last + node.distance);
        return second ? [{ words: [...words, ...second.words], last: second.last }] : [];
      });
    }
    case 'not':
      return [];
    default:
      return node.nodes.flatMap((part) => runsOf(part, places));
  }
}

function placesOf(
  { lexeme, isBegun }: Extract<SearchNode, { readonly kind: 'word' }>,
  places: WordPlaces,
): readonly number[] {
  if (!isBegun) return places.get(lexeme) ?? [];
  return [...places].flatMap(([word, at]) => (word.startsWith(lexeme) ? at : []));
}
