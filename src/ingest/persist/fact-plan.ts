import { type FiledFact, identityOf } from '../../domain/metric/filed-fact';
import { linkVintages } from '../../domain/metric/vintages';
import type { FiledFactRow } from '../neutral-document';

/** A fact of the table, as far as a merge needs it. */
export interface KnownFact extends FiledFactRow {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly supersededById: string | null;
}

/** A place in the list of all facts after the merge: what is known first, then what is new. */
type Place = number;

export interface FactPlan {
  readonly created: readonly {
    readonly fact: FiledFactRow;
    readonly isCurrent: boolean;
    readonly next: Place | null;
  }[];
  /** What filings say of themselves, where the newer source tells it otherwise: the SEC moves frames to later filings. */
  readonly relabelled: readonly KnownFact[];
  /** Known facts whose successor is another than before. */
  readonly superseded: readonly { readonly id: string; readonly next: Place }[];
  readonly unchanged: number;
}

/**
 * What to write so that each filing of each number stands in the table once, with who supersedes whom. The rule is
 * the domain's, applied to all that is known of a number, so that the order in which files come makes no difference.
 */
export function planFacts(known: readonly KnownFact[], incoming: readonly FiledFactRow[]): FactPlan {
  const places = new Map(known.map((fact, place) => [keyOf(fact), place]));
  const framed = new Set(known.length === 0 ? [] : incoming.filter(({ frame }) => frame !== null).map(identityOf));
  const fresh = new Map<string, FiledFactRow>();
  const relabelled = new Map<string, KnownFact>();
  for (const fact of mostPrecise(incoming)) {
    const key = keyOf(fact);
    const place = places.get(key);
    if (place === undefined) {
      const copy = fresh.get(key);
      if (!copy || (copy.frame === null && fact.frame !== null)) fresh.set(key, fact);
      continue;
    }
    const label = relabel(known[place] as KnownFact, fact, framed);
    if (label) relabelled.set(label.id, label);
  }
  const added = [...fresh.values()];
  const vintages = linkVintages<FiledFactRow>([...known, ...added]);
  const superseded = known.flatMap(({ id, supersededById }, place) => {
    const next = vintages[place]?.supersededBy ?? null;
    const before = next === null ? null : next < known.length ? (known[next] as KnownFact).id : undefined;
    return next !== null && before !== supersededById ? [{ id, next }] : [];
  });
  const created = added.map((fact, i) => {
    const vintage = vintages[known.length + i];
    return { fact, isCurrent: vintage?.isCurrent ?? true, next: vintage?.supersededBy ?? null };
  });
  const unchanged = incoming.length - created.length - relabelled.size;
  return { created, relabelled: [...relabelled.values()], superseded, unchanged };
}

/** One filing of one number with one value: the key of the table. */
function keyOf(fact: FiledFact): string {
  return `${identityOf(fact)}|${fact.form}|${fact.accession}|${fact.filedAt}|${fact.value}`;
}

/**
 * A report gives some numbers twice, exactly in a table and rounded in a sentence ("$164.5 billion"). The rounded one is no
 * vintage of its own. Numbers that differ at the same precision both stay.
 */
function mostPrecise(facts: readonly FiledFactRow[]): readonly FiledFactRow[] {
  if (!facts.some(({ decimals }) => decimals != null)) return facts;
  const best = new Map<string, number>();
  const filingOf = (fact: FiledFactRow) => `${identityOf(fact)}|${fact.accession}|${fact.form}`;
  const precisionOf = ({ decimals }: FiledFactRow) => decimals ?? Number.POSITIVE_INFINITY;
  for (const fact of facts) {
    const filing = filingOf(fact);
    best.set(filing, Math.max(best.get(filing) ?? Number.NEGATIVE_INFINITY, precisionOf(fact)));
  }
  return facts.filter((fact) => precisionOf(fact) === best.get(filingOf(fact)));
}

/** The known fact with what the incoming one says of its filing; null where that is the same. */
function relabel(known: KnownFact, fact: FiledFactRow, framed: ReadonlySet<string>): KnownFact | null {
  // Where no row of a number has a frame, the source knows no frames; where another has it, this one has lost it.
  const frame = fact.frame ?? (framed.has(identityOf(fact)) ? null : known.frame);
  const filingFiscalYear = fact.filingFiscalYear ?? known.filingFiscalYear;
  const filingFiscalPeriod = fact.filingFiscalPeriod ?? known.filingFiscalPeriod;
  const isSame =
    frame === known.frame &&
    filingFiscalYear === known.filingFiscalYear &&
    filingFiscalPeriod === known.filingFiscalPeriod;
  return isSame ? null : { ...known, frame, filingFiscalYear, filingFiscalPeriod };
}
