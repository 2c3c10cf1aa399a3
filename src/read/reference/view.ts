import type { Analyst } from '../../domain/analyst.entity';
import type { Event } from '../../domain/event.entity';
import type { Executive } from '../../domain/executive.entity';
import type { NodeType } from '../../domain/global-id';
import type { Person } from '../../domain/person.entity';
import type { Quarter } from '../../domain/quarter.entity';
import { type Need, NeedLookup, needKey } from '../need';
import { type KnownSearch, knowSearch, type SearchRow, searchKey } from '../search/known-search';
import type { TypedSearch } from '../search/typed-search';
import type { ReferenceKind, ReferenceNode } from './kinds';
import { plainKeyOf, searchKeyOf } from './names';
import type { ReferenceStore } from './store';

/** Above this many people, a filter by name goes to the database as a pattern instead of as ids. */
export const MANY = 200;

/** People that a filter names: few by their ids, many by how much of all that was said they have said. */
export type Speakers =
  | { readonly ids: readonly number[] }
  | { readonly ids: null; readonly words: number; readonly allWords: number };

/** Reference nodes as one operation sees them: memory first, then what it fetched itself. Throws NeedLookup for the rest. */
export class ReferenceView {
  /** Null until something is: memory is mostly enough. */
  #fetched: Map<string, readonly { id: number }[]> | null = null;

  constructor(readonly store: ReferenceStore) {}

  /** What the database has answered to a need. */
  keep(need: Need, list: readonly { id: number }[]): void {
    this.#fetched ??= new Map();
    this.#fetched.set(needKey(need), list);
  }

  /** Null: there is no such node. */
  node<K extends ReferenceKind>(kind: K, id: number): ReferenceNode<K> | null {
    const known = this.store.shelfOf(kind).get(id);
    if (known) return known as ReferenceNode<K>;
    return (this.#list({ kind, by: 'id', key: id })[0] as ReferenceNode<K> | undefined) ?? null;
  }

  /** The node's key now, where the id was given out before it was merged into another. */
  currentKey(type: NodeType, key: number): number {
    return this.store.merged.currentKey(type, key);
  }

  /** A node that a foreign key points to: it exists. */
  linked<K extends ReferenceKind>(kind: K, id: number): ReferenceNode<K> {
    const node = this.node(kind, id);
    if (!node) throw new Error(`no ${kind} ${id}, although a row points to it`);
    return node;
  }

  all<K extends ReferenceKind>(kind: K): readonly ReferenceNode<K>[] {
    return this.store.shelves[kind].index('all', (nodes: readonly unknown[]) => nodes) as readonly ReferenceNode<K>[];
  }

  quartersOf(companyId: number): readonly Quarter[] {
    return this.#by<Quarter>('quarter', 'companyId', companyId, (a, b) => a.startDate.localeCompare(b.startDate));
  }

  /** Those of a company that have been reported on, oldest first. Always asked of the database: facts are not kept in memory. */
  reportedQuartersOf(companyId: number): readonly Quarter[] {
    return this.#list({ kind: 'quarter', by: 'reported', key: companyId }) as readonly Quarter[];
  }

  analystsOf(personId: number): readonly Analyst[] {
    return this.#by<Analyst>('analyst', 'personId', personId, byId);
  }

  eventsOf(quarterId: number): readonly Event[] {
    return this.#by<Event>('event', 'quarterId', quarterId, (a, b) => a.date.localeCompare(b.date) || byId(a, b));
  }

  executivesOf(companyId: number): readonly Executive[] {
    return this.#by<Executive>('executive', 'companyId', companyId, byId);
  }

  officesOf(personId: number): readonly Executive[] {
    return this.#by<Executive>('executive', 'personId', personId, byId);
  }

  quarterAt(companyId: number, fiscalYear: number, fiscalQuarter: number): Quarter | null {
    return (
      this.quartersOf(companyId).find((q) => q.fiscalYear === fiscalYear && q.fiscalQuarter === fiscalQuarter) ?? null
    );
  }

  /** People whose name or alias contains these letters; a line of the search key is a name. */
  peopleNamed(typed: string): readonly Person[] {
    const key = searchKeyOf(typed);
    const shelf = this.store.shelves.person;
    if (!shelf.complete) return this.#list({ kind: 'person', by: 'search', key }) as readonly Person[];
    const found = shelf.index('named', () => new Map<string, Person[]>());
    let people = found.get(key);
    if (!people) {
      if (found.size > 1_000) found.clear();
      const keys = shelf.index('plain keys', (all: readonly Person[]) =>
        all.map((node) => [plainKeyOf(node), node] as const),
      );
      people = keys.flatMap(([names, person]) => (names.includes(key) ? [person] : []));
      found.set(key, people);
    }
    return people;
  }

  /** Those whose names are spelled most alike, as the database compares them. Always asked of it: for people who are many, or not all in memory. */
  peopleLike(typed: string): readonly Person[] {
    return this.#list({ kind: 'person', by: 'like', key: searchKeyOf(typed) }) as readonly Person[];
  }

  /** As a filter needs them; of people who are not all in memory, no more than a few are fetched. */
  speakersNamed(typed: string): Speakers {
    const { complete } = this.store.shelves.person;
    const key = searchKeyOf(typed);
    const people = complete
      ? this.peopleNamed(typed)
      : (this.#list({ kind: 'person', by: 'few', key }) as readonly Person[]);
    if (people.length <= MANY) return { ids: people.map(({ id }) => id) };
    if (complete)
      return { ids: null, words: this.#wordsOf(key, people), allWords: this.#wordsOf(null, this.all('person')) };
    const [row] = this.#list({ kind: 'person', by: 'words', key }) as unknown as { words: number; allWords: number }[];
    return { ids: null, words: row?.words ?? 0, allWords: row?.allWords ?? 0 };
  }

  /** Always asked of the database: documents are not kept in memory. */
  isDocument(id: number): boolean {
    return this.#list({ kind: 'document', by: 'id', key: id }).length > 0;
  }

  /** What the database makes of a text search. */
  search(typed: TypedSearch): KnownSearch {
    const [row] = this.#list({ kind: 'search', by: 'words', key: searchKey(typed) }) as unknown as [SearchRow];
    return knowSearch(row);
  }

  #wordsOf(key: string | null, people: readonly Person[]): number {
    const known = this.store.shelves.person.index('words', () => new Map<string | null, number>());
    let words = known.get(key);
    if (words === undefined) {
      if (known.size > 1_000) known.clear();
      words = people.reduce((sum, { utteranceCount }) => sum + utteranceCount, 0);
      known.set(key, words);
    }
    return words;
  }

  #by<T extends { id: number }>(
    kind: ReferenceKind,
    property: string,
    key: number,
    order: (a: T, b: T) => number,
  ): readonly T[] {
    const shelf = this.store.shelfOf(kind);
    if (!shelf.complete) return [...(this.#list({ kind, by: property, key }) as readonly T[])].sort(order);
    const groups = shelf.index(`by ${property}`, (nodes) => {
      const map = new Map<unknown, T[]>();
      for (const node of nodes as unknown as T[]) {
        const value = node[property as keyof T];
        const group = map.get(value);
        if (group) group.push(node);
        else map.set(value, [node]);
      }
      for (const group of map.values()) group.sort(order);
      return map;
    });
    return groups.get(key) ?? [];
  }

  #list(need: Need): readonly { id: number }[] {
    const list = this.#fetched?.get(needKey(need));
    if (!list) throw new NeedLookup([need]);
    return list;
  }
}

function byId(a: { id: number }, b: { id: number }): number {
  return a.id - b.id;
}
