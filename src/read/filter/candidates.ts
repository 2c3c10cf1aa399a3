import type { Metric } from '../../domain/metric.entity';
import { foldMetricName } from '../../domain/metric-catalogue';
import type { Operation } from '../operation';
import { findNames, type NamedKind } from '../reference/find-names';
import { type FoundName, NameIndex, type Spelling } from '../reference/name-index';
import { isSlip } from '../reference/name-likeness';
import { holdsOn } from './holds-on';

// What may have been meant by a name that nobody bears, as the argument would take it: best first. All may throw NeedLookup.

const MOST = 5;
/** Several spellings lead to one node, and not every company has a symbol. */
const LOOKED_AT = 4 * MOST;
/** In characters and in words: what is longer is no slip of the pen, and takes ever longer to compare. */
const LONGEST = 80;
const MOST_WORDS = 8;
/** Of more people than this the database finds those who may be meant: an index over all of them would hold up everybody while it is made. */
const MOST_COMPARED = 5_000;
/** Of one list: whoever sends hundreds of unknown names is not helped with each. */
export const MOST_HELPED = 10;

/** Symbols of a day: of companies of such a name or symbol, then those that differ by one slip. */
export function symbolsLike(op: Operation, typed: string, day: string): readonly string[] {
  return found(op, `symbols ${day}`, typed, () => {
    const held = new Map<number, string>();
    for (const span of op.view.all('company_symbol')) {
      if (holdsOn(span, day) && !held.has(span.companyId)) held.set(span.companyId, span.symbol);
    }
    const named = nodesNamed(op, 'company', typed).flatMap((id) => held.get(id) ?? []);
    const symbol = typed.trim().toUpperCase();
    // Of one or two letters nearly all are one slip apart.
    if (symbol.length < 3) return named;
    return [...named, ...[...held.values()].filter((other) => isSlip(symbol, other)).sort()];
  });
}

export const companySlugsLike = (op: Operation, typed: string): readonly string[] =>
  found(op, 'slugs', typed, () =>
    nodesNamed(op, 'company', typed).flatMap((id) => op.view.node('company', id)?.slug ?? []),
  );

export const companiesLike = (op: Operation, typed: string): readonly string[] =>
  found(op, 'companies', typed, () =>
    nodesNamed(op, 'company', typed).flatMap((id) => op.view.node('company', id)?.name ?? []),
  );

export const firmsLike = (op: Operation, typed: string): readonly string[] =>
  found(op, 'firms', typed, () => nodesNamed(op, 'firm', typed).flatMap((id) => op.view.node('firm', id)?.name ?? []));

/** Slugs. */
export const topicsLike = (op: Operation, typed: string): readonly string[] =>
  found(op, 'topics', typed, () =>
    nodesNamed(op, 'topic', typed).flatMap((id) => op.view.node('topic', id)?.slug ?? []),
  );

/** Full names. */
export const peopleLike = (op: Operation, typed: string): readonly string[] =>
  found(op, 'people', typed, () => {
    const { complete, size } = op.view.store.shelves.person;
    if (complete && size <= MOST_COMPARED) {
      return nodesNamed(op, 'person', typed).flatMap((id) => op.view.node('person', id)?.name ?? []);
    }
    const people = op.view.peopleLike(typed);
    const spellings = people.flatMap(({ id, name, aliases, utteranceCount: weight }) =>
      [name, ...aliases].map((spelling) => ({ id, name: spelling, weight })),
    );
    const ids = findIn(new NameIndex(spellings), typed);
    return ids.flatMap((id) => people.find((person) => person.id === id)?.name ?? []);
  });

/** Names in the catalogue. */
export const metricsLike = (op: Operation, typed: string): readonly string[] =>
  found(op, 'metrics', typed, () => {
    const { metric } = op.view.store.shelves;
    const index = metric.index('names', (metrics: readonly Metric[]) => new NameIndex(metrics.flatMap(spellingsOf)));
    return findIn(index, typed).flatMap((id) => op.view.node('metric', id)?.name ?? []);
  });

/** Written as one word too, as programs do: netIncome. */
const spellingsOf = ({ id, name, label, aliases }: Metric): Spelling[] =>
  [name, label, ...aliases].flatMap((spelling) =>
    [spelling, foldMetricName(spelling)].map((written) => ({ id, name: written, weight: 0 })),
  );

export const sectorsLike = (op: Operation, typed: string): readonly string[] =>
  found(op, 'sectors', typed, () => {
    const sectors = [...new Set(op.view.all('company').flatMap(({ sector }) => sector ?? []))].sort();
    const index = new NameIndex(sectors.map((name, id) => ({ id, name, weight: 0 })));
    return findIn(index, typed).flatMap((id) => sectors[id] ?? []);
  });

/** Found once for an operation, whatever asks. */
function found(op: Operation, what: string, typed: string, find: () => readonly string[]): readonly string[] {
  if (typed.length > LONGEST || typed.trim().split(/\s+/).length > MOST_WORDS) return [];
  return op.memo(`${what} like ${typed}`, () => [...new Set(find())].slice(0, MOST));
}

const nodesNamed = (op: Operation, kind: NamedKind, typed: string): number[] =>
  byLongestWord(typed, (words) => likeliest(findNames(op.view, words, [kind], LOOKED_AT)));

const findIn = (index: NameIndex, typed: string): number[] =>
  byLongestWord(typed, (words) => likeliest(index.find(words, LOOKED_AT)));

/** From this score on it is a whole name that was typed: a symbol of before, a name in place of a symbol. Nobody means what is only like it. */
const WHOLE_NAME = 0.96;

function likeliest(names: readonly FoundName[]): number[] {
  const whole = names.filter(({ score }) => score >= WHOLE_NAME);
  return (whole.length > 0 ? whole : names).map(({ id }) => id);
}

/** Where nothing has all the words, what has the longest of them. */
function byLongestWord(typed: string, find: (words: string) => number[]): number[] {
  const all = find(typed);
  if (all.length > 0) return all;
  const words = typed.trim().split(/\s+/);
  const [longest = ''] = [...words].sort((a, b) => b.length - a.length);
  return words.length > 1 ? find(longest) : all;
}
