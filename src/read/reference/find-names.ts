import type { FoundName } from './name-index';
import { NameIndex, type Spelling } from './name-index';
import type { ReferenceView } from './view';

export type NamedKind = 'company' | 'person' | 'firm' | 'topic';

/** What somebody may have meant by a name, of one of the kinds. */
export interface NameCandidate extends FoundName {
  readonly kind: NamedKind;
}

/**
 * Companies, people, firms and topics by what people type: names of today and before, symbols old and new, short forms, beginnings of
 * words, with a slip of the pen. Best first, at most `limit` of all. Of kinds that memory holds in part, those that it holds.
 */
export function findNames(
  view: ReferenceView,
  typed: string,
  kinds: readonly NamedKind[],
  limit = 5,
): readonly NameCandidate[] {
  const found = kinds.flatMap((kind) =>
    indexOf(view, kind)
      .find(typed, limit)
      .map((name) => ({ kind, ...name })),
  );
  return found.sort((a, b) => b.score - a.score).slice(0, limit);
}

/** By the lists that it was made of: memory gives new ones after a change. */
const made = new WeakMap<object, { readonly from: readonly object[]; readonly index: NameIndex }>();

function indexOf(view: ReferenceView, kind: NamedKind): NameIndex {
  const from = SOURCES[kind](view);
  const known = made.get(from[0] as object);
  if (known && from.every((list, i) => list === known.from[i])) return known.index;
  const index = new NameIndex(SPELLINGS[kind](view));
  made.set(from[0] as object, { from, index });
  return index;
}

const SOURCES: Readonly<Record<NamedKind, (view: ReferenceView) => readonly object[]>> = {
  company: (view) => [view.all('company'), view.all('company_name'), view.all('company_symbol')],
  person: (view) => [view.all('person')],
  firm: (view) => [view.all('firm')],
  topic: (view) => [view.all('topic')],
};

const SPELLINGS: Readonly<Record<NamedKind, (view: ReferenceView) => Iterable<Spelling>>> = {
  *company(view) {
    const weights = new Map(view.all('company').map(({ id, statementCount }) => [id, statementCount]));
    for (const { id, name, statementCount: weight } of view.all('company')) yield { id, name, weight };
    const others = [
      ...view.all('company_name'),
      ...view.all('company_symbol').map(({ companyId, symbol }) => ({ companyId, name: symbol })),
    ];
    for (const { companyId, name } of others) yield { id: companyId, name, weight: weights.get(companyId) ?? 0 };
  },
  *person(view) {
    for (const { id, name, aliases, utteranceCount: weight } of view.all('person')) {
      for (const spelling of [name, ...aliases]) yield { id, name: spelling, weight };
    }
  },
  *firm(view) {
    for (const { id, name } of view.all('firm')) yield { id, name, weight: 0 };
  },
  *topic(view) {
    for (const { id, name, slug, aliases, utteranceCount: weight } of view.all('topic')) {
      for (const spelling of [name, slug, ...aliases]) yield { id, name: spelling, weight };
    }
  },
};
