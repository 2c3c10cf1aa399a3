import { type AskedPeriod, isLatest } from '../../domain/fiscal/period';
import { ordinalsOf } from '../../domain/fiscal/period-arithmetic';
import { badInput } from '../../platform/errors';
import type { Row } from '../../read/client-pool';
import { resolvePeriod } from '../../read/edges/quarter.edges';
import { resolveSymbols } from '../../read/filter/resolve';
import { mapNeeding } from '../../read/need';
import type { Operation } from '../../read/operation';
import type { Statement } from '../../read/sql/sql';
import { countedTopics } from '../branch';
import { countsByCalendar, countsInQuarters, passagesByCalendar } from '../trend/trend-statement';

/** Of which companies, all together when absent, and of which periods. */
export interface ShareChange {
  readonly before: AskedPeriod;
  readonly after: AskedPeriod;
  readonly symbols?: readonly string[];
  readonly direction?: 'ASC' | 'DESC';
}

interface ShareChanges {
  readonly statements: readonly Statement[];
  /**
   * By how much the share of each topic, with everything below it, of all passages of the companies' quarters is larger in the later period, in
   * [-1, 1]; topics of which neither speaks are left out.
   */
  changesIn(results: readonly (readonly Row[])[]): Shares;
}

type Shares = ReadonlyMap<number, number>;

export function loadShareChanges(op: Operation, { symbols, before, after }: ShareChange): ShareChanges {
  if (symbols) return ofCompanies(op, resolveSymbols(op, symbols, 'byShareChange.symbols'), before, after);
  return ofAll(op, calendarOrdinals(before, 'byShareChange.before'), calendarOrdinals(after, 'byShareChange.after'));
}

function ofCompanies(
  op: Operation,
  companies: readonly number[],
  before: AskedPeriod,
  after: AskedPeriod,
): ShareChanges {
  const [earlier, later] = [before, after].map((period) =>
    mapNeeding(companies, (id) => resolvePeriod(op, id, period)).flat(),
  );
  const sides = [earlier ?? [], later ?? []];
  const ids = [...new Set(sides.flat().map(({ id }) => id))];
  return {
    statements: countsInQuarters(countedTopics(op, op.view.all('topic')), ids),
    changesIn: (results) => {
      const rows = results.flat();
      const [was, is] = sides.map((quarters) => {
        const own = new Set<unknown>(quarters.map(({ id }) => id));
        const passages = quarters.reduce((sum, { utteranceCount }) => sum + utteranceCount, 0);
        return sharesOf(
          rows.filter(({ quarterId }) => own.has(quarterId)),
          passages,
        );
      });
      return difference(was ?? new Map(), is ?? new Map());
    },
  };
}

interface Ordinals {
  readonly first: number;
  readonly last: number;
}

function ofAll(op: Operation, before: Ordinals, after: Ordinals): ShareChanges {
  const topics = countedTopics(op, op.view.all('topic'));
  const sides = [before, after].map((window) => [...countsByCalendar(topics, window), passagesByCalendar(window)]);
  const behind = sides[0]?.length ?? 0;
  return {
    statements: sides.flat(),
    changesIn: (results) => {
      const [was, is] = [results.slice(0, behind), results.slice(behind)].map((side) => {
        const passages = (side.at(-1) ?? []).reduce((sum, row) => sum + Number(row.passages), 0);
        return sharesOf(side.slice(0, -1).flat(), passages);
      });
      return difference(was ?? new Map(), is ?? new Map());
    },
  };
}

/** Without a company there is no fiscal year that could be meant. */
function calendarOrdinals(period: AskedPeriod, argument: string): Ordinals {
  if (!isLatest(period)) return ordinalsOf(period);
  throw badInput(
    argument,
    `\`${argument}\` is LATEST, which is a company's: name companies in \`byShareChange.symbols\`.`,
  );
}

function sharesOf(rows: readonly Row[], passages: number): Shares {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const topicId = row.topicId as number;
    counts.set(topicId, (counts.get(topicId) ?? 0) + Number(row.statements) + Number(row.comments));
  }
  return new Map([...counts].map(([id, count]) => [id, count / passages]));
}

const difference = (was: Shares, is: Shares): Shares =>
  new Map([...was.keys(), ...is.keys()].map((id) => [id, (is.get(id) ?? 0) - (was.get(id) ?? 0)]));
