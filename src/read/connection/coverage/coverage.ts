import type { DocumentKind } from '../../../domain/document.entity';
import type { Period } from '../../../domain/fiscal/period';
import { quarterAt } from '../../../domain/fiscal/period-arithmetic';
import type { Row } from '../../client-pool';
import type { AnyUtteranceFilter } from '../../filter/utterance-filter';
import type { Load } from '../../load';
import { coverageStatement } from './coverage-statement';
import type { Reach } from './reach';

export interface Coverage {
  readonly eventsIndexed: number;
  readonly documentsIndexed: number;
  readonly transcripts: number;
  readonly documentKinds: readonly { readonly kind: DocumentKind; readonly count: number }[];
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly missing: readonly Period[];
}

/** What is there, one for each reach, in order. Reaches of one kind share a statement. */
export function loadCoverage(label: string, reaches: readonly Reach[], filter: AnyUtteranceFilter): Load {
  // Whatever has no id has nothing.
  const asked = reaches.filter(({ of, ids }) => of === 'everything' || ids.length > 0);
  const groups = [...new Set(asked.map(({ of }) => of))].map((of) => asked.filter((reach) => reach.of === of));
  return {
    statements: groups.map((group) => coverageStatement(label, group, filter)),
    finish: (results) => {
      const found = new Map<Reach, Row>();
      groups.forEach((group, i) => {
        for (const row of results[i] ?? []) found.set(group[Number(row.ord) - 1] as Reach, row);
      });
      return reaches.map((reach) => makeCoverage(reach, found.get(reach)));
    },
  };
}

function makeCoverage(reach: Reach, row: Row | undefined): Coverage {
  const kinds = (row?.kinds ?? []) as DocumentKind[];
  const counts = (row?.counts ?? []) as number[];
  const documentKinds = kinds.map((kind, i) => ({ kind, count: counts[i] as number }));
  return {
    eventsIndexed: (row?.events ?? 0) as number,
    documentsIndexed: counts.reduce((sum, n) => sum + n, 0),
    transcripts: documentKinds.find(({ kind }) => kind === 'TRANSCRIPT')?.count ?? 0,
    documentKinds,
    earliest: (row?.earliest ?? null) as string | null,
    latest: (row?.latest ?? null) as string | null,
    missing: missingQuarters(reach, (row?.[reach.counting === 'FY' ? 'fiscal' : 'calendar'] ?? []) as number[]),
  };
}

/** Between the first and the last quarter whose call is there, of those that are asked for. */
function missingQuarters({ counting, range }: Reach, covered: readonly number[]): Period[] {
  if (covered.length === 0) return [];
  const first = Math.max(Math.min(...covered), range.from ?? Number.NEGATIVE_INFINITY);
  const last = Math.min(Math.max(...covered), range.to ?? Number.POSITIVE_INFINITY);
  const known = new Set(covered);
  const quarters = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
  return quarters.filter((at) => !known.has(at)).map((at) => quarterAt(counting, at));
}
