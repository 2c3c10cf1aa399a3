import type { Period } from '../../../domain/fiscal/period';
import { printPeriod } from '../../../domain/fiscal/period';
import { quarterAt } from '../../../domain/fiscal/period-arithmetic';
import type { Row } from '../../client-pool';
import type { ReferenceKind } from '../../reference/kinds';
import { isOfOneCompany, type Question } from '../question';
import type { SqlConnection } from '../sql-connection';
import { type GroupKeyName, ruleOf } from './group-key';

/** A group's value of one key, as the graph shows it. */
export interface GroupValue {
  readonly key: GroupKeyName;
  readonly value: string;
  /** The id of `node`, where the value is a node's. */
  readonly id: number | null;
  readonly kind: ReferenceKind | null;
  readonly period: Period | null;
  readonly connection: SqlConnection;
}

/** Rows of a connection that have the same values of its keys. */
export interface Group {
  readonly keys: readonly GroupValue[];
  readonly period: Period | null;
  readonly count: number;
  /** The connection that it is a part of, and the values of the keys by which its rows are found there. */
  readonly connection: SqlConnection;
  readonly values: readonly (number | string | null)[];
}

/** Stands for what rows do not tell. */
const UNKNOWN = 'Unknown';

/** The measures that were asked for are properties of their own. */
export function makeGroup(
  row: Row,
  names: readonly GroupKeyName[],
  question: Question,
  connection: SqlConnection,
): Group {
  const values = names.map((_, i) => row[`k${i}`] as number | string | null);
  const keys = names.map((key, i): GroupValue => {
    const value = values[i] as number | string | null;
    if (key === 'QUARTER') {
      const period = value === null ? null : quarterAt(isOfOneCompany(question) ? 'FY' : 'CY', value as number);
      return { key, value: period ? printPeriod(period) : UNKNOWN, id: null, kind: null, period, connection };
    }
    const kind = ruleOf(key, question).node ?? null;
    return {
      key,
      value: (row[`v${i}`] as string | null) ?? UNKNOWN,
      id: kind && (value as number | null),
      kind,
      period: null,
      connection,
    };
  });
  const period = keys.find(({ key }) => key === 'QUARTER')?.period ?? null;
  return { ...(row as unknown as Group), keys, period, connection, values };
}
