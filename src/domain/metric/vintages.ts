import { compareFilings, type FiledFact, identityOf, isPeriodicForm } from './filed-fact';

/** One filing of a number among the others of the same number. */
export interface Vintage<F> {
  readonly fact: F;
  readonly isCurrent: boolean;
  /** Index into the same list; null for the current one, and for it alone. */
  readonly supersededBy: number | null;
}

/**
 * Sorts out who supersedes whom. Current is the latest filed among periodic forms; where no periodic form has the number,
 * the latest filed at all. Each periodic vintage is superseded by the next one, any other by the current one.
 * Exact copies (same number, filing and value) are folded into one, preferring the copy that carries the SEC frame.
 * The order of the input is kept.
 */
export function vintagesOf<F extends FiledFact & { readonly frame?: string | null }>(
  facts: readonly F[],
): Vintage<F>[] {
  return linkVintages(foldCopies(facts));
}

/** As vintagesOf, for facts among which there are no copies. */
export function linkVintages<F extends FiledFact>(kept: readonly F[]): Vintage<F>[] {
  const successors = new Map<number, number>();
  for (const filings of groupByIdentity(kept).values()) {
    filings.sort((a, b) => compareFilings(kept[a]!, kept[b]!));
    const periodic = filings.filter((index) => isPeriodicForm(kept[index]!.form));
    const chain = periodic.length > 0 ? periodic : filings;
    const current = chain.at(-1)!;
    for (const index of filings) if (index !== current) successors.set(index, current);
    for (const [place, index] of chain.slice(0, -1).entries()) successors.set(index, chain[place + 1]!);
  }
  return kept.map((fact, index) => {
    const supersededBy = successors.get(index) ?? null;
    return { fact, isCurrent: supersededBy === null, supersededBy };
  });
}

function foldCopies<F extends FiledFact & { readonly frame?: string | null }>(facts: readonly F[]): F[] {
  const copies = new Map<string, F>();
  for (const fact of facts) {
    const key = `${identityOf(fact)}|${fact.form}|${fact.accession}|${fact.filedAt}|${fact.value}`;
    const known = copies.get(key);
    if (!known || (!known.frame && fact.frame)) copies.set(key, fact);
  }
  return [...copies.values()];
}

function groupByIdentity(facts: readonly FiledFact[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, fact] of facts.entries()) {
    const identity = identityOf(fact);
    const group = groups.get(identity);
    if (group) group.push(index);
    else groups.set(identity, [index]);
  }
  return groups;
}
