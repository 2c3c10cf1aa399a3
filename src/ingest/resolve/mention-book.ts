import type { Span } from '../../language/span';
import type { NewMention } from '../persist/document-rows';

interface Place extends Span {
  /** In order of the mentions. */
  readonly rank: number;
}

/** The companies that a text mentions, by the places of their names: a passage looks at its own places and no others. */
export class MentionBook {
  /** In order of the mentions; a company that is known by two names stands here twice. */
  readonly companies: readonly number[];
  readonly #places: readonly Place[];

  constructor(mentions: readonly NewMention[]) {
    const known = mentions.filter(({ companyId }) => companyId !== null);
    this.companies = known.map(({ companyId }) => companyId as number);
    this.#places = known
      .flatMap(({ spans }, rank) => spans.map(({ start, end }) => ({ start, end, rank })))
      .sort((a, b) => a.start - b.start);
  }

  /** Whose names stand in a passage, in order of the mentions. */
  within({ start, end }: Span): number[] {
    const ranks = new Set<number>();
    for (let i = this.#firstAt(start); i < this.#places.length; i++) {
      const place = this.#places[i] as Place;
      if (place.start > end) break;
      if (place.end <= end) ranks.add(place.rank);
    }
    return [...ranks].sort((a, b) => a - b).map((rank) => this.companies[rank] as number);
  }

  #firstAt(start: number): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] as Place).start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
