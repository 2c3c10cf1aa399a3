import type { Group, GroupValue } from '../connection/group/group';
import { type KeyRule, ruleOf } from '../connection/group/group-key';
import { fingerprintOf, type PageArgs, readPageArgs } from '../connection/page-args';
import type { PageQuery, Scope } from '../connection/page-query';
import type { Question } from '../connection/question';
import { companyOfRows } from '../connection/question';
import { SqlConnection } from '../connection/sql-connection';
import { connection, type Edges, edgesNamed, value, WHOLE } from '../edge';
import type { Operation } from '../operation';
import { join, type Sql } from '../sql/sql';

/** The rows of a group: those of its connection's parent that have the group's values too. Groups of one question are read together. */
function open(
  { connection: { query, keys }, keys: names, values }: Pick<Group, 'connection' | 'keys' | 'values'>,
  args: PageArgs,
  op: Operation,
): SqlConnection {
  const rules = names.map(({ key }) => ruleOf(key, query.question as Question));
  // Which keys a group does not tell makes another condition.
  const shape = names.map(({ key }, i) => (values[i] === null ? `no ${key}` : key)).join(', ');
  const name = `StatementGroup.statements ${shape} of ${query.name} ${JSON.stringify(args)}`;
  const narrowed = op.memo(name, (): PageQuery => {
    const fingerprint = fingerprintOf(`${query.fingerprint()} by ${shape}`, args);
    const wish = readPageArgs(args, fingerprint, () => query.order.map(({ type }) => type));
    const told = values.map((known) => known !== null);
    // How many a search finds in all says nothing of a group.
    const search = query.search && { ...query.search, total: null };
    return { ...query, name, scope: narrowScope(query.scope, rules, told), wish, fingerprint, search };
  });
  return new SqlConnection(narrowed, [...keys, ...values.filter((known) => known !== null)]);
}

/** A parent's keys, and behind them the values that its group tells. */
function narrowScope(scope: Scope | null, rules: readonly KeyRule[], told: readonly boolean[]): Scope {
  const outer = scope?.types ?? [];
  return {
    most: (keys, op) => (scope ? (scope.most?.(keys.slice(0, outer.length), op) ?? 0) : Number.POSITIVE_INFINITY),
    types: [...outer, ...rules.filter((_, i) => told[i]).map(({ type }) => type)],
    where(keys) {
      const values = keys.slice(outer.length);
      const own = rules.map(({ holds }, i) => holds(told[i] ? (values.shift() as Sql) : null));
      return join([...(scope ? [scope.where(keys.slice(0, outer.length))] : []), ...own], ' AND ');
    },
  };
}

/** A quarter of several companies is none that is stored. */
function nodeOf({ kind, id, period, connection: { query, keys } }: GroupValue, op: Operation): object | null {
  if (kind) return id === null ? null : op.view.linked(kind, id);
  if (period?.kind !== 'FY') return null;
  const company = companyOfRows(query.question as Question, keys, op);
  return company === null ? null : op.view.quarterAt(company, period.year, period.quarter as number);
}

export const GROUP_EDGES: Edges = {
  ...edgesNamed<GroupValue>('GroupKey', { node: value(WHOLE, (given, _, op) => nodeOf(given, op)) }),
  ...edgesNamed<Group>('StatementGroup', {
    statements: connection(['connection', 'keys', 'values'], (group, args: PageArgs, op) => open(group, args, op)),
  }),
};
